import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { AfterVerbs, Figures } from '../../contract/after.ts'
import { figuresOf } from '../../after/figures-of.ts'
import { HouseError } from '../../errors.ts'
import { parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { DayText } from '../../rights/read-input.ts'

export const FiguresAsked = z.object({
  from: DayText.optional(),
  to: DayText.optional(),
  by: z.enum(['month', 'quarter', 'year']).default('month'),
  locale: z.enum(['en', 'fr']),
})

/** The days that are asked for; without any, this month and the twelve before it. */
export function windowOf(
  { from, to }: { from?: string | undefined; to?: string | undefined },
  today: string,
): { from: string; to: string } {
  const until = to ?? today
  const since = from ?? `${Number(until.slice(0, 4)) - 1}-${until.slice(5, 7)}-01`
  if (since > until)
    throw new HouseError('invalid-input', {
      issues: [{ path: 'to', message: 'The last day is before the first', messageFr: 'Le dernier jour précède le premier' }],
    })
  return { from: since, to: until }
}

/** What was sold in a time, by period, agent, country, film and company; what is expected; what was lost, and why. */
export async function viewFigures(
  house: HouseContext,
  actor: Actor,
  args: Parameters<AfterVerbs['viewFigures']>[1],
): Promise<Figures> {
  authorise(actor, 'viewFigures')
  const asked = parse(FiguresAsked.extend({ most: z.number().int().min(1).max(1_000).optional() }), args)
  return figuresOf(house, { ...asked, most: asked.most ?? null, ...windowOf(asked, house.now().toISOString().slice(0, 10)) })
}
