import type { Demonstration, DemonstrationDeal } from '../contract.ts'

const STATES: readonly DemonstrationDeal['state'][] = ['lost', 'agreed', 'invoiced', 'completed']

/** A small part of a demonstration house with something of each of its parts: a start that is killed in it need not be long. */
export function briefDemonstration(whole: Demonstration): Demonstration {
  const deals = STATES.flatMap((wanted) => whole.deals?.find(({ state }) => state === wanted) ?? [])
  const films = new Set([...deals.flatMap(({ lines }) => lines.map(({ film }) => film)), ...whole.entriesSince.map(({ film }) => film)]) // prettier-ignore
  const companies = new Set([...deals.map(({ company }) => company), ...whole.tasks.map(({ company }) => company)])
  return {
    ...whole,
    films: whole.films.filter(({ slug }) => films.has(slug)).map((film) => ({ ...film, pictures: [] })),
    featured: [],
    entries: whole.entries.filter(({ film }) => films.has(film)),
    lists: whole.lists.map((list) => ({ ...list, films: list.films.filter((slug) => films.has(slug)) })),
    companies: whole.companies.filter(({ company }) => companies.has(company.name)),
    deals,
    seats: (whole.seats ?? []).filter(({ role }) => role !== 'producer'),
  }
}
