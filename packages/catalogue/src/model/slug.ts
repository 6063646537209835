/** Names for addresses: the slug of a title, a person, a company, a festival. */
import anyAscii from 'any-ascii'

const LONGEST = 80

/**
 * The slug of a name: lower case ASCII letters and digits with single hyphens between. Accents are folded and other
 * scripts transliterated, so that one name spelt with and without accents has one slug. At most 80 characters, cut between
 * words where that is possible. Empty when the text has no letter and no digit.
 *
 * @example
 * slugOf("Central Asia: The Call of ISIS") // "central-asia-the-call-of-isis"
 * slugOf("L'Œuvre au noir")                // "l-oeuvre-au-noir"
 * slugOf("Гуля Мирзоева")                  // "gulya-mirzoeva"
 */
export function slugOf(text: string): string {
  const whole = fold(text).replaceAll(' ', '-')
  if (whole.length <= LONGEST) return whole
  const cut = whole.slice(0, LONGEST + 1)
  const word = cut.lastIndexOf('-')
  return word >= LONGEST / 2 ? cut.slice(0, word) : whole.slice(0, LONGEST)
}

/**
 * A text reduced to what makes two spellings the same: lower case, without accents, other scripts transliterated, everything
 * that is not a letter or a digit one space. Never cut.
 *
 * @example
 * fold("  Émile  ZOLA, film-portrait ") // "emile zola film portrait"
 */
export function fold(text: string): string {
  // Compatibility forms first ("ﬁ", full-width letters), then whatever is still outside ASCII.
  // oxlint-disable-next-line no-control-regex -- ASCII is meant, control characters included
  const ascii = /^[\x00-\x7f]*$/.test(text) ? text : anyAscii(text.normalize('NFKC').replace(/[’‘ʼ`´]/g, ' '))
  return ascii
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}
