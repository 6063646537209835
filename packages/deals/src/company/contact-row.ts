/** One line of a list of contacts, from a spreadsheet or a card: the company in it, the person in it, and what could not be read. */
import type { Advice } from '@vitrine/rights/expression-error'
import { ExpressionError } from '@vitrine/rights/expression-error'
import { parseLanguages } from '@vitrine/rights/languages/parse'
import { parseTerritories } from '@vitrine/rights/territories/parse'
import { plainName } from './names.ts'
import type { CompanyKind, CompanyProfile } from './profile.ts'
import { readProfile } from './read-profile.ts'
import type { Subjects } from './read-slot.ts'
import type { Card } from './vcard.ts'

export const CONTACT_COLUMNS = ['ignore', 'company', 'kinds', 'country', 'channels', 'territory', 'media', 'rightsLanguages', 'slots', 'address', 'companyPhone', 'web', 'name', 'firstName', 'lastName', 'email', 'phone', 'role', 'languages', 'locale', 'consent', 'note'] as const // prettier-ignore
export type ContactColumn = (typeof CONTACT_COLUMNS)[number]
export type Cells = Partial<Record<Exclude<ContactColumn, 'ignore'>, string>>

export interface RowProblem {
  column: ContactColumn | null
  /** `bad`: the line cannot be taken. `doubtful`: it can, without what is named. */
  severity: 'bad' | 'doubtful'
  what: Advice
}
export interface ReadCompany {
  name: string
  kinds: CompanyKind[]
  country: string | null
  profile: CompanyProfile
}
export interface ReadPerson {
  name: string
  email: string | null
  phone: string | null
  role: string | null
  languages: string[]
  locale: 'en' | 'fr' | null
  consent: 'given' | 'refused' | null
}

const KINDS: Readonly<Record<Exclude<CompanyKind, 'other'>, string>> = {
  broadcaster: 'broadcaster, tv, television, tv channel, channel, public broadcaster, diffuseur, chaine, chaine de television, television publique, sender, fernsehsender, rundfunk, emisora, canal, emittente, rete',
  platform: 'platform, vod, svod, avod, fast, streamer, streaming, streaming platform, plateforme, plateforme vod, plattform, plataforma, piattaforma',
  distributor: 'distributor, sales, sales agent, distribution, distributeur, vendeur, verleih, vertrieb, weltvertrieb, distribuidora, distribuidor, distributore',
  festival: 'festival, film festival, market, filmfest, festival de cinema',
  producer: 'producer, production, production company, producteur, societe de production, produzent, produktion, produktionsfirma, productora, productor, produttore, casa di produzione',
} // prettier-ignore
const KIND_OF = new Map(
  Object.entries(KINDS).flatMap(([kind, words]) => words.split(', ').map((word) => [word, kind as CompanyKind] as const)),
)
const YES = new Set('yes y oui o ja j si x 1 true vrai wahr given opt in ok agreed accord'.split(' '))
const NO = new Set('no n non nein 0 false faux falsch refused refus opt out'.split(' '))

const FAULTS = {
  nobody: { en: 'There is neither a company nor a person; the line is left out.', fr: 'Il n’y a ni société ni personne ; la ligne est laissée de côté.' },
  nobodysAlone: { en: 'There is an address, but nobody’s name; the line is left out.', fr: 'Il y a une adresse, mais le nom de personne ; la ligne est laissée de côté.' },
  further: (text: string): Advice => ({ en: `A further address, “${text}”; left out.`, fr: `Une autre adresse, « ${text} » ; laissée de côté.` }),
  email: (text: string): Advice => ({ en: `“${text}” is no mail address; left out.`, fr: `« ${text} » n’est pas une adresse de courriel ; laissé de côté.` }),
  country: (text: string): Advice => ({ en: `“${text}” is no country; left out.`, fr: `« ${text} » n’est pas un pays ; laissé de côté.` }),
  kind: (text: string): Advice => ({ en: `“${text}” is no kind of company that is known; left out.`, fr: `« ${text} » n’est pas une nature de société connue ; laissé de côté.` }),
  consent: (text: string): Advice => ({ en: `“${text}” is neither yes nor no; left out.`, fr: `« ${text} » n’est ni oui ni non ; laissé de côté.` }),
  leftOut: ({ en, fr }: Advice): Advice => ({ en: `${en} Left out.`, fr: `${fr} Laissé de côté.` }),
  nobodys: { en: 'There is an address, but nobody’s name.', fr: 'Il y a une adresse, mais le nom de personne.' },
} // prettier-ignore

const list = (text: string | undefined): string[] =>
  (text ?? '').split(/[;\n|]/).map((one) => one.trim()).filter((one) => one !== '') // prettier-ignore
const words = (text: string | undefined): string[] => list((text ?? '').replaceAll(',', ';').replaceAll('/', ';'))
const orNull = (text: string | undefined): string | null => (text === undefined || text.trim() === '' ? null : text.trim())
const cut = (text: string | undefined, most: number): string =>
  (text ?? '').trim().replaceAll(/\s+/g, ' ').slice(0, most).toWellFormed()

/** What the house's own form takes for an address: the expression of zod's `z.email()`, so that what is brought in can be edited. */
const EMAIL = /^(?:[A-Za-z0-9_'+-]+\.)*[A-Za-z0-9_'+-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/

/**
 * Reads a line. What cannot be read is left out and named; of a line without any name nothing is left.
 *
 * @example
 * readContactRow({ company: 'Kanal Ost', lastName: 'Nowak', firstName: 'Ana', country: 'Allemagne' }, subjects).person?.name // 'Ana Nowak'
 */
export function readContactRow(
  cells: Cells,
  subjects: Subjects,
): { company: ReadCompany | null; person: ReadPerson | null; note: string | null; problems: RowProblem[] } {
  const problems: RowProblem[] = []
  const doubt = (column: ContactColumn, what: Advice) => void problems.push({ column, severity: 'doubtful', what })
  const company = readCompany(cells, subjects, doubt)
  const person = readPerson(cells, doubt)
  if (company === null && person === null) {
    if (orNull(cells.email) === null) problems.push({ column: null, severity: 'doubtful', what: FAULTS.nobody })
    else doubt('email', FAULTS.nobodysAlone)
  } else if (person === null && orNull(cells.email) !== null) doubt('email', FAULTS.leftOut(FAULTS.nobodys))
  return { company, person, note: orNull(cells.note)?.slice(0, 20_000).toWellFormed() ?? null, problems }
}

type Doubt = (column: ContactColumn, what: Advice) => void

function readCompany(cells: Cells, subjects: Subjects, doubt: Doubt): ReadCompany | null {
  const name = cut(cells.company, 200)
  if (name === '') return null
  const kinds = words(cells.kinds).flatMap((word): CompanyKind[] => {
    const kind = KIND_OF.get(plainName(word)) ?? KIND_OF.get(plainName(word).replace(/s$/, ''))
    if (kind === undefined) doubt('kinds', FAULTS.kind(word))
    return kind === undefined ? [] : [kind]
  })
  const { profile, faults } = readProfile(
    {
      channels: list(cells.channels).slice(0, 50).map((one) => cut(one, 200)),
      territory: cut(cells.territory, 4_000),
      media: cut(cells.media, 4_000),
      languages: cut(cells.rightsLanguages, 4_000),
      slots: list(cells.slots).slice(0, 50).map((one) => cut(one, 200)),
      address: orNull(cells.address)?.slice(0, 2_000).toWellFormed() ?? null,
      phone: cut(cells.companyPhone, 200),
      web: orNull(cells.web)?.slice(0, 500) ?? null,
    },
    subjects,
  ) // prettier-ignore
  for (const { field, what } of faults) doubt(columnOf(field), FAULTS.leftOut(what))
  return { name, kinds: [...new Set(kinds)], country: countryOf(cells.country, doubt), profile }
}
const columnOf = (field: string): ContactColumn =>
  field === 'languages' ? 'rightsLanguages' : field.startsWith('slots') ? 'slots' : (field as ContactColumn)

/** A country by its name in any language of the trade, or its code. */
function countryOf(text: string | undefined, doubt: Doubt): string | null {
  const said = orNull(text)
  if (said === null) return null
  try {
    const countries = new Set(parseTerritories(said).set.leaves().map((leaf) => leaf.slice(0, 2))) // prettier-ignore
    if (countries.size === 1) return [...countries][0]!
  } catch (thrown) {
    if (!(thrown instanceof ExpressionError)) throw thrown
  }
  doubt('country', FAULTS.country(said.slice(0, 80)))
  return null
}

function readPerson(cells: Cells, doubt: Doubt): ReadPerson | null {
  const name = cut(cells.name, 200) || cut([cells.firstName, cells.lastName].filter(Boolean).join(' '), 200)
  if (name === '') return null
  const [email, ...further] = addressesOf(cells.email, doubt)
  if (further.length > 0) doubt('email', FAULTS.further(further.join(', ').slice(0, 80)))
  return {
    name,
    email: email ?? null,
    phone: cut(cells.phone?.replaceAll(/\s*:::\s*/g, ', '), 200) || null,
    role: cut(cells.role, 200) || null,
    languages: languagesOf(cut(cells.languages, 500), doubt),
    locale: localeOf(cells.locale),
    consent: consentOf(cells.consent, doubt),
  }
}

/** Several stand in one cell, parted as address books part them: "a ::: b" (Google), "a; b". */
function addressesOf(text: string | undefined, doubt: Doubt): string[] {
  const said = cut(text, 1_000).split(/\s*:::\s*|[;,]\s*/).map((one) => one.trim().replace(/^mailto:/i, '')) // prettier-ignore
  return [...new Set(said)].filter((one) => {
    const sound = one.length <= 254 && EMAIL.test(one)
    if (one !== '' && !sound) doubt('email', FAULTS.email(one.slice(0, 80)))
    return sound
  })
}

function languagesOf(text: string, doubt: Doubt): string[] {
  if (text === '') return []
  try {
    return [...parseLanguages(text.replaceAll(';', ',')).named.keys()]
  } catch (thrown) {
    if (!(thrown instanceof ExpressionError)) throw thrown
    doubt('languages', FAULTS.leftOut({ en: thrown.message, fr: thrown.messageFr }))
    return []
  }
}
function localeOf(text: string | undefined): 'en' | 'fr' | null {
  const said = plainName(text ?? '')
  return /^(?:fr|francais|french|franzosisch|frances|francese)$/.test(said) ? 'fr' : /^(?:en|english|anglais|englisch|ingles|inglese)$/.test(said) ? 'en' : null // prettier-ignore
}
function consentOf(text: string | undefined, doubt: Doubt): 'given' | 'refused' | null {
  const said = plainName(text ?? '')
  if (said === '') return null
  if (YES.has(said) || said === 'opt in') return 'given'
  if (NO.has(said) || said === 'opt out') return 'refused'
  doubt('consent', FAULTS.consent(cut(text, 80)))
  return null
}

/** A card as a line of the same list. */
export function cellsOfCard(card: Card): Cells {
  const said: Cells = {
    company: card.org ?? '',
    name: card.name,
    email: card.isOrg ? '' : card.emails.join('; '),
    phone: card.isOrg ? '' : (card.phones[0] ?? ''),
    companyPhone: card.isOrg ? (card.phones[0] ?? '') : '',
    role: card.title ?? '',
    address: card.org === null ? '' : (card.address ?? ''),
    web: card.org === null ? '' : (card.web ?? ''),
    languages: card.languages.join(', '),
    note: card.note ?? '',
  }
  return Object.fromEntries(Object.entries(said).filter(([, text]) => text !== ''))
}
