/** Running times in every notation: `52'`, `1h32`, `00:11:38`, `89 min 38 sec`, `52/90 min`, `3 x 52'`, `1 part (60 minutes)`. */
import { remembered } from './memory.ts'
import type { Piece } from './source.ts'

export interface DurationFound {
  /** Whole minutes, per episode; seconds round half up. */
  minutes: number
  episodes: number | null
  start: number
  end: number
  /** A number without a unit. */
  bare: boolean
}

export interface DurationReading {
  found: DurationFound[]
  /** What was left when durations, separators and filler words are taken away; without a label, the whole text when there are none. */
  readonly rest: string
  /** Whether nothing is left over: found out without working out the rest where its first word says so. */
  readonly alone: boolean
  /** A time that may be hours and minutes or minutes and seconds ("1:32"). */
  ambiguous: boolean
}

// Letters that are looked for without their case: with it, all alphabets are folded before the first length is read.
const LETTERS = '(?-i:\\p{L}*)'
const NO_LETTER = '(?-i:(?!\\p{L}))'
const MINUTE = `(?:(?:minutes|minuten|minute|minuti|minutos|minuto|minuts|minuut|minuten)${NO_LETTER}|mins?${NO_LETTER}\\.?|mn${NO_LETTER}\\.?|m(?!²)${NO_LETTER}|['’′´‘ʹÕ](?!['’′´]))`
const HOUR = `(?:hours?|heures?|stunden?|std\\.?|horas?|hores|hora|ore|ora|hrs?\\.?|h${NO_LETTER})`
const SECOND = `(?:sec${LETTERS}\\.?|sek${LETTERS}\\.?|seg${LETTERS}\\.?|s${NO_LETTER}|["”″]|['’′]{2})`
const PART = `(?:episodes?|épisodes?|parts?|parties?|folgen?|teile?|episodios?|episodi|episodio|cap[ií]tulos?|puntate|partes?|cap[ií]tols?|epis[oó]dios?|episodis|teilen|tlg\\.?)`
const TIMES = `[x×✕✖*]`

/** The groups of `DURATION` in their order: named, each match would cost an object with all of them. */
const COUNT = 1
const CLOCK_HOURS = 2
const CLOCK_MINUTES = 3
const CLOCK_SECONDS = 4
const HOURS = 5
const MINUTES_OF_HOUR = 6
const SECONDS_OF_HOUR = 7
const MINUTES = 8
const TENTH = 9
const SECONDS = 10
const FIRST = 11
const SECOND_OF_TWO = 12
const BARE = 13
const AFTER = 14

const DURATION = new RegExp(
  `(?:(\\d{1,4})\\s*(?:${TIMES}|-?\\s?${PART}(?:\\s*(?:of|de|d’|d'|à|á|zu\\s+je|zu|da|di|a|je|von|por|par|:|,|${TIMES}))?)\\s*\\(?\\s*)?` +
    `(?:` +
    `(\\d{1,2}):([0-5]\\d):([0-5]\\d)(?!\\d)` +
    `|(\\d{1,2})\\s*${HOUR}\\s*(?:(?:and|et|und|y|e|i)\\s+)?(?:(\\d{1,2})(?!\\d)(?:\\s*${MINUTE})?(?:\\s*(\\d{1,2})\\s*${SECOND})?)?` +
    `|(\\d{1,4})(?:[.,](\\d))?\\s*${MINUTE}(?:\\s*([0-5]?\\d)(?:\\s*${SECOND}|(?!\\d|\\s*(?:${MINUTE}|${TIMES}|[/&,-]))))?` +
    `|(\\d{1,3}):([0-5]\\d)(?![\\d:])` +
    `|(\\d{1,4})(?!\\d)${NO_LETTER}` +
    `)` +
    `(?:\\s*\\))?(?:\\s*${TIMES}\\s*(\\d{1,3})(?![\\d'’′]|\\s*min))?`,
  'giu',
)

/** What a length has in any text: a number and its unit. Only a label makes a length of a number alone. */
const WITH_UNIT = /\d\s*(?:[hm'’′´‘ʹÕ]|st[du]|or[ae])|\d:[0-5]\d:/iu

const METRES = /\d+(?:[.,]\d+)?\s*(?:mt|mtr|mts|metres|meters|meter|metros|metri|mètres)(?!\p{L})\.?/giu
const FILLER_WORDS =
  'or|and|et|und|ou|oder|y|e|o|i|approx|approximately|ca|circa|environ|about|c|versions?|versione|versión|fassung|min|minutes|minuten|total|each|chacun|je|tv|cut|per|par|episode|épisode|pro|folge|festival|cinema|theatrical|long|longue|courte|lange|kurze|short|series?|série|serie|the|also|available|as|in|de|x|un|a|length|durée|cada|uno|une|disponible|en'
const FILLER = new RegExp(`(?<![\\p{L}\\p{N}])(?:${FILLER_WORDS})(?![\\p{L}\\p{N}])\\.?`, 'giu')
const ONE_FILLER = new RegExp(`^(?:${FILLER_WORDS})$`, 'iu')
const isFiller = remembered((word) => ONE_FILLER.test(word))

/** Most who ask for durations do not ask what else there is, which costs more to say: it is worked out when asked for. */
class Durations implements DurationReading {
  readonly found: DurationFound[]
  readonly ambiguous: boolean
  /** The text without its durations. */
  private readonly left: string

  constructor(found: DurationFound[], left: string, ambiguous: boolean) {
    this.found = found
    this.left = left
    this.ambiguous = ambiguous
  }

  get rest(): string {
    // "52'" leaves nothing over
    if (this.left.trim() === '') return ''
    return this.left
      .replace(FILLER, ' ')
      .replace(/[\s\u0001,;/&|+()[\]:·•–—.-]+/g, ' ')
      .trim()
  }

  get alone(): boolean {
    const first = /[\p{L}\p{N}]+/u.exec(this.left)
    return (first === null || isFiller(first[0])) && this.rest === ''
  }
}

/** The durations of a piece. `labelled`: the piece stands behind a label for lengths, so a bare number is one too. */
export function readDurations(piece: Piece, labelled: boolean): DurationReading {
  let text = piece.text
  if (!(labelled ? /\d/ : WITH_UNIT).test(text)) return { found: [], rest: text, alone: false, ambiguous: false }
  if (/m(?:t|e|è)/i.test(text)) text = text.replace(METRES, (metres) => ' '.repeat(metres.length))
  const found: DurationFound[] = []
  let ambiguous = false
  let rest = ''
  let at = 0
  DURATION.lastIndex = 0
  for (let match = DURATION.exec(text); match; match = DURATION.exec(text)) {
    const before = text[match.index - 1]
    const one = minutesOf(match)
    if (one === 'ambiguous') ambiguous ||= labelled
    // "27th", "F24", "1.85" and years are numbers of something else
    const partOfWord =
      before !== undefined &&
      /[\p{L}\d.,:]/u.test(before) &&
      !(before === ',' || (before === '.' && !/\d/.test(text[match.index - 2] ?? '')) || before === ':')
    if (one === null || one === 'ambiguous' || partOfWord || one.minutes < 1 || one.minutes > 6000) continue
    if (one.bare && (one.minutes > 999 || text[match.index + match[0].length] === '%')) continue
    const count = match[COUNT] ?? match[AFTER]
    const episodes = count === undefined ? null : Number(count)
    if (episodes !== null && (episodes < 1 || episodes > 2000)) continue
    rest += text.slice(at, match.index) + ' '
    at = match.index + match[0].length
    let length = match[0].length
    while (length > 0 && /\s/.test(match[0][length - 1]!)) length--
    if (match[0].endsWith(')') && !match[0].includes('(')) length--
    found.push({
      minutes: one.minutes,
      episodes,
      start: piece.start + match.index,
      end: piece.start + match.index + length,
      bare: one.bare && episodes === null,
    })
  }
  rest += text.slice(at)
  let kept = found
  if (!labelled && found.some((one) => one.bare)) {
    kept = found.filter((one, position) => {
      const next = found[position + 1]
      if (!one.bare) return true
      // `52/90 min`: the unit of the next number is that of this one
      return (
        next !== undefined &&
        !next.bare &&
        /^[\s/,&–-]*(?:or|et|and|und|ou|oder|y|e|o)?\s*$/i.test(text.slice(one.end - piece.start, next.start - piece.start))
      )
    })
    if (kept.length < found.length) rest = text
  }
  if (kept.length === 0 && !labelled) return { found: kept, rest: text, alone: false, ambiguous }
  return new Durations(kept, rest, ambiguous)
}

function minutesOf(match: RegExpExecArray): { minutes: number; bare: boolean } | 'ambiguous' | null {
  const number = (group: number) => Number(match[group] ?? 0)
  const rounded = (minutes: number, seconds: number) => minutes + (seconds >= 30 ? 1 : 0)
  if (match[CLOCK_HOURS] !== undefined)
    return { minutes: rounded(number(CLOCK_HOURS) * 60 + number(CLOCK_MINUTES), number(CLOCK_SECONDS)), bare: false }
  if (match[HOURS] !== undefined)
    return { minutes: rounded(number(HOURS) * 60 + number(MINUTES_OF_HOUR), number(SECONDS_OF_HOUR)), bare: false }
  if (match[MINUTES] !== undefined)
    return { minutes: number(TENTH) >= 5 ? number(MINUTES) + 1 : rounded(number(MINUTES), number(SECONDS)), bare: false }
  if (match[FIRST] !== undefined)
    return number(FIRST) < 10 ? 'ambiguous' : { minutes: rounded(number(FIRST), number(SECOND_OF_TWO)), bare: true }
  if (match[BARE] !== undefined) return { minutes: number(BARE), bare: true }
  return null
}
