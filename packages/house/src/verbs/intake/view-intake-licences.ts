import { entriesOfIntake } from '@vitrine/store/intake/intakes'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { type IntakeVerbs, LICENCE_STANDINGS, type LicencesIn } from '../../contract/intake.ts'
import { availsIn, holdLicences } from '../../intake/licences.ts'
import { reachIntake } from '../../intake/reach-intake.ts'
import { authorise } from '../../policies/authorise.ts'

const MOST = 200

/** The licences of a file beside the rights book as it is now. Writes nothing. */
export async function viewIntakeLicences(
  house: HouseContext,
  actor: Actor,
  args: Parameters<IntakeVerbs['viewIntakeLicences']>[1],
): Promise<LicencesIn> {
  authorise(actor, 'viewIntakeLicences')
  const intake = await reachIntake(house, house.db, args.id)
  const entered = (await entriesOfIntake(house.db, house.houseId, intake.id)).length
  const all = intake.licences === 0 ? [] : await holdLicences(house, house.db, intake.id, await availsIn(house, intake), args.locale) // prettier-ignore
  const counts = { new: 0, same: 0, contradicts: 0, doubtful: 0 }
  for (const { standing } of all) counts[standing] += 1
  const after = args.after ?? 0
  const asked = LICENCE_STANDINGS.find((one) => one === args.standing) ?? null
  const wanted = all.filter(({ standing, rows }) => rows[0]! > after && (asked === null || standing === asked))
  const most = Math.min(Math.max(args.limit ?? 100, 1), MOST)
  const items = wanted.slice(0, most).map(({ candidate, ...licence }) => ({ ...licence, readable: candidate !== null }))
  return { counts, entered, items, after: wanted.length > most ? items.at(-1)!.rows[0]! : null }
}
