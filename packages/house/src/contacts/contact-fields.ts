/** A person between a form and the database: the fields read, the row written, the view told. */
import { fold } from '@vitrine/catalogue/model/slug'
import { ExpressionError } from '@vitrine/rights/expression-error'
import { parseLanguages } from '@vitrine/rights/languages/parse'
import type { Findable } from '@vitrine/store/contacts/companies'
import type { ContactRow } from '@vitrine/store/contacts/contacts'
import { z } from 'zod'
import { CONSENTS, CONTACT_CHANNELS, type ContactFields, type ContactLine, type ContactView } from '../contract/contacts.ts'
import { HouseError } from '../errors.ts'
import { Email, Id, OneLine } from '../input.ts'
import { DayText } from '../rights/read-input.ts'

const Line = z
  .string()
  .trim()
  .max(200)
  .regex(/^[^\r\n]*$/)
/** An empty field is no value. */
const orNull = <T extends z.ZodType>(type: T) => z.preprocess((value) => (value === '' ? null : value), type.nullable())
export const ContactInput = z.strictObject({
  name: OneLine,
  companyId: orNull(Id),
  email: orNull(Email),
  phone: orNull(Line),
  role: orNull(Line),
  locale: z.enum(['en', 'fr']),
  languages: z.string().max(500),
  channel: z.enum(CONTACT_CHANNELS).nullable(),
  consent: z.enum(CONSENTS),
  consentOn: orNull(DayText),
  purpose: Line,
  keptUntil: orNull(DayText),
})
export const ContactChange = ContactInput.partial()

/** What a person is until somebody says more. Business is why a house keeps people. */
export const EMPTY_CONTACT: Omit<ContactFields, 'name'> = {
  companyId: null,
  email: null,
  phone: null,
  role: null,
  locale: 'en',
  languages: '',
  channel: null,
  consent: 'unasked',
  consentOn: null,
  purpose: '',
  keptUntil: null,
}

export const contactFieldsOf = ({ detail, ...row }: ContactRow): ContactFields => ({
  name: row.name,
  companyId: row.companyId,
  email: row.email,
  phone: row.phone,
  role: row.role,
  locale: row.locale,
  languages: detail.languages.join(', '),
  channel: detail.channel,
  consent: detail.consent,
  consentOn: detail.consentOn,
  purpose: detail.purpose,
  keptUntil: row.keptUntil,
})

type Written = Pick<ContactRow, 'name' | 'companyId' | 'email' | 'phone' | 'role' | 'locale' | 'detail' | 'keptUntil'> & Findable

/** @throws HouseError `invalid-input` for languages that are none */
export function contactOf(fields: ContactFields): Written {
  const { name, companyId, email, phone, role, locale, channel, consent, consentOn, purpose, keptUntil } = fields
  return {
    name,
    companyId,
    email,
    phone,
    role,
    locale,
    detail: { languages: languagesOf(fields.languages), channel, consent, consentOn, purpose },
    keptUntil,
    search: fold([name, email ?? '', role ?? ''].join(' ')),
    sortName: fold(name),
  }
}

function languagesOf(text: string): string[] {
  if (text.trim() === '') return []
  try {
    return [...parseLanguages(text).named.keys()]
  } catch (thrown) {
    if (!(thrown instanceof ExpressionError)) throw thrown
    throw new HouseError('invalid-input', {
      issues: [{ path: 'languages', message: thrown.message, messageFr: thrown.messageFr }],
    })
  }
}

export const contactView = (row: ContactRow): ContactView => ({
  id: row.id,
  revision: row.revision,
  ...contactFieldsOf(row),
  company: row.company,
  userId: row.userId,
  erasedAt: row.erasedAt,
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
  updatedBy: row.updatedBy,
})

export const contactLine = ({ id, name, companyId, company, email, phone, role, detail, keptUntil, updatedAt }: ContactRow): ContactLine => ({
  id, name, companyId, company, email, phone, role, consent: detail.consent, keptUntil, updatedAt,
}) // prettier-ignore
