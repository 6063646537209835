/** A paper drawn up and printed: its words and the very bytes, before anything is written of it. */
import type { PaperKind } from '@vitrine/deals/clauses/clause'
import type { OfferTerms } from '@vitrine/deals/offer/offer'
import type { PaperContent } from '@vitrine/deals/papers/paper'
import { formatDay, type Locale, LOCALES } from '@vitrine/messages'
import { paperWords } from '@vitrine/messages/papers'
import { amendmentsOfDeal } from '@vitrine/store/after/amendments'
import { type InstalmentRow, instalmentsOfDeal } from '@vitrine/store/after/instalments'
import { saleLinesOf } from '@vitrine/store/after/sales'
import type { Asker } from '@vitrine/store/asker'
import { type DealRow, findDeal } from '@vitrine/store/deals/deals'
import { findContact } from '@vitrine/store/contacts/contacts'
import { type OfferRow, offersOfDeal } from '@vitrine/store/deals/offers'
import { listPaperRows } from '@vitrine/store/papers/papers'
import { addressOfCompany } from '@vitrine/store/papers/buyer'
import { readSettings } from '@vitrine/store/settings/settings'
import { findTitles } from '@vitrine/store/titles/find-title'
import { z } from 'zod'
import { canonical, sha256 } from '../canonical.ts'
import type { HouseContext } from '../context.ts'
import type { PaperDraft } from '../contract/papers.ts'
import { dealReference } from '../deals/step-deal.ts'
import { HouseError } from '../errors.ts'
import { Id, OneLine, parse } from '../input.ts'
import { printed, printedHouse } from '../printing/printed.ts'
import { withDefaults } from '../settings/defaults.ts'
import { clausesOf } from './clauses-of.ts'
import { amendmentsToPaper } from './changes-on-paper.ts'
import { contentOf } from './content-of.ts'
import { termsAsAmended } from './terms-as-amended.ts'

const Draft = z.object({
  locale: z.enum(LOCALES).optional(),
  paper: z.enum(['a4', 'letter']).optional(),
  without: z.array(Id).max(200).optional(),
  own: z.array(z.object({ heading: OneLine, text: z.string().min(1).max(20_000) })).max(20).optional(), // prettier-ignore
  buyerAddress: z.string().max(1000).nullable().optional(),
  buyerSignatory: OneLine.nullable().optional(),
  houseSignatory: OneLine.nullable().optional(),
})

export interface ToDraw {
  dealId: string
  kind: PaperKind
  number: number
  draft: PaperDraft
}

export interface DrawnUp {
  offer: OfferRow
  content: PaperContent
  sha256: string
  bytes: number
}

/** Prints a paper of the offer that its deal has agreed on, and keeps its bytes; whoever records it holds it against `holdDrawn`. */
export async function drawUp(house: HouseContext, asked: ToDraw): Promise<DrawnUp> {
  const { offer, content } = await compose(house, house.db, asked)
  const pdf = await printPaperOf(house, content, false)
  const name = await house.files.put(pdf)
  return { offer, content, sha256: name, bytes: pdf.byteLength }
}

/**
 * Printing takes its time and is done outside the transaction: what was printed must still be what the house would say when it is recorded.
 *
 * @throws HouseError `busy` where the offer, the book, a clause or a setting became another meanwhile; `wrong-state` where nothing is agreed any more
 */
export async function holdDrawn(house: HouseContext, trx: Asker, asked: ToDraw, drawn: DrawnUp): Promise<void> {
  const now = await compose(house, trx, asked)
  if (now.offer.id !== drawn.offer.id || canonical(now.content) !== canonical(drawn.content)) throw new HouseError('busy', {})
}

async function compose(house: HouseContext, db: Asker, asked: ToDraw): Promise<{ offer: OfferRow; content: PaperContent }> {
  const { kind, number } = asked
  const deal = await findDeal(db, house.houseId, asked.dealId)
  if (deal === null) throw new HouseError('not-found', { subject: 'Deal' })
  const offer = await acceptedOffer(house, db, deal.id)
  const draft = parse(Draft, asked.draft)
  const locale = draft.locale ?? deal.locale
  const settings = withDefaults((await readSettings(db, house.houseId))?.settings)
  const content = contentOf({
    kind,
    locale,
    paper: draft.paper ?? 'a4',
    reference: `${dealReference(deal)} / ${paperWords[locale].short[kind]}-${number}`,
    day: house.now().toISOString().slice(0, 10),
    offer: offer.terms,
    buyer: {
      name: deal.companyName,
      address: draft.buyerAddress === undefined ? await addressOfCompany(db, house.houseId, deal.companyId) : draft.buyerAddress, // prettier-ignore
      // whom the deal is with, until somebody says who else signs; null: nobody is named
      signatory: draft.buyerSignatory === undefined ? await contactOf(house, db, deal) : draft.buyerSignatory,
    },
    settings,
    houseSignatory: draft.houseSignatory ?? null,
    clauses: await clausesOf(house, db),
    without: draft.without ?? [],
    own: draft.own ?? [],
    facts: await factsOf(house, db, offer),
    plan: await planAsAmended(house, db, deal.id),
    ...(kind === 'amendment' ? { amendments: await amendmentsToPaper(house, db, deal.id), agreement: await agreementOf(house, db, deal, locale) } : {}), // prettier-ignore
  })
  return { offer, content }
}

/** What an amendment amends: the contract that was signed, else the deal memo, else the sale as it stands in the books. */
async function agreementOf(house: HouseContext, db: Asker, deal: DealRow, locale: Locale): Promise<string> {
  const words = paperWords[locale]
  const signed = await listPaperRows(db, house.houseId, { dealId: deal.id, state: 'executed', limit: 200 })
  const paper = signed.find(({ kind }) => kind === 'contract') ?? signed.find(({ kind }) => kind !== 'amendment')
  const name = paper === undefined ? dealReference(deal) : `${dealReference(deal)} / ${words.short[paper.kind]}-${paper.number}`
  const day = paper?.executedAt?.slice(0, 10) ?? deal.signedOn
  return day === null ? name : words.ofDay(name, formatDay(locale, day))
}

export async function printPaperOf(house: HouseContext, content: PaperContent, draft: boolean): Promise<Uint8Array> {
  const by = await printedHouse(house, content.locale)
  return printed(house, (press) => press.printPaper({ house: by, content, draft }))
}

/** How a sale whose price was amended is paid; null: as its offer says. What credit notes left nothing of is not said. */
async function planAsAmended(house: HouseContext, db: Asker, dealId: string): Promise<InstalmentRow[] | null> {
  if (!(await hasAmendedPrice(house, db, dealId))) return null
  return (await instalmentsOfDeal(db, house.houseId, dealId)).filter(({ state, minor, credited }) => state !== 'cancelled' && (minor > 0 || credited === null)) // prettier-ignore
}
const hasAmendedPrice = async (house: HouseContext, db: Asker, dealId: string): Promise<boolean> =>
  (await amendmentsOfDeal(db, house.houseId, dealId)).some(({ price }) => price !== null)

async function contactOf(house: HouseContext, db: Asker, { contactId }: DealRow): Promise<string | null> {
  return contactId === null ? null : ((await findContact(db, house.houseId, contactId))?.name ?? null)
}

/** Director and year of each film, by its id. */
async function factsOf(house: HouseContext, db: Asker, { terms }: OfferRow): Promise<Map<string, string>> {
  const rows = await findTitles(db, house.houseId, [...new Set(terms.lines.map(({ titleId }) => titleId))])
  return new Map(rows.map(({ id, sheet }) => [id, [sheet.directors.join(', '), sheet.year].filter(Boolean).join(' · ')]))
}

/** The offer that a deal has agreed on; of a signed sale with its terms as they were amended since. */
async function acceptedOffer(house: HouseContext, db: Asker, dealId: string): Promise<OfferRow> {
  const offer = (await offersOfDeal(db, house.houseId, dealId)).find(({ state }) => state === 'accepted')
  if (offer === undefined) throw new HouseError('wrong-state', { subject: 'Deal', state: 'no accepted offer' })
  return { ...offer, terms: await lessGivenUp(house, db, dealId, await termsAsAmended(house, db, dealId, offer.terms)) }
}

/** An amended price, less what credit notes gave up of it since: what its instalments add up to. */
async function lessGivenUp(house: HouseContext, db: Asker, dealId: string, terms: OfferTerms): Promise<OfferTerms> {
  if (!(await hasAmendedPrice(house, db, dealId))) return terms
  const sold = new Map((await saleLinesOf(db, house.houseId, dealId)).map(({ line, minor }) => [line, minor]))
  const lines = terms.lines.map((line, at) => ({ ...line, minor: sold.get(at) ?? line.minor }))
  return { ...terms, lines, package: terms.package && { minor: lines.reduce((sum, { minor }) => sum + minor, 0) } }
}

/** The bytes of a stored file, if they are those that were recorded. @throws HouseError `file-changed` */
export async function keptBytes(house: HouseContext, name: string): Promise<Uint8Array> {
  const bytes = await house.files.get(name)
  if (bytes === null || sha256(bytes) !== name) throw new HouseError('file-changed', { sha256: name })
  return bytes
}
