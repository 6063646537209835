import { correctionsWaiting } from '@vitrine/store/producers/corrections'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { CorrectionView, ProducerVerbs } from '../../contract/producers.ts'
import { Id, parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'

const Args = z.object({ titleId: Id.optional() })
const MOST = 200

/** Corrections that producers proposed and nobody has seen to yet. */
export async function listCorrections(
  house: HouseContext,
  actor: Actor,
  args: Parameters<ProducerVerbs['listCorrections']>[1],
): Promise<CorrectionView[]> {
  authorise(actor, 'listCorrections')
  const { titleId } = parse(Args, { titleId: args.titleId })
  return correctionsWaiting(house.db, house.houseId, titleId ?? null, MOST)
}
