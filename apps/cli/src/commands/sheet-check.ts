/** `vitrine sheet check`: what a good editor would correct, each with its place. */
import { checkCopy } from '@vitrine/catalogue/copy-desk/check-copy'
import type { CopyFinding } from '@vitrine/catalogue/copy-desk/finding'
import { readSheet } from '@vitrine/catalogue/reader/read-sheet'
import { copyFindingText } from '@vitrine/messages/copy-desk'
import type { Run } from '../main.ts'
import { harmless, padTo, widthOf, type Printer } from '../print.ts'
import { textOf, today } from '../source.ts'

/** Exit 0 when nothing above a hint was found, 1 otherwise, 2 when the file cannot be read. */
export async function sheetCheck({ printer }: Run, file: string, options: { language?: string }): Promise<number> {
  const text = await textOf(printer, file)
  const language = options.language === undefined ? {} : { language: options.language }
  const reading = readSheet(text, {
    today: today(),
    ...(options.language === undefined ? {} : { languageHint: options.language }),
  })
  const findings = checkCopy(text, { today: today(), reading, ...language })
  if (printer.json) {
    const printed = findings.map((finding) => ({ ...finding, message: copyFindingText(finding, printer.locale) }))
    printer.out(JSON.stringify({ findings: printed }, null, 2))
  } else show(printer, file, text, findings)
  return findings.some((finding) => finding.severity !== 'hint') ? 1 : 0
}

function show(printer: Printer, file: string, text: string, findings: CopyFinding[]): void {
  const { words } = printer
  if (findings.length === 0) return printer.out(printer.green(words.sheet.clean))
  const paint = { error: printer.red, warning: printer.yellow, hint: printer.dim }
  const label = Math.max(...Object.values(words.severity).map(widthOf))
  const at = placesIn(text)
  for (const finding of findings) {
    const place = finding.end === 0 ? file : `${file}:${at(finding.start)}`
    const change =
      finding.suggestion === null || finding.text === ''
        ? ''
        : `  ${printer.red(quote(finding.text))} → ${printer.green(quote(finding.suggestion))}`
    printer.out(
      `${paint[finding.severity](padTo(words.severity[finding.severity], label))}  ${printer.dim(place)}  ${harmless(copyFindingText(finding, printer.locale))}${change}`,
    )
  }
  printer.out(`\n${words.sheet.findings(findings.length)}`)
}

const quote = (text: string): string => `“${harmless(text)}”`

/** `line:column`, both from 1, of an offset. */
function placesIn(text: string): (offset: number) => string {
  const starts = [0]
  for (let i = text.indexOf('\n'); i !== -1; i = text.indexOf('\n', i + 1)) starts.push(i + 1)
  return (offset) => {
    const line = starts.findLastIndex((start) => start <= offset)
    return `${line + 1}:${offset - starts[line]! + 1}`
  }
}
