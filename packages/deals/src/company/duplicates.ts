/** Companies and people who are probably the same, and why. */
import { nameKey, ownDomain, plainName } from './names.ts'

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
/** Shorter names are too easily near another. */
const SHORTEST_NEAR = 5

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
  for (const [a, b] of nearOnes(keyed)) pairs.add(a, b, 'near-name', `${a.name} / ${b.name}`)
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
  for (const [a, b] of nearOnes(keyed)) if (a.at !== null && a.at === b.at) pairs.add(a, b, 'near-name', `${a.name} / ${b.name}`)
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

/**
 * Pairs whose keys are one letter apart: those who leave the same letters when one is dropped. Linear in the names, not in their
 * pairs. Names that differ in a figure are different ("Kanal 1", "Kanal 2").
 */
function* nearOnes<T extends { key: string }>(all: readonly T[]): Generator<[T, T]> {
  const letters = all
    .map((one) => ({ one, key: one.key.replaceAll(' ', '') }))
    .filter(({ key }) => key.length >= SHORTEST_NEAR && key.length <= 60)
  const dropped = ({ key }: { key: string }) => [key, ...Array.from(key, (_, at) => key.slice(0, at) + key.slice(at + 1))]
  for (const group of groups(letters, (one) => [...new Set(dropped(one))])) {
    if (group.length > 30) continue
    for (const [a, b] of couples(group))
      if (a.key !== b.key && oneLetterApart(a.key, b.key) && figures(a.key) === figures(b.key)) yield [a.one, b.one]
  }
}

const figures = (key: string): string => key.replaceAll(/\D+/g, ' ').trim()

function oneLetterApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let from = 0
  while (from < a.length && a[from] === b[from]) from++
  const [restA, restB] = [a.slice(from), b.slice(from)]
  return restA.slice(1) === restB.slice(1) || restA === restB.slice(1) || restA.slice(1) === restB ||
    (restA.slice(2) === restB.slice(2) && restA[0] === restB[1] && restA[1] === restB[0]) // prettier-ignore
}

class Pairs {
  readonly #pairs = new Map<string, Pair>()

  add(a: { id: string }, b: { id: string }, reason: DuplicateReason, because: string): void {
    const [one, other] = a.id < b.id ? [a.id, b.id] : [b.id, a.id]
    if (one === other) return
    const pair = this.#pairs.get(`${one} ${other}`) ?? { one, other, reasons: [] }
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
