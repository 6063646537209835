import { timingSafeEqual } from 'node:crypto'
import type { Locale } from '@vitrine/messages'
import { findShortlist, noteUse, type ShortlistRow } from '@vitrine/store/shortlists/shortlists'
import { cardsByIds } from '@vitrine/store/titles/cards'
import { sha256 } from '../../canonical.ts'
import { type StoredCard, toTitleCard } from '../../cards/card.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor, Shortlist } from '../../contract.ts'
import { HouseError } from '../../errors.ts'
import { noteInPassing } from '../../note-in-passing.ts'
import { authorise } from '../../policies/authorise.ts'
import { visibleCards } from '../../shortlists/shortlist.ts'

/** A shortlist as its link shows it: films that are no longer public are left out. `mine`: the asker may change it. That it is used is noted once a day. */
export async function viewShortlist(
  house: HouseContext,
  actor: Actor,
  args: { token: string; editKey?: string | null; locale: Locale },
): Promise<Shortlist> {
  authorise(actor, 'viewShortlist')
  const row = await findShortlist(house.db, house.houseId, args.token)
  if (!row) throw new HouseError('not-found', { subject: 'Shortlist' })
  const today = house.now().toISOString().slice(0, 10)
  if (row.usedOn < today) await noteInPassing(noteUse(house.db, house.houseId, row.token, today))
  const cards = visibleCards(actor, await cardsByIds<StoredCard>(house.db, house.houseId, row.titleIds))
  return {
    token: row.token,
    name: row.name,
    note: row.note,
    createdAt: row.createdAt,
    cards: cards.map((card) => toTitleCard(card, args.locale)),
    mine: fitsEditKey(row, args.editKey) || (actor.userId !== null && row.userId === actor.userId),
  }
}

/** Whether a secret is the list's edit key; compared in constant time. */
export function fitsEditKey(row: ShortlistRow, editKey: string | null | undefined): boolean {
  if (!editKey) return false
  return timingSafeEqual(Buffer.from(sha256(editKey)), Buffer.from(row.editKeyHash))
}
