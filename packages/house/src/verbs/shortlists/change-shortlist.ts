import { findShortlist, putShortlist } from '@vitrine/store/shortlists/shortlists'
import { z } from 'zod'
import { sha256 } from '../../canonical.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { HouseError } from '../../errors.ts'
import { Id, OneLine, parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { holdLimit, visibleTitleIds } from '../../shortlists/shortlist.ts'
import { write } from '../../write.ts'
import { fitsEditKey } from './view-shortlist.ts'

const Change = z.object({
  add: z.array(Id).max(1000).default([]),
  remove: z.array(Id).max(1000).default([]),
  name: OneLine.nullish(),
  note: z.string().max(4000).nullish(),
})

/** Adds and removes films, renames, notes. Needs the edit key, or to be signed in as the one who started it. */
export async function changeShortlist(
  house: HouseContext,
  actor: Actor,
  args: { token: string; editKey: string; add?: string[]; remove?: string[]; name?: string | null; note?: string | null },
): Promise<void> {
  authorise(actor, 'changeShortlist')
  const change = parse(Change, args)
  await write(house, actor, async (writing) => {
    const row = await findShortlist(writing.trx, house.houseId, args.token)
    if (!row) throw new HouseError('not-found', { subject: 'Shortlist' })
    if (!fitsEditKey(row, args.editKey) && !(actor.userId !== null && row.userId === actor.userId))
      throw new HouseError('wrong-edit-key')
    const removed = new Set(change.remove)
    const added = await visibleTitleIds(house, writing.trx, actor, change.add)
    const titleIds = [...new Set([...row.titleIds, ...added])].filter((id) => !removed.has(id))
    holdLimit(titleIds)
    await putShortlist(
      writing.trx,
      house.houseId,
      {
        ...row,
        usedOn: writing.at.slice(0, 10),
        titleIds,
        name: change.name === undefined ? row.name : change.name,
        note: change.note === undefined ? row.note : change.note,
      },
      writing.at,
    )
    writing.audit({
      verb: 'changeShortlist',
      subject: 'Shortlist',
      subjectId: sha256(row.token).slice(0, 16),
      detail: { titles: titleIds.length },
    })
  })
}
