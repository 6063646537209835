/** `--filter state=signed --filter period=last-month`: which part of a list goes out. */
import { cliSchedules } from '@vitrine/messages/cli-schedules'
import { CommandError, harmless, type Printer } from '../print.ts'

/** The fields that were said, each with its value; the house says which of them there are. */
export function filterOf(printer: Printer, said: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    said.map((text) => {
      const [, field, value] = /^([A-Za-z]+)=(.+)$/s.exec(text) ?? []
      if (field === undefined || value === undefined)
        throw new CommandError(cliSchedules[printer.locale].noFilter(harmless(text)), 2)
      return [field, value]
    }),
  )
}

/** As the verb of a list is asked today. */
export async function askedOf(printer: Printer, list: string, said: readonly string[] = []): Promise<Record<string, unknown>> {
  if (said.length === 0) return {}
  const { askedOn } = await import('@vitrine/house/exchange/read-filter')
  return askedOn(new Date().toISOString().slice(0, 10), { format: `${list}-csv` as 'deals-csv', filter: filterOf(printer, said) })
}
