/** `vitrine screening trace FILE --title FILM`: whose copy it is that turned up. */
import { stat } from 'node:fs/promises'
import type { TraceReading } from '@vitrine/house'
import { formatInstant } from '@vitrine/messages'
import { cliScreening } from '@vitrine/messages/cli-screening'
import { reelFailures } from '@vitrine/messages/desk-reels'
import { deskTraces, traceFailures } from '@vitrine/messages/desk-traces'
import { traceWords } from '@vitrine/messages/screening-trace'
import { inHouse } from '../in-house.ts'
import type { Run } from '../main.ts'
import { CommandError, harmless, type Printer } from '../print.ts'
import type { ReachedHouse } from '../reach.ts'

export async function traceCopy(run: Run, file: string, options: { title: string; found?: string }): Promise<number> {
  const { printer } = run
  const words = cliScreening[printer.locale]
  const about = await stat(file).catch(() => null)
  if (!about?.isFile()) throw new CommandError(printer.words.files.missing(file), 2)
  return inHouse(run, async (house) => {
    const titleId = await filmOf(house, printer, options.title)
    let said = ''
    const say = (text: string) => {
      if (!process.stderr.isTTY || text === said) return
      said = text
      process.stderr.write(`\r${text}   `)
    }
    const trace = await house.traceCopy({
      path: file,
      titleId,
      where: options.found ?? null,
      onSent: (share) => say(words.sending(share)),
      onProgress: ({ state, progress }) => say(state === 'waiting' ? words.waiting : words.tracing(progress)),
    })
    if (said !== '') process.stderr.write('\n')
    if (trace.failure !== null) throw new CommandError(whyNot(printer, trace.failure), 2)
    if (trace.found === null) throw new CommandError(words.over(deskTraces[printer.locale][`state.${trace.state}`]), 2)
    if (printer.json) printer.out(JSON.stringify(trace, null, 2))
    else tell(printer, trace)
    return trace.named === 0 ? 1 : 0
  })
}

/** By its id, or by the name in its address. */
async function filmOf(house: ReachedHouse, printer: Printer, asked: string): Promise<string> {
  const { cards } = await house.listTitles({ locale: printer.locale, text: asked.replaceAll('-', ' '), limit: 100 })
  const found = cards.find(({ id, slug }) => id === asked || slug === asked)
  if (found === undefined && !/^[0-9a-z]{26}$/.test(asked)) throw new CommandError(cliScreening[printer.locale].noFilm(asked), 2)
  return found?.id ?? asked
}

const whyNot = ({ locale }: Printer, failure: NonNullable<TraceReading['failure']>): string =>
  (traceFailures[locale] as Partial<Record<typeof failure, string>>)[failure] ?? reelFailures[locale][failure]

function tell(printer: Printer, { id, found, namedViewings }: TraceReading): void {
  const { locale } = printer
  const words = traceWords[locale]
  const report = found?.reels[0]?.report
  if (report === undefined) return printer.out(words['verdict.nobody'])
  const { verdict, limits } = report
  printer.out(printer.bold(verdict.because === 'named' ? words['verdict.named'](verdict.named.length) : words['verdict.nobody']))
  if (verdict.because !== 'named') printer.out(words[`because.${verdict.because}`])
  for (const { viewing, standing, sent, read } of namedViewings) {
    const { name, company, email, startedAt } = viewing
    printer.out(`  ${printer.red(harmless([name, company, email].filter((one) => one !== null && one !== '').join(', ')))}, ${formatInstant(locale, startedAt)}`) // prettier-ignore
    printer.out(`  ${words.agrees(standing.agrees, standing.of)}; ${cliScreening[locale].sent(sent, read)}.`)
    printer.out(`  ${words.bound(standing.overall)}`)
  }
  printer.out(printer.dim(`${words.candidates(verdict.candidates)}, ${words.segments(verdict.segments)}. ${words.promised(verdict.promised)}`)) // prettier-ignore
  for (const limit of limits) printer.out(printer.dim(`- ${words[`limit.${limit}`]}`))
  printer.note(cliScreening[locale].more(id))
}
