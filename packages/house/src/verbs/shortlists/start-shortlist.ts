import { putShortlist } from '@vitrine/store/shortlists/shortlists'
import { z } from 'zod'
import { sha256 } from '../../canonical.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { newToken } from '../../ids.ts'
import { Id, OneLine, parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { holdLimit, visibleTitleIds } from '../../shortlists/shortlist.ts'
import { write } from '../../write.ts'

const NewShortlist = z.object({ name: OneLine.nullish(), titleIds: z.array(Id).max(1000) })

/** Starts a shortlist. `token` shows it to whoever has the link; `editKey` changes it, and is told once. */
export async function startShortlist(
  house: HouseContext,
  actor: Actor,
  args: { name?: string | null; titleIds: string[] },
): Promise<{ token: string; editKey: string }> {
  authorise(actor, 'startShortlist')
  const asked = parse(NewShortlist, args)
  const titleIds = [...new Set(asked.titleIds)]
  holdLimit(titleIds)
  const [token, editKey] = [newToken(), newToken()]
  return write(house, actor, async (writing) => {
    const row = {
      token,
      editKeyHash: sha256(editKey),
      name: asked.name ?? null,
      note: null,
      titleIds: await visibleTitleIds(house, writing.trx, actor, titleIds),
      userId: actor.userId,
      createdAt: writing.at,
      usedOn: writing.at.slice(0, 10),
    }
    await putShortlist(writing.trx, house.houseId, row, writing.at)
    writing.audit({
      verb: 'startShortlist',
      subject: 'Shortlist',
      subjectId: sha256(token).slice(0, 16),
      detail: { titles: row.titleIds.length },
    })
    return { token, editKey }
  })
}
