/** A question about rights as an address says it: `?t=Poland&m=svod&from=2027-01-01&to=2029-12-31&x=1`, and back. */
import type { RightsQuestion } from '@vitrine/house'

const LONGEST = 4_000
const DAY = /^\d{4}-\d{2}-\d{2}$/

export interface AskedFields {
  territory: string
  media: string
  languages: string
  cut: string
  from: string
  to: string
  exclusive: boolean
}

/** The fields as they stand in the address; what is not there has its default. */
export function askedFields(url: URL, defaults: AskedFields): AskedFields {
  const get = (name: string, otherwise: string): string => (url.searchParams.get(name) ?? otherwise).slice(0, LONGEST).trim()
  return {
    territory: get('t', defaults.territory),
    media: get('m', defaults.media),
    languages: get('l', defaults.languages),
    cut: get('c', defaults.cut),
    from: get('from', defaults.from),
    to: get('to', defaults.to),
    exclusive: url.searchParams.has('x') ? url.searchParams.get('x') === '1' : defaults.exclusive,
  }
}

/** The question that fields put; empty ones ask for all there is. */
export const questionOf = (fields: AskedFields, today: string): RightsQuestion => ({
  ...(fields.territory === '' ? {} : { territory: fields.territory }),
  ...(fields.media === '' ? {} : { media: fields.media }),
  ...(fields.languages === '' ? {} : { languages: fields.languages }),
  cut: fields.cut === '' ? null : fields.cut.replace(/['’′]$/, ''),
  from: DAY.test(fields.from) ? fields.from : today,
  to: fields.to === '' ? null : fields.to,
  exclusive: fields.exclusive,
})

const joined = (expression: string | string[] | undefined): string =>
  Array.isArray(expression) ? expression.join(', ') : (expression ?? '')

/** The address of a question. */
export function addressOf(question: RightsQuestion): string {
  const query = new URLSearchParams()
  if (question.territory !== undefined) query.set('t', joined(question.territory))
  if (question.media !== undefined) query.set('m', joined(question.media))
  if (question.languages !== undefined && joined(question.languages) !== 'all') query.set('l', joined(question.languages))
  if (question.cut) query.set('c', question.cut)
  query.set('from', question.from)
  query.set('to', question.to ?? '')
  query.set('x', question.exclusive ? '1' : '0')
  return query.toString()
}

/** From today, for three years, everywhere, exclusively: where a picture begins that nobody has narrowed yet. */
export function usualFields(today: string, years = 3): AskedFields {
  const to = new Date(Date.parse(today))
  to.setUTCFullYear(to.getUTCFullYear() + years)
  to.setUTCDate(to.getUTCDate() - 1)
  return { territory: '', media: '', languages: '', cut: '', from: today, to: to.toISOString().slice(0, 10), exclusive: true }
}

export const todayHere = (): string => new Date().toISOString().slice(0, 10)
