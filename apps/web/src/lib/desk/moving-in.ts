/** The ways into a house that has no film yet, in the order in which one moves in. */
import type { Actor } from '@vitrine/house'
import type { Verb } from '@vitrine/house/policies/policy'
import { mayEver } from '@vitrine/house/policies/table'

export interface WayIn {
  href: string
  word: 'catalogue' | 'rights' | 'contacts' | 'house' | 'people'
}

const WAYS: readonly { path: string; word: WayIn['word']; verb: Verb }[] = [
  { path: 'intake', word: 'catalogue', verb: 'receiveFile' },
  { path: 'rights/import', word: 'rights', verb: 'importRights' },
  { path: 'contacts/import', word: 'contacts', verb: 'importContacts' },
  { path: 'settings', word: 'house', verb: 'changeSettings' },
  { path: 'people', word: 'people', verb: 'addUser' },
]

/** Asked on the server only: what this person may bring, after a sheet. */
export const waysIn = (actor: Actor): WayIn[] =>
  WAYS.filter(({ verb }) => mayEver(actor, verb)).map(({ path, word }) => ({ href: path, word }))
