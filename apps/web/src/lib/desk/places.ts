/** The rooms of the desk, and who has business in them: whoever the policy table lets do the verb the room is for. */
import type { Actor } from '@vitrine/house'
import type { Verb } from '@vitrine/house/policies/policy'
import { mayEver } from '@vitrine/house/policies/table'
import type { DeskWords } from '@vitrine/messages/desk'
import type { Locale } from '@vitrine/messages'
import type { Menu } from './menus.ts'

export interface Place {
  href: string
  /** So many things in it wait for somebody; absent: that is not counted, or nothing does. */
  waiting?: number
  /** The menu that it is in; null stands in the row. */
  menu: Menu | null
  word: keyof DeskWords &
    (
      | 'titles'
      | 'drop'
      | 'intake'
      | 'exports'
      | 'requests'
      | 'deals'
      | 'collections'
      | 'catalogue'
      | 'rights'
      | 'contacts'
      | 'markets'
      | 'screenings'
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

/** What is done every day stands in a row, and has no menu. */
const MENU_OF: Partial<Record<Place['word'], Menu>> = {
  drop: 'catalogueMenu',
  intake: 'catalogueMenu',
  collections: 'catalogueMenu',
  catalogue: 'catalogueMenu',
  clauses: 'houseMenu',
  settings: 'houseMenu',
  people: 'houseMenu',
  keys: 'houseMenu',
  webhooks: 'houseMenu',
  exports: 'houseMenu',
  audit: 'houseMenu',
  mail: 'houseMenu',
  account: 'houseMenu',
}

const ROOMS: readonly { path: string; word: Place['word']; verb: Verb | null }[] = [
  { path: '', word: 'titles', verb: 'listTitles' },
  { path: '/rights', word: 'rights', verb: 'askAvailabilities' },
  { path: '/requests', word: 'requests', verb: 'listRequests' },
  { path: '/deals', word: 'deals', verb: 'listDeals' },
  { path: '/contacts', word: 'contacts', verb: 'listCompanies' },
  { path: '/markets', word: 'markets', verb: 'listMarkets' },
  { path: '/screenings', word: 'screenings', verb: 'listScreeners' },
  { path: '/match', word: 'match', verb: 'matchTitles' },
  { path: '/drop', word: 'drop', verb: 'dropSheet' },
  { path: '/intake', word: 'intake', verb: 'listIntakes' },
  { path: '/collections', word: 'collections', verb: 'saveCollection' },
  { path: '/catalogue', word: 'catalogue', verb: 'printCatalogue' },
  { path: '/deliverables', word: 'deliverables', verb: 'listDeliverables' },
  { path: '/invoices', word: 'invoices', verb: 'listInvoices' },
  { path: '/figures', word: 'figures', verb: 'viewFigures' },
  { path: '/settings', word: 'settings', verb: 'changeSettings' },
  { path: '/people', word: 'people', verb: 'addUser' },
  { path: '/mail', word: 'mail', verb: 'listLetters' },
  { path: '/clauses', word: 'clauses', verb: 'listClauses' },
  { path: '/exports', word: 'exports', verb: 'listExportSchedules' },
  { path: '/keys', word: 'keys', verb: 'issueKey' },
  { path: '/webhooks', word: 'webhooks', verb: 'addWebhook' },
  { path: '/audit', word: 'audit', verb: 'readAudit' },
  { path: '/account', word: 'account', verb: null },
]

/** What is gone to by its name that stands in no menu: a thing to begin, or a page inside a room. */
export interface Move {
  href: string
  word: keyof DeskWords & `move.${string}`
}

const MOVES: readonly { path: string; word: Move['word']; verb: Verb }[] = [
  { path: '/contacts/day', word: 'move.day', verb: 'listTasks' },
  { path: '/deals/new', word: 'move.deal', verb: 'openDeal' },
  { path: '/rights/entries/new', word: 'move.entry', verb: 'draftEntry' },
  { path: '/rights/entries', word: 'move.book', verb: 'listEntries' },
  { path: '/rights/watch', word: 'move.watch', verb: 'watchRights' },
  { path: '/rights/lists', word: 'move.lists', verb: 'listSentLists' },
  { path: '/contacts/people', word: 'move.people', verb: 'listContacts' },
  { path: '/rights/import', word: 'move.importRights', verb: 'importRights' },
  { path: '/contacts/import', word: 'move.importContacts', verb: 'importContacts' },
  { path: '/settings/accounts', word: 'move.accounts', verb: 'changeAccounts' },
  { path: '/mail/templates', word: 'move.letters', verb: 'listMailTemplates' },
]

export const deskMoves = (locale: Locale, actor: Actor): Move[] =>
  MOVES.filter(({ verb }) => mayEver(actor, verb)).map(({ path, word }) => ({ href: `/${locale}/desk${path}`, word }))

/** Asked on the server only, so that the table stays there. */
export function deskPlaces(locale: Locale, actor: Actor): Place[] {
  return ROOMS.filter((room) => room.verb === null || mayEver(actor, room.verb)).map(({ path, word }) => ({
    href: `/${locale}/desk${path}`,
    word,
    menu: MENU_OF[word] ?? null,
  }))
}
