/** One subtitle: what is written, from when to when. */
export interface Cue {
  /** In seconds from the start of the film. */
  from: number
  to: number
  /** Lines parted by `\n`. `<i>`, `<b>` and `<u>` with their ends are the only marks; `&`, `<` and `>` themselves are `&amp;`, `&lt;`, `&gt;`. */
  text: string
  /** It stands at the top of the picture, so as not to hide what is below. */
  top: boolean
}

/** What a person reads of a subtitle. */
export const readText = (text: string): string =>
  text
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

/** Text of which no character is a mark. */
export const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/**
 * Text as SRT and WebVTT files write it: the marks that are kept stay, others go (`<font>`, `{\an8}`, voices and classes), and anything else
 * is taken for what it says. Marks are closed in the order in which they were opened; within itself a mark says nothing more.
 */
export function keptMarks(written: string): string {
  const open: { name: string; times: number }[] = []
  let out = ''
  let at = 0
  for (const mark of written.matchAll(/<(\/?)([a-z][^<>]*)>/gi)) {
    out += plain(written.slice(at, mark.index))
    at = mark.index + mark[0].length
    const name = mark[2]!.split(/[\s.]/, 1)[0]!.toLowerCase()
    if (!KEPT.has(name)) continue
    const within = open.find((one) => one.name === name)
    if (mark[1] === '') {
      if (within) within.times++
      else {
        open.push({ name, times: 1 })
        out += `<${name}>`
      }
    } else if (within && --within.times === 0) {
      for (const { name: last } of open.splice(open.indexOf(within)).toReversed()) out += `</${last}>`
    }
  }
  out += plain(written.slice(at))
  for (const { name } of open.toReversed()) out += `</${name}>`
  return tidy(out)
}

const KEPT = new Set(['b', 'i', 'u'])
const plain = (text: string) => escaped(decoded(text))

/** Lines without spaces at their ends, and none that is empty. */
export const tidy = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => readText(line).trim() !== '')
    .join('\n')

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', nbsp: '\u00A0', lrm: '\u200E', rlm: '\u200F', quot: '"' }

const decoded = (text: string) => text.replace(/&([a-z]+);/gi, (whole, name: string) => ENTITIES[name.toLowerCase()] ?? whole)
