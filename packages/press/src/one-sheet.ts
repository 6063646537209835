/**
 * Prints a film's one-sheet: a single page, tagged PDF, A4 or Letter, in English or French.
 *
 * A text that is too long for the page is set smaller, then given in its shorter version, then ended after a whole
 * paragraph: a one-sheet is never two pages and never stops in mid-sentence.
 *
 * @throws PrintingError when the template fails, which no sheet should be able to cause
 * @example
 * const pdf = await printOneSheet({ house, film, locale: 'fr', paper: 'a4', typeface: 'fraunces' })
 */
import { pressWords } from '@vitrine/messages/press'
import { filmView, houseView } from './film-view.ts'
import type { OneSheetInput } from './input.ts'
import { qrCode } from './qr-code.ts'
import { printTemplate } from './typst/printing-press.ts'

export async function printOneSheet(input: OneSheetInput): Promise<Uint8Array> {
  const words = pressWords[input.locale]
  return printTemplate(
    'one-sheet',
    (place) => ({
      locale: input.locale,
      paper: input.paper,
      forPrinters: input.forPrinters ?? false,
      typeface: input.house.typeface,
      words: { festivals: words.festivals, scan: words.scan },
      house: houseView(input.house, words),
      film: { ...filmView(input.film, input.house, input.locale, place), qr: qrCode(input.film.url) },
    }),
    'ua-1',
  )
}
