/**
 * ISAN (ISO 15706-1) and V-ISAN (15706-2): `RRRR-RRRR-RRRR-EEEE-C[-VVVV-VVVV-C]`.
 * The first check character covers root and episode, the second root, episode and version without the first check.
 */
import { checkCharacter } from './mod-37-36.ts'

export interface IsanReading {
  /** Canonical hyphenated form, with the check characters that were printed. */
  printed: string
  /** False when a printed check character is wrong; true when right or not printed. */
  valid: boolean
  /** The canonical form with right check characters. */
  expected: string
  /** Where it stands in the text. */
  start: number
  end: number
}

const GROUP = '[0-9a-f]{4}'
const GAP = '[-‐– ]?'
// Of 26 characters without a gap the seventeenth is the first check character.
const CLOSE = '(?![0-9a-z](?![0-9a-f]{7}[0-9a-z](?![0-9a-z])))'
const ISAN = new RegExp(
  `(?<![0-9a-z])(${GROUP}${GAP}${GROUP}${GAP}${GROUP}${GAP}${GROUP})(?:${GAP}([0-9a-z])${CLOSE})?(?:${GAP}(${GROUP}${GAP}${GROUP})(?:${GAP}([0-9a-z])(?![0-9a-z]))?)?(?![0-9a-z])`,
  'i',
)

/**
 * Reads the first ISAN of a text; null when there is none. Blanks or hyphens, with or without check characters.
 *
 * @example
 * readIsan('ISAN 0000-0001-8CFA-0000-I-0000-0000-K')?.valid // true
 */
export function readIsan(text: string): IsanReading | null {
  const match = ISAN.exec(text)
  if (!match) return null
  const work = hex(match[1]!)
  const version = match[3] === undefined ? null : hex(match[3])
  const first = match[2]?.toUpperCase() ?? null
  const second = match[4]?.toUpperCase() ?? null
  const valid =
    (first === null || first === checkCharacter(work)) &&
    (second === null || version === null || second === checkCharacter(work + version))
  const end = match.index + match[0].length
  return { printed: join(work, first, version, second), valid, expected: formatIsan(work, version), start: match.index, end }
}

/**
 * The check character of sixteen (work) or twenty-four (work and version) hexadecimal digits.
 *
 * @example
 * computeIsan('0000-0001-8CFA-0000') // "I"
 */
export function computeIsan(digits: string): string {
  const clean = hex(digits)
  if (clean.length !== 16 && clean.length !== 24) throw new RangeError('an ISAN has sixteen or twenty-four hexadecimal digits')
  return checkCharacter(clean)
}

/** The canonical form with computed check characters. */
export function formatIsan(work: string, version: string | null = null): string {
  const digits = hex(work)
  return join(
    digits,
    checkCharacter(digits),
    version === null ? null : hex(version),
    version === null ? null : checkCharacter(digits + hex(version)),
  )
}

const hex = (text: string): string => text.replace(/[^0-9a-f]/gi, '').toUpperCase()
const fours = (digits: string): string => digits.match(/.{4}/g)!.join('-')

function join(work: string, first: string | null, version: string | null, second: string | null): string {
  return [fours(work), first, version === null ? null : fours(version), second].filter((part) => part !== null).join('-')
}
