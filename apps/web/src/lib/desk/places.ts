/** The rooms of the desk, and who has business in them: whoever the policy table lets do the verb the room is for. */
import type { Actor } from '@vitrine/house'
import type { Verb } from '@vitrine/house/policies/policy'
import { mayEver } from '@vitrine/house/policies/table'
import type { DeskWords } from '@vitrine/messages/desk'
import type { Locale } from '@vitrine/messages'

export interface Place {
  href: string
  /** It is where the house is set up, not where it works. */
  setUp: boolean
  word: keyof DeskWords &
    (
      | 'titles'
      | 'drop'
      | 'requests'
      | 'deals'
      | 'collections'
      | 'rights'
      | 'contacts'
      | 'markets'
      | 'match'
      | 'deliverables'
      | 'invoices'
      | 'figures'
      | 'settings'
      | 'people'
      | 'keys'
      | 'webhooks'
      | 'clauses'
      | 'audit'
      | 'mail'
      | 'account'
    )
}

/** Rooms of every day stand in a row; those in which the house is set up are behind one word. */
const SET_UP: ReadonlySet<Place['word']> = new Set([
  'clauses',
  'settings',
  'people',
  'keys',
  'webhooks',
  'audit',
  'mail',
  'account',
])

const ROOMS: readonly { path: string; word: Place['word']; verb: Verb | null }[] = [
  { path: '', word: 'titles', verb: 'listTitles' },
  { path: '/rights', word: 'rights', verb: 'askAvailabilities' },
  { path: '/requests', word: 'requests', verb: 'listRequests' },
  { path: '/deals', word: 'deals', verb: 'listDeals' },
  { path: '/contacts', word: 'contacts', verb: 'listCompanies' },
  { path: '/markets', word: 'markets', verb: 'listMarkets' },
  { path: '/match', word: 'match', verb: 'matchTitles' },
  { path: '/drop', word: 'drop', verb: 'dropSheet' },
  { path: '/collections', word: 'collections', verb: 'saveCollection' },
  { path: '/clauses', word: 'clauses', verb: 'listClauses' },
  { path: '/deliverables', word: 'deliverables', verb: 'listDeliverables' },
  { path: '/invoices', word: 'invoices', verb: 'listInvoices' },
  { path: '/figures', word: 'figures', verb: 'viewFigures' },
  { path: '/settings', word: 'settings', verb: 'changeSettings' },
  { path: '/people', word: 'people', verb: 'addUser' },
  { path: '/keys', word: 'keys', verb: 'issueKey' },
  { path: '/webhooks', word: 'webhooks', verb: 'addWebhook' },
  { path: '/audit', word: 'audit', verb: 'readAudit' },
  { path: '/mail', word: 'mail', verb: 'listLetters' },
  { path: '/account', word: 'account', verb: null },
]

/** Asked on the server only, so that the table stays there. */
export function deskPlaces(locale: Locale, actor: Actor): Place[] {
  return ROOMS.filter((room) => room.verb === null || mayEver(actor, room.verb)).map(({ path, word }) => ({
    href: `/${locale}/desk${path}`,
    word,
    setUp: SET_UP.has(word),
  }))
}
