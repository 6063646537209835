/** From drafting to what may go out: submitted, approved by whoever may, or returned. */
import type { Asker } from '@vitrine/store/asker'
import { findPaper, type PaperRow, putApproval } from '@vitrine/store/papers/papers'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { PaperView } from '../../contract/papers.ts'
import { HouseError } from '../../errors.ts'
import { parse } from '../../input.ts'
import { mayBeSecond, needOf, paperView } from '../../papers/paper-view.ts'
import { holdPaperRevision, holdPaperState, reachPaper, stepPaper } from '../../papers/reach-paper.ts'
import { write } from '../../write.ts'
import { z } from 'zod'

const Note = z.string().trim().max(2000).nullable()
type Asked = { id: string; baseRevision: number; note?: string | null }

/** Done with drafting: approved at once, or put before a second person where the house's limit asks for one. */
export function submitPaper(house: HouseContext, actor: Actor, args: Asked): Promise<PaperView> {
  return decide(house, actor, 'submitPaper', args, ['draft'], async (paper, trx) =>
    (await needOf(house, trx, paper)).needed === 'none' ? 'approved' : 'asked',
  )
}

/** The head of rights or an owner lets a paper out that somebody else drew up. */
export function approvePaper(house: HouseContext, actor: Actor, args: Asked): Promise<PaperView> {
  return decide(house, actor, 'approvePaper', args, ['approving'], async (paper) => {
    if (!mayBeSecond(actor, paper)) throw new HouseError('not-allowed', { verb: 'approvePaper', reason: 'second-person' })
    return 'approved'
  })
}

/** Back to drafting, with a word why. */
export function returnPaper(house: HouseContext, actor: Actor, args: Asked): Promise<PaperView> {
  return decide(house, actor, 'returnPaper', args, ['approving', 'approved'], async () => 'returned')
}

const STATE_AFTER = { asked: 'approving', approved: 'approved', returned: 'draft' } as const

function decide(
  house: HouseContext,
  actor: Actor,
  verb: 'submitPaper' | 'approvePaper' | 'returnPaper',
  args: Asked,
  states: Parameters<typeof holdPaperState>[1][],
  decision: (paper: PaperRow, trx: Asker) => Promise<keyof typeof STATE_AFTER>,
): Promise<PaperView> {
  const note = parse(Note, args.note ?? null)
  return write(house, actor, async (writing) => {
    const { trx, at } = writing
    const paper = await reachPaper(house, trx, actor, verb, args.id)
    holdPaperRevision(paper, args.baseRevision)
    holdPaperState(paper, ...states)
    const decided = await decision(paper, trx)
    await putApproval(trx, house.houseId, paper.id, { version: paper.version, decision: decided, note, at, byId: actor.userId, byName: actor.name }) // prettier-ignore
    await stepPaper(house, writing, actor, paper, { to: STATE_AFTER[decided], verb })
    return paperView(house, trx, actor, (await findPaper(trx, house.houseId, paper.id))!)
  })
}
