import { listViewingRows } from '@vitrine/store/screening/viewings'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { FilmWatched, ScreenerVerbs, ViewingView } from '../../contract/screeners.ts'
import { Id, parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { viewingViews } from '../../screening/watched-view.ts'

const MOST = 200
const Asked = z
  .object({ screenerId: Id.optional(), titleId: Id.optional(), companyId: Id.optional(), contactId: Id.optional() })
  .refine((asked) => Object.values(asked).some((one) => one !== undefined), 'Of what: a screener, a film, a company or a person')

/** Who watched and how much of it, as far as the server can bear it out; and the same summed up by film. */
export async function readViewings(
  house: HouseContext,
  actor: Actor,
  args: Parameters<ScreenerVerbs['readViewings']>[1],
): Promise<{ viewings: ViewingView[]; films: FilmWatched[] }> {
  authorise(actor, 'readViewings')
  const { screenerId, ...asked } = parse(Asked, args)
  const rows = await listViewingRows(house.db, house.houseId, { ...asked, screenerIds: screenerId === undefined ? undefined : [screenerId] }, MOST) // prettier-ignore
  return viewingViews(house, house.db, rows)
}
