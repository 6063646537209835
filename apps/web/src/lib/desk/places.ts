/** The rooms of the desk, and who has business in them. The house's policies decide; this only spares people dead ends. */
import type { Actor } from '@vitrine/house'
import type { DeskWords } from '@vitrine/messages/desk'
import type { Locale } from '@vitrine/messages'

export interface Place { href: string; word: keyof DeskWords & ('titles' | 'drop' | 'requests' | 'collections' | 'settings' | 'people' | 'keys' | 'audit' | 'mail' | 'account') }

const ROOMS: readonly { path: string; word: Place['word']; roles: readonly Actor['role'][] | null }[] = [
  { path: '', word: 'titles', roles: null },
  { path: '/drop', word: 'drop', roles: ['owner', 'editor'] },
  { path: '/requests', word: 'requests', roles: ['owner', 'sales', 'rights', 'editor'] },
  { path: '/collections', word: 'collections', roles: ['owner', 'editor'] },
  { path: '/settings', word: 'settings', roles: ['owner'] },
  { path: '/people', word: 'people', roles: ['owner'] },
  { path: '/keys', word: 'keys', roles: ['owner'] },
  { path: '/audit', word: 'audit', roles: ['owner'] },
  { path: '/mail', word: 'mail', roles: ['owner'] },
  { path: '/account', word: 'account', roles: null },
]

export function deskPlaces(locale: Locale, role: Actor['role']): Place[] {
  return ROOMS.filter((room) => room.roles === null || room.roles.includes(role)).map(({ path, word }) => ({ href: `/${locale}/desk${path}`, word }))
}
