import { isCurrency } from '@vitrine/ledger/money/currency'
import { LOCALES } from '@vitrine/messages'
import type { Asker } from '@vitrine/store/asker'
import { findContact } from '@vitrine/store/contacts/contacts'
import { openDealRow } from '@vitrine/store/deals/deals'
import { putDealTitles } from '@vitrine/store/deals/links'
import { changeRequestRow } from '@vitrine/store/deals/requests'
import { findTitles } from '@vitrine/store/titles/find-title'
import { findMember } from '@vitrine/store/users/members'
import { z } from 'zod'
import { holdCompany, holdContact } from '../../contacts/reach.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { DealVerbs, DealView } from '../../contract/deals.ts'
import { dealView } from '../../deals/deal-view.ts'
import { noteDeal } from '../../deals/step-deal.ts'
import { HouseError } from '../../errors.ts'
import { newId } from '../../ids.ts'
import { Id, OneLine, parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { STAFF_ROLES } from '../../contract.ts'
import { holdRequest } from '../../requests/request-view.ts'
import { DayText } from '../../rights/read-input.ts'
import { write } from '../../write.ts'

/** What a deal is opened and changed with; the most films that one deal is about. */
export const MOST_FILMS = 200
export const DealText = {
  name: OneLine.optional(),
  contactId: Id.nullable().optional(),
  ownerId: Id.nullable().optional(),
  marketId: Id.nullable().optional(),
  locale: z.enum(LOCALES).optional(),
  expectedMinor: z.int().min(0).optional(),
  closesOn: DayText.nullable().optional(),
  titleIds: z.array(Id).max(MOST_FILMS).optional(),
}
const ToOpen = z.object({
  ...DealText,
  companyId: Id,
  requestId: Id.nullable().optional(),
  currency: z.string().refine(isCurrency, 'Not the code of a currency (ISO 4217)').optional(),
})

/** A deal begins, under the next number of the house. */
export async function openDeal(house: HouseContext, actor: Actor, args: Parameters<DealVerbs['openDeal']>[1]): Promise<DealView> {
  authorise(actor, 'openDeal')
  const deal = parse(ToOpen, args.deal)
  return write(house, actor, async (writing) => {
    const { trx } = writing
    const company = await holdCompany(house, trx, deal.companyId)
    const titles = await holdFilms(house, trx, deal.titleIds ?? [])
    await holdOwner(house, trx, deal.ownerId ?? null)
    const contact = await holdContactOf(house, trx, deal.contactId ?? null, company.id)
    const request = deal.requestId === undefined || deal.requestId === null ? null : await holdRequest(house, trx, deal.requestId)
    const id = newId(Date.parse(writing.at))
    const number = await openDealRow(
      trx,
      house.houseId,
      {
        id,
        name: deal.name ?? nameOf(titles.map(({ title }) => title), company.name), // prettier-ignore
        companyId: company.id,
        contactId: deal.contactId ?? null,
        ownerId: deal.ownerId === undefined ? actor.userId : deal.ownerId,
        requestId: request?.id ?? null,
        marketId: deal.marketId ?? null,
        currency: deal.currency ?? 'EUR',
        locale: deal.locale ?? contact?.locale ?? args.reader,
        expectedMinor: deal.expectedMinor ?? 0,
        closesOn: deal.closesOn ?? null,
      },
      writing.at,
    )
    await putDealTitles(trx, house.houseId, id, titles.map((title) => title.id)) // prettier-ignore
    if (request !== null) {
      const state = request.state === 'new' || request.state === 'taken' ? 'answered' : request.state
      await changeRequestRow(trx, house.houseId, request.id, { ...request, state, ownerId: request.ownerId ?? actor.userId, companyId: company.id, contactId: deal.contactId ?? null, dealId: id, at: writing.at }) // prettier-ignore
    }
    await noteDeal(house, writing, actor, id, 'openDeal', { number, company: company.id })
    return dealView(house, trx, actor, id, args.reader)
  })
}

const nameOf = (titles: readonly string[], company: string): string => {
  const [first] = titles
  return (first === undefined ? company : titles.length === 1 ? first : `${first} + ${titles.length - 1}`).slice(0, 200)
}

/** Films that must be there, in the order in which they are named. */
export async function holdFilms(
  house: HouseContext,
  db: Asker,
  ids: readonly string[],
): Promise<{ id: string; title: string }[]> {
  const found = new Map((await findTitles(db, house.houseId, ids)).map((row) => [row.id, row.sheet.title]))
  return [...new Set(ids)].map((id) => {
    const title = found.get(id)
    if (title === undefined) throw new HouseError('not-found', { subject: 'Title' })
    return { id, title }
  })
}

/** Whoever sees to a deal or a request is of the house. */
export async function holdOwner(house: HouseContext, db: Asker, id: string | null): Promise<void> {
  if (id === null) return
  const member = await findMember(db, house.houseId, id)
  if (member === null || member.disabled || !(STAFF_ROLES as readonly string[]).includes(member.role))
    throw new HouseError('not-found', { subject: 'Member' })
}

/** With whom it is spoken of must be of the company. */
export async function holdContactOf(house: HouseContext, db: Asker, id: string | null, companyId: string) {
  if (id === null) return null
  await holdContact(house, db, id)
  const contact = await findContact(db, house.houseId, id)
  if (contact === null || contact.companyId !== companyId) throw new HouseError('not-found', { subject: 'Contact' })
  return contact
}
