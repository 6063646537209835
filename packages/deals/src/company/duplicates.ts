/** Companies and people who are probably the same, and why. */
import { nameKey, ownDomain, plainName } from './names.ts'
import { nearNames } from './near-names.ts'

/** The surest first. */
export const DUPLICATE_REASONS = ['same-email', 'same-name', 'same-domain', 'near-name'] as const
export type DuplicateReason = (typeof DUPLICATE_REASONS)[number]

export interface KnownCompany {
  id: string
  name: string
  web: string | null
  emails: readonly string[] // of its people
}
export interface KnownPerson {
  id: string
  name: string
  email: string | null
  companyId: string | null
}
export interface Pair {
  one: string // the smaller id
  other: string
  reasons: { reason: DuplicateReason; because: string }[]
}

/** More companies under one domain are a group, not one company under several names. */
const MOST_OF_A_DOMAIN = 4
/** More than anybody looks at: thousands of companies with one name are a mistake of another kind. */
const MOST_PAIRS = 50_000

/**
 * Pairs of companies with one name but for legal forms, with names a letter apart, or with one mail domain.
 *
 * @example
 * companyPairs([{ id: 'a', name: 'Kanal Ost', … }, { id: 'b', name: 'Kanal Ost GmbH', … }]) // [{ one: 'a', other: 'b', reasons: [{ reason: 'same-name', … }] }]
 */
export function companyPairs(companies: readonly KnownCompany[]): Pair[] {
  const pairs = new Pairs()
  const keyed = companies.map((company) => ({ ...company, key: nameKey(company.name) }))
  for (const same of groups(keyed, ({ key }) => [key])) pairs.all(same, 'same-name', same[0]!.key)
  for (const same of groups(keyed, ({ key }) => [key.split(' ').toSorted().join(' ')])) pairs.all(same, 'near-name', same[0]!.key)
  for (const [a, b] of nearNames(keyed.map((one) => ({ ...one, block: '' }))))
    pairs.add(a, b, 'near-name', `${a.name} / ${b.name}`)
  for (const same of groups(keyed, domainsOf)) {
    if (same.length > MOST_OF_A_DOMAIN) continue
    const shared = domainsOf(same[0]!).find((domain) => same.every((one) => domainsOf(one).includes(domain)))
    pairs.all(same, 'same-domain', shared ?? '')
  }
  return pairs.found()
}

/** Pairs of people with one mail address, or with one name (or names a letter apart) in what may be one company. */
export function peoplePairs(people: readonly KnownPerson[], companies: readonly { id: string; name: string }[]): Pair[] {
  const companyKeys = new Map(companies.map(({ id, name }) => [id, nameKey(name)]))
  const keyed = people.map((person) => ({
    ...person,
    key: plainName(person.name).split(' ').toSorted().join(' '),
    at: person.companyId === null ? null : (companyKeys.get(person.companyId) ?? person.companyId),
  }))
  const near = (a: (typeof keyed)[number], b: (typeof keyed)[number]) => a.at === null || b.at === null || a.at === b.at
  const pairs = new Pairs()
  for (const same of groups(keyed, ({ email }) => (email === null ? [] : [email.toLowerCase()])))
    pairs.all(same, 'same-email', same[0]!.email!)
  for (const same of groups(keyed, ({ key }) => [key]))
    for (const [a, b] of couples(same)) if (near(a, b)) pairs.add(a, b, 'same-name', a.name)
  const placed = keyed.flatMap(({ at, ...one }) => (at === null ? [] : [{ ...one, block: at }]))
  for (const [a, b] of nearNames(placed)) pairs.add(a, b, 'near-name', `${a.name} / ${b.name}`)
  return pairs.found()
}

function domainsOf({ web, emails }: KnownCompany): string[] {
  const host = web === null ? null : (/^https?:\/\/(?:www\.)?([^/:?#]+)/i.exec(web)?.[1]?.toLowerCase() ?? null)
  const domains = emails.map(ownDomain)
  return [...new Set([host, ...domains].filter((one) => one !== null && one !== ''))] as string[]
}

/** Those who share a key, where there are at least two. */
function groups<T>(all: readonly T[], keysOf: (one: T) => readonly string[]): T[][] {
  const by = new Map<string, T[]>()
  for (const one of all)
    for (const key of keysOf(one)) {
      if (key === '') continue
      const there = by.get(key)
      if (there === undefined) by.set(key, [one])
      else there.push(one)
    }
  return [...by.values()].filter((group) => group.length > 1)
}

function* couples<T>(group: readonly T[]): Generator<[T, T]> {
  for (let i = 0; i < group.length; i++) for (let j = i + 1; j < group.length; j++) yield [group[i]!, group[j]!]
}

class Pairs {
  readonly #pairs = new Map<string, Pair>()

  add(a: { id: string }, b: { id: string }, reason: DuplicateReason, because: string): void {
    const [one, other] = a.id < b.id ? [a.id, b.id] : [b.id, a.id]
    if (one === other) return
    const known = this.#pairs.get(`${one} ${other}`)
    if (known === undefined && this.#pairs.size >= MOST_PAIRS) return
    const pair = known ?? { one, other, reasons: [] }
    this.#pairs.set(`${one} ${other}`, pair)
    const isSame = pair.reasons.some((known) => known.reason === 'same-name')
    if (pair.reasons.some((known) => known.reason === reason) || (reason === 'near-name' && isSame)) return
    pair.reasons.push({ reason, because })
  }

  all(group: readonly { id: string }[], reason: DuplicateReason, because: string): void {
    for (const [a, b] of couples(group)) this.add(a, b, reason, because)
  }

  /** The surest first. */
  found(): Pair[] {
    const weight = ({ reasons }: Pair) =>
      Math.min(...reasons.map(({ reason }) => DUPLICATE_REASONS.indexOf(reason))) - reasons.length / 10
    return [...this.#pairs.values()].toSorted(
      (a, b) => weight(a) - weight(b) || (a.one < b.one ? -1 : a.one > b.one ? 1 : a.other < b.other ? -1 : 1),
    )
  }
}
