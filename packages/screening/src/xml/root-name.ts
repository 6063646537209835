/** What may stand before the root element of a document of XML, by how it begins and how it ends. */
const BEFORE = [
  ['<?', '?>'],
  ['<!--', '-->'],
  ['<!', '>'],
] as const

const SPACES = /\s*/y
const ROOT = /<(?:[\w.-]+:)?([\w.-]+)(?=[\s/>])/y

/**
 * The name of the root element of a text, without its prefix; null where the text does not begin as XML does. What stands before it is passed
 * over from sign to sign, never tried again: a text made to be slow is read as fast as any other.
 */
export function rootName(text: string): string | null {
  let at = text.startsWith('\uFEFF') ? 1 : 0
  for (;;) {
    SPACES.lastIndex = at
    at += SPACES.exec(text)![0].length
    const before = BEFORE.find(([begins]) => text.startsWith(begins, at))
    if (!before) break
    const end = text.indexOf(before[1], at + before[0].length)
    if (end < 0) return null
    at = end + before[1].length
  }
  ROOT.lastIndex = at
  return ROOT.exec(text)?.[1] ?? null
}
