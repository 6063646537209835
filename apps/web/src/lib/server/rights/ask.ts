/** The question of an address, asked: a line that was typed, or the fields of the form. */
import type { Actor, AskRequest, AskResult, ReadQuestionResult } from '@vitrine/house'
import type { Locale } from '@vitrine/messages'
import { answer, site } from '#lib/server/site.ts'
import { type AskedFields, addressOf, askedFields, questionOf, todayHere, usualFields } from './asked.ts'

const ROWS = 100

export interface Asked {
  line: string
  read: ReadQuestionResult | null
  fields: AskedFields
  text: string
  address: string
  result: AskResult
}

export async function askedBy(actor: Actor, url: URL, locale: Locale): Promise<Asked> {
  const { house } = site()
  const line = (url.searchParams.get('q') ?? '').slice(0, 2_000)
  const cursor = url.searchParams.get('cursor')
  const today = todayHere()
  const fromForm = ['t', 'm', 'from'].some((field) => url.searchParams.has(field))
  const read = line.trim() === '' || fromForm ? null : await answer(house.readRightsQuestion(actor, { line, locale }))
  const fields = read === null ? askedFields(url, usualFields(today)) : fieldsOf(read)
  const question = read?.question ?? questionOf(fields, today)
  const text = read?.text ?? (url.searchParams.get('w') ?? '').slice(0, 200)
  const request: AskRequest = {
    question,
    locale,
    limit: ROWS,
    ...(text.trim() === '' ? {} : { text }),
    ...(cursor === null ? {} : { cursor }),
  }
  const slots = read?.slots ?? []
  if (slots.length > 0) request.facets = { slot: slots }
  return { line, read, fields, text, address: addressOf(question), result: await answer(house.askAvailabilities(actor, request)) }
}

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
