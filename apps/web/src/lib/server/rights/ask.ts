/** The question of an address, asked: a line that was typed, or the fields of the form. */
import type { Actor, AskRequest, AskResult, Facet, FacetCounts, ReadQuestionResult } from '@vitrine/house'
import type { Locale } from '@vitrine/messages'
import { asOfOf, type When, whenOf } from '#lib/desk/rights/when.ts'
import { readFacets, SITE_FACETS } from '#lib/browse.ts'
import { answer, site } from '#lib/server/site.ts'
import { facetValueName } from '#lib/ui/facetNames.ts'
import { type AskedFields, addressOf, askedFields, questionOf, todayHere, usualFields } from './asked.ts'

const ROWS = 100
const VALUES = 30 // of one facet
const ASK_FACETS = [...SITE_FACETS, 'status'] as const satisfies readonly Facet[]

export interface Asked {
  line: string
  read: ReadQuestionResult | null
  fields: AskedFields
  text: string
  address: string
  when: When
  /** What of the catalogue was chosen, and what can be. */
  chosen: Partial<Record<Facet, string[]>>
  facets: { facet: Facet; values: { value: string; name: string; count: number }[] }[]
  result: AskResult
}

export async function askedBy(actor: Actor, url: URL, locale: Locale): Promise<Asked> {
  const { house } = site()
  const line = (url.searchParams.get('q') ?? '').slice(0, 2_000)
  const cursor = url.searchParams.get('cursor')
  const when = whenOf(url.searchParams)
  const today = when.as ?? todayHere()
  const fromForm = ['t', 'm', 'from'].some((field) => url.searchParams.has(field))
  const read = line.trim() === '' || fromForm ? null : await answer(house.readRightsQuestion(actor, { line, locale }))
  const fields = read === null ? askedFields(url, usualFields(today)) : fieldsOf(read)
  const question = read?.question ?? questionOf(fields, today)
  const text = read?.text ?? (url.searchParams.get('w') ?? '').slice(0, 200)
  const request: AskRequest = {
    question,
    locale,
    limit: ROWS,
    ...asOfOf(when),
    ...(text.trim() === '' ? {} : { text }),
    ...(cursor === null ? {} : { cursor }),
  }
  const chosen = readFacets(url.searchParams, ASK_FACETS)
  const slots = [...new Set([...(chosen.slot ?? []), ...(read?.slots ?? [])])]
  request.facets = { ...chosen, ...(slots.length > 0 ? { slot: slots } : {}) }
  const result = await answer(house.askAvailabilities(actor, request))
  // by names, so that an address is short and can be read: what was printed is read back as the same set
  const address = addressOf(read === null ? question : { ...question, ...namesOf(read) })
  return {
    line,
    read,
    fields,
    text,
    address,
    when,
    chosen,
    facets: facetsOf(result.facets, chosen, locale),
    result,
  }
}

/** What can still be chosen: a facet with one value parts nothing. */
function facetsOf(counts: readonly FacetCounts[], chosen: Asked['chosen'], locale: Locale): Asked['facets'] {
  return ASK_FACETS.flatMap((facet) => {
    const values = counts.find((one) => one.facet === facet)?.values ?? []
    if (values.length < 2 && chosen[facet] === undefined) return []
    const missed = (chosen[facet] ?? []).filter((value) => !values.slice(0, VALUES).some((one) => one.value === value))
    const shown = [...values.slice(0, VALUES), ...missed.map((value) => values.find((one) => one.value === value) ?? { value, name: null, count: 0 })] // prettier-ignore
    return [{ facet, values: shown.map(({ value, name, count }) => ({ value, name: facetValueName(locale, facet, value, name), count })) }] // prettier-ignore
  })
}

/** The territories and media of a line by their names. */
const namesOf = ({ words, question }: ReadQuestionResult) => ({
  ...(question.territory === undefined ? {} : { territory: words.territories.text }),
  ...(question.media === undefined ? {} : { media: words.media.text }),
})

/** What was read of a line, as the form shows it. */
function fieldsOf({ words, question }: ReadQuestionResult): AskedFields {
  return {
    territory: question.territory === undefined ? '' : words.territories.text,
    media: question.media === undefined ? '' : words.media.text,
    languages: question.languages === undefined ? '' : words.languages.text,
    cut: words.cut ?? '',
    from: words.from,
    to: words.to ?? '',
    exclusive: words.exclusive,
  }
}
