/** How texts become words to search by. Both sides go through it: what is stored, and what is asked. */
import { fold as inAscii } from '@vitrine/catalogue/model/slug'

/** Longer runs of letters are cut: nobody searches by them, and PostgreSQL bounds a lexeme. */
const LONGEST_WORD = 48

// Marks that readers leave out: Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowels (and tatweel). Marks of
// Indic scripts carry the vowels and stay; the Japanese voicing mark comes back together with its letter in NFC.
// oxlint-disable-next-line eslint/no-misleading-character-class -- single marks are meant
const OPTIONAL_MARKS = /[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/g
// Letters that Unicode does not decompose, as they are typed without them.
const TYPED_AS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ħ: 'h',
  ŋ: 'n',
  ə: 'e',
  ى: 'ي',
  ة: 'ه',
  ک: 'ك',
  ی: 'ي',
}
const TYPED = new RegExp(`[${Object.keys(TYPED_AS).join('')}]`, 'g')
const ASCII = /^[\u0000-\u007f]*$/ // oxlint-disable-line no-control-regex -- ASCII is meant

/**
 * A text without case, accents and typographic forms.
 *
 * @example
 * foldText('L’Œuvre d’Émile ÅSTRÖM') // "l’oeuvre d’emile astrom"
 */
export function foldText(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(OPTIONAL_MARKS, '')
    .replace(TYPED, (letter) => TYPED_AS[letter] ?? letter)
    .normalize('NFC')
}

const RUN = /[\p{L}\p{N}\p{M}]+/gu
// Scripts written without spaces between words.
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]+/gu
const UNSPACED_ONE = new RegExp(UNSPACED.source, 'u')

/**
 * The folded words of a text, in order. Scripts without spaces give each pair of neighbouring characters, and the last
 * character alone, so that any stretch of them is found.
 *
 * @example
 * wordsOf("L'appel de la forêt") // ["l", "appel", "de", "la", "foret"]
 * wordsOf('東京物語')             // ["東京", "京物", "物語", "語"]
 */
export function wordsOf(text: string): string[] {
  const words: string[] = []
  for (const [run] of foldText(text).matchAll(RUN)) {
    if (!UNSPACED_ONE.test(run)) {
      words.push(cut(run))
      continue
    }
    let from = 0
    for (const match of run.matchAll(UNSPACED)) {
      if (match.index > from) words.push(cut(run.slice(from, match.index)))
      const characters = [...match[0]]
      characters.forEach((character, n) => words.push(character + (characters[n + 1] ?? '')))
      from = match.index + match[0].length
    }
    if (from < run.length) words.push(cut(run.slice(from)))
  }
  return words
}

/** A name in another script as it is spelt in Latin letters: "Гуля Мирзоева" is found by "gulya mirzoeva". */
export function latinWordsOf(text: string): string[] {
  const folded = foldText(text)
  if (ASCII.test(folded) || UNSPACED_ONE.test(folded)) return []
  return inAscii(text)
    .split(' ')
    .filter((word) => word !== '')
    .map(cut)
}

/** True for a pair of an unspaced script: it has no typos, only other characters. */
export function isUnspaced(word: string): boolean {
  return UNSPACED_ONE.test(word)
}

function cut(word: string): string {
  return word.length <= LONGEST_WORD ? word : word.slice(0, LONGEST_WORD).toWellFormed().replaceAll('\ufffd', '')
}

// Words of English and French (and the article of a few neighbours) that say nothing of a film when there are others.
const SMALL = new Set(
  (
    'a an and are as at be by for from in into is it its of on or the this to was with ' +
    'au aux avec ce ces cette c d dans de des du elle en est et il ils l la le les leur leurs m n ne ou par pas pour qu que qui s sa se ses son sur t un une y ' +
    'der die das und el los las il lo gli'
  ).split(' '),
)

/** True for articles, prepositions and the like. */
export function isSmallWord(word: string): boolean {
  return SMALL.has(word)
}

const ARTICLES = /^(?:the|an?|le|la|les|une?)\s+|^l['’]\s*/

/** What titles are sorted by: folded, without its leading English or French article, no longer than lists need. */
export function sortKeyOf(title: string): string {
  const key = wordsOf(foldText(title).trim().replace(ARTICLES, '')).join(' ')
  return (key || foldText(title)).slice(0, 60)
}

/**
 * Neighbouring words joined, small words left out: how "Salt Road" is told from a road and some salt, and one person from two.
 *
 * @example
 * pairsOf(['call', 'of', 'the', 'wild', 'sea']) // ["callwild", "wildsea"]
 */
export function pairsOf(words: readonly string[]): string[] {
  const large = words.filter((word) => !isSmallWord(word) && !isUnspaced(word))
  return large.slice(1).map((word, n) => large[n]! + word)
}
