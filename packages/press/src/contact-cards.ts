/** Prints the cards of the house's people for a market: eight on a sheet, each an eighth of it, to be cut apart without waste. */
import { contactCardWords } from '@vitrine/messages/contact-cards'
import { pressWords } from '@vitrine/messages/press'
import { legibleAccent } from './accent.ts'
import { houseView } from './film-view.ts'
import type { ContactCardsInput } from './input.ts'
import { qrCode } from './qr-code.ts'
import { printTemplate } from './typst/printing-press.ts'
import { vCard } from './vcard.ts'

const ON_A_SHEET = 8

/** @throws PrintingError when the template fails */
export async function printContactCards({ house, market, people, site, perPerson, locale, paper, forPrinters = false }: ContactCardsInput): Promise<Uint8Array> {
  const words = contactCardWords[locale]
  return printTemplate('contact-cards', () => ({
    locale,
    paper,
    forPrinters,
    typeface: house.typeface,
    accent: legibleAccent(house.accent),
    title: `${words.title} · ${market.name}`,
    house: houseView(house, pressWords[locale]),
    market: [market.name, market.where].filter((part) => part !== null).join(' · '),
    days: market.days,
    site: site.replace(/^https?:\/\//, ''),
    scan: words.scan,
    perSheet: ON_A_SHEET,
    cards: people.flatMap(({ name, role, email }) => {
      const qr = qrCode(vCard({ name, role, email, house: house.name, site }))
      return Array.from({ length: perPerson }, () => ({ name, role, email, qr }))
    }),
  }), 'ua-1')
} // prettier-ignore
