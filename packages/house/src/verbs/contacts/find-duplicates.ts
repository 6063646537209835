import { companyPairs, type Pair, peoplePairs } from '@vitrine/deals/company/duplicates'
import { companiesCompared, type CompanyCompared, peopleCompared, type PersonCompared } from '@vitrine/store/contacts/compared'
import { listMergeRows, pairsApart } from '@vitrine/store/contacts/merges'
import { sha256 } from '../../canonical.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ContactVerbs, DuplicatePair } from '../../contract/contacts.ts'
import { authorise } from '../../policies/authorise.ts'

const MOST_PAIRS = 200
const MOST_MERGES = 20

interface Found {
  /** Of what it was found: while that is the same, so is what is found. */
  print: string
  names: ReadonlyMap<string, string>
  companies: readonly DuplicatePair[]
  people: readonly DuplicatePair[]
}

/** What was found last in each house: comparing all takes longer than reading them, and they change far less often than the page is opened. */
const foundLast = new WeakMap<HouseContext, Found>()

/** Companies and people who are probably the same, with why, the surest first; and what was merged last. */
export async function findDuplicates(house: HouseContext, actor: Actor): ReturnType<ContactVerbs['findDuplicates']> {
  authorise(actor, 'findDuplicates')
  const { db, houseId } = house
  const [companies, people, companiesApart, peopleApart, merges] = await Promise.all([
    companiesCompared(db, houseId),
    peopleCompared(db, houseId),
    pairsApart(db, houseId, 'company'),
    pairsApart(db, houseId, 'contact'),
    listMergeRows(db, houseId, MOST_MERGES),
  ])
  const print = sha256(`${companies.text}\n${people.text}`)
  const last = foundLast.get(house)
  const found = last?.print === print ? last : { print, ...compared(companies.read(), people.read()) }
  foundLast.set(house, found)
  const told = (pairs: readonly DuplicatePair[], apart: ReadonlySet<string>) =>
    pairs.filter(({ one, other }) => !apart.has(`${one.id} ${other.id}`))
  const pairs = [...told(found.companies, companiesApart), ...told(found.people, peopleApart)]
  return {
    pairs: pairs.slice(0, MOST_PAIRS),
    total: pairs.length,
    merges: merges.map(({ id, kind, survivorId, at, byName }) => ({ id, kind, survivor: { id: survivorId, name: found.names.get(survivorId) ?? '' }, at, by: byName })), // prettier-ignore
  }
}

function compared(companies: readonly CompanyCompared[], people: readonly PersonCompared[]): Omit<Found, 'print'> {
  const emails = new Map<string, string[]>()
  for (const { companyId, email } of people) {
    if (companyId === null || email === null) continue
    const known = emails.get(companyId)
    if (known === undefined) emails.set(companyId, [email])
    else known.push(email)
  }
  const names = new Map([...companies, ...people].map(({ id, name }) => [id, name]))
  const told = (kind: 'company' | 'contact', pairs: readonly Pair[]): DuplicatePair[] =>
    pairs.map(({ one, other, reasons }) => ({ kind, one: { id: one, name: names.get(one) ?? '' }, other: { id: other, name: names.get(other) ?? '' }, reasons })) // prettier-ignore
  return {
    names,
    companies: told('company', companyPairs(companies.map((one) => ({ ...one, emails: emails.get(one.id) ?? [] })))),
    people: told('contact', peoplePairs(people, companies)),
  }
}
