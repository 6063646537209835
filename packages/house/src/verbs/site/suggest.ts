import type { Locale } from '@vitrine/messages'
import { scanSuggestions } from '../../browse/scan.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor, Suggestion } from '../../contract.ts'
import { authorise } from '../../policies/authorise.ts'

/** What the first letters may mean: films, people, companies, festivals. */
export async function suggest(house: HouseContext, actor: Actor, args: { text: string; locale: Locale; limit?: number }): Promise<Suggestion[]> {
  authorise(actor, 'suggest')
  return scanSuggestions(house, args.text, Math.min(Math.max(args.limit ?? 8, 1), 20))
}
