/** Where anybody has an address or a page: says nothing about the customer. */
const publicHosts = new Set(
  'gmail.com googlemail.com google.com outlook.com hotmail.com live.com msn.com icloud.com me.com aol.com proton.me protonmail.com zoho.com mail.com yandex.ru yandex.com ya.ru mail.ru bk.ru inbox.ru list.ru rambler.ru internet.ru wp.pl o2.pl onet.pl onet.eu interia.pl interia.eu gazeta.pl op.pl poczta.fm tlen.pl vp.pl buziaczek.pl seznam.cz centrum.cz email.cz atlas.cz volny.cz post.cz azet.sk centrum.sk zoznam.sk gmx.de gmx.net gmx.at gmx.ch gmx.com web.de t-online.de freenet.de arcor.de freemail.hu citromail.hu indamail.hu ukr.net i.ua meta.ua bigmir.net qq.com 163.com 126.com sina.com sina.cn foxmail.com sohu.com aliyun.com yeah.net 139.com orange.fr wanadoo.fr free.fr laposte.net sfr.fr libero.it virgilio.it tiscali.it alice.it facebook.com linkedin.com instagram.com twitter.com x.com vk.com t.me youtube.com wixsite.com wordpress.com blogspot.com github.io business.site weebly.com webnode.com taobao.com tmall.com 1688.com allegro.pl ebay.com amazon.com abv.bg inbox.lv mynet.com btinternet.com ntlworld.com virginmedia.com talktalk.net sky.com comcast.net verizon.net att.net sbcglobal.net cox.net bellsouth.net charter.net earthlink.net optonline.net bigpond.com telus.net rogers.com shaw.ca bluewin.ch chello.at aon.at a1.net telenet.be skynet.be ziggo.nl kpnmail.nl planet.nl telia.com tele2.se email.de mailbox.org posteo.de tutanota.com fastmail.com mail.de vodafone.de kabelmail.de neuf.fr bbox.fr numericable.fr sapo.pt tin.it email.it fastwebnet.it terra.es mail.kz mail.ua online.ua tut.by autograf.pl spoko.pl neostrada.pl inmail.sk quick.cz tiscali.cz upcmail.hu t-online.hu vip.qq.com tom.com'.split(
    ' ',
  ),
);
const publicLabels = new Set(['yahoo', 'hotmail', 'outlook', 'gmail', 'live', 'gmx']);

/** Under a country's letters: names are registered one further down ("acme.com.pl"). */
const secondLevel = new Set(
  'co com net org gov edu ac or ne go gob gouv govt mil info biz ltd plc sch nhs waw krakow warszawa gda poznan wroclaw lodz katowice spb msk kiev kyiv lviv odessa kharkov dp law med asso presse'.split(
    ' ',
  ),
);

export interface WebDomain {
  /** What was registered: "acme.com.pl". */
  readonly registrable: string;
  /** Its own part: "acme". */
  readonly label: string;
}

/** The registered domain in an address, a link or an e-mail address; null: none, or one that anybody can use. */
export function webDomainOf(text: string): WebDomain | null {
  const host = text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^[^/]*@/, '')
    .replace(/[/?#:,;\s].*$/, '')
    .replace(/\.+$/, '');
  const labels = host.split('.');
  if (labels.length < 2 || !labels.every((label) => /^[\p{L}\p{N}-]+$/u.test(label))) return null;
  if (/^\d+$/.test(labels.at(-1) ?? '')) return null;
  const isUnderCountry =
    labels.length > 2 && labels.at(-1)?.length === 2 && secondLevel.has(labels.at(-2) ?? '');
  const own = labels.slice(isUnderCountry ? -3 : -2);
  const [label = ''] = own;
  const registrable = own.join('.');
  return publicHosts.has(registrable) || publicLabels.has(label) ? null : { registrable, label };
}
