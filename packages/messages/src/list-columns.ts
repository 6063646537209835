/**
 * The columns of every list that leaves the house as CSV or XLSX, in their order, as they are headed and chosen. Films have their own
 * (spreadsheets.ts), since they come in again by them.
 */
import { afterWords } from './after.ts'
import { contactColumnWords } from './desk-contacts.ts'
import { deskEntries, rightsColumnWords } from './desk-entries.ts'
import { deskRights } from './desk-rights.ts'
import { inEveryLocale, LOCALES, type Locale } from './locale.ts'

const deals = inEveryLocale(
  {
    reference: 'Deal',
    name: 'Name',
    state: 'State',
    company: 'Company',
    films: 'Films',
    owner: 'Who sees to it',
    currency: 'Currency',
    price: 'Price',
    likelihood: 'Likelihood (%)',
    closesOn: 'Expected to close',
    stateSince: 'In this state since',
    updatedAt: 'Changed',
  },
  {
    reference: 'Vente',
    name: 'Nom',
    state: 'État',
    company: 'Société',
    films: 'Films',
    owner: 'Suivie par',
    currency: 'Devise',
    price: 'Prix',
    likelihood: 'Probabilité (%)',
    closesOn: 'Conclusion prévue',
    stateSince: 'Dans cet état depuis',
    updatedAt: 'Modifiée',
  },
)
const requests = inEveryLocale(
  {
    at: 'Received',
    kind: 'Kind',
    state: 'State',
    channel: 'Came by',
    films: 'Films',
    name: 'Name',
    email: 'E-mail',
    company: 'Company',
    subject: 'Subject',
    message: 'Message',
    owner: 'Who sees to it',
    deal: 'Deal',
    'channel.site': 'Site',
    'channel.mail': 'Mail',
    'channel.entered': 'Entered',
  },
  {
    at: 'Reçue',
    kind: 'Nature',
    state: 'État',
    channel: 'Arrivée par',
    films: 'Films',
    name: 'Nom',
    email: 'Courriel',
    company: 'Société',
    subject: 'Objet',
    message: 'Message',
    owner: 'Suivie par',
    deal: 'Vente',
    'channel.site': 'Site',
    'channel.mail': 'Courriel',
    'channel.entered': 'Saisie',
  },
)
const tasks = inEveryLocale(
  { due: 'Due', text: 'What', about: 'About', owner: 'Whose', by: 'Written by' },
  { due: 'Échéance', text: 'Quoi', about: 'À propos de', owner: 'À qui', by: 'Écrite par' },
)
const deliverables = inEveryLocale(
  {
    dueOn: 'Due',
    kind: 'What',
    detail: 'Which',
    film: 'Film',
    deal: 'Deal',
    dealName: 'Name of the deal',
    company: 'Company',
    state: 'State',
    lies: 'Where it lies',
    note: 'Note',
    files: 'Files',
  },
  {
    dueOn: 'Échéance',
    kind: 'Quoi',
    detail: 'Lequel',
    film: 'Film',
    deal: 'Vente',
    dealName: 'Nom de la vente',
    company: 'Société',
    state: 'État',
    lies: 'Où',
    note: 'Note',
    files: 'Fichiers',
  },
)
const screeners = inEveryLocale(
  {
    madeAt: 'Made',
    madeBy: 'Made by',
    films: 'Films',
    name: 'For',
    email: 'E-mail',
    company: 'Company',
    state: 'State',
    expiresAt: 'Valid until',
    countries: 'Only in',
    viewingsAllowed: 'Viewings allowed',
    devices: 'Devices at once',
    openedAt: 'Opened',
    viewings: 'Viewings',
    lastHeardAt: 'Watched last',
    revokedAt: 'Revoked',
  },
  {
    madeAt: 'Créé',
    madeBy: 'Créé par',
    films: 'Films',
    name: 'Pour',
    email: 'Courriel',
    company: 'Société',
    state: 'État',
    expiresAt: 'Valable jusqu’au',
    countries: 'Seulement en',
    viewingsAllowed: 'Visionnages permis',
    devices: 'Appareils à la fois',
    openedAt: 'Ouvert',
    viewings: 'Visionnages',
    lastHeardAt: 'Regardé en dernier',
    revokedAt: 'Révoqué',
  },
)
const viewings = inEveryLocale(
  {
    startedAt: 'Begun',
    film: 'Film',
    name: 'Who',
    email: 'E-mail',
    company: 'Company',
    device: 'Device',
    country: 'Country',
    language: 'Language',
    subtitles: 'Subtitles',
    seen: 'Minutes seen',
    length: 'Minutes of the film',
    times: 'Times',
  },
  {
    startedAt: 'Début',
    film: 'Film',
    name: 'Qui',
    email: 'Courriel',
    company: 'Société',
    device: 'Appareil',
    country: 'Pays',
    language: 'Langue',
    subtitles: 'Sous-titres',
    seen: 'Minutes vues',
    length: 'Minutes du film',
    times: 'Fois',
  },
)
const markets = inEveryLocale(
  {
    name: 'Name',
    kind: 'Kind',
    city: 'City',
    country: 'Country',
    firstDay: 'First day',
    lastDay: 'Last day',
    stand: 'Stand',
    meetings: 'Meetings',
  },
  {
    name: 'Nom',
    kind: 'Nature',
    city: 'Ville',
    country: 'Pays',
    firstDay: 'Premier jour',
    lastDay: 'Dernier jour',
    stand: 'Stand',
    meetings: 'Rendez-vous',
  },
)
const meetings = inEveryLocale(
  {
    market: 'Market',
    day: 'Day',
    from: 'From',
    to: 'To',
    place: 'Where',
    company: 'Company',
    contacts: 'Whom',
    people: 'Who of the house',
    films: 'Films',
    about: 'About',
    notes: 'Notes',
  },
  {
    market: 'Marché',
    day: 'Jour',
    from: 'De',
    to: 'À',
    place: 'Où',
    company: 'Société',
    contacts: 'Qui',
    people: 'De la maison',
    films: 'Films',
    about: 'Objet',
    notes: 'Notes',
  },
)

/** What is a column of its list, as against words that stand in its cells. */
type ColumnOf<Words> = Exclude<keyof Words & string, `${string}.${string}`>
const own = <Words extends Record<string, string>>(words: Record<Locale, Words>, locale: Locale) =>
  Object.fromEntries(Object.entries(words[locale]).filter(([key]) => !key.includes('.'))) as Record<ColumnOf<Words>, string>
const some = <Words, Key extends keyof Words>(words: Words, keys: readonly Key[]) =>
  Object.fromEntries(keys.map((key) => [key, words[key]])) as Record<Key, Words[Key]>

const CONTACTS = ['company', 'kinds', 'country', 'channels', 'territory', 'media', 'rightsLanguages', 'slots', 'address', 'companyPhone', 'web', 'name', 'email', 'phone', 'role', 'languages', 'locale', 'consent'] as const // prettier-ignore
const { en: entryColumns } = rightsColumnWords
const RIGHTS = (Object.keys(entryColumns) as (keyof typeof entryColumns)[]).filter((key) => key !== 'ignore')

function headingsIn(locale: Locale) {
  const after = afterWords[locale]
  const rights = deskRights[locale]
  const { inCodes } = deskEntries[locale]
  return {
    contacts: some(contactColumnWords[locale], CONTACTS),
    rights: some(rightsColumnWords[locale], RIGHTS),
    availabilities: {
      status: rights.status,
      media: rights.media,
      'media-codes': `${rights.media} (${inCodes})`,
      territories: rights.territories,
      'territory-codes': `${rights.territories} (${inCodes})`,
      languages: rights.languages,
      'language-codes': `${rights.languages} (${inCodes})`,
      cut: rights.cut,
      from: rights.from,
      to: rights.to,
      why: rights.why,
    },
    invoices: {
      number: after.number,
      kind: after.kind,
      state: after.stateHead,
      issuedOn: after.issuedOn,
      dueOn: after.dueOn,
      company: after.company,
      deal: after.deal,
      currency: after.currency,
      net: after.net,
      vat: after.vat,
      total: after.total,
      settled: after.settled,
      credited: after.creditedSum,
      open: after.open,
    },
    figures: { name: after.figures, deals: after.deals, amount: after.amount },
    deals: own(deals, locale),
    requests: own(requests, locale),
    tasks: own(tasks, locale),
    deliverables: own(deliverables, locale),
    screeners: own(screeners, locale),
    viewings: own(viewings, locale),
    markets: own(markets, locale),
    meetings: own(meetings, locale),
  }
}

/** Of each list that leaves the house its columns, by key, with their headings. */
export const listHeadings = Object.fromEntries(LOCALES.map((locale) => [locale, headingsIn(locale)])) as Record<
  Locale,
  ReturnType<typeof headingsIn>
>
export type ListName = keyof ReturnType<typeof headingsIn>
export type ListColumn<List extends ListName> = keyof ReturnType<typeof headingsIn>[List] & string

/** Of a request: how it came, as its cell says it. */
export const channelWord = (locale: Locale, channel: 'site' | 'mail' | 'entered'): string =>
  requests[locale][`channel.${channel}`]
