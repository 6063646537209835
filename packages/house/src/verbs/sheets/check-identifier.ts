import { checkIdentifier as check, IDENTIFIER_KINDS, type IdentifierCheck } from '@vitrine/catalogue'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'

const Asked = z.object({ value: z.string().max(1000), kind: z.enum(IDENTIFIER_KINDS).nullable() })

/** Whether an EIDR, an ISAN or another number of a film is right, how the house writes it, and its check characters. */
export async function checkIdentifier(_house: HouseContext, actor: Actor, args: z.input<typeof Asked>): Promise<IdentifierCheck> {
  authorise(actor, 'checkIdentifier')
  const { value, kind } = parse(Asked, args)
  return check(kind, value)
}
