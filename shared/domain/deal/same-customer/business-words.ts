import { foldSounds, foldUmlauts } from './fold-letters';

/**
 * What a company does, in the words of several languages and their abbreviations, written as `toLatin` writes them: the first is the concept.
 * Two of different concepts are never each other's typing mistakes ("logistics" and "logic").
 */
const concepts = `
logistics logistika logistyka logistik logistique logistica logistic logist logistycznych logistyczne wuliu
logic logik logika
transport transportation transporte transporti transportowe transportnaya transportowa spedition spedycja ekspeditsiya trans yunshu
trade trading handel handels handlowy handlowa handlowe torg torgovlya torgovyi torgovaya obchod obchodni commerce commercio comercio ticaret maoyi shangmao treiding treid treyding treyd hurt
bank banque banco banca banka banken bankas pankki yinhang yinxing bankowy
insurance insurances ubezpieczenia ubezpieczen versicherung versicherungen assurance assurances strahovanie strakhovanie strahovaya strakhovaya pojistovna seguros assicurazioni sigorta baoxian strakhova
energy energia energie energiya energetyka energetika energetyczna energetyczne energetyczny energo enerji nengyuan energiia energetics
power dianli
electric elektryczne elektrik electrique elettrica electrical electrics elektrotechnik elektro electro dianqi
electronics elektronika elektronik electronique elettronica electronica electronic dianzi
systems system systemy systeme sistema sistemy systemes sistemi sistemas sys systemu xitong
technology technologies tech technologie technologia technologii tekhnologii tehnologii tekhnologiya technologien teknoloji teknologi teknik tecnologia tecnologie tehnologiya technika technik tekhnika techniques technological jishu keji
software softwareentwicklung oprogramowanie ruanjian soft
information informatyka informatika informatik informatique informatica informacyjne informationstechnik info xinxi
data dane dannye dati daten shuju
digital cyfrowe cyfrowy tsifrovoi tsifrovye numerique digitale shuzi
network networks sieci netz netze seti reseau wangluo net
telecom telecommunications telecommunication telekom telekommunikation telekomunikacja telekommunikatsii telekomunikacje tele dianxin tongxin
mobile mobil yidong
construction constructions budownictwo budowlane budowlana budowa bau baugesellschaft stroi stroy stroitelstvo stroitelnaya stavby stavebni construcciones costruzioni insaat jianshe jianzhu budivelna building buildings
engineering inzynieria inzhiniring ingenierie ingenieria ingegneria inzenyrstvi muhendislik gongcheng eng engineers engineer
industry industries industrie industrial industrielle przemysl przemyslowe przemyslowy promyshlennost promyshlennaya prumysl industria sanayi gongye shiye ind
manufacturing mfg produktion produkcja produkcyjne proizvodstvo vyroba production zhizao manufacture manufacturers
works werke werk zaklady zaklad zavod zavody fabryka fabrik factory usine fabrika
machine machines machinery maszyny maschinen maschinenbau mashiny mashinostroenie stroje makina jixie
metal metals metale metall metally metaux metalle yousejinshu
steel stal stahl acier celik gangtie
chemical chemicals chemia chemie khimiya himiya chimie kimya huagong chem
pharma pharmaceuticals pharmaceutical farmacja farma pharm pharmazeutika yiyao zhiyao farmaceutyczna
medical medycyna medyczne medyczny medizin medizinische meditsina meditsinskii medicale medico yiliao med medicine
health healthcare zdrowie gesundheit zdorove sante saglik salud jiankang
hospital szpital krankenhaus klinikum nemocnice bolnitsa hopital ospedale hastane yiyuan likarnia spital
clinic klinika klinik clinique clinica poliklinika polyclinic przychodnia ambulatoriya
practice praxis arztpraxis hausarztpraxis ordinace ordinacia gabinet
dental dentist dentistry dentiste dentaire zahnarzt zahnarztpraxis zahnarzte stomatologia stomatologiya stomatologiia zubni zubar
veterinary veterinar tierarzt tierarztpraxis weterynarz weterynaria weterynaryjna vetklinika vetkliniki vetclinic veterinaria veterinaire
church kirche kirchengemeinde kosciol kostel tserkov khram eglise iglesia chiesa pfarramt
inn gasthof gasthaus wirtshaus gaststatte zajazd karczma gospoda hospoda hostinec auberge pensjonat guesthouse gostinitsa traktir taverna taverne
cafe kawiarnia kafe kavarna kaffeehaus konditorei cukiernia konditerskaya konditoria patisserie pizzeria pizzerie pitstseriya bar bistro kebab
hairdresser friseur frisor friseursalon fryzjer fryzjerski parikmakherskaya kadernictvi coiffure coiffeur barber barbershop salon
butcher butchery metzgerei fleischerei rzeznik wedliny reznictvi boucherie charcuterie
florist flowers blumen blumenhaus kwiaciarnia kwiaty kvetinarstvi tsvety fleuriste
cardealer autohaus autotsentr avtotsentr avtosalon autosalon dealership garage avtoservis autoservis autoservice autowerkstatt
fitness fitnessstudio fitnes gym silownia
university uniwersytet universitat universitet universite univerzita universidad universita universitesi daxue univ uni
polytechnic politechnika politekhnicheskii polytechnique politecnico
school szkola schule shkola skola ecole escuela okul xuexiao gymnasium
primaryschool grundschule xiaoxue podstawowa zakladni
secondaryschool liceum litsei zhongxue
kindergarten przedszkole detskii materska youeryuan kita
library biblioteka bibliothek bibliotheque biblioteca knihovna kutuphane
museum muzeum muzei musee museo muze
theatre theater teatr teatro tiyatro divadlo
court gericht tribunal soud
police policja politsiya polizei policie policia
parafia prikhod pfarrei
people renmin
center centre centrum tsentr zentrum centro zhongxin
powergrid dianwang
municipalworks stadtwerke stadtwerk
savingsbank sparkasse
cooperativebank volksbank raiffeisenbank
waterworks wodociagi wodociagow vodokanal vodarny
heat cieplownia teploset fernwarme
council rada sovet
government rzad pravitelstvo zhengfu administratsiya verwaltung administracja starostwo rathaus
metro metropoliten ditie
communications komunikacyjne komunikacji komunikacja
socialaid pomocy pomoshch
social spolecznej sotsialnyi soziale
roads drog dorog dorogi strassen
management zarzad upravlenie verwaltungs
care opieki opieka
spzoz
nzoz
mpwik
housingcooperative
technicaluniversity
tradinghouse
krajoffice
college kolegium kolledzh xueyuan
institute instytut institut istituto enstitu yanjiuyuan inst
academy akademia akademie akademiya academie
municipality gmina gminy gemeinde gemeente ville munitsipalitet obec mairie commune ayuntamiento comune belediyesi kommune kommun
city miasto miasta stadt gorod goroda mesto mesta misto mista ciudad shi municipal miejski miejska miejskie gorodskoi gorodskaya stadtische communal
office urzad amt ufficio oficina bureau biuro buro
ministry ministerstwo ministerium ministerstvo ministere
countyoffice landratsamt kreis
association stowarzyszenie verband assotsiatsiya asociace
foundation fundacja stiftung fond nadace fondation
food foods zywnosc spozywcze spozywczy lebensmittel pishchevye potraviny alimentaire alimentari gida shipin nahrungsmittel
dairy mleczarnia mleczarska molkerei moloko molochnyi laiterie
bakery piekarnia backerei khlebozavod pekarna boulangerie
brewery browar brauerei pivovar brasserie pivovarnya
meat mieso fleisch miaso myaso viande
water wasser voda eau acqua
oil oel neft nafta petrol petroleum shiyou
gas gaz plyn gazowa ranqi
coal wegiel kohle ugol uhli
mining gornictwo bergbau gornodobyvayushchaya tezba kuangye kopalnia
shipping reederei sudokhodstvo zegluga hangyun
ship shipyard stocznia werft verf chantier
airline airlines lotnicze luftfahrt avialinii aerolinee hangkong airways
airport lotnisko flughafen aeroport letiste jichang
aviation lotnictwo aviatsiya
railway railways kolej koleje bahn zheleznye tielu rail
auto automotive automobile automobiles avto samochody qiche motoryzacja kfz car cars
motors motor motory motoren
tools tool narzedzia werkzeuge werkzeug instrument instrumenty
glass szklo glas steklo sklo verre
paper papier bumaga papir zhiye
wood drewno holz drevo bois
furniture meble mobel mebel nabytek meubles mobilya jiaju
textile textiles tekstylia textil tekstil fangzhi
fashion moda mode fuzhuang
plastics plastic plast tworzywa kunststoff kunststoffe plastiki plasty suliao
packaging opakowania verpackung verpackungen upakovka obaly emballage ambalaj baozhuang
print printing druk drukarnia druckerei pechat tisk imprimerie yinshua
media medien mediya chuanmei
press presse prasa
publishing wydawnictwo verlag izdatelstvo nakladatelstvi edition editions
advertising reklama werbung publicite guanggao
marketing
consulting consult consultants consultancy doradztwo beratung konsalting conseil danismanlik zixun
services service uslugi uslugowe dienstleistungen dienste servis serwis uslug fuwu servizi servicios svc svcs
solutions solution rozwiazania losungen resheniya reseni fangan
security ochrona sicherheit bezopasnost securite guvenlik anquan
defence defense obrona verteidigung
finance financial finanse finansowe finanzen finanz finansy finansovaya financni jinrong finans fin
capital kapital ziben
invest investment investments inwestycje investitionen investitsii investice touzi inv
leasing lizing rental
fund funds fundusz fonds jijin
property properties nieruchomosci immobilien nedvizhimost nemovitosti immobilier fangdichan realestate dichan estate estates
development rozwoj entwicklung razvitie rozvoj developpement fazhan dev
research badania forschung issledovaniya vyzkum recherche yanjiu
laboratory laboratories laboratorium labor laboratoriya lab labs
design projektowanie dizain sheji
studio atelier
agency agentur agencja agentstvo agence
hotel hotels hoteles otel jiudian
restaurant restauracja restaurants restoran restaurace restauratsiya ristorante restaurante
travel touristik turystyka turizm tourisme luyou tourism tours
sport sports sportowy
retail detal einzelhandel roznitsa lingshou
wholesale hurtownia grosshandel opt velkoobchod
store stores sklep sklepy magazin shop shops market markt markets supermarket
pharmacy apteka apteki aptek apotheke lekarna pharmacie
agriculture agro rolnictwo landwirtschaft selskoe zemedelstvi nongye agri agricultural
farm farms gospodarstwo ferma
seed seeds nasiona saatgut semena
international intl miedzynarodowy miedzynarodowa miedzynarodowe mezhdunarodnyi mezhdunarodnaya mezinarodni internationale internazionale uluslararasi guoji inter int internacional
global worldwide swiatowy globale quanqiu
national nationale narodowy narodowa narodowe natsionalnyi natsionalnaya narodni natl nazionale nacional ulusal guojia
royal krolewski konigliche korolevskii
general generalny generale
first pierwszy pierwsza erste erster pervyi pervaya prvni premier primera diyi
second drugi druga zweite zweiter vtoroi vtoraya druhy deuxieme dier
third trzeci trzecia dritte tretii tretya treti troisieme disan
fourth czwarty vierte chetvertyi ctvrty quatrieme disi
fifth piaty funfte pyatyi paty cinquieme diwu
sixth szosty sechste shestoi sesty diliu
seventh siodmy siebte sedmoi sedmy diqi
eighth osmy achte vosmoi diba
ninth dziewiaty neunte devyatyi devaty dijiu
tenth dziesiaty zehnte desyatyi desaty
new nowy nowa neue neuer novyi novaya novy nouvelle nuova xin
old stary stara alte staryi
public publiczny publiczna offentlich publichnyi
state panstwowy staatliche gosudarstvennyi statni
regional regionalny wojewodzki landes oblastnoi oblastnaya krajska
county powiatowy raionnyi raion raiona okresni district
borough boro
cooperative spoldzielnia genossenschaft kooperativ druzstvo coop
distribution dystrybucja vertrieb distribyutsiya distribuce
supply zaopatrzenie versorgung snabzhenie gongyinglian
sons syn synowie sohne syny fils figli zonen hijos
brothers bros bracia gebruder gebr gebroeders bratya freres fratelli hermanos hnos irmaos bratia bratri brati
partners partner partnery partnerzy
equipment wyposazenie ausrustung oborudovanie vybaveni shebei
instruments apparatus pribory yiqi
biotech biotechnology biotechnologia biotechnologie bio shengwu
environment srodowisko umwelt ekologia huanbao
waste odpady abfall otkhody
cleaning sprzatanie reinigung
repair remont naprawa reparatur
studioart art sztuka kunst iskusstvo
education edukacja bildung obrazovanie vzdelavani jiaoyu
training szkolenia schulung obuchenie
legal kancelaria kanzlei law lawyers
accounting ksiegowosc buchhaltung
robotics robotyka robotik robototekhnika jiqiren robot
automation automatyka automatisierung avtomatizatsiya automatizace zidonghua
semiconductor semiconductors halbleiter bandaoti
optics optika optyka optik optical guangxue guangdian
aluminium aluminum lvye
cement zement tsement shuini
concrete beton
ceramics ceramika keramik keramika
rubber guma gummi
paint farby farben kraski
cosmetics kosmetyka kosmetik kosmetika
jewellery jewelry bizuteria schmuck
toys zabawki spielzeug igrushki
games gry spiele igry youxi
film films
music muzyka musik
radio
television tv telewizja fernsehen televidenie dianshi
post poczta pochta posta youzheng
courier kurier kuryer
storage magazyny lager sklad warehouse
port hafen porto gangkou
house dom haus
home wohnen
garden ogrod garten sad
life zycie leben zhizn
`;

/** What is bound to its city: the same name in another city is another customer. */
const local = new Set(
  'hospital clinic practice dental veterinary church inn cafe hairdresser butcher florist cardealer fitness spzoz nzoz school primaryschool secondaryschool kindergarten library museum theatre court police parafia savingsbank municipalworks waterworks mpwik housingcooperative municipality city countyoffice krajoffice council hotel restaurant bakery pharmacy'.split(
    ' ',
  ),
);
export const isLocal = (concept: string): boolean => local.has(concept);

/** Say which part of a company or country it is: different ones are different customers. */
const directions = `
north northern nord polnoc polnocny polnocna sever severnyi severnaya severo septentrional norte kuzey
south southern sud poludnie poludniowy poludniowa yug yuzhnyi yuzhnaya jih jizni sur guney poludniova
east eastern ost wschod wschodni wschodnia vostok vostochnyi vostochnaya vychod vychodni est dogu
west western zachod zachodni zachodnia zapad zapadnyi zapadnaya ouest bati oeste
central centralny centralna zentral zentrale tsentralnyi tsentralnaya centralni centrale merkez
upper gorny gorna ober verkhnii horni
lower dolny dolna unter nieder nizhnii dolni
left lewy right prawy
`;

/** Words that tell no two companies apart. */
const noise =
  'group grupp grup grupa gruppe gruppen groupe groep gruppa gruppo grupo skupina hrupa csoport konserni koncernen konsernet republika republic republik kholding holding holdings holdinggesellschaft beteiligungen beteiligungsgesellschaft jituan konzern koncern kontsern company companies compagnie cie kompania kompaniya firma firm przedsiebiorstwo predpriyatie pidpryiemstvo podnik unternehmen enterprise enterprises entreprise spolka spolecnost gesellschaft obshchestvo tovarystvo tovaristvo korporatsiya korporacja corporation corp the topco zrzeszenie societe societa sociedad sirket ets etablissements etablissement ste grp phu pphu ppuh pph fhu fh zpu pw ppu fa co org produkcyjno uslugowo handlowo excmo excelentisimo ilmo ilustrisimo obshcheobrazovatelnaya zagalnoosvitnya';

const stops =
  'and und et i y e oraz a und mit the of for fur der die das des dem den la le les du de del della di da do dos das el los las im am in w we v vo na ve z ze s so k o u an at to von vom zu zum van het op ve och og ja es no en nr numer nummer nomer num number ta obl'.split(
    ' ',
  );

const wordsOf = (lines: string): readonly (readonly string[])[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => line.split(' '));

/** How words are looked up: by sound, so that one entry serves several transliterations. */
export const wordKey = (word: string): string =>
  // Of two letters nothing is left to hear: "sc" is not "sk".
  word.length < 3 ? word : foldSounds(foldUmlauts(word));

const index = (lines: string, keyOf: (word: string) => string = wordKey): ReadonlyMap<string, string> =>
  new Map(
    wordsOf(lines).flatMap(([concept = '', ...others]) =>
      [concept, ...others].map((word) => [keyOf(word), concept] as const),
    ),
  );

/** A long word without its Slavic or Romance ending: "powiatowy", "powiatowe", "powiatowego" are one. Short ones stay: they become names. */
const stemKey = (word: string): string => wordKey(word).replace(endings, '');
const endings = /(?<=.{6})(?:ego|ogo|iei|aia|ei|ig|oe|oi|ii|[aeiou])$/;

const conceptByWord = index(concepts);
const conceptByStem = index(concepts, stemKey);
const directionByWord = index(directions);
const noiseWords: ReadonlySet<string> = new Set(noise.split(' ').map(wordKey));
const stopWords: ReadonlySet<string> = new Set(stops);

export const conceptOf = (word: string): string | undefined =>
  conceptByWord.get(wordKey(word)) ?? conceptByStem.get(stemKey(word));
export const directionOf = (word: string): string | undefined => directionByWord.get(wordKey(word));
export const isNoise = (word: string): boolean => noiseWords.has(wordKey(word));
export const isStopWord = (word: string): boolean => stopWords.has(word);
