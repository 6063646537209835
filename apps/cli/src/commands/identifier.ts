/** `vitrine identifier`: check, format or compute an identifier of a film; needs no house. */
import { checkIdentifier, type IdentifierCheck, type IdentifierKind } from '@vitrine/catalogue/identifiers/identifiers'
import type { Run } from '../main.ts'
import { CommandError, harmless, type Printer } from '../print.ts'

export type Ask = 'check' | 'format' | 'compute'

/** Exit 0 when it is right or lacks a check character, 1 when a check character is wrong, 2 when it is no such identifier. */
export function identifier({ printer }: Run, ask: Ask, value: string, options: { kind?: IdentifierKind }): number {
  const checked = checkIdentifier(options.kind ?? null, value)
  // What is computed is right whatever was given; what is put into form keeps its check characters, and so its fault.
  const code = checked.state === 'unreadable' ? 2 : checked.state === 'wrong' && ask !== 'compute' ? 1 : 0
  if (printer.json) printer.out(JSON.stringify(checked, null, 2))
  else printer.out(said(printer, ask, checked))
  return code
}

function said(printer: Printer, ask: Ask, { state, kind, given, canonical, complete }: IdentifierCheck): string {
  const words = printer.words.identifier
  const value = harmless(given)
  if (canonical === null || complete === null || state === 'unreadable')
    throw new CommandError(kind === null ? words.unknown(value) : words.unreadable(value), 2)
  if (ask === 'compute') return complete
  if (ask === 'format') {
    if (state === 'wrong') throw new CommandError(`${value}: ${words.wrong(complete)}`, 1)
    return canonical
  }
  if (state === 'wrong') return printer.red(words.wrong(complete))
  if (state === 'incomplete') return printer.yellow(words.incomplete(complete))
  return printer.green(state === 'right' ? words.right : words.untidy(canonical))
}
