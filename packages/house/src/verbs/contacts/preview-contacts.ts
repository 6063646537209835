import { openList } from '../../contacts/list/open-list.ts'
import { readList, type ReadList } from '../../contacts/list/read-list.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ContactListPreview, ContactVerbs } from '../../contract/contacts.ts'
import { authorise } from '../../policies/authorise.ts'

/** Every line of a spreadsheet, or every card, as it would be taken in, with all that is doubtful about it. Writes nothing. */
export async function previewContacts(
  house: HouseContext,
  actor: Actor,
  args: Parameters<ContactVerbs['previewContacts']>[1],
): Promise<ContactListPreview> {
  authorise(actor, 'previewContacts')
  const list = await openList(house, house.db, args.bytes, args.mapping)
  const read = await readList(house, house.db, list, args.locale)
  const { headings, examples, mapping, remembered, totals } = list
  return { headings, examples, mapping, remembered, totals, rows: read.rows, ...countsOf(read) }
}

export function countsOf({
  rows,
  companies,
  people,
}: ReadList): Pick<ContactListPreview, 'counts' | 'companies' | 'people' | 'unchanged'> {
  const bad = rows.filter(({ problems }) => problems.some(({ severity }) => severity === 'bad')).length
  const doubtful = rows.filter(({ problems }) => problems.length > 0).length - bad
  const tally = (drafts: readonly { before: unknown }[]) => ({
    fresh: drafts.filter(({ before }) => before === null).length,
    filled: drafts.filter(({ before }) => before !== null).length,
  })
  const says = ({ company, person }: (typeof rows)[number]) => [company, person].some((one) => one !== null && one.outcome !== 'known') // prettier-ignore
  return {
    counts: { good: rows.length - bad - doubtful, doubtful, bad },
    companies: tally(companies),
    people: tally(people),
    unchanged: rows.filter((row) => !says(row)).length - bad,
  }
}
