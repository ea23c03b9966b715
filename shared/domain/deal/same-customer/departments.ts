/** A department of a company or an authority, in several languages. */
const department =
  'abteilung|abt\\.?|referat|sachgebiet|afd\\.?|afdeling|dept\\.?|department|division|отдел|отделение|управление|служба|відділ|управління|dział|wydział|referat|oddělení|odbor|oddelenie|service|direction|ufficio|departamento|dpto\\.?|área|бөлімі';
/** What only serves the rest of the house. What has doors and a budget of its own, such as police and schools, is not among them. */
const topic =
  'it|ict|edv|is|dv|ikt|information technology|information systems|informationstechnik|informatik|informatique|informatica|informática|informatiky|informatyki|informatyczny|інформатики|информатики|информатизации|информационных технологий|інформаційних технологій|ит|іт|автоматизации|helpdesk|einkauf|beschaffung|vergabe|inkoop|purchasing|procurement|buying|achats|acquisti|compras|zakupów|zakupy|nákupu|nákup|закупок|закупівель|снабжения|материально-технического снабжения|zaopatrzenia|vertrieb|sales|продаж|sprzedaży|verkoop|buchhaltung|rechnungswesen|accounting|accounts|accounts payable|finance|finanzen|finansowy|financiën|comptabilité|contabilità|бухгалтерия|бухгалтерии|księgowość|księgowości|účtárna|personal|personalwesen|hr|human resources|кадров|kadr|personeelszaken|facilities|facility management|haustechnik|logistics|logistik|marketing|маркетинга|marketingu|r&d|technik|technical|технический|techniczny';

const several = `(?:${topic})(?:\\s*(?:,|&|/|and|und|i|и|та|en|et|y|e|a)\\s*(?:${topic}))?`;
const of = '(?:\\s+(?:of|für|der|des|ds\\.|do spraw|voor|de|dell[ao]?|degli|di|d’|pro))?';
const named = `(?:(?:${department})${of}\\s+${several}|(?:${several})[-\\s]+(?:${department})|IT-?abteilung)`;
/** At the end, with or without a comma, a dash or brackets. */
const atEnd = new RegExp(`(?:\\s*[,;(]\\s*|\\s+[-–—]\\s+|\\s+)${named}\\s*\\)?\\s*$`, 'iu');

/** A name without the department behind it that somebody ordered for: it is no customer of its own. */
export function withoutDepartment(name: string): string {
  const left = name.replace(atEnd, '');
  return /\p{L}{2}/u.test(left) ? left : name;
}
