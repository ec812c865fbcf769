/**
 * Domains at which anybody can have an address: the large providers of free mail, as in the list that HubSpot
 * publishes of those its forms can block, without the small ones. An unlisted one does no harm by itself: whoever
 * wants to prove a domain must read the mail of its postmaster.
 */
const PUBLIC = new Set(
  `gmail.com googlemail.com outlook.com outlook.de outlook.fr outlook.es outlook.it hotmail.com hotmail.co.uk
  hotmail.de hotmail.fr hotmail.es hotmail.it live.com live.co.uk live.de live.fr live.nl msn.com passport.com
  yahoo.com yahoo.co.uk yahoo.co.in yahoo.co.jp yahoo.com.br yahoo.de yahoo.es yahoo.fr yahoo.it ymail.com
  rocketmail.com aol.com aim.com icloud.com me.com mac.com proton.me protonmail.com pm.me tutanota.com tuta.com
  tuta.io gmx.com gmx.net gmx.de gmx.at gmx.ch web.de t-online.de freenet.de arcor.de posteo.de mailbox.org
  fastmail.com fastmail.fm hey.com zoho.com zohomail.com hushmail.com mail.com email.com usa.com mail.ru inbox.ru
  list.ru bk.ru yandex.ru yandex.com ya.ru rambler.ru ukr.net qq.com foxmail.com 163.com 126.com yeah.net sina.com
  sohu.com naver.com daum.net hanmail.net nate.com rediffmail.com libero.it virgilio.it tiscali.it alice.it tin.it
  orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr bluewin.ch hispeed.ch sunrise.ch telenet.be skynet.be
  ziggo.nl kpnmail.nl planet.nl seznam.cz centrum.cz wp.pl o2.pl onet.pl interia.pl uol.com.br bol.com.br terra.com.br
  comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net btinternet.com sky.com
  virginmedia.com ntlworld.com bigpond.com optusnet.com.au shaw.ca rogers.com sympatico.ca duck.com mailinator.com
  guerrillamail.com yopmail.com 10minutemail.com temp-mail.org`.split(/\s+/),
)

/** Whether anybody can have an address at this domain, or below one of these. */
export function isPublicDomain(name: string): boolean {
  const labels = name.split('.')
  return labels.some((_, at) => PUBLIC.has(labels.slice(at).join('.')))
}
