import { companyPairs, type Pair, peoplePairs } from '@vitrine/deals/company/duplicates'
import { companiesCompared, peopleCompared } from '@vitrine/store/contacts/compared'
import { listMergeRows, pairsApart } from '@vitrine/store/contacts/merges'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ContactVerbs, DuplicatePair } from '../../contract/contacts.ts'
import { authorise } from '../../policies/authorise.ts'

const MOST_PAIRS = 200
const MOST_MERGES = 20

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
  const emails = new Map<string, string[]>()
  for (const { companyId, email } of people) {
    if (companyId === null || email === null) continue
    const known = emails.get(companyId)
    if (known === undefined) emails.set(companyId, [email])
    else known.push(email)
  }
  const names = new Map([...companies, ...people].map(({ id, name }) => [id, name]))
  const told = (kind: 'company' | 'contact', pairs: readonly Pair[], apart: ReadonlySet<string>): DuplicatePair[] =>
    pairs
      .filter(({ one, other }) => !apart.has(`${one} ${other}`))
      .map(({ one, other, reasons }) => ({ kind, one: { id: one, name: names.get(one) ?? '' }, other: { id: other, name: names.get(other) ?? '' }, reasons })) // prettier-ignore
  const pairs = [
    ...told('company', companyPairs(companies.map((one) => ({ ...one, emails: emails.get(one.id) ?? [] }))), companiesApart), // prettier-ignore
    ...told('contact', peoplePairs(people, companies), peopleApart),
  ]
  return {
    pairs: pairs.slice(0, MOST_PAIRS),
    total: pairs.length,
    merges: merges.map(({ id, kind, survivorId, at, byName }) => ({ id, kind, survivor: { id: survivorId, name: names.get(survivorId) ?? '' }, at, by: byName })), // prettier-ignore
  }
}
