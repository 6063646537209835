import { knownPictures } from '@vitrine/store/pictures/pictures'
import { readSettings, writeSettings } from '@vitrine/store/settings/settings'
import type { HouseContext } from '../../context.ts'
import type { Actor, HouseSettings } from '../../contract.ts'
import { HouseError } from '../../errors.ts'
import { parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { SettingsChange, withDefaults } from '../../settings/defaults.ts'
import { write } from '../../write.ts'

/** Changes the settings that are named; the others stay. */
export async function changeSettings(
  house: HouseContext,
  actor: Actor,
  args: { settings: Partial<HouseSettings> },
): Promise<HouseSettings> {
  authorise(actor, 'changeSettings')
  const change = parse(SettingsChange, args.settings)
  return write(house, actor, async (writing) => {
    if (change.logoId && !(await knownPictures(writing.trx, house.houseId, [change.logoId])).has(change.logoId))
      throw new HouseError('invalid-input', { issues: [{ path: 'logoId', message: 'No such picture here' }] })
    const stored = { ...(await readSettings(writing.trx, house.houseId))?.settings, ...change }
    await writeSettings(writing.trx, house.houseId, stored)
    writing.audit({ verb: 'changeSettings', subject: 'Settings', subjectId: null, detail: { changed: Object.keys(change) } })
    return withDefaults(stored)
  })
}
