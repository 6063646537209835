import { fitOf, LEAST, scoreOf } from '@vitrine/deals/match/fit'
import { reasonInWords } from '@vitrine/messages/match'
import { FULL, NONE } from '@vitrine/rights/shelf/answers'
import { classes } from '@vitrine/rights/shelf/classes'
import { ask } from '@vitrine/rights/shelf/question'
import { share } from '@vitrine/rights/shelf/share'
import { followBook } from '@vitrine/store/rights/follow-book'
import { subjectsOfFilms, type TraitsOfFilm, traitsOfFilms } from '@vitrine/store/search/traits'
import { cardsByIds, cutsByIds } from '@vitrine/store/titles/cards'
import { type StoredCard, toTitleCard } from '../../cards/card.ts'
import { holdCompany } from '../../contacts/reach.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { MatchedTitle, MatchForBuyer, MatchVerbs } from '../../contract/match.ts'
import { parse } from '../../input.ts'
import { historiesOf, lookingOf, MatchInput, questionFor, roughly, subjectsOf, tasteOf, wishOf } from '../../match/taste.ts'
import { authorise } from '../../policies/authorise.ts'
import { cutsOf } from '../../rights/cuts-of.ts'
import { toQuestionInWords } from '../../rights/in-words.ts'
import { readQuestionOf } from '../../rights/read-input.ts'
import { todayOf } from '../../rights/today.ts'

/** Films that a rough look finds best are looked at with their true lengths. */
const CLOSER = 300
const LIMIT = 30

/**
 * What to show a buyer: films that fit their slots, languages and history, of which something of what they would ask for can be
 * had. Films they bought or refused are left out, and counted.
 */
export async function matchTitles(
  house: HouseContext,
  actor: Actor,
  args: Parameters<MatchVerbs['matchTitles']>[1],
): Promise<MatchForBuyer> {
  authorise(actor, 'matchTitles')
  const started = performance.now()
  const { companyId, ...rest } = args
  const { id, limit = LIMIT, locale, ...window } = parse(MatchInput, { ...rest, id: companyId })
  const { db, houseId } = house
  const company = await holdCompany(house, db, id)
  const today = house.now().toISOString().slice(0, 10)
  const request = readQuestionOf(questionFor(wishOf(company), window, today))
  const [films, subjects, histories, book] = await Promise.all([
    traitsOfFilms(db, houseId),
    subjectsOfFilms(db, houseId),
    historiesOf(house, [company.id]),
    followBook(db, houseId),
  ])
  const history = histories.get(company.id)!
  const taste = tasteOf(lookingOf(company), history, subjectsOf(subjects), today)

  const rough: { film: TraitsOfFilm; score: number }[] = []
  for (const film of films) {
    const score = scoreOf(roughly(film), taste)
    if (score >= LEAST) rough.push({ film, score })
  }
  const of = (what: string) => rough.filter(({ film }) => history.get(film.id) === what).length
  const fresh = rough.filter(({ film }) => !['bought', 'refused'].includes(history.get(film.id) ?? ''))
  const question = ask(book.columns, request, todayOf(house))
  const answers = classes(
    book.columns,
    question,
    Uint32Array.from(fresh, ({ film }) => film.ord),
  )
  const canBeHad = fresh.map((one, at) => ({ ...one, answer: answers[at]! })).filter(({ answer }) => answer !== NONE)

  const closer = canBeHad.toSorted((a, b) => b.score - a.score || b.answer - a.answer).slice(0, CLOSER)
  const cuts = await cutsByIds<StoredCard['cuts'][number]>(db, houseId, closer.map(({ film }) => film.id)) // prettier-ignore
  const matched = closer.flatMap(({ film, answer }) => {
    const lengths = cuts.get(film.id)
    if (lengths === undefined) return []
    const { score, reasons } = fitOf({ ...roughly(film), cuts: lengths }, taste)
    if (score < LEAST) return []
    const part = answer === FULL || question === null ? 1 : share(book.columns, question, film.ord, cutsOf({ cuts: lengths }))
    return [{ id: film.id, score, full: answer === FULL, share: part, reasons }]
  })
  const best = matched.toSorted(bestFirst).slice(0, limit)
  const cards = new Map((await cardsByIds<StoredCard>(db, houseId, best.map((one) => one.id))).map((row) => [row.id, row])) // prettier-ignore
  const rows = best.flatMap(({ id: titleId, ...one }) => {
    const row = cards.get(titleId)
    return row === undefined ? [] : [{ row, ...one }]
  })
  const { profile } = company
  return {
    company: { id: company.id, name: company.name },
    question: toQuestionInWords(request, locale),
    rows: rows.map(({ row, score, full, share, reasons }): MatchedTitle => ({
      card: toTitleCard(row, locale), score, answer: full ? 'full' : 'partial', share, reasons: reasons.map((reason) => reasonInWords(reason, locale)), talked: history.has(row.id),
    })), // prettier-ignore
    leftOut: { bought: of('bought'), refused: of('refused'), notToBeHad: fresh.length - canBeHad.length },
    missing: [
      ...(profile.territory === null ? (['territory'] as const) : []),
      ...(profile.media === null ? (['media'] as const) : []),
      ...(profile.slots.length === 0 ? (['slots'] as const) : []),
      ...(profile.languages === null ? (['languages'] as const) : []),
    ],
    milliseconds: Math.round((performance.now() - started) * 10) / 10,
  }
}

/** What fits better first; of a film of which only a part can be had the fit counts by that part, but never for less than half. */
export function bestFirst(a: { score: number; share: number }, b: { score: number; share: number }): number {
  const worth = ({ score, share: part }: { score: number; share: number }) => score * (0.5 + part / 2)
  return worth(b) - worth(a)
}
