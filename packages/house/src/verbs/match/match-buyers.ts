import type { TitleSheet } from '@vitrine/catalogue'
import { type FilmTraits, fitOf, LEAST, WEIGHTS } from '@vitrine/deals/match/fit'
import { slugOf } from '@vitrine/catalogue/model/slug'
import { reasonInWords } from '@vitrine/messages/match'
import { answerRequest } from '@vitrine/rights/availability/answer'
import type { Answer } from '@vitrine/rights/book/line'
import { listAllCompanies } from '@vitrine/store/contacts/companies'
import { companiesOfFilms } from '@vitrine/store/deals/history'
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
/** Companies that fit best, of those that something can be had for, are looked at one by one: their history is read. */
const CLOSER = 60
/** Questions that are put to the rights book at most, of those that differ: past that, the film is free for hardly anybody. */
const MOST_ASKED = 500

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
  // many buyers ask for the same territories and media
  const answers = new Map<string, ReturnType<typeof answerRequest>>()
  const answerTo = (question: RightsQuestion) => {
    const key = JSON.stringify(question)
    const known = answers.get(key) ?? answerRequest(readQuestionOf(question), lines, cutsOf(sheet), todayOf(house))
    answers.set(key, known)
    return known
  }
  const leftOut = { bought: 0, refused: 0, notToBeHad: 0 }
  // Whoever bought or asked for films like it may have no profile that says so.
  const like = films.filter((one) => one.id !== id && [...film.themes, ...film.genres].some((subject) => !subjects.common.has(subject) && (one.themes.includes(subject) || one.genres.includes(subject)))) // prettier-ignore
  const likers = new Set(await companiesOfFilms(db, houseId, like.map((one) => one.id), CLOSER)) // prettier-ignore
  const fits = companies
    .map((company) => ({
      company,
      score: fitOf(film, tasteOf(company, new Map(), subjects, today)).score + (likers.has(company.id) ? WEIGHTS.liked : 0),
    })) // prettier-ignore
    .filter(({ score }) => score >= LEAST)
    .toSorted((a, b) => b.score - a.score)
  const closer: { company: (typeof companies)[number]; answer: Exclude<Answer, 'none'>; share: number }[] = []
  for (const { company } of fits) {
    if (closer.length === CLOSER || answers.size === MOST_ASKED) break
    const { answer, share } = answerTo(questionFor(company, window, today))
    if (answer === 'none') leftOut.notToBeHad++
    else closer.push({ company, answer, share })
  }

  const rows: MatchedBuyer[] = []
  const histories = await Promise.all(closer.map(({ company }) => historyOf(house, company)))
  for (const [at, { company, answer, share }] of closer.entries()) {
    const history = histories[at]!
    const before = history.get(id)
    if (before === 'bought' || before === 'refused') {
      leftOut[before]++
      continue
    }
    const { score, reasons } = fitOf(film, tasteOf(company, history, subjects, today))
    if (score < LEAST) continue
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
