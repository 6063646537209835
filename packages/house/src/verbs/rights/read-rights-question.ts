import { readQuestion, requestOf } from '@vitrine/rights/question/read-question'
import { CutSet } from '@vitrine/rights/box/cut-set'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ReadQuestionResult, RightsQuestion, RightsVerbs } from '../../contract/rights.ts'
import { cleanText } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { toQuestion, toQuestionInWords } from '../../rights/in-words.ts'
import { noteViews } from '../../rights/note-views.ts'
import { todayOf } from '../../rights/today.ts'

const LONGEST = 2_000

/** One line of the trade's language, read into a question and the words that find films. Never fails: what was not understood is said. */
export async function readRightsQuestion(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RightsVerbs['readRightsQuestion']>[1],
): Promise<ReadQuestionResult> {
  authorise(actor, 'readRightsQuestion')
  const { locale } = args
  const line = cleanText(args.line).slice(0, LONGEST)
  const read = readQuestion(line, { today: todayOf(house), locale })
  const cuts = read.cuts?.value ?? []
  // a series has a cut of its own name in every film: the slot finds them, not the cut
  const named = cuts.filter((cut) => cut !== 'series')
  const asked = requestOf(read)
  const request = { ...asked, box: { ...asked.box, cuts: named.length === 0 ? CutSet.all : CutSet.of(named.slice(0, 1)) } }
  const question: RightsQuestion = toQuestion(request, locale)
  if (read.territories === null) delete question.territory
  if (read.media === null) delete question.media
  if (read.languages === null) delete question.languages
  const spans = [
    ...fieldSpans('territory', read.territories?.spans),
    ...fieldSpans('media', read.media?.spans),
    ...fieldSpans('languages', read.languages?.spans),
    ...fieldSpans('cut', read.cuts?.spans),
    ...fieldSpans('window', read.window.spans),
    ...fieldSpans('exclusive', read.exclusive.spans),
    ...fieldSpans('theme', read.themes.map(({ span }) => span)), // prettier-ignore
  ]
  return {
    question,
    text: [...read.themes, ...read.words].map(({ text }) => text).join(' '),
    slots: cuts.map((cut) => (/^\d+x\d+$/.test(cut) ? 'series' : cut)).filter((slot) => SLOTS.has(slot)), // prettier-ignore
    words: toQuestionInWords(request, locale),
    notes: noteViews(read.notes, line, locale),
    parts: spans.map(({ field, from, to }) => ({ field, start: from, end: to, text: line.slice(from, to) })),
    completions: read.unfinished?.completions.map(({ text }) => text) ?? [],
  }
}

const SLOTS = new Set(['26', '52', '75', '90', 'series'])

const fieldSpans = (field: string, spans: readonly { from: number; to: number }[] | undefined) =>
  (spans ?? []).map(({ from, to }) => ({ field, from, to }))
