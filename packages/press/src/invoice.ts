/** Prints an invoice as one PDF/A-3, with the XML that programs read inside: the hybrid that Factur-X and ZUGFeRD are. */
import { FACTUR_X_FILE } from '@vitrine/ledger/invoice/factur-x'
import { spacedIban, type Party } from '@vitrine/ledger/invoice/party'
import { colon, countryName, formatDay } from '@vitrine/messages'
import { type InvoiceWords, invoiceWords } from '@vitrine/messages/invoices'
import { formatMoney, formatShare } from '@vitrine/messages/money'
import { legibleAccent } from './accent.ts'
import { sayFacturX } from './factur-x-metadata.ts'
import type { InvoiceInput } from './input.ts'
import { printTemplate } from './typst/printing-press.ts'

/** @throws PrintingError when the template fails */
export async function printInvoice({ house, invoice, xml }: InvoiceInput): Promise<Uint8Array> {
  const { locale, currency, seller, sums, withheld, vat } = invoice
  const words = invoiceWords[locale]
  const amount = (minor: number) => formatMoney(locale, minor, currency)
  const pdf = await printTemplate(
    'invoice',
    (place) => ({
      locale,
      typeface: house.typeface,
      accent: legibleAccent(house.accent),
      logo: house.logo === null ? null : place(house.logo),
      house: house.name,
      title: words[invoice.kind],
      number: invoice.number,
      day: invoice.issuedOn,
      seller: partyLines(seller, locale, words),
      to: words.to,
      buyer: partyLines(invoice.buyer, locale, words),
      facts: [
        [words.issuedOn, formatDay(locale, invoice.issuedOn)],
        [words.suppliedOn, formatDay(locale, invoice.suppliedOn)],
        ...(invoice.kind === 'invoice' ? [[words.dueOn, formatDay(locale, invoice.dueOn)]] : []),
        [words.reference, invoice.reference],
        ...(invoice.buyerReference === null ? [] : [[words.buyerReference, invoice.buyerReference]]),
      ].map(([label, value]) => ({ label, value })),
      heads: [words.film, words.part, words.amount],
      lines: invoice.lines.map(({ text, detail, minor }) => ({ text, detail, amount: amount(minor) })),
      sums: [
        { label: words.net, amount: amount(sums.net) },
        { label: vat.rate === 0 ? words.noVat : words.vat(formatShare(locale, vat.rate)), amount: amount(sums.vat) },
      ],
      total: { label: invoice.kind === 'invoice' ? words.toPay : words.credited, amount: amount(sums.total) },
      notes: [
        ...(invoice.credits === null ? [] : [`${takesBack(invoice, words)} ${words.reason}${colon(locale)} ${invoice.credits.reason}`]), // prettier-ignore
        ...(vat.mention === null ? [] : [vat.mention]),
        ...(vat.inHouse === null ? [] : [words.vatInHouse(formatMoney(locale, vat.inHouse.minor, vat.inHouse.currency), formatDay(locale, vat.inHouse.rateDay))]), // prettier-ignore
        ...(withheld.minor === 0 ? [] : [`${words.withheld(formatShare(locale, withheld.rate), amount(withheld.minor))} ${words.expected(amount(sums.total - withheld.minor))}`]), // prettier-ignore
      ],
      pay:
        invoice.kind === 'credit-note' || seller.iban === null
          ? null
          : {
              head: words.payTo,
              quote: words.quote(invoice.number),
              rows: [
                { label: words.iban, value: spacedIban(seller.iban) },
                ...(seller.bic === null ? [] : [{ label: words.bic, value: seller.bic }]),
                ...(seller.bank === null ? [] : [{ label: words.bank, value: seller.bank }]),
              ],
            },
      terms: invoice.terms,
      legal: invoice.legal,
      xml,
      xmlName: FACTUR_X_FILE,
    }),
    'a-3b',
  )
  return xml === null ? pdf : sayFacturX(pdf)
}

/** Which invoice a credit note takes back, and whether whole. */
function takesBack({ credits, locale, currency }: InvoiceInput['invoice'], words: InvoiceWords): string {
  const { number, issuedOn, partOf } = credits!
  const day = formatDay(locale, issuedOn)
  return partOf === undefined
    ? words.creditOf(number, day)
    : words.creditPartOf(number, day, formatMoney(locale, partOf, currency))
}

/** A name and the lines below it. */
function partyLines(party: Party, locale: 'en' | 'fr', words: InvoiceWords): { name: string; lines: string[] } {
  const town = [party.postcode, party.city].filter((part) => part !== null).join(' ')
  return {
    name: party.name,
    lines: [
      ...party.street,
      town,
      countryName(locale, party.country),
      party.vatId === null ? '' : words.vatId(party.vatId),
      party.registration === null ? '' : words.registration(party.registration),
    ].filter((line) => line !== ''),
  }
}
