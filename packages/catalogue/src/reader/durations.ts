/** Running times in every notation: `52'`, `1h32`, `00:11:38`, `89 min 38 sec`, `52/90 min`, `3 x 52'`, `1 part (60 minutes)`. */
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
  rest: string
  /** A time that may be hours and minutes or minutes and seconds ("1:32"). */
  ambiguous: boolean
}

const MINUTE = `(?:(?:minutes|minuten|minute|minuti|minutos|minuto|minuts|minuut|minuten)(?!\\p{L})|mins?(?!\\p{L})\\.?|mn(?!\\p{L})\\.?|m(?![\\p{L}²])|['’′´‘ʹÕ](?!['’′´]))`
const HOUR = `(?:hours?|heures?|stunden?|std\\.?|horas?|hores|hora|ore|ora|hrs?\\.?|h(?!\\p{L}))`
const SECOND = `(?:sec\\p{L}*\\.?|sek\\p{L}*\\.?|seg\\p{L}*\\.?|s(?!\\p{L})|["”″]|['’′]{2})`
const PART = `(?:episodes?|épisodes?|parts?|parties?|folgen?|teile?|episodios?|episodi|episodio|cap[ií]tulos?|puntate|partes?|cap[ií]tols?|epis[oó]dios?|episodis|teilen|tlg\\.?)`
const TIMES = `[x×✕✖*]`

const DURATION = new RegExp(
  `(?:(?<count>\\d{1,4})\\s*(?:${TIMES}|-?\\s?${PART}(?:\\s*(?:of|de|d’|d'|à|á|zu\\s+je|zu|da|di|a|je|von|por|par|:|,|${TIMES}))?)\\s*\\(?\\s*)?` +
    `(?:` +
    `(?<ch>\\d{1,2}):(?<cm>[0-5]\\d):(?<cs>[0-5]\\d)(?!\\d)` +
    `|(?<h>\\d{1,2})\\s*${HOUR}\\s*(?:(?:and|et|und|y|e|i)\\s+)?(?:(?<hm>\\d{1,2})(?!\\d)(?:\\s*${MINUTE})?(?:\\s*(?<hs>\\d{1,2})\\s*${SECOND})?)?` +
    `|(?<m>\\d{1,4})(?:[.,](?<tenth>\\d))?\\s*${MINUTE}(?:\\s*(?<s>[0-5]?\\d)(?:\\s*${SECOND}|(?!\\d|\\s*(?:${MINUTE}|${TIMES}|[/&,-]))))?` +
    `|(?<b1>\\d{1,3}):(?<b2>[0-5]\\d)(?![\\d:])` +
    `|(?<bare>\\d{1,4})(?![\\d\\p{L}])` +
    `)` +
    `(?:\\s*\\))?(?:\\s*${TIMES}\\s*(?<after>\\d{1,3})(?![\\d'’′]|\\s*min))?`,
  'giu',
)

/** What a length has in any text: a number and its unit. Only a label makes a length of a number alone. */
const WITH_UNIT = /\d\s*(?:[hm'’′´‘ʹÕ]|st[du]|or[ae])|\d:[0-5]\d:/iu

const METRES = /\d+(?:[.,]\d+)?\s*(?:mt|mtr|mts|metres|meters|meter|metros|metri|mètres)(?!\p{L})\.?/giu
const FILLER =
  /(?<![\p{L}\p{N}])(?:or|and|et|und|ou|oder|y|e|o|i|approx|approximately|ca|circa|environ|about|c|versions?|versione|versión|fassung|min|minutes|minuten|total|each|chacun|je|tv|cut|per|par|episode|épisode|pro|folge|festival|cinema|theatrical|long|longue|courte|lange|kurze|short|series?|série|serie|the|also|available|as|in|de|x|un|a|length|durée|cada|uno|une|disponible|en)(?![\p{L}\p{N}])\.?/giu

/** The durations of a piece. `labelled`: the piece stands behind a label for lengths, so a bare number is one too. */
export function readDurations(piece: Piece, labelled: boolean): DurationReading {
  let text = piece.text
  if (!(labelled ? /\d/ : WITH_UNIT).test(text)) return { found: [], rest: text, ambiguous: false }
  if (/m(?:t|e|è)/i.test(text)) text = text.replace(METRES, (metres) => ' '.repeat(metres.length))
  const found: DurationFound[] = []
  let ambiguous = false
  let rest = ''
  let at = 0
  for (const match of text.matchAll(DURATION)) {
    const before = text[match.index - 1]
    const one = minutesOf(match.groups!)
    if (one === 'ambiguous') ambiguous ||= labelled
    // "27th", "F24", "1.85" and years are numbers of something else
    const partOfWord =
      before !== undefined &&
      /[\p{L}\d.,:]/u.test(before) &&
      !(before === ',' || (before === '.' && !/\d/.test(text[match.index - 2] ?? '')) || before === ':')
    if (one === null || one === 'ambiguous' || partOfWord || one.minutes < 1 || one.minutes > 6000) continue
    if (one.bare && (one.minutes > 999 || text[match.index + match[0].length] === '%')) continue
    const count = match.groups!['count'] ?? match.groups!['after']
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
  if (!labelled) {
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
  if (kept.length === 0 && !labelled) return { found: kept, rest: text, ambiguous }
  rest = rest
    .replace(FILLER, ' ')
    .replace(/[\s\u0001,;/&|+()[\]:·•–—.-]+/g, ' ')
    .trim()
  return { found: kept, rest, ambiguous }
}

function minutesOf(groups: Record<string, string | undefined>): { minutes: number; bare: boolean } | 'ambiguous' | null {
  const number = (name: string) => Number(groups[name] ?? 0)
  const rounded = (minutes: number, seconds: number) => minutes + (seconds >= 30 ? 1 : 0)
  if (groups['ch'] !== undefined) return { minutes: rounded(number('ch') * 60 + number('cm'), number('cs')), bare: false }
  if (groups['h'] !== undefined) return { minutes: rounded(number('h') * 60 + number('hm'), number('hs')), bare: false }
  if (groups['m'] !== undefined)
    return { minutes: number('tenth') >= 5 ? number('m') + 1 : rounded(number('m'), number('s')), bare: false }
  if (groups['b1'] !== undefined)
    return number('b1') < 10 ? 'ambiguous' : { minutes: rounded(number('b1'), number('b2')), bare: true }
  if (groups['bare'] !== undefined) return { minutes: number('bare'), bare: true }
  return null
}
