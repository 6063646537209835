/** Meetings as they are told: with the names of whoever and whatever is in them, and where somebody would be in two places. */
import { clashes } from '@vitrine/deals/company/clashes'
import type { Asker } from '@vitrine/store/asker'
import { findContacts } from '@vitrine/store/contacts/contacts'
import type { MarketRow } from '@vitrine/store/contacts/markets'
import type { MeetingRow } from '@vitrine/store/contacts/meetings'
import { cardsByIds } from '@vitrine/store/titles/cards'
import { listMembers } from '@vitrine/store/users/members'
import type { StoredCard } from '../cards/card.ts'
import { STAFF_ROLES } from '../contract.ts'
import type { HouseContext } from '../context.ts'
import type { MarketView, MeetingView } from '../contract/contacts.ts'

export const marketView = ({ id, name, kind, city, country, firstDay, lastDay, stand, revision }: MarketRow): MarketView => ({
  id, name, kind, city, country, firstDay, lastDay, stand, revision,
}) // prettier-ignore

/** Members of the house who can be sent to a meeting. */
export async function staffOf(house: HouseContext, db: Asker): Promise<{ id: string; name: string; disabled: boolean }[]> {
  const members = await listMembers(db, house.houseId)
  return members.filter(({ role }) => (STAFF_ROLES as readonly string[]).includes(role))
}

/** `all`: every meeting of the market, among which clashes are looked for. */
export async function meetingViews(
  house: HouseContext,
  db: Asker,
  rows: readonly MeetingRow[],
  all: readonly MeetingRow[] = rows,
): Promise<MeetingView[]> {
  const ids = (of: (row: MeetingRow) => readonly string[], among = rows) => [...new Set(among.flatMap(of))]
  const [contacts, cards, staff] = await Promise.all([
    findContacts(
      db,
      house.houseId,
      ids(({ contactIds }) => contactIds, all),
    ),
    cardsByIds<StoredCard>(
      db,
      house.houseId,
      ids(({ titleIds }) => titleIds),
    ),
    staffOf(house, db),
  ])
  const names = new Map([...contacts, ...staff].map(({ id, name }) => [id, name]))
  const byId = new Map(contacts.filter(({ erasedAt }) => erasedAt === null).map((contact) => [contact.id, contact]))
  const titles = new Map(cards.map(({ id, card }) => [id, card.title]))
  const clashing = clashes(all.map((row) => ({ ...row, people: [...row.userIds, ...row.contactIds] })))
  return rows.map((row) => ({
    id: row.id,
    revision: row.revision,
    marketId: row.marketId,
    market: row.market,
    companyId: row.companyId,
    company: row.company,
    day: row.day,
    fromMinute: row.fromMinute,
    toMinute: row.toMinute,
    place: row.place,
    userIds: row.userIds,
    contactIds: row.contactIds,
    titleIds: row.titleIds,
    about: row.about,
    contacts: row.contactIds.flatMap((id) => byId.get(id) ?? []).map(({ id, name, role }) => ({ id, name, role })),
    titles: row.titleIds.flatMap((id) => (titles.has(id) ? [{ id, title: titles.get(id)! }] : [])),
    notes: row.notes,
    notedBy: row.notedBy,
    notedAt: row.notedAt,
    clashes: (clashing.get(row.id) ?? []).map(({ id, people }) => ({
      id,
      people: people.map((person) => names.get(person) ?? ''),
    })),
  }))
}
