/**
 * Texts whose errors are marked by hand, to measure the copy desk: `{code:wrong|right}` in place, or below the text
 * `@at code:words` (`#2` for their second occurrence). Texts are parted by a line of four hyphens.
 */
import { readFileSync } from 'node:fs'

export interface MarkedError {
  code: string
  start: number
  end: number
  suggestion: string | null
}
export interface MarkedText {
  name: string
  text: string
  errors: MarkedError[]
}

export function loadMarked(file: string): MarkedText[] {
  const source = readFileSync(new URL(`./copy/${file}`, import.meta.url), 'utf8')
  return source
    .trimEnd()
    .split('\n----\n')
    .map((part, index) => unmark(`${file} ${index + 1}`, part))
}

function unmark(name: string, part: string): MarkedText {
  const lines = part.split('\n')
  const notes = lines.filter((line) => line.startsWith('@at '))
  const body = lines.filter((line) => !line.startsWith('@')).join('\n').trimEnd()
  const errors: MarkedError[] = []
  let text = ''
  let last = 0
  for (const match of body.matchAll(/\{([a-z-]+):([^|}]*)\|([^}]*)\}/g)) {
    text += body.slice(last, match.index)
    errors.push({ code: match[1]!, start: text.length, end: text.length + match[2]!.length, suggestion: match[3] === '' ? null : match[3]! })
    text += match[2]!
    last = match.index + match[0].length
  }
  text += body.slice(last)
  for (const note of notes) {
    const [, code, words, nth] = /^@at ([a-z-]+):(.+?)(?:#(\d))?$/.exec(note)!
    let start = -1
    for (let i = 0; i < Number(nth ?? 1); i++) start = text.indexOf(words!, start + 1)
    if (start < 0) throw new Error(`${name}: ${note} is not in the text`)
    errors.push({ code: code!, start, end: start + words!.length, suggestion: null })
  }
  return { name, text, errors }
}
