/** The form behind "ask for a screener", "ask for terms" and the contact page: reads it, says what is missing, hands it to the house. */
import { fail, redirect } from '@sveltejs/kit'
import type { RequestEvent } from '@sveltejs/kit'
import { issuesIn } from '@vitrine/messages/errors'
import { site as words } from '@vitrine/messages/site'
import { houseError, site } from './site.ts'

const LIMITS = { name: 200, email: 254, company: 200, message: 4000, territory: 1000, media: 1000, from: 10, to: 10 } as const
type Field = keyof typeof LIMITS
const WISHED = ['territory', 'media', 'from', 'to'] as const

/** Reads the form, asks the house, and leads to `sentTo`; with mistakes, gives them back beside what was typed. */
export async function askHouse(event: RequestEvent, titleIds: string[], sentTo: string) {
  const { locale, actor } = event.locals
  const w = words[locale]
  const form = await event.request.formData()
  const read = (field: string) => String(form.get(field) ?? '').trim()
  const values: Record<string, string> = { kind: read('kind'), exclusive: read('exclusive') }
  for (const field of Object.keys(LIMITS)) values[field] = read(field)
  // A field that people do not see: whoever fills it is a program. It is told what it wants to hear.
  if (String(form.get('website') ?? '') !== '') redirect(303, sentTo)

  const errors: Partial<Record<Field | 'general', string>> = {}
  for (const [field, limit] of Object.entries(LIMITS) as [Field, number][])
    if (values[field]!.length > limit) errors[field] = w.tooLong(limit)
  if (values['name'] === '') errors.name = w.nameMissing
  if (values['email'] === '') errors.email = w.emailMissing
  else if (!/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]{2,}$/.test(values['email']!)) errors.email ??= w.emailWrong
  if (Object.keys(errors).length > 0) return fail(400, { values, errors })

  const terms = values['kind'] === 'terms'
  try {
    await site().house.sendRequest(actor, {
      kind: terms ? 'terms' : titleIds.length === 0 ? 'other' : 'screener',
      titleIds,
      wishes: terms
        ? { ...Object.fromEntries(WISHED.flatMap((field) => (values[field] === '' ? [] : [[field, values[field]]]))), exclusive: values['exclusive'] !== '' } // prettier-ignore
        : null,
      name: values['name']!,
      email: values['email']!,
      company: values['company'] || null,
      message: values['message'] || null,
      locale,
    })
  } catch (thrown) {
    const refusal = houseError(thrown)
    if (refusal === null) throw thrown
    for (const { path, message } of refusal.code === 'invalid-input' ? issuesIn(locale, refusal.details) : []) {
      const field = WISHED.find((one) => path === one || path === `wishes.${one}`)
      if (field !== undefined) errors[field] ??= message
    }
    if (Object.keys(errors).length > 0) return fail(422, { values, errors })
    const general =
      refusal.status === 429 || refusal.code === 'limit-reached'
        ? w.slowDownText
        : refusal.status === 422
          ? w.badRequestText
          : w.busyText
    return fail(refusal.status, { values, errors: { general } })
  }
  redirect(303, sentTo)
}
