import { readEidr } from '../identifiers/eidr.ts'
import { IDENTIFIER_KINDS } from '../identifiers/identifiers.ts'
import { readIsan } from '../identifiers/isan.ts'
import type { Reading } from '../model/reading.ts'
import { CHECKED_LENGTH, prepare, type Copy } from './copy.ts'
import { factsOfReading } from './facts.ts'
import type { CopyFinding, Mark } from './finding.ts'
import { agedLead } from './rules/aged-lead.ts'
import { allCapsTitle } from './rules/all-caps-title.ts'
import { factsDisagree } from './rules/facts-disagree.ts'
import { TEXT_RULES } from './rules/index.ts'
import { identifierMarks } from './rules/identifiers.ts'
import { missingFacts } from './rules/missing-facts.ts'
import { LIMITS, tooLong, type LimitedField } from './rules/too-long.ts'
import { say } from './say.ts'

export interface CheckOptions {
  /** BCP 47; without it each paragraph's own is found. */
  language?: string
  /** The current day, `YYYY-MM-DD`. */
  today?: string
  /** What was read of the same text: adds the findings that need the facts. */
  reading?: Reading
}

/**
 * What a good editor would correct in a text: each with its place (UTF-16 offsets), a suggestion where there is one, and a
 * message. In order of place. Linear in the length of the text; what lies beyond 120,000 units is not looked at, and said so.
 *
 * @example
 * checkCopy('They walked to the the river.')[0]
 * // { code: 'doubled-word', start: 15, end: 22, text: 'the the', suggestion: 'the', … }
 */
export function checkCopy(text: string, options: CheckOptions = {}): CopyFinding[] {
  const copy = prepare(text, options.language ?? null)
  const marks = TEXT_RULES.flatMap((rule) => rule(copy))
  const found = [
    ...marks,
    ...beyond(text),
    ...(options.reading ? againstReading(copy, options.reading, options.today ?? null) : leadOf(copy, options.today ?? null)),
  ]
  return finish(text, found, null)
}

/** Gives marks their words and their order; where two rules mark one place, the first to open keeps it. */
export function finish(text: string, marks: Mark[], field: string | null): CopyFinding[] {
  const ordered = [...marks].sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: Mark[] = []
  for (const mark of ordered) {
    const last = kept.at(-1)
    if (last && last.code === mark.code && mark.start < last.end && mark.end > mark.start) continue
    kept.push(mark)
  }
  return kept.map(({ code, severity, start, end, suggestion, params = {} }) => ({
    code,
    severity,
    start,
    end,
    text: text.slice(start, end),
    suggestion,
    message: say(code, params),
    field,
    params,
  }))
}

function beyond(text: string): Mark[] {
  if (text.length <= CHECKED_LENGTH) return []
  return [
    {
      code: 'not-checked',
      severity: 'hint',
      start: CHECKED_LENGTH,
      end: text.length,
      suggestion: null,
      params: { checked: CHECKED_LENGTH },
    },
  ]
}

/** Without a reading: the first of two or more paragraphs of prose is the lead. */
function leadOf(copy: Copy, today: string | null): Mark[] {
  const [lead, second] = copy.prose
  return lead && second ? agedLead({ ...lead, writtenOn: null }, today) : []
}

function againstReading(copy: Copy, reading: Reading, today: string | null): Mark[] {
  const facts = factsOfReading(reading)
  const place = (part: string | null): number | null => {
    const at = part === null ? -1 : copy.text.indexOf(part.slice(0, 60))
    return at < 0 ? null : at
  }
  const leadAt = place(reading.lead)
  const lead = copy.prose.find((paragraph) => leadAt !== null && paragraph.start <= leadAt && leadAt < paragraph.end)
  // A list of festivals on one line may pass for running text; its years are no slip
  const tells = (part: string) => reading.synopsis?.includes(part.trim().slice(0, 60)) === true
  const titleAt = place(reading.title)
  return [
    ...(lead ? agedLead({ ...lead, writtenOn: reading.leadWrittenOn }, today) : []),
    ...copy.prose.flatMap((paragraph) =>
      factsDisagree(paragraph.text, paragraph.start, facts, { years: paragraph !== lead && tells(paragraph.text), today }),
    ),
    ...(Object.keys(LIMITS) as LimitedField[]).flatMap((field) => {
      const at = place(reading[field])
      return reading[field] !== null && at !== null ? tooLong(field, reading[field], at) : []
    }),
    ...(titleAt === null ? [] : allCapsTitle(reading.title, titleAt)),
    ...identifiersRead(copy.text, reading),
    ...missingFacts({
      year: reading.year !== null,
      duration: facts.minutes.length > 0,
      director: reading.directors.length > 0,
      versions: reading.versionLanguages.length + reading.subtitleLanguages.length + reading.originalLanguages.length > 0,
      country: reading.countries.length > 0,
      production: reading.productionCompanies.length > 0,
      synopsis: reading.synopsis !== null,
    }),
  ]
}

/** The numbers of a film: those that the reader did not take because something is wrong with them, and those that lack a check. */
function identifiersRead(text: string, reading: Reading): Mark[] {
  const kindOf = (path: string) => IDENTIFIER_KINDS.find((kind) => path === `identifiers.${kind}`)
  const starts = reading.warnings.length === 0 ? [] : lineStarts(text)
  const refused = reading.warnings.flatMap(({ code, field, line, text: said }) => {
    const kind = code === 'bad-check-character' || code === 'bad-identifier' ? kindOf(field) : undefined
    if (kind === undefined) return []
    const place = (kind === 'eidr' ? readEidr(said) : kind === 'isan' ? readIsan(said) : null) ?? { start: 0, end: said.length }
    const number = said.slice(place.start, place.end)
    const at = text.indexOf(number, starts[line - 1] ?? text.length)
    return at < 0 ? [] : identifierMarks(kind, number, at)
  })
  const taken = reading.provenance.flatMap(({ path, raw, place }) => {
    const kind = kindOf(path)
    return kind === undefined || !text.startsWith(raw, place.start) ? [] : identifierMarks(kind, raw, place.start)
  })
  return [...refused, ...taken.filter(({ code }) => code === 'identifier-incomplete')]
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}
