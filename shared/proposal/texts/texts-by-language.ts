import type { Language } from '../../domain/catalog/localized';
import { en } from './en';
import { pl } from './pl';
import type { ProposalTexts } from './proposal-texts';
import { ru } from './ru';
import { zhCn } from './zh-cn';

/** PRO-2: the document's language, whatever the screen's is. */
export const textsByLanguage: Readonly<Record<Language, ProposalTexts>> = { en, pl, ru, 'zh-CN': zhCn };
