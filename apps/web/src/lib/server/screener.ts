/** The form behind "ask for a screener" and the contact page: reads it, says what is missing, hands it to the house. */
import { fail, redirect } from '@sveltejs/kit'
import type { RequestEvent } from '@sveltejs/kit'
import { site as words } from '@vitrine/messages/site'
import { houseError, site } from './site.ts'

const LIMITS = { name: 200, email: 254, company: 200, message: 4000 } as const
type Field = keyof typeof LIMITS

/** Reads the form, asks the house, and leads to `sentTo`; with mistakes, gives them back beside what was typed. */
export async function askHouse(event: RequestEvent, titleId: string | null, sentTo: string) {
  const { locale, actor } = event.locals
  const w = words[locale]
  const form = await event.request.formData()
  const read = (field: Field) => String(form.get(field) ?? '').trim()
  const values = { name: read('name'), email: read('email'), company: read('company'), message: read('message') }
  // A field that people do not see: whoever fills it is a program. It is told what it wants to hear.
  if (String(form.get('website') ?? '') !== '') redirect(303, sentTo)

  const errors: Partial<Record<Field, string>> = {}
  for (const field of Object.keys(LIMITS) as Field[])
    if (values[field].length > LIMITS[field]) errors[field] = w.tooLong(LIMITS[field])
  if (values.name === '') errors.name = w.nameMissing
  if (values.email === '') errors.email = w.emailMissing
  else if (!/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]{2,}$/.test(values.email)) errors.email ??= w.emailWrong
  if (Object.keys(errors).length > 0) return fail(400, { values, errors })

  try {
    await site().house.requestScreener(actor, {
      titleId,
      name: values.name,
      email: values.email,
      company: values.company || null,
      message: values.message || null,
      locale,
    })
  } catch (thrown) {
    const refusal = houseError(thrown)
    if (refusal === null) throw thrown
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
