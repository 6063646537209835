/** Names of companies and people as they are compared: without case, accents, signs and legal forms. */

const TYPED_AS: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ı: 'i' }

const ASCII = /^[ -~]*$/
const inPlainLetters = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[ßæœøđðþłı]/g, (letter) => TYPED_AS[letter]!)

/**
 * A text without case, accents and signs.
 *
 * @example
 * plainName('Télé-Rive & Cie.') // 'tele rive cie'
 */
export const plainName = (text: string): string =>
  (ASCII.test(text) ? text.toLowerCase() : inPlainLetters(text))
    .replaceAll(/[’']/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** What a company is in law, and says nothing of which one it is. Written as `plainName` leaves it. */
const LEGAL_FORMS = new Set(
  (
    'ltd limited llc llp plc inc incorporated corp corporation co company pty ulc ' +
    'gmbh ag kg ug mbh ohg gbr ev eg se kgaa ' +
    'sa sas sasu sarl eurl snc scop sca sprl srl bv bvba nv vof asbl vzw ' +
    'spa sapa sl slu sau lda ltda eireli ' +
    'ab oy oyj as asa aps hb is ' +
    'sro zrt kft bt nyrt doo dd jsc ooo oao zao ao sia uab ou ' +
    'kk gk'
  ).split(' '),
)
/** Forms that are written with dots or in several words. */
const IN_PIECES =
  / (?:s a r l|s a s u|s a s|s r l|s p a|s a|g m b h|m b h|b v|n v|s l|a s|a g|k g|z o o|sp z o o|sp zoo|e v|d o o|s r o|k k|et cie|und co|co) ?$/

/**
 * What tells one company from another in its name: plain, without legal forms, and without "The" before it.
 *
 * @example
 * nameKey('The Kanal Ost GmbH & Co. KG') // 'kanal ost'
 * nameKey('KANAL-OST')                   // 'kanal ost'
 */
export function nameKey(name: string): string {
  let key = ` ${plainName(name)}`
  for (let before = ''; before !== key;) {
    before = key
    const pieces = IN_PIECES.exec(key)
    if (pieces !== null && pieces.index > 0) key = key.slice(0, pieces.index)
    const last = key.lastIndexOf(' ')
    if (last > 0 && LEGAL_FORMS.has(key.slice(last + 1))) key = key.slice(0, last)
  }
  return key.trim().replace(/^the (?=.)/, '')
}

/** Where anybody has a mailbox: sharing such a domain says nothing of a company. */
const ANYBODYS = new Set(
  'gmail.com googlemail.com yahoo.com yahoo.fr yahoo.co.uk ymail.com outlook.com hotmail.com hotmail.fr live.com msn.com icloud.com me.com mac.com aol.com gmx.de gmx.net gmx.at web.de t-online.de orange.fr wanadoo.fr free.fr laposte.net sfr.fr proton.me protonmail.com posteo.de mail.ru yandex.ru wp.pl o2.pl seznam.cz libero.it tin.it'.split(
    ' ',
  ),
)

/**
 * The domain of a mail address, where it is a company's own.
 *
 * @example
 * ownDomain('a.nowak@Kanal-Ost.example') // 'kanal-ost.example'
 * ownDomain('anna@gmail.com')            // null
 */
export function ownDomain(email: string): string | null {
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase()
  return domain === '' || ANYBODYS.has(domain) ? null : domain
}
