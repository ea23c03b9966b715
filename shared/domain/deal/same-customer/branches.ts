import { conceptOf, wordKey } from './business-words';
import { isCommonWord } from './common-words';
import { toLatin } from './fold-letters';
import { countryOf } from './places';

/** Say wherever they stand that one place of a company is meant. */
const certain =
  'zweigniederlassung|niederlassung|zweigstelle|zweigwerk|betriebsstätte|filiale|oddziału?|filia|przedstawicielstwo|филиала?|філія|філії|обособленное подразделение|відокремлений підрозділ|представительство|представництво|succursale|établissement secondaire|sucursal|odštěpný závod|odštepný závod|pobočka|organizační složka|organizačná zložka|provozovna|branch office|şubesi';
/** Say so only apart from the name: in brackets, or behind a comma, a dash or a legal form. */
const apart =
  'branch|office|head office|headquarters|hq|werk|standort|zentrale|agence|siège|plant|depot|отделение|відділення|офис|офіс|завод|závod|zakład';

// Not in quotation marks: that is a name.
const word = (words: string): string => `(?<![\\p{L}«„“"])(?:${words})(?!\\p{L})`;
const saysCertain = new RegExp(word(certain), 'iu');
const saysEither = new RegExp(word(`${certain}|${apart}`), 'iu');
const brackets = /[([][^)\]]*[)\]]/gu;
const segments = /\s*[,;]\s*|\s+[-–—]\s+/u;
/** The end of a name that closes with a legal form or a quotation mark. */
const closed =
  /(?<=[»”"]|(?<!\p{L})(?:gmbh|ag|kg|se|s\.?\s?a\.?|sas|sarl|ltd\.?|limited|llc|inc\.?|plc|o\.\s?o\.|s\.\s?r\.\s?o\.|a\.\s?s\.))\s+(?=\p{L})/iu;
const quoted = /[«„“"][^»”"“]+[»”"“]/u;
const placeBehind = /\s(?:w|we|в|во|у|in|à|v|ve)\s.*$/iu;
const ofWhom = /^.*?\s(?:der|des|von|of the|of|firmy|spółki|společnosti)\s+/iu;

export interface WithoutBranch {
  readonly name: string;
  readonly isBranch: boolean;
}

/** "Leeds" in front of "branch", as an adjective: "Ухтинский филиал", "Oddział Krakowski", "Leipziger Niederlassung". */
const adjective =
  /[\s,;–—-]+\p{Lu}[\p{L}-]*(?:[сц]кий|[сц]кое|[сц]кая|[сц]ька|[сц]ький|ный|ная|ний|[sc]k[iaeýáé]|n[iaíý]|er)\s*$/u;
function withoutAdjective(before: string): string {
  const left = before.replace(adjective, '');
  const word = toLatin(before.slice(left.length));
  // "Autohaus Schneider Niederlassung" is a Schneider's.
  return /\p{L}{2}/u.test(left) && !isCommonWord(wordKey(word)) ? left : before;
}

const numberedPlace = '(?:store|shop|outlet|location|plant|werk|sklep|salon|filiale)';
/** "Store #14", "Plant 2": apart from the name, or with a sign for number. */
const numberedApart = new RegExp(
  `(?:[,;(]\\s*|\\s[-–—]\\s+|\\s(?=\\p{L}+\\s*(?:nr|no)))${numberedPlace}\\s*(?:(?:nr|no)\\.?)?\\s*\\d+\\)?\\s*$`,
  'iu',
);
const numberedPlant = /\s(?:plant|werk)\s+\d+\s*$/iu;

function withoutNumberedPlace(name: string): string | undefined {
  const left = name.replace(numberedApart, '');
  if (left !== name) return /\p{L}{3}/u.test(left) ? left : undefined;
  const before = name.replace(numberedPlant, '');
  // "Power plant 2" is no second plant of "Power".
  return before !== name && conceptOf(toLatin(before).split(' ').at(-1) ?? '') === undefined
    ? before
    : undefined;
}

/** A name without what says that one place of the company is meant, and which; a country in that is kept. A branch is the same customer. */
export function withoutBranch(name: string): WithoutBranch {
  const found = withoutChineseBranch(name) ?? withoutNumberedPlace(name) ?? branchAmong(name);
  return found === undefined || !/\p{L}/u.test(found)
    ? { name, isBranch: false }
    : { name: found, isBranch: true };
}

function branchAmong(name: string): string | undefined {
  const open = name.replace(brackets, (part) => (saysEither.test(part) ? kept(part) : part));
  if (open !== name) return open;
  const at = saysCertain.exec(name);
  if (at) {
    const [before, behind] = [name.slice(0, at.index), name.slice(at.index + at[0].length)];
    if (before.trim() !== '' && !(quoted.test(behind) && !quoted.test(before)))
      return (behind.trim() === '' ? withoutAdjective(before) : before) + kept(behind);
    const whole = quoted.exec(behind);
    if (whole) return behind.slice(0, whole.index + whole[0].length);
    return behind.replace(ofWhom, '').replace(placeBehind, '');
  }
  const [head = '', ...others] = name.split(segments);
  const rest = others.filter((part) => !isPlaceOf(part));
  if (rest.length < others.length) return [head, ...rest].join(', ');
  const end = closed.exec(name);
  if (end && isPlaceOf(name.slice(end.index))) return name.slice(0, end.index);
  return undefined;
}

/** "Manchester office", not "law office". */
function isPlaceOf(part: string): boolean {
  const says = saysEither.exec(part);
  if (!says) return false;
  const others = toLatin(part.replace(says[0], ' ')).split(' ');
  return others.every((other) => conceptOf(other) === undefined);
}

/** Countries in what is left out: abroad it is another customer. */
const kept = (part: string): string =>
  [
    ' ',
    ...toLatin(part)
      .split(' ')
      .filter((each) => each.length > 2 && countryOf(each) !== undefined),
  ].join(' ');

const chineseBranch =
  /(?<=公司|银行|銀行)\p{Script=Han}{0,12}(?:分公司|办事处|辦事處|代表处|分部|总部|總部|分行|支行|分厂)\s*$|[(（]\p{Script=Han}{0,12}(?:分公司|办事处|分部|总部|總部|总公司|總公司|分行|支行)[)）]/u;
/** "X总公司" is what its branches call X. */
const chineseHead = /(?:总公司|總公司|总部|總部)\s*$/u;

function withoutChineseBranch(name: string): string | undefined {
  const left = name.replace(chineseBranch, ' ').replace(chineseHead, ' ');
  return left === name ? undefined : left;
}
