import type { Facts } from '../facts.ts'
import type { Mark } from '../finding.ts'

const FILM = '(?:film|documentary|movie|version|cut|feature|portrait|programme|program)'
const LENGTHS = [
  new RegExp(`\\b(\\d{1,3})[- ]minutes?(?:[- ]long)? (?:\\p{L}+ )?${FILM}\\b`, 'giu'),
  new RegExp(`\\b${FILM} (?:of|lasts|runs)(?: for)? (\\d{1,3}) minutes\\b`, 'giu'),
  /(?<!\p{L})(?:film|documentaire|version|portrait)(?: \p{L}+)? (?:de|d[’'])\s?(\d{1,3}) ?(?:minutes|min\b|mn\b|’)/giu,
  /(?<!\p{L})(\d{1,3})-minütiger? (?:Film|Dokumentarfilm)/giu,
]

const COUNTS: Record<string, number> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  ten: 10,
  twelve: 12,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  sept: 7,
  huit: 8,
  dix: 10,
  douze: 12,
}
const PARTS = [
  /\b(\p{L}+|\d{1,3})[- ]part (?:documentary |film )?(?:series|documentary|film|portrait)\b/giu,
  /\b(?:series|told|documentary) (?:of|in) (\p{L}+|\d{1,3}) (?:episodes|parts)\b/giu,
  /(?<!\p{L})(?:série|collection|documentaire) (?:en|de) (\p{L}+|\d{1,3}) (?:épisodes|parties|volets)(?!\p{L})/giu,
  /\b(?:in|over|across) (\p{L}+|\d{1,3}) (?:episodes|parts),? (?:the|this) series\b/giu,
  /(?<!\p{L})(?:en|sur) (\p{L}+|\d{1,3}) (?:épisodes|parties|volets),? (?:la|cette) série(?!\p{L})/giu,
]

const BY =
  /(?:\b[Dd]irected by|\b[Aa] (?:film|documentary) by|\b(?:[Dd]irector|[Ff]ilmmaker)|(?<!\p{L})[Rr]éalisée? par|(?<!\p{L})[Uu]n (?:film|documentaire) d[e’']|(?<!\p{L})(?:[Rr]éalisateur|[Rr]éalisatrice|[Cc]inéaste)) ?((?:\p{Lu}[\p{L}’'-]+)(?: \p{Lu}[\p{L}’'-]+){1,2})/gu

/** Years that the text says something happened in; “by 2050” and “until 2040” look ahead and may be later than the film. */
const YEAR =
  /(?<!\d|[-–/$€£#]|\b(?:by|until|till|before|towards?|d['’]ici|jusqu['’]en|avant|vers|bis|hasta|entro) |(?:horizon|l['’]horizon) )((?:19|20)\d\d)(?![\d%°-]| (?:people|men|women|kilomet|metres|meters|euros|dollars|hectares|souls|habitants|personnes|hommes|femmes|mètres))/giu

/**
 * What the prose says and the facts deny: the length, the number of episodes, a director's other name, a year after the film
 * was made.
 *
 * @param years false for a lead, which may speak of news later than the film
 */
export function factsDisagree(
  text: string,
  start: number,
  facts: Facts,
  options: { years: boolean; today: string | null },
): Mark[] {
  return [
    ...lengths(text, start, facts),
    ...parts(text, start, facts),
    ...directors(text, start, facts),
    ...(options.years ? years(text, start, facts, options.today) : []),
  ]
}

const mark = (start: number, match: RegExpMatchArray, fact: string | number, suggestion: string | null = null): Mark => ({
  code: 'facts-disagree',
  severity: 'warning',
  start: start + match.index!,
  end: start + match.index! + match[0].length,
  suggestion,
  params: { found: match[0], fact },
})

function lengths(text: string, start: number, facts: Facts): Mark[] {
  if (facts.minutes.length === 0) return []
  return LENGTHS.flatMap((pattern) =>
    [...text.matchAll(pattern)]
      .filter((match) => !facts.minutes.includes(Number(match[1])))
      .map((match) => mark(start, match, [...new Set(facts.minutes)].join(', '))),
  )
}

function parts(text: string, start: number, facts: Facts): Mark[] {
  if (facts.minutes.length === 0 && facts.episodes.length === 0) return []
  return PARTS.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const word = match[1]!.toLowerCase()
      const said = COUNTS[word] ?? (/^\d+$/.test(word) ? Number(word) : null)
      if (said === null || facts.episodes.includes(said)) return []
      return [mark(start, match, facts.episodes.length > 0 ? [...new Set(facts.episodes)].join(', ') : 1)]
    }),
  )
}

const fold = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’]s$/, '')

/** Only a name that shares a part with a director's is a slip; any other is somebody else. */
function directors(text: string, start: number, facts: Facts): Mark[] {
  if (facts.directors.length === 0) return []
  const known = facts.directors.map((name) => ({ name, parts: name.split(/[\s-]+/).map(fold) }))
  return [...text.matchAll(BY)].flatMap((match) => {
    const said = match[1]!.replace(/['’]s$/, '')
    const parts = said.split(/[\s-]+/).map(fold)
    if (
      known.some(
        (one) =>
          fold(said) === fold(one.name) ||
          parts.every((part) => one.parts.includes(part)) ||
          one.parts.every((part) => parts.includes(part)),
      )
    )
      return []
    const near = known.find((one) => one.parts.some((part) => part.length > 2 && parts.includes(part)))
    if (!near) return []
    const at = match.index + match[0].length - match[1]!.length
    return [
      {
        code: 'facts-disagree' as const,
        severity: 'warning' as const,
        start: start + at,
        end: start + at + said.length,
        suggestion: near.name,
        params: { found: said, fact: near.name },
      },
    ]
  })
}

function years(text: string, start: number, facts: Facts, today: string | null): Mark[] {
  if (facts.year === null) return []
  const last = today === null ? facts.year + 8 : Number(today.slice(0, 4))
  return [...text.matchAll(YEAR)].flatMap((match) => {
    const said = Number(match[1])
    return said > facts.year! && said <= last ? [mark(start, match, facts.year!)] : []
  })
}
