/** Lines that begin with a label: whether it is believed, and what is read behind it. */
import { readFactLine, takeSegments } from './fact-lines.ts'
import type { Segment } from './fact-lines.ts'
import { fits, furtherLabels, isProseField } from './label-lines.ts'
import type { LabelHit } from './label-lines.ts'
import type { LabelReader } from './labels/match.ts'
import { looksLikeProse, runsOn } from './prose.ts'
import { stripPiece, subPiece } from './source.ts'
import type { Line, Piece } from './source.ts'
import type { Section, Walk } from './walk.ts'

/** A fact that is no name, alone as it stands. */
const isNoName = ({ kind }: Segment): boolean => kind === 'year' || kind === 'duration'

/** `Dir: X, Belgium / Spain, 2021, 81'`, `Dir: X      81'`, `A film by X, 2020`: where the names end and nothing but facts follows. */
export function factsBehindNames(
  labels: LabelReader,
  value: Piece,
): { names: Piece; facts: NonNullable<ReturnType<typeof readFactLine>> } | null {
  if (value.text.length > 300 || !/\d/.test(value.text)) return null
  let tries = 0
  for (const mark of value.text.matchAll(/,|\s+[-–—]\s|\t+|\s{3,}|\.\s(?=\p{Lu})/gu)) {
    if (++tries > 6) return null
    const facts = readFactLine(labels, stripPiece(subPiece(value, mark.index + mark[0].length), ' ,;.'))
    if (facts && (facts.length >= 2 || isNoName(facts[0]!)) && facts.every((one) => one.kind !== 'unknown'))
      return { names: stripPiece(subPiece(value, 0, mark.index), ' ,;'), facts }
  }
  return null
}

/** `Regie: A & B | Deutschland 2022 | 94 Min.`: a line of facts whose first has a label. */
export function severalFacts(walk: Walk, hit: LabelHit, line: Line): boolean {
  const field = hit.match.fields[0]!
  // "Durée : 52' – Année : 2023 – France – VF": a length may also be followed by another
  const lengths = field === 'year' || field === 'duration'
  if (field === 'cuts' || field === 'formatOrLength' || isProseField(field) || field === 'festivals' || field === 'awards')
    return false
  const segments = readFactLine(walk.draft.labels, line.body)
  if (!segments || segments[0]!.kind !== 'labelled') return false
  if (lengths) {
    const others = segments.slice(1)
    if (
      others.length < 2 ||
      others.some((one) => one.kind === 'unknown') ||
      others.every((one) => one.kind === 'duration' || one.kind === 'year')
    )
      return false
  } else if (!segments.some((one) => one.kind === 'year' || one.kind === 'duration')) return false
  walk.flush()
  walk.close()
  takeSegments(walk.draft, segments, line, false)
  walk.facts++
  return true
}

/** Whether a label is meant, and not a word of the text or of the title. */
export function believes(walk: Walk, hit: LabelHit, line: Line, continues: boolean): boolean {
  const field = hit.match.fields[0]!
  if (hit.value.text === '') {
    if (continues && !hit.marked) {
      // a label column run into the text: capitals or a following value show it
      const next = walk.lines[walk.at + 1]
      return next !== undefined && !next.blankBefore && fits(field, next.body)
    }
    return true
  }
  if (hit.match.quality === 'misspelt') return !looksLikeProse(line) || fits(field, hit.value)
  if (isProseField(field) || hit.marked === false) return true
  // "Time: the one thing they lack." is a sentence
  if (
    [
      'festivals',
      'awards',
      'premiere',
      'press',
      'contact',
      'head',
      'other',
      'trailer',
      'theme',
      'keyword',
      'place',
      'advisory',
      'leadWrittenOn',
      'supporter',
      'broadcaster',
    ].includes(field)
  )
    return true
  if (continues && looksLikeProse(line) && hit.value.text.length > 80) return fits(field, hit.value)
  return !(hit.value.text.length > 160 && looksLikeProse(line) && !fits(field, hit.value) && hit.value.text.split(',').length < 4)
}

/** Whether a tab that stands there ends a cell with a label. */
const isFirstCell = (tab: number): boolean => tab > 0 && tab <= 60

export function label(walk: Walk, hit: LabelHit, line: Line): void {
  const { draft } = walk
  const field = hit.match.fields[0]!
  if (hit.match.quality === 'misspelt') draft.warn(field.replace('credit:', ''), 'misspelt-label', line, hit.label)
  walk.facts++
  const { fields } = hit.match
  // An interleaved label column: the prose goes on after it
  const suspended = walk.pending.length > 0 && !line.blankBefore && runsOn(walk.pending.at(-1)!) && !isProseField(field)
  if (!suspended) walk.flush()
  walk.close(suspended)
  const open = (): Section => ({
    fields,
    label: hit.label,
    line,
    qualifier: hit.match.qualifier,
    values: 0,
    blocks: 0,
    year: null,
    contact: [],
    contactLines: [],
    colon: hit.marked,
    cell: isFirstCell(line.body.text.indexOf('\t')),
  })
  if (hit.value.text === '') {
    walk.section = open()
    draft.structure.add(line)
    return
  }
  if (isProseField(field)) {
    walk.section = open()
    walk.section.values = 1
    walk.section.blocks = 1
    walk.pending = [{ ...line, body: hit.value, bullet: '', labelled: undefined }]
    walk.pendingFor = walk.section
    return
  }
  walk.section = open()
  walk.section.values = 1
  walk.section.blocks = 1
  const listed =
    field === 'festivals' ||
    field === 'awards' ||
    field === 'press' ||
    field === 'title' ||
    field === 'saleTitle' ||
    field === 'otherTitle' ||
    field === 'originalTitle'
  const { value, rest } = listed ? { value: hit.value, rest: [] } : furtherLabels(draft.labels, hit.value)
  const behind = field === 'director' ? factsBehindNames(draft.labels, value) : null
  // "Stab:  Kamera: X  Ton: Y": a head whose facts follow it
  if (!(field === 'head' && rest.length > 0 && value.text === '')) walk.values(fields, behind?.names ?? value, line, hit.label)
  if (behind) takeSegments(draft, behind.facts, line, false)
  for (const one of rest) walk.values(one.match.fields, one.value, line, one.label)
}
