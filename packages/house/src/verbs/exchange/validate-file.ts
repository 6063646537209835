import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ExchangeVerbs } from '../../contract/exchange.ts'
import { HouseError } from '../../errors.ts'
import { validateApart } from '../../exchange/validate-apart.ts'
import { authorise } from '../../policies/authorise.ts'

const LARGEST = 100 * 1024 * 1024

/** Says what a file is and what is wrong with it; it is not kept. */
export async function validateFile(
  { schemas }: HouseContext,
  actor: Actor,
  args: Parameters<ExchangeVerbs['validateFile']>[1],
): ReturnType<ExchangeVerbs['validateFile']> {
  authorise(actor, 'validateFile')
  if (args.bytes.length > LARGEST) throw new HouseError('too-large', { limit: LARGEST })
  return validateApart({ bytes: args.bytes, fileName: args.fileName ?? null, schemas })
}
