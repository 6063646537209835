/**
 * The one place where the pages meet the house. The server puts its context on `globalThis` before it loads the built site
 * (apps/server/src/site-context.ts); nothing else in apps/web knows where the house comes from.
 */
import { error } from '@sveltejs/kit'
import type { Actor, HouseSettings } from '@vitrine/house'
import { together } from '@vitrine/house/together'
import type { SiteContext } from '@vitrine/server/site-context'

/** What the server handed over. @throws when the site runs without the Vitrine server */
export function site(): SiteContext {
  const context = (globalThis as Record<symbol, unknown>)[Symbol.for('vitrine.site')] as SiteContext | undefined
  if (context === undefined)
    throw new Error('The site runs inside the Vitrine server: start it with `npm start` or `npm run dev`.')
  return context
}

export const VISITOR: Actor = { kind: 'visitor', userId: null, name: 'visitor', role: 'visitor', scopes: null }

/** The error of the house behind anything that was thrown; null when it is not one. Known by its shape, so that a bundle's own copy of the class does no harm. */
export function houseError(thrown: unknown): { code: string; status: number; details: Record<string, unknown> } | null {
  if (!(thrown instanceof Error) || thrown.name !== 'HouseError') return null
  const { code, status, details } = thrown as Error & { code?: unknown; status?: unknown; details?: unknown }
  if (typeof code !== 'string') return null
  return {
    code,
    status: typeof status === 'number' ? status : 500,
    details: typeof details === 'object' && details !== null ? (details as Record<string, unknown>) : {},
  }
}

/**
 * Waits for the house; its refusals become error pages with their status.
 *
 * @example
 * const view = await answer(house.viewTitle(actor, { slug, locale }))
 */
export async function answer<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked
  } catch (thrown) {
    const refusal = houseError(thrown)
    if (refusal === null) throw thrown
    error(refusal.status, { message: refusal.code, code: refusal.code })
  }
}

/** The house's change number, no older than the question, asked once for all who wait. */
const askSequence = together(async ([house]) => new Map([[house!, await site().house.changeSequence()]]))
export const sequence = async (): Promise<number> => (await askSequence(site().house.id)) ?? 0

let kept: { sequence: number; house: unknown; settings: HouseSettings } | null = null

/** The house's name, colours and the rest, as of now. When the house cannot answer, the last known ones stand. */
export async function settings(): Promise<HouseSettings> {
  const { house } = site()
  try {
    const now = await sequence()
    if (kept === null || kept.house !== house || kept.sequence !== now)
      kept = { sequence: now, house, settings: await house.viewSettings(VISITOR) }
  } catch (thrown) {
    if (kept === null) throw thrown
  }
  return kept.settings
}
