import { readSettings } from '@vitrine/store/settings/settings'
import type { HouseContext } from '../../context.ts'
import type { Actor, HouseSettings } from '../../contract.ts'
import { authorise } from '../../policies/authorise.ts'
import { withDefaults } from '../../settings/defaults.ts'

/** How the house presents itself. */
export async function viewSettings(house: HouseContext, actor: Actor): Promise<HouseSettings> {
  authorise(actor, 'viewSettings')
  return withDefaults((await readSettings(house.db, house.houseId))?.settings)
}
