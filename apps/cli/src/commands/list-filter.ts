/** `--filter state=signed --filter period=last-month`: which part of a list goes out. */
import type { BrowseRequest } from '@vitrine/house/contract'
import { cliSchedules } from '@vitrine/messages/cli-schedules'
import { CommandError, harmless, type Printer } from '../print.ts'

/** The fields that were said, each once with its value; the house says which of them there are. */
export function filterOf(printer: Printer, said: readonly string[]): Record<string, string> {
  const fields = said.map((text) => {
    const [, field, value] = /^([A-Za-z]+)=(.+)$/s.exec(text) ?? []
    if (field === undefined || value === undefined)
      throw new CommandError(cliSchedules[printer.locale].noFilter(harmless(text)), 2)
    return [field, value] as const
  })
  for (const [at, [field]] of fields.entries()) if (fields.slice(0, at).some(([other]) => other === field)) saidTwice(printer, field) // prettier-ignore
  return Object.fromEntries(fields)
}

/** One of two values would be dropped without a word. */
export function saidTwice(printer: Printer, field: string): never {
  throw new CommandError(cliSchedules[printer.locale].filterTwice(harmless(field)), 2)
}

/** As the verb of a list is asked today. */
export async function askedOf(printer: Printer, list: string, said: readonly string[] = []): Promise<Record<string, unknown>> {
  if (said.length === 0) return {}
  const filter = filterOf(printer, said)
  const { askedOn } = await import('@vitrine/house/exchange/read-filter')
  try {
    return askedOn(new Date().toISOString().slice(0, 10), { format: `${list}-csv` as 'deals-csv', filter })
  } catch (thrown) {
    // Nothing was asked of a house yet: it is what was typed that is wrong.
    const { wordsFor } = await import('../failures.ts')
    throw new CommandError(wordsFor(thrown, printer.locale), 2)
  }
}

/** As films are asked for: words, and values of facets. */
export async function askedOfTitles(
  printer: Printer,
  said: readonly string[] = [],
): Promise<Pick<BrowseRequest, 'text' | 'facets'>> {
  const { text, status, ...facets } = (await askedOf(printer, 'titles', said)) as Record<string, string | undefined>
  return {
    ...(text === undefined ? {} : { text }),
    facets: {
      ...Object.fromEntries(Object.entries(facets).map(([facet, value]) => [facet, [value!]])),
      ...(status === undefined ? {} : { status: status.split(',') }),
    },
  }
}
