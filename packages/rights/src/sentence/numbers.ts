/** Numbers as contracts write them: 3, three, three (3), trente-six (36). */
import type { Line } from './line.ts'

export interface NumberRead {
  readonly value: number
  /** The token after it. */
  readonly end: number
  /** The number in brackets, when it is another: the words prevail. */
  readonly disagrees: number | null
}

// prettier-ignore
const UNITS: Record<string, number> = {
  one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12,
  thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19,
  un: 1, une: 1, deux: 2, trois: 3, quatre: 4, cinq: 5, sept: 7, huit: 8, neuf: 9, dix: 10, onze: 11, douze: 12,
  treize: 13, quatorze: 14, quinze: 15, seize: 16,
  zwei: 2, drei: 3, vier: 4, funf: 5, sechs: 6, sieben: 7, acht: 8, neun: 9, zehn: 10, zwolf: 12,
}
// prettier-ignore
const TENS: Record<string, number> = {
  twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90,
  vingt: 20, vingts: 20, trente: 30, quarante: 40, cinquante: 50, soixante: 60, septante: 70, huitante: 80, nonante: 90,
}
/** Spanish and Italian, of which some are words of other languages ("due", "once"): only where something is counted, or the figure follows. */
// prettier-ignore
const COUNTING: Record<string, number> = {
  uno: 1, dos: 2, tres: 3, cuatro: 4, cinco: 5, seis: 6, siete: 7, ocho: 8, nueve: 9, diez: 10, doce: 12, dieciocho: 18, veinticuatro: 24, treinta: 30,
  due: 2, tre: 3, quattro: 4, cinque: 5, sei: 6, sette: 7, otto: 8, nove: 9, dieci: 10, dodici: 12, diciotto: 18, ventiquattro: 24, trenta: 30, trentasei: 36,
}
const COUNTED = /^(?:\(|anos?|mes(?:es|i|e)?|ann[oi]|semanas?|settiman[ae]|dias?|giorn[oi]|pases?|passagg[io]o?|emisi\w+)$/
const HUNDREDS = new Set(['hundred', 'cent', 'cents'])
const DIGITS = /^\d{1,4}$/

/** The number that begins at a token, or null. */
export function numberAt(line: Line, at: number): NumberRead | null {
  const { tokens } = line
  const token = tokens[at]
  if (!token?.isWord) return null
  if (DIGITS.test(token.raw))
    return decimalAt(line, at) ?? inWordsToo(line, at) ?? { value: Number(token.raw), end: at + 1, disagrees: null }
  const words = wordsAt(line, at)
  if (!words) return null
  const bracket = tokens[words.end]?.key === '(' && tokens[words.end + 2]?.key === ')' ? tokens[words.end + 1]!.raw : ''
  if (!DIGITS.test(bracket)) return { ...words, disagrees: null }
  const digits = Number(bracket)
  return { value: words.value, end: words.end + 3, disagrees: digits === words.value ? null : digits }
}

/** 3 (three): the words prevail here too. */
function inWordsToo(line: Line, at: number): NumberRead | null {
  const words = line.tokens[at + 1]?.key === '(' ? wordsAt(line, at + 2) : null
  if (!words || line.tokens[words.end]?.key !== ')') return null
  const digits = Number(line.tokens[at]!.raw)
  return { value: words.value, end: words.end + 1, disagrees: digits === words.value ? null : digits }
}

/** 1.5, 2,5: one figure behind the point. */
function decimalAt({ tokens, flat }: Line, at: number): NumberRead | null {
  const token = tokens[at]!
  const next = flat[token.end]
  if ((next !== '.' && next !== ',') || !/\d/.test(flat[token.end + 1] ?? '') || /\d/.test(flat[token.end + 2] ?? '')) return null
  const end = next === '.' ? at + 2 : at + 3
  return { value: Number(`${token.raw}.${flat[token.end + 1]}`), end, disagrees: null }
}

/** Adds up the words of a number: none of the languages read here subtracts. */
function wordsAt({ tokens }: Line, at: number): { value: number; end: number } | null {
  const counting = COUNTING[tokens[at]?.key ?? '']
  if (counting !== undefined && COUNTED.test(tokens[at + 1]?.key ?? '')) return { value: counting, end: at + 1 }
  let value = 0
  let end = at
  for (let i = at; i < at + 8; i++) {
    const key = tokens[i]?.key ?? ''
    const previous = tokens[i - 1]?.key ?? ''
    if (HUNDREDS.has(key)) value = Math.max(value, 1) * 100
    else if ((key === 'vingt' || key === 'vingts') && previous === 'quatre' && i > at) value += 76
    else if (key in TENS && value % 100 === 0) value += TENS[key]!
    else if (key in UNITS && canFollow(value, UNITS[key]!)) value += UNITS[key]!
    else if (key === '&' && i > at && (tokens[i + 1]?.key ?? '') in UNITS && value >= 20) continue
    else break
    end = i + 1
  }
  return end > at ? { value, end } : null
}

/** Units follow tens; eleven to sixteen follow sixty and eighty (soixante-douze); seven to nine follow ten (dix-sept). */
const canFollow = (value: number, unit: number): boolean => {
  const rest = value % 100
  if (rest === 0) return true
  if (unit < 10) return rest >= 20 ? rest % 10 === 0 : (rest === 10 && unit >= 7)
  return (rest === 60 || rest === 80) && unit <= 16
} // prettier-ignore
