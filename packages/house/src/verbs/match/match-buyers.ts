import type { TitleSheet } from '@vitrine/catalogue'
import { type FilmTraits, fitOf, LEAST, WEIGHTS } from '@vitrine/deals/match/fit'
import { slugOf } from '@vitrine/catalogue/model/slug'
import { reasonInWords } from '@vitrine/messages/match'
import { answerRequest } from '@vitrine/rights/availability/answer'
import type { Answer } from '@vitrine/rights/book/line'
import { findCompanies, type LikeMinded, listLikeMinded } from '@vitrine/store/contacts/companies'
import { companiesOfFilms } from '@vitrine/store/deals/history'
import { readTitleLines } from '@vitrine/store/rights/lines'
import { subjectsOfFilms } from '@vitrine/store/search/traits'
import { versionsOf } from '../../cards/card.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { MatchedBuyer, MatchForTitle, MatchVerbs } from '../../contract/match.ts'
import { parse } from '../../input.ts'
import { historiesOf, lookingOf, MatchInput, questionFor, type Subjects, subjectsOf, tasteOf } from '../../match/taste.ts'
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
  const [films, lines] = await Promise.all([subjectsOfFilms(db, houseId), readTitleLines(db, houseId, id)])
  const subjects = subjectsOf(films)
  // Whoever bought or asked for films like it may have no profile that says so.
  const telling = [...film.themes, ...film.genres].filter((subject) => !subjects.common.has(subject))
  const like = films.about(telling).filter((one) => one !== id)
  const [likers, wishes] = await Promise.all([companiesOfFilms(db, houseId, like, CLOSER), listLikeMinded(db, houseId)])
  const buyers = fitting(film, wishes, new Set(likers), subjects, today)

  // many buyers ask for the same territories and media
  const answers = new Map<string, ReturnType<typeof answerRequest>>()
  const answerTo = ({ territory, media }: LikeMinded) => {
    const key = `${territory} ${media}`
    const known = answers.get(key) ?? answerRequest(readQuestionOf(questionFor({ territory: leavesOf(territory), media: leavesOf(media) }, window, today)), lines, cutsOf(sheet), todayOf(house)) // prettier-ignore
    answers.set(key, known)
    return known
  }
  const leftOut = { bought: 0, refused: 0, notToBeHad: 0 }
  const closer: { companyId: string; answer: Exclude<Answer, 'none'>; share: number }[] = []
  for (const { company, wish } of buyers) {
    if (closer.length === CLOSER || answers.size === MOST_ASKED) break
    const { answer, share } = answerTo(wish)
    if (answer === 'none') leftOut.notToBeHad++
    else closer.push({ companyId: company.id, answer, share })
  }

  const ids = closer.map(({ companyId }) => companyId)
  const [found, histories] = await Promise.all([findCompanies(db, houseId, ids), historiesOf(house, ids)])
  const companies = new Map(found.map((company) => [company.id, company]))
  const rows = closer.flatMap(({ companyId, answer, share }) => {
    const company = companies.get(companyId)
    const history = histories.get(companyId)!
    const before = history.get(id)
    if (company === undefined) return [] // merged or removed meanwhile
    if (before === 'bought' || before === 'refused') {
      leftOut[before]++
      return []
    }
    const { score, reasons } = fitOf(film, tasteOf(lookingOf(company), history, subjects, today))
    return score < LEAST ? [] : [{ company, score, answer, share, reasons, talked: before === 'talked' }]
  })
  const { from, to, exclusive } = questionFor({}, window, today)
  return {
    title: { id, title: sheet.title },
    asked: { from, to, exclusive },
    rows: rows.toSorted(bestFirst).slice(0, limit).map(({ company, reasons, ...row }): MatchedBuyer => ({
      ...row, company: { id: company.id, name: company.name, country: company.country }, reasons: reasons.map((reason) => reasonInWords(reason, locale)),
    })), // prettier-ignore
    leftOut,
    milliseconds: Math.round((performance.now() - started) * 10) / 10,
  }
}

/** The companies that it seems to fit by what they say and by what they liked, the best first and by name; what each looks for beside it. */
function fitting(
  film: FilmTraits,
  wishes: readonly LikeMinded[],
  likers: ReadonlySet<string>,
  subjects: Subjects,
  today: string,
) {
  const found = wishes.flatMap((wish) => {
    const { score } = fitOf(film, tasteOf(wish, new Map(), subjects, today))
    return wish.companies.map((company) => ({ company, wish, score: score + (likers.has(company.id) ? WEIGHTS.liked : 0) }))
  })
  return found.filter(({ score }) => score >= LEAST).toSorted((a, b) => b.score - a.score || byName(a.company, b.company))
}

function byName(a: LikeMinded['companies'][number], b: LikeMinded['companies'][number]): number {
  if (a.sortName !== b.sortName) return a.sortName < b.sortName ? -1 : 1
  return a.id < b.id ? -1 : 1
}

const leavesOf = (written: string | null): string[] | undefined =>
  written === null ? undefined : (JSON.parse(written) as string[])

/** As the facets of the catalogue call them: codes, else slugs of the words. */
const traitsOf = (id: string, sheet: TitleSheet): FilmTraits => ({
  id,
  cuts: sheet.cuts,
  genres: sheet.genres.map(slugOf),
  themes: sheet.themes.map(slugOf),
  languages: versionsOf(sheet),
  year: sheet.year,
})
