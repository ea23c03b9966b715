import type { Language } from '#shared/domain/catalog/localized';

/** What a renewal's quote is called until somebody calls it otherwise, in the language of its owner. */
const titles: Readonly<Record<Language, string>> = {
  en: 'Renewal of contract',
  pl: 'Odnowienie umowy',
  ru: 'Продление договора',
  'zh-CN': '续订合同',
};

export const renewalTitle = (language: Language, contractNumber: string): string =>
  `${titles[language]} ${contractNumber}`;
