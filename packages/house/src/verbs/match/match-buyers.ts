import type { TitleSheet } from '@vitrine/catalogue'
import { type FilmTraits, fitOf, LEAST } from '@vitrine/deals/match/fit'
import { slugOf } from '@vitrine/catalogue/model/slug'
import { reasonInWords } from '@vitrine/messages/match'
import { answerRequest } from '@vitrine/rights/availability/answer'
import { listAllCompanies } from '@vitrine/store/contacts/companies'
import { readTitleLines } from '@vitrine/store/rights/lines'
import { traitsOfFilms } from '@vitrine/store/search/traits'
import { versionsOf } from '../../cards/card.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { MatchedBuyer, MatchForTitle, MatchVerbs } from '../../contract-match.ts'
import type { RightsQuestion } from '../../contract-rights.ts'
import { parse } from '../../input.ts'
import { historyOf, MatchInput, questionFor, subjectsOf, tasteOf } from '../../match/taste.ts'
import { authorise } from '../../policies/authorise.ts'
import { cutsOf } from '../../rights/cuts-of.ts'
import { holdTitle } from '../../rights/hold-title.ts'
import { readQuestionOf } from '../../rights/read-input.ts'
import { todayOf } from '../../rights/today.ts'
import { bestFirst } from './match-titles.ts'

const LIMIT = 30
/** Companies whose profile fits best are asked about one by one: their history is read, and the rights book for each. */
const CLOSER = 60

/** Whom to show a film to: companies whose slots, languages and history it fits, and for whom something of it can be had. */
export async function matchBuyers(
  house: HouseContext,
  actor: Actor,
  args: Parameters<MatchVerbs['matchBuyers']>[1],
): Promise<MatchForTitle> {
  authorise(actor, 'matchBuyers')
  const started = performance.now()
  const { titleId, ...rest } = args
  const { id, limit = LIMIT, locale, ...window } = parse(MatchInput, { ...rest, id: titleId })
  const { db, houseId } = house
  const sheet = await holdTitle(house, db, id)
  const film = traitsOf(id, sheet)
  const today = house.now().toISOString().slice(0, 10)
  const [companies, lines, films] = await Promise.all([listAllCompanies(db, houseId), readTitleLines(db, houseId, id), traitsOfFilms(db, houseId)]) // prettier-ignore
  const subjects = subjectsOf(films)
  const fits = companies
    .map((company) => ({ company, score: fitOf(film, tasteOf(company, new Map(), subjects, today)).score }))
    .filter(({ score }) => score >= LEAST)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, CLOSER)

  const leftOut = { bought: 0, refused: 0, notToBeHad: 0 }
  const rows: MatchedBuyer[] = []
  const histories = await Promise.all(fits.map(({ company }) => historyOf(house, company)))
  // many buyers ask for the same territories and media
  const answers = new Map<string, ReturnType<typeof answerRequest>>()
  const answerTo = (question: RightsQuestion) => {
    const key = JSON.stringify(question)
    const known = answers.get(key) ?? answerRequest(readQuestionOf(question), lines, cutsOf(sheet), todayOf(house))
    answers.set(key, known)
    return known
  }
  for (const [at, { company }] of fits.entries()) {
    const history = histories[at]!
    const before = history.get(id)
    if (before === 'bought' || before === 'refused') {
      leftOut[before]++
      continue
    }
    const { answer, share } = answerTo(questionFor(company, window, today))
    if (answer === 'none') {
      leftOut.notToBeHad++
      continue
    }
    const { score, reasons } = fitOf(film, tasteOf(company, history, subjects, today))
    rows.push({ company: { id: company.id, name: company.name, country: company.country }, score, answer, share, reasons: reasons.map((reason) => reasonInWords(reason, locale)), talked: before === 'talked' }) // prettier-ignore
  }
  const { from, to, exclusive } = questionFor({ profile: { territory: null, media: null } }, window, today)
  return {
    title: { id, title: sheet.title },
    asked: { from, to, exclusive },
    rows: rows.toSorted(bestFirst).slice(0, limit),
    leftOut,
    milliseconds: Math.round((performance.now() - started) * 10) / 10,
  }
}

/** As the facets of the catalogue call them: codes, else slugs of the words. */
const traitsOf = (id: string, sheet: TitleSheet): FilmTraits => ({
  id,
  cuts: sheet.cuts,
  genres: sheet.genres.map(slugOf),
  themes: sheet.themes.map(slugOf),
  languages: versionsOf(sheet),
  year: sheet.year,
})
