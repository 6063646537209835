/** A company between a form and the database: its fields read, its row written, its view told. */
import { fold } from '@vitrine/catalogue/model/slug'
import { plainName } from '@vitrine/deals/company/names'
import { COMPANY_KINDS } from '@vitrine/deals/company/profile'
import { readProfile } from '@vitrine/deals/company/read-profile'
import type { Subject, Subjects } from '@vitrine/deals/company/read-slot'
import { countryName, LOCALES } from '@vitrine/messages'
import { vocabulary } from '@vitrine/messages/vocabulary'
import type { CompanyRow, Findable } from '@vitrine/store/contacts/companies'
import { z } from 'zod'
import type { CompanyFields, CompanyView } from '../contract/contacts.ts'
import { HouseError } from '../errors.ts'
import { OneLine } from '../input.ts'

const Line = z
  .string()
  .trim()
  .max(200)
  .regex(/^[^\r\n]*$/)
const Text = z.string().trim().max(2_000)
export const CompanyInput = z.strictObject({
  name: OneLine,
  kinds: z.array(z.enum(COMPANY_KINDS)).max(COMPANY_KINDS.length),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'Not a country of ISO 3166-1')
    .nullable(),
  channels: z.array(Line).max(50),
  territory: z.string().max(4_000),
  media: z.string().max(4_000),
  languages: z.string().max(4_000),
  slots: z.array(Line).max(50),
  address: Text.nullable(),
  phone: Line.nullable(),
  web: z.string().trim().max(500).nullable(),
})
/** Some of the fields, as a change names them. */
export const CompanyChange = CompanyInput.partial()

export const EMPTY_COMPANY: Omit<CompanyFields, 'name'> = {
  kinds: [],
  country: null,
  channels: [],
  territory: '',
  media: '',
  languages: '',
  slots: [],
  address: null,
  phone: null,
  web: null,
}

/** Genres and themes by every name that the house has for them. */
export const SUBJECTS: Subjects = new Map<string, Subject>([
  ...LOCALES.flatMap((locale) => [
    ...Object.entries(vocabulary[locale].genre).map(
      ([code, name]) => [plainName(name), { kind: 'genre', code }] as [string, Subject],
    ),
    ...Object.entries(vocabulary[locale].theme).map(
      ([code, name]) => [plainName(name), { kind: 'theme', code }] as [string, Subject],
    ),
  ]),
  // as programmers call it
  ['feature', { kind: 'genre', code: 'feature-documentary' }],
  ['short', { kind: 'genre', code: 'short-documentary' }],
])

/** The fields of a company as they would be typed again. */
export const companyFieldsOf = ({ name, kinds, country, profile }: CompanyRow): CompanyFields => ({
  name,
  kinds,
  country,
  channels: profile.channels,
  territory: profile.territory?.text ?? '',
  media: profile.media?.text ?? '',
  languages: profile.languages?.text ?? '',
  slots: profile.slots.map(({ text }) => text),
  address: profile.address,
  phone: profile.phone,
  web: profile.web,
})

/** @throws HouseError `invalid-input` with every field that cannot be read */
export function companyOf(fields: CompanyFields): Pick<CompanyRow, 'name' | 'kinds' | 'country' | 'profile'> & Findable {
  const { profile, faults } = readProfile(fields, SUBJECTS)
  if (faults.length > 0)
    throw new HouseError('invalid-input', {
      issues: faults.map(({ field, what }) => ({ path: field, message: what.en, messageFr: what.fr })),
    })
  const { name, country } = fields
  const kinds = [...new Set(fields.kinds)]
  const countries = country === null ? [] : [country, ...LOCALES.map((locale) => countryName(locale, country))]
  return {
    name,
    kinds,
    country,
    profile,
    search: fold([name, ...profile.channels, ...countries, profile.web ?? ''].join(' ')),
    sortName: fold(name),
  }
}

export const companyView = ({
  id,
  name,
  kinds,
  country,
  profile,
  revision,
  createdAt,
  updatedAt,
  updatedBy,
}: CompanyRow): CompanyView => ({
  id,
  revision,
  name,
  kinds,
  country,
  ...profile,
  createdAt,
  updatedAt,
  updatedBy,
})
