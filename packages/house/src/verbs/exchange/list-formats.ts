import { FORMATS } from '@vitrine/exchange/formats/formats'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { FormatLine } from '../../contract/exchange.ts'
import { authorise } from '../../policies/authorise.ts'

/** The formats that the house speaks. */
export async function listFormats(_: HouseContext, actor: Actor): Promise<FormatLine[]> {
  authorise(actor, 'listFormats')
  return Object.values(FORMATS).map(({ id, versions, write, read }) => ({
    id,
    versions: [...versions],
    out: write !== undefined,
    in: read !== undefined,
  }))
}
