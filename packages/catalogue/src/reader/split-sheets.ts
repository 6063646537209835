/** Where one film ends and the next begins, in a file that lists several. */
import { readFactLine } from './fact-lines.ts'
import { looksLikeFestival, namesAward } from './festivals.ts'
import { fold } from './fold.ts'
import { labelOf } from './label-lines.ts'
import { LabelReader } from './labels/match.ts'
import { looksLikeProse } from './prose.ts'
import { readSource, words } from './source.ts'
import type { Line, Source } from './source.ts'

export interface SheetPart {
  /** Offsets in the text, end exclusive; the parts together are the whole text. */
  start: number
  end: number
  line: number
  title: string | null
  reason: string
}

export interface FilmStart {
  /** Index of the first line of the film. */
  first: number
  title: string | null
  reason: string
}

/**
 * Cuts a text into films; one part when there is one film.
 *
 * @example
 * splitSheets('A\nYear: 2020\nDirector: X\n\nB\nYear: 2021\nDirector: Y').length // 2
 */
export function splitSheets(text: string): SheetPart[] {
  const source = readSource(text)
  const starts = filmStarts(source)
  return starts.map((start, at) => {
    const from = at === 0 ? 0 : source.lines[start.first]!.start
    const next = starts[at + 1]
    return {
      start: from,
      end: next ? source.lines[next.first]!.start : text.length,
      line: source.lines[start.first]?.number ?? 1,
      title: start.title,
      reason: start.reason,
    }
  })
}

/** Facts a film has one of: a second one with another value begins another film. */
const SINGULAR = new Set(['title', 'director', 'year', 'duration', 'country'])

/** The films of a source, first lines and reasons. */
export function filmStarts(source: Source): FilmStart[] {
  const { lines } = source
  const labels = new LabelReader(null)
  const starts: FilmStart[] = [{ first: 0, title: null, reason: 'beginning of the text' }]
  let known = new Map<string, string>()
  let candidate = -1 // a line that may be the title of a next film
  let titleSeen = false
  let lastFact = -1
  let clashes = 0
  let clashNames: string[] = []
  const limit = Math.min(lines.length, 20_000)
  for (let at = 0; at < limit; at++) {
    const line = lines[at]!
    if (line.rule || line.blank) continue
    const facts = factsOf(labels, line)
    if (facts.length === 0) {
      if (isTitleLike(lines, at)) {
        if (!titleSeen) {
          starts.at(-1)!.title ??= words(line.body)
          titleSeen = true
        } else if (candidate < 0 && known.size > 0 && lastFact >= 0) candidate = at
      }
      continue
    }
    for (const [field, value] of facts) {
      if (field === 'title' && known.has('title') && known.get('title') !== value) {
        candidate = at
        clashes = 2
        clashNames = ['title']
        continue
      }
      const before = known.get(field)
      if (before === undefined) {
        if (candidate < 0) known.set(field, value)
      } else if (before !== value && candidate >= 0) {
        clashes++
        clashNames.push(field)
      }
    }
    // two facts that the film before had otherwise, after a line that can be a title
    const enough = clashes >= 2 || (clashes === 1 && known.size === 1) || (clashes >= 1 && lines[candidate]?.heading === 1)
    if (candidate > 0 && enough) {
      starts.push({
        first: candidate,
        title: titleOf(labels, lines[candidate]!),
        reason: `${[...new Set(clashNames)].join(', ')} given again`,
      })
      known = new Map()
      for (let back = candidate; back <= at; back++)
        for (const [field, value] of factsOf(labels, lines[back]!)) if (!known.has(field)) known.set(field, value)
      candidate = -1
      clashes = 0
      clashNames = []
    }
    lastFact = at
    if (candidate >= 0 && clashes === 0 && facts.every(([field, value]) => known.get(field) === value)) candidate = -1
  }
  return starts
}

function titleOf(labels: LabelReader, line: Line): string | null {
  const hit = labelOf(labels, line, false)
  return words(hit && hit.value.text !== '' ? hit.value : line.body) || null
}

function factsOf(labels: LabelReader, line: Line): [string, string][] {
  const { body } = line
  if (body.text.length > 300 || line.rule) return []
  const hit = labelOf(labels, line, false)
  if (hit) {
    if (hit.value.text === '' || !hit.marked) return []
    return hit.match.fields.filter((field) => SINGULAR.has(field)).map((field) => [field, fold(words(hit.value))])
  }
  if (!/\d/.test(body.text) || (looksLikeProse(line) && !body.text.includes('|')) || looksLikeFestival(body)) return []
  // `Title (Director - 2022 - 52’)`
  const bracket = /^\S.{1,120}?\s*[([]([^()[\]]{4,160})[)\]]$/.exec(body.text)
  const piece = bracket ? { text: bracket[1]!, start: 0 } : body
  const segments = readFactLine(labels, piece)
  if (
    !segments ||
    segments.filter((one) => one.kind === 'year' || one.kind === 'duration' || one.kind === 'country').length < (bracket ? 1 : 2)
  )
    return []
  return segments.flatMap((one): [string, string][] => (SINGULAR.has(one.kind) ? [[one.kind, fold(words(one.piece))]] : []))
}

/** A short line of its own, after a blank one, that is neither text nor festival. */
function isTitleLike(lines: Line[], at: number): boolean {
  const line = lines[at]!
  const { text } = line.body
  if (text.length > 110 || text.length < 2 || !/\p{L}/u.test(text)) return false
  if (line.heading > 0) return line.heading <= 2
  if (!line.blankBefore || line.bullet !== '') return false
  if (looksLikeProse(line) || looksLikeFestival(line.body) || namesAward(text)) return false
  return !/[.:;,]$/.test(text) && !text.includes('@')
}
