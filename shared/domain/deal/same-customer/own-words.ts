import { wordKey } from './business-words';
import type { NameWord } from './company-name';
import { isCommonWord } from './common-words';
import { knownCityOf } from './places';

/** What firms do and sell, as many others do: said beside one own word it makes no name that only one has. As `toLatin` writes it. */
const trades = `
plumbing plumbers heating roofing roofers glazing flooring tiling carpentry joinery painting decorating landscaping gardening masonry scaffolding drainage paving fencing locksmith locksmiths electrician electricians handyman welding towing hauling removals movers tyres tires tyre tire lube carwash bodyshop autobody parts
pizza burger burgers sandwiches sandwich grill kitchen diner deli bagels donuts coffee tea steakhouse sushi noodles tacos fries catering bakeshop cakes sweets candy icecream gelato wine wines liquor spirits beer pub tavern lounge club
laundry cleaners drycleaning tailor tailors shoes boots jewelers jewellers watches gifts books bookshop bookstore stationery pets pet grooming kennels nursery daycare childcare tutoring nails beauty spa massage tattoo hair optician opticians eyewear photo photography video printers signs sign bikes bicycle bicycles cycles
attorney attorneys solicitors lawyer notary tax bookkeeping accountants accountant brokers broker realty realtors lettings housing homes apartments rentals hire
coaches coach taxi taxis cabs cab limousine freight haulage couriers express cargo
rachunkowe rachunkowy ksiegowe ksiegowa podatkowe podatkowy adwokacka radcowska notarialna projektowe projektowa architektoniczna tlumaczen remontowe remontowa instalacyjne instalacje hydrauliczne ogrodnicze fotograficzny kosmetyczny optyczny okulistyczny gabinety krawiecki szewski pralnia lombard kantor bar obiady pierogarnia lodziarnia cukiernia ciastkarnia warzywniak ubezpieczeniowe jezykowa taneczna jazdy osk stolarnia tartak zlom skup okna drzwi dachy posadzki
dachdecker sanitar heizung heizungsbau klempner klempnerei installateur installation maler malerbetrieb malermeister tischlerei schreinerei zimmerei fliesen fliesenleger garten gartenbau galabau elektroinstallation steuerberater steuerberatung rechtsanwalt rechtsanwalte notar versicherungsmakler makler hausverwaltung fahrschule fahrrad fahrrader schuhe blumen optiker augenoptik horakustik kosmetikstudio nagelstudio imbiss doner eis eiscafe pizzaservice getranke reinigung gebaudereinigung umzuge taxi reisen reiseburo bestattungen bestatter schlosserei metallbau spenglerei raumausstatter estrich gerustbau tiefbau hochbau abbruch entsorgung
bukhgalteriya bukhgalterskie yuridicheskaya yuridicheskie notarius advokat okna dveri krovlya santekhnika otdelka remont mebel tsvety obuv odezhda produkty stolovaya konditerskaya pekarnya shashlychnaya chaykhana banya sauna taksi gruzoperevozki evakuator shinomontazh avtomoyka avtozapchasti zapchasti lombard optika khimchistka prachechnaya atele fotostudiya krasota krasoty salon magazin univermag gastronom
esthetique beaute institut plomberie chauffage couverture toiture menuiserie charpente peinture maconnerie carrelage serrurerie electricite jardinage fleurs coiffure boulangerie patisserie traiteur pressing autoecole taxi ambulances cabinet avocats avocat notaires notaire comptable expertise immobilier garage carrosserie vins cave
estetica belleza estetico fontaneria reformas pinturas muebles panaderia pasteleria peluqueria ferreteria talleres autoescuela asesoria asesores abogados gestoria inmobiliaria farmacia floristeria carniceria pescaderia fruteria bodega bodegas
estetica estetico bellezza benessere parrucchieri idraulica impianti edilizia falegnameria serramenti panificio pasticceria parrucchiere ferramenta autofficina autotrasporti trasporti macelleria gelateria immobiliare commercialista notaio pizzeria trattoria osteria
instalaterstvi topenarstvi vodoinstalace malirstvi truhlarstvi tesarstvi pokryvacstvi zahradnictvi kvetiny kadernictvi pekarstvi cukrarna autoskola autodoprava ucetnictvi ucetni reality stavebniny zamecnictvi
loodgieter schilders schilder dakdekker bakkerij slagerij kapper kapsalon bloemen makelaar notaris rijschool fietsen schoonmaak timmerwerken aannemer
`;

/** With what firms praise themselves, or say whom they are for. */
const praise = `
premier reliable quality best superior perfect advanced modern classic trusted professional pro complete total custom precision express rapid quick fast speedy allstar star smart bright clean fresh original authentic traditional local village country united american citywide advantage excellence exclusive select choice value budget discount budgetwise affordable direct universal allied associated independent integrated innovative creative dynamic active excel
alliance alyans alians soyuz sojusz unia union edinstvo sodruzhestvo partnerstvo kontakt kontrakt kontur gorizont horyzont horizont horizon vertikal perspektiva perspektywa perspektive orientir vektor vector vertex fakt faktor argument balans bilans balance dialog prioritet priorytet kapital resurs potentsial impuls impulse energetik stroitel dom domostroi mechta udacha fart shans schastye radost sozvezdie galaktika kometa meteor planeta orbita gloriya fenix feniks vympel flagman kapitan admiral briz parus yakor okean laguna oazis rodnik istok ruchey izumrud sapfir almaz granit monolit bastion krepost kremlin stolitsa slavyanka slavyanskii rus kupets khozyain khozyayushka raduga skazochnyi fantaziya severyanka sibiryak uralets zapadnyi vostochnyi
nowoczesny nowoczesna solidny solidna tani tania szybki szybka najlepszy wspolny wspolna rodzinny domowy domowa dobry dobra swojski swojska jednosc zgoda postep
schnell gut gunstig modern fair frisch meister profi exklusiv regio heimat nachbar stadt land
veselka mriya dolya nadiya yednist dobrobut lan niva kolosok urozhay dzherelo promin svit
`;

/** First names, of persons and of those who call their firm after one. */
const givenNames = `
adam adrian agata agnieszka aleksander aleksandra alicja andrzej anna anita antoni arkadiusz artur barbara bartosz beata bogdan bogna bozena cezary czeslaw dagmara damian daniel daria dariusz dawid dominik dominika dorota edward edyta elzbieta emilia ewa ewelina filip franciszek gabriela grazyna grzegorz halina hania hanna helena henryk hubert iga igor ilona irena iwona iza izabela jacek jadwiga jakub jan janina janusz jaroslaw jerzy joanna jola jolanta jozef julia justyna kacper kamil kamila karol karolina kasia katarzyna kazimierz kinga klaudia konrad krystyna krzysztof kuba leszek lidia lucyna lukasz maciej magda magdalena malgorzata malgosia marcin marek maria marian mariola mariusz marta martyna marzena mateusz michal mieczyslaw miroslaw monika natalia nina norbert oliwia ola pawel patrycja patryk piotr przemyslaw radek radoslaw rafal renata robert roman ryszard sandra sebastian slawomir stanislaw stefan sylwia szymon tadeusz teresa tomasz urszula waldemar wanda weronika wiktor wiktoria wieslaw witold wladyslaw wojciech zbigniew zdzislaw zofia zosia zuzanna
aleksandr aleksei alexey alyona alla albina alina anastasiya anatolii andrei angelina anton arina arkadii artem artyom artyr asya bella boris valentin valentina valerii valeriya vadim varvara vasilii vasilisa vera veronika viktor violetta vitalii vladimir vladislav vyacheslav galina gennadii georgii gleb grigorii darya denis diana dmitrii evgenii evgeniya egor ekaterina elena elizaveta zhanna zinaida zoya ivan ilya inna inga irina karina kira kirill kristina kseniya larisa lev leonid lidiya liliya lyubov lyudmila maksim margarita marina mariya mikhail nadezhda natalya nikita nikolai nina oksana oleg olesya olga pavel polina raisa regina renat roman ruslan rustam svetlana semyon sergei snezhana sofya stanislav stepan taisiya tamara tatyana timofei timur ulyana fedor eduard elvira emma yulian yuliya yurii yaroslav yana
oleksandr oleksii andrii bohdan vasyl volodymyr halyna dmytro yevhen ihor iryna kateryna mykola mykhailo nataliya oleh olha petro serhii tetyana yuriy taras ostap solomiya zoryana lesya
aibek aigul alma anara asel askar bakyt dana daniyar dinara erlan gulnara kanat madina marat nurlan ruslan saule serik timur
anja andreas angelika anke annette bernd bernhard bettina birgit brigitte christa christian christine claudia dieter dirk elke erika ernst eva frank franz friedrich fritz gabi georg gerd gerhard gisela gunter gunther hans harald heike heinrich heinz helga helmut herbert hermann hilde holger horst ingrid jens joachim jochen johann johannes jorg jurgen jutta karin karl katja klaus kurt lars lothar manfred marie markus martina matthias max michael monika nicole olaf otto paul peter petra rainer ralf reinhard renate rolf rosi rudi rudolf ruth sabine silke simone stefan stephan susanne sven thomas thorsten torsten ulrich ursula ute uwe volker walter werner wilhelm willi wolfgang
al alan albert alex alice amy andrew andy angela angelo ann annie anthony arthur barbara becky ben benny bert beth betty bill billy bob bobby brenda brian bruce carl carol charles charlie chris christina christopher cindy claire colin connie craig cathy dan danny dave david dean debbie dennis diane don donna doug ed eddie elaine ellen emily emma eric ernie frank frankie fred gary gene george gerry gina gloria gordon grace graham greg gus guy hank harold harry heather helen henry howard ian jack jackie jake james jamie jane janet jason jay jean jeff jen jenny jerry jess jessica jill jim jimmy joan joe joey john johnny jon josh joy joyce judy julie karen kate kathy katie keith kelly ken kenny kevin kim larry laura lee leo leon lily linda lisa liz lou louis lucy luke lynn mabel maggie mandy marcia margaret maria marie mark mary matt maureen max megan mel mia michelle mick mike molly nancy nathan neil nick nicky norman oscar pam pat patricia patrick patty paula peggy pete peter phil phyllis rachel ralph randy ray rebecca ricky rick rita rob robin rod roger ron ronnie rosie ross roy russ ruth ryan sally sam samantha sandy sara sarah scott sean shane sharon shirley simon stan stella steph stephen steve steven stewart stuart sue susan tammy ted terry tim tina toby todd tom tommy toni tony tracy trevor val vera vicky victor vince vinny wally walt wanda wayne wendy will willie zoe
alain andre antoine benoit camille catherine celine chantal christophe claude denis didier dominique elodie eric etienne fabrice florence francois francoise gerard gilles guillaume henri herve isabelle jacqueline jacques jean jeanne jerome julien laurence lea louis luc lucie madeleine marc marcel marguerite mathieu maurice michele monique nathalie nicolas odile olivier pascal patrice philippe pierre rene roland sebastien serge sophie stephane suzanne sylvie therese thierry valerie veronique vincent virginie yann yves yvonne
alessandro alessia andrea antonella antonio bruno carla carlo carmela chiara claudio cristina dario davide domenico elena elisa enrico enzo fabio fabrizio federica federico filippo francesca francesco franco gabriele gennaro gianluca gianni giacomo giorgio giovanna giovanni giulia giuseppe luca lucia luigi marcello marco mario massimo matteo mauro mimmo nicola paola paolo pasquale piero pino rita roberto rocco rosa salvatore sergio silvia simona stefania stefano tommaso toni umberto valentina vincenzo vito
alberto alejandro alfonso alvaro ana angel angeles arturo beatriz carlos carmen cesar concha consuelo cristobal diego dolores eduardo elisa emilio enrique esteban esther felipe felix fernando francisca francisco gloria gonzalo guadalupe guillermo gustavo hector ignacio ines isabel ivan javier jesus joaquin jorge jose josefa juan juana julian julio lola lorenzo luis luisa luz manolo manuel manuela mercedes miguel miriam nuria pablo paco paloma paquita pedro pepe pilar rafael ramon raquel raul ricardo rocio rodrigo rosario ruben salvador santiago sergio silvia sonia soledad susana tomas victoria xavier yolanda
alena ales alzbeta bara blanka bohumil bozena ctirad dagmar dalibor eliska frantisek hana honza ivana ivo jana jaromir jarmila jindrich jiri jirina josef jitka karel katerina kamila kveta ladislav lenka libor libuse lubos lucie ludmila lukas marcela marketa martina michaela milan milena miloslav miloslava miroslav miroslava olga ondrej otakar pavel pavla petr petra premysl radek radka radim radomir romana simona stanislav stepan svatopluk tereza tomas vaclav vendula vera vladimir vladislav vlasta vojtech zdena zdenek zdenka zuzana
anouk arie bart bas bram cees daan dirk els erik femke frans gerrit hans hein henk hendrik ilse jaap jan jeroen johan joost kees klaas koen lieke maarten marieke marjan mieke niels piet pieter ria rob roel ruud sander sjaak sjors thijs tineke truus wim willem wouter
mehmet ahmet ali ayse fatma hasan huseyin ibrahim ismail mustafa murat omer osman yusuf zeynep
`;

/** Of which names are put together that many firms have: "Stroiservis", "Prodtorg", "Budmax". */
const parts = `
stroi stroy story servis service prod torg trade treid snab sbyt montazh remont avto auto agro prom mash khim gaz neft energo elektro electro tekh tekhno tech techno teh tehno trans les drev metall metal stal spets glav ros mos sib ural don volga evro euro inter med farm pharm bio eko eco teplo vodo gidro hydro aqua akva mebel lux luks profi plus maks max opt komplekt kom holding invest grup group konsalt leks finans kredit garant audit soft info tele svyaz net net lain line sistem sistema dom stroiinvest zhil domo ferma zerno khleb myaso moloko ryba pishche plast poli polimer beton kirpich asfalt dor dorozh most sever yug vostok zapad tsentr center media reklama print pak upak tara logistik logistika ekspress karton okhrana shchit okna dekor dizain stil klimat vent svet lyuks tur avia
bud bud budo pol ex mex imp impex eks eksport import hurt inst instal term termo therm thermo drew drewno meb plastik graf druk poligraf kop rol rolnik mlecz mies mix max mar mal kar dar rem projekt geo dach stol blach ogrod kwiat rent serwis system net tronik tronic matic
bau haus holz stahl werk technik elektronik dienst handel markt land tief hoch druck pack kauf wohn pflege medi logi consult team shop point pro net web data digi smart work
bat bati elec info renov habitat clim confort isol plomb
edil tecno termo idro impianti ital
stav stavo elektro kov dom zahrad
`;

/** By sound. A word and its genitive: "Joe's". */
const listed = (lines: string): ReadonlySet<string> => new Set(lines.trim().split(/\s+/).map(wordKey));
const weak: ReadonlySet<string> = listed(`${trades} ${praise} ${givenNames}`);
const names: ReadonlySet<string> = listed(givenNames);
const joinedOfParts = new RegExp(
  `^(?:${[...listed(parts)]
    .filter((part) => part.length > 1)
    .toSorted((a, b) => b.length - a.length)
    .join('|')}){2,}[aou]?$`,
);
const patronymic = /(?:ovic|evic|ovik|evik|oviq|eviq|ovna|evna|ivna|ichna|iqna)$/;

/** Whether a word is so much a firm's own that hardly another one has it; what many are called by, what they do and people's first names are not. */
export const isOwnWord = ({ kind, sound, text }: NameWord): boolean =>
  kind === 'core' &&
  text.length > 1 &&
  !weak.has(sound) &&
  !isCommonWord(sound) &&
  !(sound.endsWith('s') && (names.has(sound.slice(0, -1)) || isCommonWord(sound.slice(0, -1)))) &&
  knownCityOf(text) === undefined &&
  !patronymic.test(sound) &&
  !joinedOfParts.test(sound);
