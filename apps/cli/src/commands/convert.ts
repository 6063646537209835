/** `vitrine convert`: a file of one format into another, films through the title sheet, avails as they are; no house is needed. */
import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { NotConverted } from '@vitrine/exchange/formats/convert'
import type { FormatId } from '@vitrine/exchange/formats/format'
import { FORMAT_NAMES } from '@vitrine/messages/format-names'
import { cliExchange } from '@vitrine/messages/cli-exchange'
import { findingMessage } from '@vitrine/messages/findings'
import type { Run } from '../main.ts'
import { CommandError, harmless } from '../print.ts'
import { bytesOf, today } from '../source.ts'
import { tellLosses } from './losses.ts'

const SHOWN = 20
/** Of licences, not of films. */
const isOfLicences = (format: FormatId): boolean => format === 'avails' || format === 'avails-xlsx'

/** Exit 0 when the file was written, whatever was lost on the way; 2 when it could not be read or written. */
export async function convert(
  run: Run,
  file: string,
  options: { to: FormatId; formatVersion?: string; out?: string },
): Promise<number> {
  const { printer } = run
  const words = cliExchange[printer.locale]
  const [{ convert: convertRead }, { FORMATS }, { sniff }] = await Promise.all([
    import('@vitrine/exchange/formats/convert'),
    import('@vitrine/exchange/formats/formats'),
    import('@vitrine/exchange/validate/sniff'),
  ])
  const whyNot = (refused: NotConverted['refused']): string =>
    ({
      'not-written': words.notWritten(FORMAT_NAMES[options.to]),
      'no-version': words.noVersion(FORMATS[options.to]?.versions.join(', ') ?? ''),
      'no-film': words.noFilm(file),
      'no-licence': words.noLicence(file),
    })[refused]
  const bytes = await bytesOf(printer, file)
  const { format: from, problem } = await sniff(bytes)
  if (problem !== null) throw new CommandError(`${file}: ${findingMessage(printer.locale, problem)}`, 2)
  const reader = from === null ? undefined : FORMATS[from as FormatId]?.read
  if (reader === undefined) throw new CommandError(words.notRead(file), 2)
  const read = await reader(bytes, { fileName: basename(file), today: today() })
  for (const finding of [...read.findings, ...read.films.flatMap(({ doubts }) => doubts)])
    printer.note(`${harmless(file)}:${finding.line ?? ''} ${findingMessage(printer.locale, finding)}`)
  const written = await convertRead(read, {
    to: options.to,
    locale: printer.locale,
    sender: { name: 'Vitrine', url: null, email: null, country: null },
    today: today(),
    ...(options.formatVersion === undefined ? {} : { version: options.formatVersion }),
  })
  if ('refused' in written) throw new CommandError(whyNot(written.refused), 2)
  if (options.out === undefined) await new Promise<void>((done) => process.stdout.write(written.bytes, () => done()))
  else {
    await writeFile(options.out, written.bytes)
    printer.note((isOfLicences(options.to) ? words.availsWritten : words.written)(written.items, options.out))
  }
  if (!isOfLicences(options.to)) tellLosses(printer, written.losses)
  else if (written.lost.length === 0) printer.note(words.nothingLost)
  for (const finding of written.lost.slice(0, SHOWN))
    printer.note(`${harmless(file)}:${finding.line ?? ''} ${harmless(findingMessage(printer.locale, finding))}`)
  if (written.lost.length > SHOWN) printer.note(`  … ${written.lost.length - SHOWN}`)
  return 0
}
