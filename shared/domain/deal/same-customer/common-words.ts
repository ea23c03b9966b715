import { wordKey } from './business-words';

/**
 * Words and surnames that so many unrelated companies are called by that in two cities a name of nothing else says little; written as `toLatin`
 * writes them, in several languages.
 */
const common = `
sun sonne slonce solnce solntse slunce soleil dawn rassvet svitanok zarya zarnitsa voskhod swit jutrzenka morgenrot star stern gwiazda zvezda zirka hvezda etoile polaris orion sirius kosmos kosmos luna mond ksiezyc
eagle adler orzel orel falcon sokol falke lion lowe lev lew hirsch baren bar kranich schwan labedz lebed phoenix feniks fenix delfin delphin panda
rose rosa roza rosen tulpe lilia lilie linde lipa lindenhof eiche dab dub oak birke beryozka berezka sosna kalina kashtan malina romashka romaszka fialka
mayak luch rubin almaz yantar kristall kristal krystal diamant diament perle perla zemchuzhina smaragd opal bursztyn brillant
krone korona koruna crown konig krol imperial imperia imperiya royal prestige prestiz premium lux luks elite elit ideal komfort comfort optima optimum maximum maks standard etalon garant garantiya profi master meister mistrz expert ekspert lider leader pionier pioner start progress sukces uspekh erfolg triumf viktoria viktoriya victoria fortuna forum temp tempo alfa alpha beta delta gamma omega sigma atlas titan gigant kolos vega mars apollo aurora avrora eden raj
smile ulybka usmiech lachen happy skazka bajka pohadka marchen druzhba przyjazn freundschaft mir nadezhda nadzieja hope uyut domashnii solnyshko sloneczko
golden gold zloty zlota zlate zolotoi zolotaya silver srebrny blue green grun zielony zelenyi weisses schwarzes roter white black red bialy czarny czerwony
main street high park parkowa central stare rynek markt ratusz rathaus post alte neue goldener goldene schwarzer weisser roten weissen wilder am zur zum pod bei unter three trzy drei tri
sunrise sunset sunshine riverside lakeside hillside valley mountain river lake forest les las wald bor berg gora gory see jezioro ozero morze more meer summit highland midtown downtown uptown family familie rodzinna semeinaya baptist methodist lutheran catholic evangelische katholische trinity grace saint holy
baltic baltyk baltik mazury tatry ural ural sibir volga dnipro dunaj donau rhein alpen europa evropa euro
muller schmidt schneider fischer weber meyer meier maier mayer wagner becker schulz schulze hoffmann koch bauer richter klein wolf schroder neumann schwarz zimmermann braun kruger hofmann hartmann lange schmitt werner krause
nowak kowalski kowalska wisniewski wojcik kowalczyk kaminski lewandowski zielinski szymanski wozniak dabrowski kozlowski jankowski mazur krawczyk jan anna marek adam
ivanov ivanova petrov petrova sidorov smirnov kuznetsov popov vasilev sokolov mikhailov novikov fedorov shevchenko kovalenko bondarenko tkachenko kravchenko melnyk
novak svoboda novotny dvorak cerny prochazka kucera vesely horak nemec
martin bernard dubois durand moreau laurent simon michel lefebvre leroy petit rossi russo ferrari esposito bianchi romano
smith jones taylor brown williams wilson johnson davies evans thomas roberts walker wright robinson thompson hughes edwards miller davis anderson jackson harris clark lewis young king
yilmaz kaya demir celik sahin garcia fernandez gonzalez rodriguez lopez martinez sanchez perez silva santos
`;

const words: ReadonlySet<string> = new Set(common.trim().split(/\s+/).map(wordKey));

/** By how it sounds. */
export const isCommonWord = (sound: string): boolean => words.has(sound);
