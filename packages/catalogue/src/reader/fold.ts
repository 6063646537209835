/**
 * Comparing words as a reader does: without case, accents and typographic variety.
 */
import { remembered } from './memory.ts'

/** Letters that Unicode does not decompose, but that people type as plain ones. */
const PLAIN: Record<string, string> = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', æ: 'ae', œ: 'oe', ı: 'i' }

/**
 * Lower case, without accents, one kind of apostrophe, one kind of dash, single spaces.
 *
 * @example
 * fold('Réalisatrice  ') // "realisatrice"
 */
export function fold(text: string): string {
  if (text === lastText) return lastFolded
  lastFolded = isTidyAscii(text) ? text.toLowerCase() : text.length > 64 ? folded(text) : foldedWord(text)
  lastText = text
  return lastFolded
}

const BLANK = 32
const BACKTICK = 96

/** Plain ASCII with single blanks between its words has nothing but its case to lose, and no table to be looked up in: most words are such. */
function isTidyAscii(text: string): boolean {
  let before = BLANK
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code > 126 || code < BLANK || code === BACKTICK || (code === BLANK && before === BLANK)) return false
    before = code
  }
  return before !== BLANK
}

// one text is asked about several times in a row: is it a format, a genre, a premiere
let lastText = ''
let lastFolded = ''

// sheets say the same words over and over
const foldedWord = remembered((text) => folded(text))

/** Folded forms of the characters of European texts, each worked out once by the rule for all others. */
const CHARACTERS = new Map<string, string>()
for (let code = 0x80; code < 0x250; code++) CHARACTERS.set(String.fromCharCode(code), decomposed(String.fromCharCode(code)))
for (const mark of '`\u0001\t\n\r‐‑–—−’‘“”„…•·′″™€ ') CHARACTERS.set(mark, decomposed(mark))

// plain ASCII needs no decomposition; most labels are
const TO_FOLD = /[^ -_a-~]/g

function folded(text: string): string {
  const lower = text.toLowerCase()
  let strange = false
  let plainer = lower.replace(TO_FOLD, (character) => {
    const known = CHARACTERS.get(character)
    if (known === undefined) strange = true
    return known ?? ''
  })
  if (strange) plainer = decomposed(lower)
  if (plainer.includes('  ')) plainer = plainer.replace(/ {2,}/g, ' ')
  return plainer.trim()
}

function decomposed(lower: string): string {
  return lower
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[ßøłđæœı]/g, (letter) => PLAIN[letter] ?? letter)
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/[‐‑–—−]/g, '-')
    .replace(/[\s\u0001]+/g, ' ')
}
