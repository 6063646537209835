/** An invoice made of what is known: the sale, its instalments, who the parties are. The same for a preview and for the real one. */
import { money } from '@vitrine/ledger/money/money'
import { type Invoice, sumsOf } from '@vitrine/ledger/invoice/invoice'
import { faultsOfParty } from '@vitrine/ledger/invoice/party'
import { inVatUnion, shareOf, vatFault, vatTreatment, VAT_TREATMENTS, type VatTreatment } from '@vitrine/ledger/invoice/vat'
import { convert } from '@vitrine/ledger/rates/rates'
import { formatDay } from '@vitrine/messages'
import { invoiceWords } from '@vitrine/messages/invoices'
import { formatShare } from '@vitrine/messages/money'
import { findBilling, findCompanyForBilling } from '@vitrine/store/after/accounts'
import { type InstalmentRow, instalmentsOfDeal } from '@vitrine/store/after/instalments'
import { lastInvoiceDay } from '@vitrine/store/after/invoices'
import { ratesFor } from '@vitrine/store/after/rates'
import type { Asker } from '@vitrine/store/asker'
import type { DealRow } from '@vitrine/store/deals/deals'
import { type OfferRow, offersOfDeal } from '@vitrine/store/deals/offers'
import { z } from 'zod'
import type { HouseContext } from '../context.ts'
import type { AccountsSettings, Billing, InvoiceToIssue } from '../contract/after.ts'
import { dealReference } from '../deals/step-deal.ts'
import { HouseError } from '../errors.ts'
import { Id } from '../input.ts'
import { accountsOf } from './accounts.ts'

export const ToIssue = z.object({
  dealId: Id,
  instalmentIds: z.array(Id).min(1).max(50), // prettier-ignore
  treatment: z.enum(VAT_TREATMENTS).optional(),
  withholding: z.number().int().min(0).max(10_000).optional(),
  locale: z.enum(['en', 'fr']).optional(),
})

/** To whom a company's invoices are made out; what nobody has said yet is taken from the company itself. */
export async function billingOf(
  house: HouseContext,
  db: Asker,
  companyId: string,
): Promise<{ billing: Billing; known: boolean }> {
  const row = await findBilling(db, house.houseId, companyId)
  if (row !== null) return { billing: row.party, known: true }
  const company = await findCompanyForBilling(db, house.houseId, companyId)
  if (company === null) throw new HouseError('not-found', { subject: 'Company' })
  return {
    billing: { name: company.name, street: [], postcode: null, city: null, country: company.country ?? '', vatId: null, registration: null, email: null, buyerReference: null }, // prettier-ignore
    known: false,
  }
}

/** The offer whose terms were signed. */
export async function signedOffer(house: HouseContext, db: Asker, dealId: string): Promise<OfferRow> {
  const offer = (await offersOfDeal(db, house.houseId, dealId)).find(({ state }) => state === 'accepted')
  if (offer === undefined) throw new HouseError('wrong-state', { subject: 'Deal', state: 'without an accepted offer' })
  return offer
}

const invalid = (path: string, message: string, messageFr: string) =>
  new HouseError('invalid-input', { issues: [{ path, message, messageFr }] })

/**
 * Makes the invoice for some instalments of a deal. Fails with `invalid-input` where the parties cannot be invoiced so, with
 * `wrong-state` where an instalment is not due.
 */
export async function composeInvoice(
  house: HouseContext,
  db: Asker,
  deal: DealRow,
  asked: z.infer<typeof ToIssue> & InvoiceToIssue,
): Promise<{ instalments: InstalmentRow[]; content: (number: string) => Invoice; issuedOn: string }> {
  const instalments = (await instalmentsOfDeal(db, house.houseId, deal.id)).filter(({ id }) => asked.instalmentIds.includes(id))
  if (instalments.length !== new Set(asked.instalmentIds).size) throw new HouseError('not-found', { subject: 'Instalment' })
  for (const { state } of instalments)
    if (state !== 'due') throw new HouseError('wrong-state', { subject: 'Instalment', state, asked: 'invoiced' })
  const [first] = instalments as [InstalmentRow]
  const { currency } = first
  const offer = await signedOffer(house, db, deal.id)
  const accounts = await accountsOf(house, db)
  const { billing } = await billingOf(house, db, deal.companyId)
  const locale = asked.locale ?? deal.locale
  const words = invoiceWords[locale]
  const treatment = asked.treatment ?? vatTreatment(accounts.seller, billing, accounts.smallEnterprise)
  holdParties(accounts, billing, treatment)
  const rate = treatment === 'domestic' ? accounts.vatRate : 0
  if (treatment === 'domestic' && rate === 0)
    throw invalid(
      'vatRate',
      'Set the VAT rate of your country in the accounts',
      'Indiquez le taux de TVA de votre pays dans la comptabilité',
    )
  const lines = instalments.flatMap((instalment) =>
    instalment.lines.flatMap((minor, at) => {
      const line = offer.terms.lines[at]
      return minor === 0 || line === undefined
        ? []
        : [
            {
              text: line.title,
              detail:
                instalment.amendment === null
                  ? words.partOf(formatShare(locale, instalment.share), words[`event.${instalment.event}`])
                  : words.partOfAmendment(instalment.amendment, words[`event.${instalment.event}`]),
              titleId: line.titleId,
              minor,
            },
          ]
    }),
  )
  if (lines.length === 0)
    throw invalid(
      'instalmentIds',
      'There is nothing to invoice: the amount is zero',
      'Il n’y a rien à facturer : le montant est nul',
    )
  const sums = sumsOf(lines, rate)
  const issuedOn = await invoiceDay(house, db)
  const dueOn = [issuedOn, ...instalments.map(({ dueOn: day }) => day!)].toSorted().at(-1)!
  const withholding = asked.withholding ?? offer.terms.withholding
  const inHouse = await taxInHouse(house, db, { currency, vat: sums.vat, houseCurrency: accounts.currency, day: issuedOn })
  const { buyerReference, ...buyer } = billing
  return {
    instalments,
    issuedOn,
    content: (number) => ({
      number,
      kind: 'invoice',
      locale,
      issuedOn,
      dueOn,
      suppliedOn: deal.signedOn ?? issuedOn,
      currency,
      seller: accounts.seller,
      buyer,
      reference: dealReference(deal),
      buyerReference,
      lines,
      vat: { treatment, rate, mention: mentionOf(treatment, accounts, locale), inHouse },
      sums,
      withheld: { rate: withholding, minor: shareOf(sums.net, withholding) },
      terms: words.terms(formatDay(locale, dueOn)),
      legal: accounts.legal[locale]?.trim() || null,
      credits: null,
    }),
  }
}

const PATHS = { name: 'name', country: 'country', 'vat-id': 'vatId', iban: 'iban', bic: 'bic' } as const

function holdParties({ seller }: AccountsSettings, billing: Billing, treatment: VatTreatment): void {
  const [ours] = faultsOfParty(seller)
  if (ours !== undefined)
    throw invalid(
      `seller.${PATHS[ours]}`,
      'Fill in your own company in the accounts first',
      'Complétez d’abord votre société dans la comptabilité',
    )
  const [theirs] = faultsOfParty(billing)
  if (theirs !== undefined)
    throw invalid(`billing.${PATHS[theirs]}`, 'Fill in to whom the invoice is made out', 'Indiquez à qui la facture est adressée')
  const fault = vatFault(treatment, seller, billing)
  if (fault === 'buyer-vat-id')
    throw invalid(
      'billing.vatId',
      'A reverse charge needs the VAT number of the buyer',
      'L’autoliquidation demande le numéro de TVA de l’acheteur',
    )
  if (fault === 'seller-vat-id')
    throw invalid(
      'seller.vatId',
      'Your own VAT number is missing in the accounts',
      'Votre numéro de TVA manque dans la comptabilité',
    )
  if (fault === 'seller-registration')
    throw invalid(
      'seller.registration',
      'Your registration or VAT number is missing in the accounts',
      'Votre immatriculation ou numéro de TVA manque dans la comptabilité',
    )
}

function mentionOf(treatment: VatTreatment, { seller }: AccountsSettings, locale: 'en' | 'fr'): string | null {
  const words = invoiceWords[locale]
  if (treatment === 'domestic') return null
  if (treatment === 'exempt') return seller.country === 'FR' ? words['mention.exempt-fr'] : words['mention.exempt']
  if (treatment === 'outside') return inVatUnion(seller.country) ? words['mention.outside'] : words['mention.elsewhere']
  return words['mention.reverse-charge']
}

/** Invoices of a year are numbered in the order of their days: after a clock was set back the last day counts again. */
export async function invoiceDay(house: HouseContext, db: Asker): Promise<string> {
  const today = house.now().toISOString().slice(0, 10)
  const last = await lastInvoiceDay(db, house.houseId, Number(today.slice(0, 4)))
  return last !== null && last > today ? last : today
}

/** Tax is owed in the currency of the country: an invoice in another says it in both (Directive 2006/112/EC, Article 230). */
async function taxInHouse(
  house: HouseContext,
  db: Asker,
  { currency, vat, houseCurrency, day }: { currency: string; vat: number; houseCurrency: string; day: string },
): Promise<Invoice['vat']['inHouse']> {
  if (vat === 0 || currency === houseCurrency) return null
  const converted = convert(
    money(currency, vat),
    houseCurrency,
    day,
    await ratesFor(db, house.houseId, [currency, houseCurrency], day),
  )
  if (converted === null)
    throw invalid(
      'currency',
      `Import the rates of exchange first: none is known for ${currency}`,
      `Importez d’abord les cours de change : aucun n’est connu pour ${currency}`,
    )
  return { currency: houseCurrency, minor: converted.amount.minor, rateDay: converted.day }
}
