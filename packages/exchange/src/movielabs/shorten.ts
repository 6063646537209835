/** Texts cut to a length that a format allows, where a reader would cut them: after a sentence, else after a word. */

/** How much of the room a last whole sentence must fill to be where the text ends. */
const WORTH_ENDING_AT = 0.6

/**
 * A text in at most so many characters (code points). What is cut in the middle of a sentence ends with an ellipsis.
 *
 * @example
 * shorten('One. Two three four.', 12) // 'One. Two…'
 */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text
  const letters = [...text]
  if (letters.length <= limit) return text
  const room = letters.slice(0, limit - 1).join('')
  const sentence = /^.*[.!?…](?:[”"»’)\]]|\u00a0»| »)?(?=\s|$)/su.exec(letters.slice(0, limit).join(''))?.[0].trimEnd() ?? ''
  if (sentence.length >= limit * WORTH_ENDING_AT && /\s/.test(text[sentence.length] ?? ' ')) return sentence
  const goesOn = /^\s/u.test(letters[limit - 1]!)
  const word = (goesOn ? room : room.replace(/\S*$/u, '')).replace(/[\s,;:–—-]+$/u, '')
  return `${word === '' ? room : word}…`
}
