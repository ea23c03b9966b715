import type { NameWord } from './company-name';
import { areInitials, areSyllables, isKnownPair } from './initials';

/**
 * What is written short in many names, where the letters say too little to be found as initials, or are a legal form elsewhere: one word for it,
 * then how it is written, as `toLatin` does (patterns). Nothing in
 * front: it is left out.
 */
const known = `
spzoz|sp zoz|samodzielny publiczny zaklad opieki zdrowotnej|samodzielnego publicznego zakladu opieki zdrowotnej
nzoz|niepubliczny zaklad opieki zdrowotnej
mpwik|miejskie przedsiebiorstwo wodociagow i kanalizacji|miejskiego przedsiebiorstwa wodociagow i kanalizacji
szkola podstawowa nr|sp nr|^sp(?= \\d)
zakladni skola|^zs(?= )
materska skola|^ms(?= nr)
public school|^p ?s(?= (?:nr |no )?\\d)
saint|sankt|st|sint|sainte
liceum ogolnoksztalcace|(?<=^[ivx]+ )lo
school|(?:srednyaya )?obshcheobrazovatelnaya (?:srednyaya )?shkola|srednyaya shkola|(?:serednya )?zagalnoosvitnya (?:serednya )?shkola|s?osh|zosh|zsh
|i (?:ii )?(?:iii )?stup(?:eniv|eney|enei)?
|(?:mou|gou|kz)(?= .*(?:school|shkola|sad|litsey|gimnaziya|bolnitsa|poliklinika))
|(?:munitsipalnoe|gosudarstvennoe|chastnoe|kommunalnoe|oblastnoe) (?:(?:byudzhetnoe|avtonomnoe|kazennoe|gosudarstvennoe|doshkolnoe|obshcheobrazovatelnoe|obrazovatelnoe|dopolnitelnoe) )*(?:uchrezhdenie|predpriyatie)(?: zdravookhraneniya| kultury)?
municipality|urzad miasta i gminy|miasto i gmina|miasta i gminy
city|^um(?= )|^meu(?= )|landeshauptstadt|(?:der )?magistrat der stadt|urzad miejski|urzad miasta|administratsiya goroda|administratsiya w|administratsiya gorodskogo okruga|gorodskoy okrug|stadtverwaltung|(?:statutarni )?mesto|mestsky urad|mestskyi urad|magistrat (?:statutarniho )?mesta|city council|town council|miska rada|misto|(?:apparat )?akima?t? goroda
municipality|^ug(?= )|urzad gminy|gemeindeverwaltung|gemeindeamt|obecni urad|obecny urad|municipio|ville|gemeentehuis
|(?:administratsiya|akimat|apparat akima)(?= .*(?:rayona|okruga))
|krajsky urad(?= .* kraje)
krajoffice|krajsky urad|kraj|kraje
countyoffice|starostwo powiatowe|zarzad powiatu|powiat|landkreis|kreisverwaltung|landkreisverwaltung
district council|(?<=[a-z]{3} )(?<!washington )dc$
borough council|(?:metropolitan )?borough council|m?bc$
county council|cc$
housingcooperative|spoldzielnia mieszkaniowa|sm
technicaluniversity|technische universitat|technische universitaet|tu
tradinghouse|torgovyi dom|torgovyy dom|trading house|td
fratelli|f lli|flli
zonen|zn
wohnungsbaugenossenschaft|wbg(?: wohnungsbaugenossenschaft)?
volkshochschule|vhs(?: volkshochschule)?
arbeiterwohlfahrt|awo(?: arbeiterwohlfahrt)?
wohnungsgenossenschaft|wgn(?: wohnungsgenossenschaft)?
handwerkskammer|hwk(?: handwerkskammer)?
`
  .trim()
  .split('\n')
  .flatMap((line) => {
    const [one = '', ...others] = line.split(/\|(?![^(]*\))/);
    return others.map((other) => ({ other: new RegExp(`(?<![^ ])${other}(?![^ ])`, 'g'), one }));
  });

/** A name as `toLatin` writes it, with one spelling for what is known to be written short. A name that is nothing else stays. */
export function spelledOut(latin: string): string {
  const spelled = known.reduce((said, { other, one }) => said.replace(other, one), latin);
  return spelled.split(' ').filter(Boolean).join(' ') || latin;
}

/**
 * The words with those that the other name has as initials written that way too: "Miejskie Przedsiebiorstwo Komunikacyjne Lublin" as "mpk
 * lublin" for "MPK Lublin". Two letters do only with points ("K.A."). Undefined: there are none.
 */
export function asInitialsIn(
  words: readonly NameWord[],
  other: readonly NameWord[],
): readonly NameWord[] | undefined {
  for (const short of other) {
    const { length } = short.text;
    const least = short.shortened === 'initials' || isKnownPair(short.text) ? 2 : 3;
    if (short.kind !== 'core' || length < least) continue;
    for (let count = Math.min(length, words.length, 7); count > 1; count -= 1) {
      for (let from = 0; from + count <= words.length; from += 1) {
        if (words[from]?.text[0] !== short.text[0]) continue;
        const run = words.slice(from, from + count);
        if (isShortFor(short, run) && !run.some(({ text }) => other.some((each) => each.text === text)))
          // A word that the other name has too is not hidden in its initials.
          return [...words.slice(0, from), short, ...words.slice(from + count)];
      }
    }
  }
  return undefined;
}

const isShortFor = (short: NameWord, run: readonly NameWord[]): boolean =>
  (short.text.length < 7 &&
    run.every(({ kind, text }) => kind !== 'number' && text.length > 2) &&
    areInitials(short.text, run)) ||
  (run.length === 2 && areSyllables(short, run));
