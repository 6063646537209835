import { correctionsBy, putCorrection } from '@vitrine/store/producers/corrections'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { OwnCorrection, ProducerVerbs } from '../../contract/producers.ts'
import { HouseError } from '../../errors.ts'
import { newId } from '../../ids.ts'
import { Id, parse } from '../../input.ts'
import { reachTitle } from '../../titles/reach-title.ts'
import { write } from '../../write.ts'

const Args = z.object({ id: Id, text: z.string().trim().min(1).max(4_000) })
/** So many of one producer wait for one film. */
const MOST_WAITING = 50

/**
 * A task at the desk, due at once and nobody's yet: it waits for whoever edits the sheet. The same words again, while they wait,
 * are one proposal. Fails with `limit-reached` where too many wait.
 */
export async function proposeCorrection(
  house: HouseContext,
  actor: Actor,
  args: Parameters<ProducerVerbs['proposeCorrection']>[1],
): Promise<OwnCorrection> {
  const { id: titleId, text } = parse(Args, args)
  return write(house, actor, async (writing) => {
    await reachTitle(house, writing.trx, actor, 'proposeCorrection', titleId)
    const byId = actor.userId ?? ''
    const waiting = (await correctionsBy(writing.trx, house.houseId, titleId, byId, 1_000)).filter(
      ({ doneAt }) => doneAt === null,
    )
    const same = waiting.find((one) => one.text === text)
    if (same !== undefined) return same
    if (waiting.length >= MOST_WAITING) throw new HouseError('limit-reached', { limit: MOST_WAITING })
    const { at } = writing
    const id = newId(Date.parse(at))
    await putCorrection(writing.trx, house.houseId, { id, titleId, text, due: at.slice(0, 10), byId, byName: actor.name, at })
    writing.audit({ verb: 'proposeCorrection', subject: 'Task', subjectId: id, detail: { about: 'title', aboutId: titleId } })
    return { id, text, at, doneAt: null }
  })
}
