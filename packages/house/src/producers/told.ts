import { readSettings } from '@vitrine/store/settings/settings'
import type { HouseContext } from '../context.ts'
import type { ProducerSettings } from '../contract/producers.ts'
import { withDefaults } from '../settings/defaults.ts'

/** What the house tells producers. */
export async function toldToProducers(house: HouseContext): Promise<ProducerSettings> {
  return withDefaults((await readSettings(house.db, house.houseId))?.settings).producers
}
