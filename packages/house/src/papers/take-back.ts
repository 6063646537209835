/** A paper is void: its link ends, and letters that still wait are not sent. */
import type { AuditVerb } from '@vitrine/messages/audit-verbs'
import { giveUpLetters } from '@vitrine/store/letters/letters'
import { listPaperRows, type PaperRow } from '@vitrine/store/papers/papers'
import { endLinks, linksOfPaper } from '@vitrine/store/papers/signing'
import type { HouseContext } from '../context.ts'
import type { Actor } from '../contract.ts'
import type { Writing } from '../write.ts'
import { stepPaper } from './reach-paper.ts'

/** Takes one paper back; where its deal goes from there is the caller's to say. */
export async function takeBackPaper(
  house: HouseContext,
  writing: Writing,
  actor: Actor,
  paper: PaperRow,
  { verb, reason = null }: { verb: AuditVerb; reason?: string | null },
): Promise<void> {
  const { trx, at } = writing
  await stepPaper(house, writing, actor, paper, { to: 'void', verb, voidReason: reason })
  for (const { id } of await linksOfPaper(trx, house.houseId, paper.id)) {
    await giveUpLetters(trx, house.houseId, 'Paper', id, at)
    await giveUpLetters(trx, house.houseId, 'SigningCode', id, at)
  }
  await endLinks(trx, house.houseId, paper.id, at)
}

/** Takes back every paper of a deal that could still be signed: a deal that is over leaves none behind. */
export async function takeBackPapers(
  house: HouseContext,
  writing: Writing,
  actor: Actor,
  dealId: string,
  verb: AuditVerb,
): Promise<void> {
  for (const paper of await listPaperRows(writing.trx, house.houseId, { dealId, unfinished: true, limit: 1000 }))
    await takeBackPaper(house, writing, actor, paper, { verb })
}
