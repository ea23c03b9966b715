import { foldText } from '../lib/match-text';

export const importKinds = ['accounts', 'contacts', 'opportunities'] as const;
export type ImportKind = (typeof importKinds)[number];

/** One thing a file can say of a record, and the words by which files name its column, in four languages. */
export interface ImportField {
  readonly key: string;
  readonly required: boolean;
  readonly words: readonly string[];
}

const customer: readonly ImportField[] = [
  {
    key: 'accountName',
    required: true,
    words: [
      'account',
      'customer',
      'company',
      'account name',
      'customer name',
      'klient',
      'firma',
      'nazwa klienta',
      'клиент',
      'компания',
      'заказчик',
      'организация',
      '客户',
      '客户名称',
      '公司',
      '公司名称',
    ],
  },
  {
    key: 'accountTaxId',
    required: false,
    words: [
      'customer tax id',
      'company tax id',
      'tax id',
      'vat',
      'vat number',
      'nip',
      'nip klienta',
      'инн',
      'инн клиента',
      '税号',
      '客户税号',
    ],
  },
];

/** What can be read into records of each kind, in the order in which a file of ours has its columns. */
export const importFields: Readonly<Record<ImportKind, readonly ImportField[]>> = {
  accounts: [
    {
      key: 'name',
      required: true,
      words: [
        'name',
        'company',
        'company name',
        'account',
        'account name',
        'customer',
        'customer name',
        'nazwa',
        'firma',
        'nazwa firmy',
        'klient',
        'название',
        'компания',
        'наименование',
        'клиент',
        'организация',
        '名称',
        '公司',
        '公司名称',
        '客户',
        '客户名称',
      ],
    },
    {
      key: 'taxId',
      required: false,
      words: [
        'tax id',
        'vat',
        'vat id',
        'vat number',
        'tax number',
        'nip',
        'numer vat',
        'инн',
        'ндс',
        'налоговый номер',
        '税号',
        '纳税人识别号',
        'ust-id',
        'ustid',
      ],
    },
    {
      key: 'country',
      required: false,
      words: ['country', 'country code', 'kraj', 'państwo', 'страна', '国家', '国家/地区', 'land'],
    },
    {
      key: 'city',
      required: false,
      words: ['city', 'town', 'miasto', 'miejscowość', 'город', '城市', 'ort', 'stadt'],
    },
    {
      key: 'street',
      required: false,
      words: [
        'street',
        'address',
        'street address',
        'ulica',
        'adres',
        'улица',
        'адрес',
        '街道',
        '地址',
        'straße',
      ],
    },
    {
      key: 'postalCode',
      required: false,
      words: [
        'postal code',
        'post code',
        'postcode',
        'zip',
        'zip code',
        'kod pocztowy',
        'индекс',
        'почтовый индекс',
        '邮编',
        '邮政编码',
        'plz',
      ],
    },
    {
      key: 'segment',
      required: false,
      words: ['segment', 'customer segment', 'size', 'сегмент', '细分', '客户类型', '规模'],
    },
    {
      key: 'website',
      required: false,
      words: [
        'website',
        'web',
        'web site',
        'url',
        'www',
        'strona',
        'strona www',
        'strona internetowa',
        'сайт',
        'веб-сайт',
        '网站',
        '网址',
      ],
    },
    {
      key: 'notes',
      required: false,
      words: [
        'notes',
        'note',
        'comment',
        'comments',
        'notatki',
        'uwagi',
        'заметки',
        'примечания',
        'комментарий',
        '备注',
      ],
    },
  ],
  contacts: [
    {
      key: 'name',
      required: true,
      words: [
        'name',
        'full name',
        'contact',
        'contact name',
        'person',
        'imię i nazwisko',
        'kontakt',
        'osoba',
        'имя',
        'фио',
        'контакт',
        'контактное лицо',
        '姓名',
        '联系人',
      ],
    },
    ...customer,
    {
      key: 'jobTitle',
      required: false,
      words: ['job title', 'title', 'position', 'role', 'stanowisko', 'должность', '职位', '职务'],
    },
    {
      key: 'email',
      required: false,
      words: [
        'email',
        'e-mail',
        'mail',
        'e-mail address',
        'email address',
        'adres e-mail',
        'почта',
        'эл. почта',
        'электронная почта',
        '邮箱',
        '电子邮件',
        '邮件',
      ],
    },
    {
      key: 'phone',
      required: false,
      words: [
        'phone',
        'telephone',
        'mobile',
        'phone number',
        'telefon',
        'telefon komórkowy',
        'телефон',
        '电话',
        '手机',
      ],
    },
  ],
  opportunities: [
    {
      key: 'name',
      required: true,
      words: [
        'name',
        'opportunity',
        'deal',
        'opportunity name',
        'deal name',
        'subject',
        'nazwa',
        'szansa',
        'szansa sprzedaży',
        'название',
        'сделка',
        '名称',
        '商机',
        '商机名称',
      ],
    },
    ...customer,
    {
      key: 'stage',
      required: false,
      words: ['stage', 'sales stage', 'status', 'etap', 'этап', 'стадия', '阶段', '销售阶段'],
    },
    {
      key: 'amount',
      required: false,
      words: [
        'amount',
        'value',
        'estimated amount',
        'revenue',
        'kwota',
        'wartość',
        'szacowana kwota',
        'сумма',
        'оценка суммы',
        'стоимость',
        '金额',
        '预计金额',
      ],
    },
    { key: 'currency', required: false, words: ['currency', 'waluta', 'валюта', '货币', '币种'] },
    {
      key: 'closeOn',
      required: true,
      words: [
        'close date',
        'closing date',
        'expected close date',
        'close',
        'due date',
        'data zamknięcia',
        'termin',
        'дата закрытия',
        'срок',
        '结单日期',
        '预计成交日期',
        '关闭日期',
      ],
    },
    {
      key: 'forecast',
      required: false,
      words: ['forecast', 'forecast category', 'prognoza', 'прогноз', '预测'],
    },
    {
      key: 'nextStep',
      required: false,
      words: ['next step', 'next', 'następny krok', 'kolejny krok', 'следующий шаг', '下一步'],
    },
    {
      key: 'notes',
      required: false,
      words: [
        'notes',
        'note',
        'description',
        'comment',
        'comments',
        'notatki',
        'opis',
        'uwagi',
        'заметки',
        'описание',
        'комментарий',
        '备注',
        '描述',
      ],
    },
  ],
};

/** Which column of the file says what; a field that is not here is said by none. */
export type ColumnMapping = Readonly<Record<string, number>>;

const keyOf = (text: string): string =>
  foldText(text)
    .replace(/[\s_\-.:*()]+/g, ' ')
    .trim();

/** Names of columns by what the person said they say in an earlier file; '': no column. */
export type RememberedColumns = Readonly<Record<string, string>>;

/**
 * OPP-1: which column says what. First what the person said of columns of these names, then the names themselves: one that is among a field's
 * words counts before one that begins or ends with it. Each column says one thing.
 */
export function guessColumns(
  kind: ImportKind,
  header: readonly string[],
  remembered: RememberedColumns = {},
): ColumnMapping {
  const names = header.map(keyOf);
  const taken = new Set<number>();
  const mapping: Record<string, number> = {};
  const put = (key: string, index: number): void => {
    if (index === -1 || key in mapping) return;
    mapping[key] = index;
    taken.add(index);
  };
  const take = (
    key: string,
    fits: (name: string, words: readonly string[]) => boolean,
    words: readonly string[],
  ) =>
    put(
      key,
      names.findIndex((name, at) => name !== '' && !taken.has(at) && fits(name, words)),
    );
  const fields = importFields[kind].map(({ key, words }) => ({ key, words: words.map(keyOf) }));
  for (const { key } of fields) {
    const name = remembered[key] ?? '';
    if (name !== '')
      put(
        key,
        header.findIndex((each, at) => each === name && !taken.has(at)),
      );
  }
  // A file of ours, or one whose columns carry our own names.
  for (const { key } of fields) take(key, (name, own) => own.includes(name), [keyOf(key)]);
  for (const { key, words } of fields) take(key, (name, all) => all.includes(name), words);
  for (const { key, words } of fields) {
    take(
      key,
      (name, all) =>
        all.some((word) => word.length > 3 && (name.startsWith(`${word} `) || name.endsWith(` ${word}`))),
      words,
    );
  }
  return mapping;
}
