import type { Locale } from '@vitrine/messages'
import { listNameRows } from '@vitrine/store/names/list-names'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { authorise } from '../../policies/authorise.ts'

/** Every person, company or festival of the published catalogue, in the order of the alphabet of the locale. */
export async function listNames(
  house: HouseContext,
  actor: Actor,
  args: { kind: 'person' | 'company' | 'festival'; locale: Locale },
): Promise<{ name: string; slug: string; count: number }[]> {
  authorise(actor, 'listNames')
  const { compare } = new Intl.Collator(args.locale, { sensitivity: 'base' })
  return (await listNameRows(house.db, house.houseId, args.kind)).toSorted((a, b) => compare(a.name, b.name))
}
