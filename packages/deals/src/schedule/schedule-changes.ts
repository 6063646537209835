/**
 * What an amendment changes, in plain words: of each line of the schedule of rights, what it said and what it says from now on.
 * Put into the schedule as it was, the changes are read back to exactly the rights as they are.
 */
import type { EntryTerms } from '@vitrine/rights/book/entry'
import type { WordsLocale } from '@vitrine/rights/words/box-in-words'
import { meaningOf, readSchedule, sameMeaning } from './read-schedule.ts'
import { type Schedule, type ScheduleBlock, ScheduleError, scheduleOf, textOf } from './schedule.ts'
import { SCHEDULE_FIELDS, type ScheduleField, scheduleWords } from './schedule-words.ts'

export interface ScheduleChange {
  readonly kind: ScheduleBlock['kind']
  /** Which block of its kind, from 0. */
  readonly at: number
  readonly field: ScheduleField
  /** "Media"; with the block's own heading before it where there are several. */
  readonly label: string
  /** null: the line was not there, or is there no more. */
  readonly was: string | null
  readonly becomes: string | null
}

const KINDS = ['rights', 'holdback'] as const

/**
 * @example
 * changesOf(freeTv, freeTvAndCatchUp, 'en').map(({ label, was, becomes }) => [label, was, becomes])
 * // [['Media', 'Free TV', 'Free TV, Catch-up']]
 * @throws ScheduleError when no words say one of the two exactly
 */
export function changesOf(before: EntryTerms, after: EntryTerms, locale: WordsLocale): ScheduleChange[] {
  const [old, now] = [scheduleOf(before, locale), scheduleOf(after, locale)]
  const changes = KINDS.flatMap((kind) => {
    const [were, are] = [blocksOf(old, kind), blocksOf(now, kind)]
    const most = Math.max(were.length, are.length)
    return Array.from({ length: most }, (_, at) => at).flatMap((at) => {
      const heading = headingOf(kind, at, most, locale)
      return SCHEDULE_FIELDS.flatMap((field): ScheduleChange[] => {
        const [was, becomes] = [lineOf(were[at], field), lineOf(are[at], field)]
        if (was === becomes) return []
        const label = scheduleWords[locale].labels[field]
        return [{ kind, at, field, label: kind === 'rights' && most === 1 ? label : `${heading}, ${label}`, was, becomes }]
      })
    })
  })
  if (!sameMeaning(readSchedule(applyChanges(old, changes, locale), locale), meaningOf(after)))
    throw new ScheduleError('These changes cannot be put into words that mean exactly them.')
  return changes
}

/** The schedule as the changes leave it, as text. */
export function applyChanges(before: Schedule, changes: readonly ScheduleChange[], locale: WordsLocale): string {
  const blocks = KINDS.flatMap((kind) => {
    const were = blocksOf(before, kind)
    const ofKind = changes.filter((one) => one.kind === kind)
    const most = Math.max(were.length, ...ofKind.map(({ at }) => at + 1))
    const kept = Array.from({ length: most }, (_, at) =>
      SCHEDULE_FIELDS.flatMap((field) => {
        const change = ofKind.find((one) => one.at === at && one.field === field)
        const text = change === undefined ? lineOf(were[at], field) : change.becomes
        return text === null ? [] : [{ field, label: scheduleWords[locale].labels[field], text }]
      }),
    ).filter((lines) => lines.length > 0)
    return kept.map((lines, at): ScheduleBlock => ({ kind, heading: headingOf(kind, at, kept.length, locale), lines }))
  })
  return textOf(blocks, locale)
}

const blocksOf = ({ blocks }: Schedule, kind: ScheduleBlock['kind']): ScheduleBlock[] => blocks.filter((one) => one.kind === kind)
const lineOf = (block: ScheduleBlock | undefined, field: ScheduleField): string | null =>
  block?.lines.find((line) => line.field === field)?.text ?? null
function headingOf(kind: ScheduleBlock['kind'], at: number, of: number, locale: WordsLocale): string {
  const name = scheduleWords[locale][kind]
  return of === 1 ? name : `${name} ${at + 1}`
}
