import { isStopWord, wordKey } from './business-words';
import { toLatin } from './fold-letters';

/** Countries in company names, as nouns and adjectives; written as `toLatin` writes them. */
const countries = `
PL pl poland polska polsce polski polskie polen polsko pologne polonia polonya polscha polshcha polish polskiej bolan
DE germany deutschland deutsche deutscher niemcy nemecko nemecku niemczech germaniya germanii allemagne alemania germania almanya nimechchina german deguo
AT austria osterreich oesterreich rakousko avstriya autriche avusturya
CH switzerland schweiz suisse szwajcaria shveitsariya svizzera swiss
CZ cz czech czechia czechy czechach chekhii cesko ceska cesky ceske tschechien chekhiya tchequie
SK sk slovakia slovensko slowacja slovenska slovenske slowakei
HU hu hungary magyarorszag magyar wegry ungarn vengriya hongrie madarsko
UA ua ukraine ukraina ukrainie ukrayini ukrainian ukrayina ukrainska ukrainskii ukrajina ukrayna
RU ru russia rosji rossiya rossiia rosja russland rus russian rossii rossiiskii rossiiskaya rossiiskie russie rusya eluosi
BY belarus belarusi belorussiya bialorus
KZ kazakhstan kazakhstane qazaqstan kazachstan kasachstan
FR france frankreich francja frantsiya francie francia fransa francaise francais french faguo
IT italy italia italien wlochy italiya italie italiana italiano italya
ES spain espana hiszpania spanien ispaniya espagne ispanya iberia iberica
PT portugal portugalia portugaliya
NL netherlands nederland niederlande holandia niderlandy gollandiya holland paysbas
BE belgium belgique belgie belgien belgia belgiya
GB uk britain england unitedkingdom britania british
IE ireland irlandia irland irish
US usa america american unitedstates ameryka
CN china chiny kitai kitay chine chinese cin zhongguo
JP japan japonia yaponiya japon
KR korea
TR turkey turkiye turcja turkei turtsiya turquie turk turkish
RO romania rumunia rumanien rumyniya roumanie
BG bg bulgaria bulgarien bolgariya
RS serbia srbija serbien
HR croatia hrvatska chorwacja kroatien
SI slovenia slovenija slowenien
LT lt lithuania lietuva litwa litauen litva
LV lv latvia latvija lotwa lettland
EE estonia eesti estland
SE sweden sverige szwecja schweden shvetsiya
NO norway norge norwegia norwegen
DK denmark danmark dania danemark
FI finland suomi finlandia finnland
GR greece grecja griechenland hellas
IN india indien indie
BR brazil brasil brazylia
CA canada kanada
AU australia
AE emirates dubai
`;

/** Cities by their names in other languages; everywhere else a city is its own name. */
const cities = `
warszawa warsaw warschau varshava varsovie varsovia varsava varsavia
krakow cracow krakau krakov cracovie
gdansk danzig
wroclaw breslau vratislav
poznan posen
szczecin stettin
lodz lodsch
katowice kattowitz
moskva moscow moskau moskwa moscou
sanktpeterburg saintpeterburg saintpetersburg stpetersburg petersburg peterburg spb
kyiv kiev kijow kiew
lviv lvov lwow lemberg
kharkiv kharkov charkow
odesa odessa
dnipro dnepr dnipropetrovsk
praha prague prag praga
brno brunn
ostrava ostrau
plzen pilsen
bratislava pressburg pozsony
budapest budapeszt
wien vienna wieden vena viden vienne
munchen munich monachium myunkhen mnichov
koln cologne kolonia keln
nurnberg nuremberg norymberga
frankfurt frankfurtammain frankfurtmain
berlin
hamburg gamburg
dresden drezno
leipzig lipsk
zurich zuerich zurych
geneve geneva genf genewa
bruxelles brussels brussel bruksela
paris paryz parizh
lyon lyons
roma rome rzym rim
milano milan mediolan
torino turin
venezia venice wenecja
firenze florence florencja
napoli naples
lisboa lisbon lizbona
madrid madryt
london londyn londres
dublin
kobenhavn copenhagen kopenhaga
goteborg gothenburg
helsinki helsingfors
tallinn tallin
vilnius wilno
riga ryga
bucuresti bucharest bukareszt
sofia sofiya
beograd belgrade belgrad
zagreb
istanbul stambul
ankara
izmir
minsk
almaty almaata
beijing peking pekin
shanghai szanghaj shankhai
guangzhou kanton canton
shenzhen shenchzhen
hongkong xianggang
newyork nyc niuyork novyiork nowyjork
nizhniynovgorod nizhnynovgorod nizhninovgorod nizhnijnovgorod nnovgorod nischninowgorod
rostovnadonu rostovdonu rostowaufdon rostovondon
losangeles losandzheles
sanfrancisco
ceskebudejovice cbudejovice budweis
`;

const index = (lines: string): ReadonlyMap<string, string> =>
  new Map(
    lines
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [canonical = '', ...names] = line.split(' ');
        return [canonical, ...names].map((name) => [wordKey(name), canonical] as const);
      }),
  );
const countryByWord = index(countries);
const cityByWord = index(cities);

/** ISO code of the country that a word of a name says. */
export const countryOf = (word: string): string | undefined => countryByWord.get(wordKey(word));

/** A city that has names in several languages, by its own. */
export const knownCityOf = (word: string): string | undefined => cityByWord.get(wordKey(word));

/** One spelling of a city; empty: not said. What is written in front of one, its district and where it lies are left out. */
export function cityKey(city: string): string {
  const [said = ''] = city.replace(/\p{Script=Han}+市/gu, (name) => name.slice(0, -1)).split(/[,/]/);
  return cityKeyOf(toLatin(said).split(' '));
}

/** The same of words as `toLatin` writes them. */
export function cityKeyOf(words: readonly string[]): string {
  const whole = words.filter((word) => !/^[a-z]{0,2}\d{4,}$/.test(word)).join(' ');
  // "Praha 4", "Lyon 3e"
  const said = whole.replace(/(?<=[a-z]{2}) \d.*$/, '').split(' ');
  const saying = said.filter(
    (word, at) =>
      said.length === 1 ||
      (!isStopWord(word) && (at === 0 ? !inFront.has(word) : word !== 'city' && word.length > 1)),
  );
  const joined = (saying.length > 0 ? saying : said)
    .map((word) => (saints.has(word) ? 'saint' : word))
    .join('');
  return joined === '' ? '' : (knownCityOf(joined) ?? wordKey(joined));
}
const inFront: ReadonlySet<string> = new Set('g gor gorod m misto miasto mesto city stadt'.split(' '));
const saints: ReadonlySet<string> = new Set('st ste sankt sint sainte'.split(' '));
