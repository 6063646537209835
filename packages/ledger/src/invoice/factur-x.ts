/**
 * An invoice as the XML that programs read: UN/CEFACT Cross Industry Invoice in the profile EN 16931 of Factur-X 1.0
 * (ZUGFeRD 2). Elements stand in the order of the D16B schema, which refuses any other; numbers BT-… and rules BR-… are those
 * of the European standard EN 16931-1.
 */
import { minorDigits } from '../money/currency.ts'
import { decimal } from '../money/decimal.ts'
import type { Invoice } from './invoice.ts'
import type { Party } from './party.ts'
import type { VatTreatment } from './vat.ts'

export const FACTUR_X_FILE = 'factur-x.xml'
const FACTUR_X_PROFILE = 'urn:cen.eu:en16931:2017'

/** UNCL 5305, and the code of the reason (VATEX, as the Commission's list has them). */
const CATEGORIES: Record<VatTreatment, { code: 'S' | 'AE' | 'O' | 'E'; reason: string | null }> = {
  domestic: { code: 'S', reason: null },
  'reverse-charge': { code: 'AE', reason: 'VATEX-EU-AE' },
  outside: { code: 'O', reason: 'VATEX-EU-O' },
  exempt: { code: 'E', reason: null },
}

/** EN 16931 writes amounts with two digits at most (BR-DEC-…): an invoice in dinars or ouguiyas of three has no such XML. */
export const hasFacturX = (invoice: Pick<Invoice, 'currency'>): boolean => minorDigits(invoice.currency) <= 2

const text = (value: string): string =>
  value
    .toWellFormed()
    // oxlint-disable-next-line no-control-regex -- XML 1.0 cannot hold them
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')

type Node = string | null
const all = (nodes: readonly Node[]): string => nodes.filter((node) => node !== null).join('')
const el = (name: string, ...nodes: readonly Node[]): string => `<${name}>${all(nodes)}</${name}>`
const maybe = (name: string, value: string | null): Node => (value === null || value.trim() === '' ? null : el(name, text(value)))
const day = (name: string, value: string, space = 'udt'): string =>
  el(name, `<${space}:DateTimeString format="102">${value.replaceAll('-', '')}</${space}:DateTimeString>`)
const percent = (hundredths: number): string => `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`

/**
 * Writes an invoice as Factur-X.
 *
 * @throws RangeError for a currency whose amounts the standard cannot write
 */
export function facturX(invoice: Invoice): string {
  if (!hasFacturX(invoice)) throw new RangeError(`amounts in ${invoice.currency} have more digits than EN 16931 writes`)
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"' +
    ' xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"' +
    ' xmlns:qdt="urn:un:unece:uncefact:data:standard:QualifiedDataType:100"' +
    ' xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">' +
    el('rsm:ExchangedDocumentContext', el('ram:GuidelineSpecifiedDocumentContextParameter', el('ram:ID', FACTUR_X_PROFILE))) +
    document(invoice) +
    el(
      'rsm:SupplyChainTradeTransaction',
      ...invoice.lines.map((line, at) => tradeLine(invoice, line, at + 1)),
      agreement(invoice),
      el(
        'ram:ApplicableHeaderTradeDelivery',
        el('ram:ActualDeliverySupplyChainEvent', day('ram:OccurrenceDateTime', invoice.suppliedOn)),
      ),
      settlement(invoice),
    ) +
    '</rsm:CrossIndustryInvoice>\n'
  )
}

function document(invoice: Invoice): string {
  const notes = [invoice.credits?.reason ?? null, invoice.legal].filter((note) => note !== null && note.trim() !== '')
  return el(
    'rsm:ExchangedDocument',
    el('ram:ID', text(invoice.number)),
    el('ram:TypeCode', invoice.kind === 'invoice' ? '380' : '381'),
    day('ram:IssueDateTime', invoice.issuedOn),
    ...notes.map((note) => el('ram:IncludedNote', el('ram:Content', text(note!)))),
  )
}

function tradeLine(invoice: Invoice, line: Invoice['lines'][number], number: number): string {
  const { code } = CATEGORIES[invoice.vat.treatment]
  const amount = decimal(line.minor, invoice.currency)
  return el(
    'ram:IncludedSupplyChainTradeLineItem',
    el('ram:AssociatedDocumentLineDocument', el('ram:LineID', String(number))),
    el('ram:SpecifiedTradeProduct', el('ram:Name', text(line.text)), maybe('ram:Description', line.detail)),
    el('ram:SpecifiedLineTradeAgreement', el('ram:NetPriceProductTradePrice', el('ram:ChargeAmount', amount))),
    el('ram:SpecifiedLineTradeDelivery', '<ram:BilledQuantity unitCode="C62">1</ram:BilledQuantity>'),
    el(
      'ram:SpecifiedLineTradeSettlement',
      // BR-O-05: what is not subject to VAT has no rate
      el('ram:ApplicableTradeTax', el('ram:TypeCode', 'VAT'), el('ram:CategoryCode', code), code === 'O' ? null : el('ram:RateApplicablePercent', percent(invoice.vat.rate))), // prettier-ignore
      el('ram:SpecifiedTradeSettlementLineMonetarySummation', el('ram:LineTotalAmount', amount)),
    ),
  )
}

function agreement(invoice: Invoice): string {
  const noVatIds = invoice.vat.treatment === 'outside' // BR-O-02: neither party's VAT number may stand there then
  return el(
    'ram:ApplicableHeaderTradeAgreement',
    maybe('ram:BuyerReference', invoice.buyerReference),
    party('ram:SellerTradeParty', invoice.seller, noVatIds),
    party('ram:BuyerTradeParty', invoice.buyer, noVatIds),
    el('ram:ContractReferencedDocument', el('ram:IssuerAssignedID', text(invoice.reference))),
  )
}

function party(name: string, who: Party, noVatId: boolean): string {
  const [first = null, second = null, ...more] = who.street
  return el(
    name,
    el('ram:Name', text(who.name)),
    // BR-CO-26: a seller is known by a VAT number, a register or an identifier
    who.registration === null ? null : el('ram:SpecifiedLegalOrganization', el('ram:ID', text(who.registration))),
    el(
      'ram:PostalTradeAddress',
      maybe('ram:PostcodeCode', who.postcode),
      maybe('ram:LineOne', first),
      maybe('ram:LineTwo', second),
      maybe('ram:LineThree', more.length === 0 ? null : more.join(', ')),
      maybe('ram:CityName', who.city),
      el('ram:CountryID', who.country),
    ),
    who.email === null ? null : el('ram:URIUniversalCommunication', `<ram:URIID schemeID="EM">${text(who.email)}</ram:URIID>`),
    who.vatId === null || noVatId
      ? null
      : el('ram:SpecifiedTaxRegistration', `<ram:ID schemeID="VA">${text(who.vatId)}</ram:ID>`),
  )
}

function settlement(invoice: Invoice): string {
  const { currency, sums, vat, seller, credits } = invoice
  const { code, reason } = CATEGORIES[vat.treatment]
  const amount = (minor: number) => decimal(minor, currency)
  return el(
    'ram:ApplicableHeaderTradeSettlement',
    el('ram:PaymentReference', text(invoice.number)),
    vat.inHouse === null ? null : el('ram:TaxCurrencyCode', vat.inHouse.currency),
    el('ram:InvoiceCurrencyCode', currency),
    // UNCL 4461: 58 is a SEPA credit transfer, which is in euros; 30 any other
    seller.iban === null
      ? null
      : el(
          'ram:SpecifiedTradeSettlementPaymentMeans',
          el('ram:TypeCode', currency === 'EUR' ? '58' : '30'),
          el('ram:PayeePartyCreditorFinancialAccount', el('ram:IBANID', seller.iban)),
          seller.bic === null ? null : el('ram:PayeeSpecifiedCreditorFinancialInstitution', el('ram:BICID', seller.bic)),
        ),
    el(
      'ram:ApplicableTradeTax',
      el('ram:CalculatedAmount', amount(sums.vat)),
      el('ram:TypeCode', 'VAT'),
      code === 'S' ? null : maybe('ram:ExemptionReason', vat.mention),
      el('ram:BasisAmount', amount(sums.net)),
      el('ram:CategoryCode', code),
      reason === null ? null : el('ram:ExemptionReasonCode', reason),
      code === 'O' ? null : el('ram:RateApplicablePercent', percent(vat.rate)),
    ),
    el('ram:SpecifiedTradePaymentTerms', maybe('ram:Description', invoice.terms), day('ram:DueDateDateTime', invoice.dueOn)),
    el(
      'ram:SpecifiedTradeSettlementHeaderMonetarySummation',
      el('ram:LineTotalAmount', amount(sums.net)),
      el('ram:TaxBasisTotalAmount', amount(sums.net)),
      `<ram:TaxTotalAmount currencyID="${currency}">${amount(sums.vat)}</ram:TaxTotalAmount>`,
      vat.inHouse === null ? null : `<ram:TaxTotalAmount currencyID="${vat.inHouse.currency}">${decimal(vat.inHouse.minor, vat.inHouse.currency)}</ram:TaxTotalAmount>`, // prettier-ignore
      el('ram:GrandTotalAmount', amount(sums.total)),
      el('ram:DuePayableAmount', amount(sums.total)),
    ),
    credits === null ? null : el('ram:InvoiceReferencedDocument', el('ram:IssuerAssignedID', text(credits.number)), day('ram:FormattedIssueDateTime', credits.issuedOn, 'qdt')), // prettier-ignore
  )
}
