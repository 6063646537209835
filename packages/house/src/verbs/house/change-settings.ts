import { findPicture } from '@vitrine/store/pictures/pictures'
import { readSettings, writeSettings } from '@vitrine/store/settings/settings'
import type { HouseContext } from '../../context.ts'
import type { Actor, HouseSettings } from '../../contract.ts'
import { HouseError } from '../../errors.ts'
import { parse } from '../../input.ts'
import { logoTone } from '../../pictures/logo-tone.ts'
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
  const logo = change.logoId ? await findPicture(house.db, house.houseId, change.logoId) : null
  if (change.logoId && !logo)
    throw new HouseError('invalid-input', { issues: [{ path: 'logoId', message: 'No such picture here' }] })
  const found = { logoTone: logo && (await logoTone(await house.renditions(logo, 160, 'webp'))) }
  return write(house, actor, async (writing) => {
    const before = (await readSettings(writing.trx, house.houseId))?.settings
    // Whoever writes all settings back with another logo has the tone of the last among them.
    const isAnother = change.logoId !== undefined && change.logoId !== withDefaults(before).logoId
    const stored = { ...before, ...(logo && found), ...change, ...(isAnother && found) }
    await writeSettings(writing.trx, house.houseId, stored)
    writing.audit({ verb: 'changeSettings', subject: 'Settings', subjectId: null, detail: { changed: Object.keys(change) } })
    return withDefaults(stored)
  })
}
