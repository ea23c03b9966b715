/**
 * Legal forms as words of `toLatin`, which also writes dotted initials as one word ("S.A." is "sa"). Forms that are words of their own or
 * unmistakable are removed wherever they stand; so is what is put before a name in the way of one ("PPHU", "NPO").
 */
const anywhere = `
spolka z ograniczona odpowiedzialnoscia|spolka z oo|sp z oo|spz oo|spzoo|sp zoo|sp z o o|s z oo|z oo|zoo|spolka akcyjna|prosta spolka akcyjna|spolka komandytowo akcyjna|spolka komandytowa|spolka jawna|spolka cywilna|sp k|spk|sp komandytowa|sp j|spj|sp p|ska|jednoosobowa dzialalnosc gospodarcza
gesellschaft mit beschrankter haftung|ges mbh|ges m b h|gesmbh|gmbh|ggmbh|mbh|gmbh u co kg|aktiengesellschaft|kommanditgesellschaft|offene handelsgesellschaft|gesellschaft burgerlichen rechts|eingetragener kaufmann|eingetragene kauffrau|partnerschaftsgesellschaft mbb|partgmbb|partg|gbr|unternehmergesellschaft haftungsbeschrankt|haftungsbeschrankt|eingetragener verein|eingetragene genossenschaft|kgaa|ohg|co kgaa|co kg|co ohg|ag co kg
obshchestvo s ogranichennoi otvetstvennostyu|obschestvo s ogranichennoy otvetstvennostyu|obshchestvo s ogranichennoy otvetstvennostyu|publichnoe aktsionernoe obshchestvo|zakrytoe aktsionernoe obshchestvo|otkrytoe aktsionernoe obshchestvo|nepublichnoe aktsionernoe obshchestvo|aktsionernoe obshchestvo|individualnyy predprinimatel|tovarishchestvo s ogranichennoy otvetstvennostyu|tovarishchestvo s ogranichennoi otvetstvennostyu|obshchestvo s dopolnitelnoy otvetstvennostyu|chastnoe predpriyatie|unitarnoe predpriyatie|chastnoe unitarnoe predpriyatie|gosudarstvennoe predpriyatie|zhauapkershiligi shekteuli seriktestigi|zhauapkershiligi shekteuli seriktestik|aktsionerlik qoghamy|zhshs|chup|fizichna osoba pidpriyemets|privatne pidpriyemstvo|privatne pidpriiemstvo|silskogospodarske tovaristvo z obmezhenoyu vidpovidalnistyu|silskogospodarske tovarystvo z obmezhenoyu vidpovidalnistyu|silskogospodarske tov|privatne silskogospodarske pidpriiemstvo|fermerske gospodarstvo|fermerske hospodarstvo|krestyanskoe fermerskoe khozyaystvo|selskokhozyaystvenniy proizvodstvenniy kooperativ|selkhozartel|kfkh|stov|tovarystvo z obmezhenoyu vidpovidalnistyu|tovaristvo z obmezhenoyu vidpovidalnistyu|privatne aktsionerne tovaristvo|publichne aktsionerne tovaristvo|aktsionerne tovaristvo|ooo|oao|zao|pao|npao|nao|fgup|fgbu|gup|mup|tov|prat|pat|tdv|fop|chp|tzov|odo|too|limited liability partnership
limited liability company|professional limited liability company|pllc|limited partnership|public limited company|private limited company|private limited|pvt ltd|pty ltd|pte ltd|sdn bhd|limited|ltd|ltda|limitada|llc|llp|plc|inc|incorporated|corporation|corp|pty|pte|pvt|bhd|co ltd|company limited|coltd
societe anonyme|societe a responsabilite limitee|societe par actions simplifiee|sarl|sas|sasu|sprl|societe civile|societe cooperative|societa in accomandita semplice|societa in nome collettivo|lda|eurl|sca|scop|societa per azioni|societa a responsabilita limitata|srl unipersonale|unipersonale|srl|srls|sapa|snc|sociedad anonima|sociedad limitada|sociedad de responsabilidad limitada|slu|slp|sll|slne|slup|sociedad limitada unipersonal|sociedad limitada profesional|sociedad limitada laboral|sau|sociedade anonima|eireli
besloten vennootschap|cooperatie ua|cooperatie ba|cooperatie wa|naamloze vennootschap|bvba|vof|aktieselskab|anpartsselskab|aps|aktiebolag|aksjeselskap|osakeyhtio|oyj|osauhing|aktsiaselts|sabiedriba ar ierobezotu atbildibu|akciju sabiedriba|uzdaroji akcine bendrove|akcine bendrove|uab|sia
spolecnost s rucenim omezenym|spol s ro|spol sro|spol s r o|s r o|sro|akciova spolecnost|verejna obchodni spolecnost|vos|statni podnik|spolocnost s rucenim obmedzenym|akciova spolocnost|korlatolt felelossegu tarsasag|zartkoruen mukodo reszvenytarsasag|nyilvanosan mukodo reszvenytarsasag|reszvenytarsasag|beteti tarsasag|kft|zrt|nyrt|societate cu raspundere limitata|societate pe actiuni|drustvo s ogranicenom odgovornoscu|drustvo sa ogranicenom odgovornoscu|dionicko drustvo|doo|jdoo|eood|ood|ead|adsits
sanayi ve ticaret|san ve tic|san tic|tic san|ticaret ve sanayi|tic ve san|limited sirketi|ltd sti|limited sti|anonim sirketi|sirketi|sti|kabushiki kaisha|godo kaisha|jsc|cjsc|ojsc|pjsc|joint stock company|public joint stock company|open joint stock company|closed joint stock company
przedsiebiorstwo produkcyjno handlowo uslugowe|przedsiebiorstwo produkcyjno uslugowo handlowe|przedsiebiorstwo uslugowo handlowe|przedsiebiorstwo handlowo uslugowe|przedsiebiorstwo produkcyjno handlowe|przedsiebiorstwo produkcyjne|przedsiebiorstwo handlowe|przedsiebiorstwo uslugowe|firma handlowo uslugowa|firma uslugowo handlowa|firma produkcyjno handlowo uslugowa|firma handlowa|firma uslugowa|zaklad uslugowo handlowy|zaklad produkcyjno handlowy
nauchno proizvodstvennoe obedinenie|nauchno proizvodstvennoe predpriyatie|nauchno proizvodstvennaya kompaniya|naukovo virobniche pidpriyemstvo|npo|npp|npf|proizvodstvenno kommercheskaya firma|proizvodstvennaya kompaniya|pkf
gosudarstvennoe byudzhetnoe uchrezhdenie zdravookhraneniya|gosudarstvennoe byudzhetnoe obshcheobrazovatelnoe uchrezhdenie|gosudarstvennoe byudzhetnoe uchrezhdenie|munitsipalnoe byudzhetnoe obshcheobrazovatelnoe uchrezhdenie|munitsipalnoe byudzhetnoe uchrezhdenie|munitsipalnoe avtonomnoe uchrezhdenie|kommunalnoe predpriyatie|gbuz|gbou|gbu|mbou|mbdou|mdou|maou|madou|mkou|mkdou|gbdou|gkou|gapou|gbpou|mbudo|mbuk|maudo|kgu|kgkp|gkkp|gkp|kgp|rgp|mbuz|mbu|mku|mau|ogbuz|fgbou
youxiangongsi|youxian gongsi|gufen youxian gongsi|gufenyouxiangongsi|gongsi`
  .split(/[|\n]/)
  .filter(Boolean);

/** Short forms that could be somebody's name: only at either end of it. */
const atEnds =
  'sa|psa|psp|fg|pp|pe|spk|cooperatie|ba|aq|pc|ag|se|ek|ekfm|ekfr|ab|as|os|oy|ou|nv|bv|cv|kg|ev|eg|eu|ug|sp|sc|sl|kk|gk|kd|dd|ad|rt|bt|co|ao|ip|at|ik|spa|sf|aktiengesellschaft|hf|ehf|ks|ansi|ans|asa|is|vzw|asbl|ry|scrl|a s|s a|o u|b v|n v|s p a|s r l|z s|s p|d o o|i p'.split(
    '|',
  );

/** Of those, what is one in the middle of a name too when it is written like one: in capitals or with points. */
const inMiddle: ReadonlySet<string> = new Set(
  'sa psa ag se ek ab as oy nv bv kg ev eg ug sp sc sl ao spa sf asa asbl vzw'.split(' '),
);

/** In Chinese they stand without a space. Longer ones first; traditional characters too. */
export const chineseLegalForms =
  /股份有限公司|有限责任公司|有限責任公司|集团有限公司|集團有限公司|有限公司|股份公司|公司|株式会社|合同会社/gu;

type Form = readonly string[];
const startsWith = (words: readonly string[], form: Form, at: number): boolean =>
  at >= 0 && form.every((word, index) => words[at + index] === word);

/** Longer ones first, by their word at `place`: there are hundreds. */
function byWord(forms: readonly string[], place: 0 | -1): ReadonlyMap<string, readonly Form[]> {
  const found = new Map<string, Form[]>();
  for (const form of forms.map((each) => each.split(' ')).toSorted((a, b) => b.length - a.length)) {
    const word = form.at(place) ?? '';
    found.set(word, [...(found.get(word) ?? []), form]);
  }
  return found;
}
const anywhereByFirst = byWord(anywhere, 0);
const atEndsByFirst = byWord([...anywhere, ...atEnds], 0);
const atEndsByLast = byWord([...anywhere, ...atEnds], -1);

/**
 * The words without legal forms. `isTail`: words that may follow a legal form ("GmbH Deutschland"). A name of nothing but legal forms stays as
 * it is. `isWrittenAsForm`: words in capitals or with points.
 */
export function withoutLegalForms(
  words: readonly string[],
  isTail: (word: string) => boolean,
  isWrittenAsForm: (word: string) => boolean,
): readonly string[] {
  let left: readonly string[] = words.filter(
    (word, at) => at === 0 || at === words.length - 1 || !inMiddle.has(word) || !isWrittenAsForm(word),
  );
  for (let at = 0; at < left.length;) {
    const form = anywhereByFirst
      .get(left[at] ?? '')
      ?.find((each) => each.length < left.length && startsWith(left, each, at));
    if (form) left = [...left.slice(0, at), ...left.slice(at + form.length)];
    else at += 1;
  }
  for (;;) {
    const shorter = withoutOneAtAnEnd(left, isTail);
    if (!shorter) return left;
    left = shorter;
  }
}

function withoutOneAtAnEnd(
  words: readonly string[],
  isTail: (word: string) => boolean,
): readonly string[] | undefined {
  const first = atEndsByFirst
    .get(words[0] ?? '')
    ?.find((form) => form.length < words.length && startsWith(words, form, 0));
  if (first) return words.slice(first.length);
  const endsAt = (end: number): Form | undefined =>
    atEndsByLast
      .get(words[end - 1] ?? '')
      ?.find((form) => form.length < end && startsWith(words, form, end - form.length));
  const last = endsAt(words.length);
  if (last) return words.slice(0, -last.length);
  let end = words.length;
  while (end > 1 && isTail(words[end - 1] ?? '')) end -= 1;
  const inside = end < words.length ? endsAt(end) : undefined;
  return inside && [...words.slice(0, end - inside.length), ...words.slice(end)];
}
