/** A sale that is signed, for tests of what follows from it: without offers and papers, straight through `signSale`. */
import type { MaterialWanted, OfferTerms, Payment } from '@vitrine/deals/offer/offer'
import type { Database } from '@vitrine/store/database/database'
import { findDeal, openDealRow } from '@vitrine/store/deals/deals'
import { putDealTitles } from '@vitrine/store/deals/links'
import { findOffer, putOffer, stepOfferRow } from '@vitrine/store/deals/offers'
import { sql } from 'kysely'
import { SYSTEM } from '../actors.ts'
import type { HouseContext } from '../context.ts'
import type { Actor, House } from '../contract.ts'
import { signSale } from '../deals/sign-sale.ts'
import { stepDeal } from '../deals/step-deal.ts'
import type { FileStore } from '../files/file-store.ts'
import { newId } from '../ids.ts'
import { readEntryInput } from '../rights/read-input.ts'
import { createTurns } from '../turns.ts'
import { write } from '../write.ts'
import { aSheet } from './house-for-tests.ts'

export interface SaleToSign {
  name?: string
  company?: string
  country?: string
  currency?: string
  day?: string
  owner?: Actor
  lines?: { title: string; minor: number; territory?: string; media?: string; from?: string | null; to?: string; materials?: MaterialWanted[]; titleId?: string; event?: string }[] // prettier-ignore
  payments?: Payment[]
  withholding?: number
}

/** Opens, offers, agrees and signs a deal over films that are made for it. */
export async function signDeal(
  { house, database }: { house: House; database: Database },
  sale: SaleToSign = {},
): Promise<{ dealId: string; companyId: string; titleIds: string[]; licences: readonly string[] }> {
  const { name = 'Salt', company = 'Kanal Ost', country = 'PL', currency = 'EUR', day = '2026-11-22', payments = [], withholding = 0 } = sale // prettier-ignore
  const lines = sale.lines ?? [{ title: 'Salt', minor: 10_000_00 }]
  const context = contextOf(house, database)
  const titleIds: string[] = []
  for (const { title, titleId } of lines) {
    titleIds.push(titleId ?? (await house.createTitle(SYSTEM, { sheet: aSheet(title, { cuts: [{ minutes: 52, episodes: null, versions: [] }], versions: [{ language: 'fr', use: 'dubbed', hardOfHearing: false }] }) })).id) // prettier-ignore
    if (titleId === undefined)
      await house.enterEntry(SYSTEM, { titleId: titleIds.at(-1)!, locale: 'en', entry: { kind: 'grant', exclusive: true, territory: 'World', media: 'all', from: '2020-01-01', to: '2045-12-31', party: 'Salt Films', contract: 'G' } }) // prettier-ignore
  }
  const terms: OfferTerms = {
    currency,
    package: null,
    payments,
    expires: null,
    withholding,
    note: null,
    lines: lines.map(
      (
        { title, minor, territory = 'Poland', media = 'free-tv', from = '2027-01-01', to = '2028-12-31', materials = [], event },
        at,
      ) => ({
        titleId: titleIds[at]!,
        title,
        minor,
        materials,
        rights: readEntryInput({ kind: 'licence', exclusive: false, territory, media, languages: 'all', from, to, ...(event === undefined ? {} : { event: { kind: event, months: 24 } }) }), // prettier-ignore
      }),
    ),
  }
  const companyId = newId(Date.now())
  const dealId = newId(Date.now())
  const licences = await write(context, SYSTEM, async (writing) => {
    const { trx, at } = writing
    const { houseId } = context
    await sql`insert into company (house_id, id, name, country, created_at, updated_at) values (${houseId}, ${companyId}, ${company}, ${country}, ${at}::timestamptz, ${at}::timestamptz)`.execute(trx) // prettier-ignore
    await openDealRow(trx, houseId, { id: dealId, name, companyId, contactId: null, ownerId: sale.owner?.userId ?? null, requestId: null, marketId: null, currency, locale: 'en', expectedMinor: 0, closesOn: null }, at) // prettier-ignore
    await putDealTitles(trx, houseId, dealId, titleIds)
    const offerId = newId(Date.now())
    await putOffer(trx, houseId, { id: offerId, dealId, side: 'house', state: 'live', terms, message: null, at, byId: null, byName: 'the house' }) // prettier-ignore
    const deal = async () => (await findDeal(trx, houseId, dealId))!
    await stepDeal(context, writing, SYSTEM, await deal(), { to: 'offered', verb: 'sendOffer' })
    await stepOfferRow(trx, houseId, offerId, { state: 'accepted', byName: 'the house', at })
    await stepDeal(context, writing, SYSTEM, await deal(), { to: 'agreed', verb: 'acceptOffer' })
    const offer = (await findOffer(trx, houseId, offerId))!
    return (await signSale(context, writing, SYSTEM, { deal: await deal(), offer, day, locale: 'en' })).licences
  })
  return { dealId, companyId, titleIds, licences }
}

/** As much of the house as writing needs: no files, no press. */
function contextOf(house: House, { db }: Database): HouseContext {
  const nothing = () => {
    throw new Error('not needed here')
  }
  return { houseId: house.id, db, takesWrites: () => true, files: {} as FileStore, writeTurn: createTurns(), renditions: nothing as never, now: () => new Date('2026-11-22T09:00:00Z'), kept: nothing as never, memberOfSession: nothing as never, seal: nothing as never, print: null, origin: 'https://films.example', schemas: null, films: null, sealing: new Uint8Array(32), process: 'test', alone: false } // prettier-ignore
}
