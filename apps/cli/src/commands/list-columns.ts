/** What the columns of a list mean: as they were said, and as they were taken. */
import { CommandError, harmless, type Printer } from '../print.ts'

/** `--columns title,kind,ignore` */
export function columnsOf<Column extends string>(printer: Printer, text: string, known: readonly Column[]): Column[] {
  return text.split(',').map((column) => {
    const found = known.find((one) => one === column.trim())
    if (found === undefined) throw new CommandError(printer.words.errors.badValue('--columns', column.trim(), known.join(', ')), 2) // prettier-ignore
    return found
  })
}

/** `--columns company,email` of what goes out; null: all of them. */
export const chosenOf = (printer: Printer, text: string | undefined, known: readonly string[]): string[] | null =>
  text === undefined ? null : columnsOf(printer, text, known)

export function tellColumns(
  printer: Printer,
  { headings, mapping, remembered }: { headings: readonly string[]; mapping: readonly string[]; remembered: boolean },
): void {
  if (headings.length === 0) return
  const words = printer.words.rights.import
  const means = headings.map((heading, at) => `${harmless(heading)} = ${mapping[at]}`).join(', ')
  printer.out(printer.dim(`${words.means(means)}${remembered ? ` (${words.remembered})` : ''}`))
}
