import { notePicture } from '@vitrine/store/pictures/pictures'
import { readSettings, writeSettings } from '@vitrine/store/settings/settings'
import type { HouseContext } from '../../context.ts'
import type { Actor, HouseSettings } from '../../contract.ts'
import { keepPicture } from '../../pictures/keep-picture.ts'
import { logoTone } from '../../pictures/logo-tone.ts'
import { authorise } from '../../policies/authorise.ts'
import { withDefaults } from '../../settings/defaults.ts'
import { write } from '../../write.ts'

/** Puts a picture at the head of every page. */
export async function storeLogo(house: HouseContext, actor: Actor, args: { bytes: Uint8Array }): Promise<HouseSettings> {
  authorise(actor, 'storeLogo')
  const kept = await keepPicture(house, args.bytes)
  const tone = await logoTone(await house.renditions(kept, 160, 'webp'))
  return write(house, actor, async (writing) => {
    await notePicture(writing.trx, house.houseId, kept)
    const stored = { ...(await readSettings(writing.trx, house.houseId))?.settings, logoId: kept.id, logoTone: tone }
    await writeSettings(writing.trx, house.houseId, stored)
    writing.audit({ verb: 'storeLogo', subject: 'Settings', subjectId: null, detail: { logoId: kept.id } })
    return withDefaults(stored)
  })
}
