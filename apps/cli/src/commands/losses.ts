/** What a format had no place for, film by film, on standard error. */
import type { Loss } from '@vitrine/exchange/formats/format'
import { cliExchange } from '@vitrine/messages/cli-exchange'
import { harmless, type Printer } from '../print.ts'

const SHOWN = 20

export function tellLosses(printer: Printer, losses: readonly Loss[]): void {
  const words = cliExchange[printer.locale]
  const films = new Map<string, { title: string; fields: Set<string> }>()
  for (const { filmId, title, field } of losses) {
    const film = films.get(filmId) ?? { title, fields: new Set() }
    film.fields.add(field)
    films.set(filmId, film)
  }
  if (films.size === 0) return printer.note(words.nothingLost)
  printer.note(words.lostCount(films.size))
  for (const { title, fields } of [...films.values()].slice(0, SHOWN))
    printer.note(`  ${words.lost(harmless(title), [...fields].join(', '))}`)
  if (films.size > SHOWN) printer.note(`  … ${films.size - SHOWN}`)
}
