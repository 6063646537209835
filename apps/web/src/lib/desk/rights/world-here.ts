/**
 * The map of the world where a page is made: the server draws it into the page, which has it before any script; the browser fetches what the
 * server drew with, once a day, before it takes the page over. In the data of the page it would be sent a second time.
 */
import type { Locale } from '@vitrine/messages'
import type { NamedWorld } from '#lib/rights/world.ts'

const fetched = new Map<string, Promise<NamedWorld>>()

export const worldAddress = (locale: Locale): string => `/${locale}/desk/rights/world.json`

/** null where it cannot be fetched: all the rest of the page is there without it. */
export async function worldHere(locale: Locale): Promise<NamedWorld | null> {
  if (import.meta.env.SSR) return (await import('#lib/rights/world.ts')).worldOf(locale)
  let asked = fetched.get(locale)
  if (asked === undefined) fetched.set(locale, (asked = fetchWorld(locale)))
  try {
    return await asked
  } catch {
    fetched.delete(locale)
    return null
  }
}

async function fetchWorld(locale: Locale): Promise<NamedWorld> {
  const answer = await fetch(worldAddress(locale))
  // what says why there is none is JSON as well
  if (!answer.ok) throw new Error(`${answer.status}`)
  return (await answer.json()) as NamedWorld
}
