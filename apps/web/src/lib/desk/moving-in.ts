/** The ways into a house that has hardly a film yet, in the order in which one moves in; what was brought already is not asked for again. */
import type { Actor, House } from '@vitrine/house'
import type { Verb } from '@vitrine/house/policies/policy'
import { mayEver } from '@vitrine/house/policies/table'
import { DEFAULT_SETTINGS } from '@vitrine/house/settings/defaults'

export interface WayIn {
  href: string
  word: 'catalogue' | 'rights' | 'contacts' | 'house' | 'people'
}

interface Way extends WayIn {
  verb: Verb
  /** Whether the house has it. */
  brought: (house: House, actor: Actor) => Promise<boolean>
}

const WAYS: readonly Way[] = [
  {
    href: 'settings',
    word: 'house',
    verb: 'changeSettings',
    brought: async (house, actor) => (await house.viewSettings(actor)).name !== DEFAULT_SETTINGS.name,
  },
  { href: 'people', word: 'people', verb: 'addUser', brought: async (house, actor) => (await house.listUsers(actor)).length > 1 },
  { href: 'intake', word: 'catalogue', verb: 'receiveFile', brought: async (house, actor) => (await house.listIntakes(actor, { limit: 1 })).items.length > 0 }, // prettier-ignore
  {
    href: 'rights/import',
    word: 'rights',
    verb: 'importRights',
    brought: async (house, actor) => (await house.listEntries(actor, { locale: 'en', limit: 1 })).items.length > 0,
  },
  {
    href: 'contacts/import',
    word: 'contacts',
    verb: 'importContacts',
    brought: async (house, actor) => (await house.listCompanies(actor, { limit: 1 })).items.length > 0,
  },
]

/** Asked on the server only: what this person may still bring, beside sheets. */
export async function waysIn(house: House, actor: Actor): Promise<WayIn[]> {
  const may = WAYS.filter(({ verb }) => mayEver(actor, verb))
  const brought = await Promise.all(may.map((way) => way.brought(house, actor)))
  return may.filter((_, at) => !brought[at]).map(({ href, word }) => ({ href, word }))
}
