/** What can still be credited of an invoice, and the credit note that takes it back: whole, or a part of its lines. */
import { allocate } from '../money/allocate.ts'
import type { Invoice } from './invoice.ts'
import { shareOf } from './vat.ts'

/** An amount of one line of an invoice, without tax; lines are counted from 0. */
export interface CreditPart {
  readonly line: number
  readonly minor: number
}

/** A credit note as far as it counts against its invoice. One of the time before parts says no lines: it took all. */
export type Credited = Pick<Invoice, 'lines' | 'sums' | 'vat'>

/**
 * What of each line of an invoice no credit note took back yet, without tax.
 *
 * @example
 * creditable(invoice, [])     // [416667, 83333]
 * creditable(invoice, [note]) // [316667, 83333], after a note of 1,000.00 of the first line
 */
export function creditable(invoice: Pick<Invoice, 'lines'>, notes: readonly Pick<Credited, 'lines'>[]): number[] {
  const left = invoice.lines.map(({ minor }) => minor)
  for (const { lines } of notes) for (const [at, { of = at, minor }] of lines.entries()) left[of]! -= minor
  return left
}

/**
 * The credit note for parts of an invoice. Its tax is that of its own sum, at the invoice's rate; the note that takes what is left takes
 * the tax that is left, so that all notes of an invoice come to the invoice and never to more. What is said in the house's currency is
 * shared in the same way: at the rate of the day of the invoice.
 *
 * @throws RangeError for parts of nothing, of a line that is not there, or of more than is left of it
 */
export function creditNote(
  invoice: Invoice,
  notes: readonly Credited[],
  parts: readonly CreditPart[],
  { number, issuedOn, reason }: { number: string; issuedOn: string; reason: string },
): Invoice {
  const left = creditable(invoice, notes)
  if (parts.length === 0 || new Set(parts.map(({ line }) => line)).size !== parts.length)
    throw new RangeError('each line that is credited is named once')
  for (const { line, minor } of parts)
    if (!Number.isSafeInteger(minor) || minor <= 0 || minor > (left[line] ?? 0))
      throw new RangeError(`${minor} cannot be credited of line ${line}`)
  const net = parts.reduce((sum, { minor }) => sum + minor, 0)
  const last = net === left.reduce((sum, minor) => sum + minor, 0)
  const vatLeft = invoice.sums.vat - notes.reduce((sum, { sums }) => sum + sums.vat, 0)
  const vat = last ? vatLeft : Math.min(shareOf(net, invoice.vat.rate), vatLeft)
  return {
    ...invoice,
    number,
    kind: 'credit-note',
    issuedOn,
    dueOn: issuedOn,
    lines: parts.toSorted((a, b) => a.line - b.line).map(({ line, minor }) => ({ ...invoice.lines[line]!, minor, of: line })),
    vat: { ...invoice.vat, inHouse: inHouseOf(invoice, notes, vat, vat === vatLeft) },
    sums: { net, vat, total: net + vat },
    withheld: { rate: 0, minor: 0 }, // nobody keeps tax back from what they do not pay
    terms: '',
    credits: {
      number: invoice.number,
      issuedOn: invoice.issuedOn,
      reason,
      ...(net === invoice.sums.net ? {} : { partOf: invoice.sums.total }),
    },
  }
}

function inHouseOf(
  { vat: { inHouse }, sums }: Invoice,
  notes: readonly Credited[],
  vat: number,
  lastOfTax: boolean,
): Invoice['vat']['inHouse'] {
  if (inHouse === null || vat === 0) return null
  const left = inHouse.minor - notes.reduce((sum, note) => sum + (note.vat.inHouse?.minor ?? 0), 0)
  const share = allocate(inHouse.minor, [vat, sums.vat - vat])[0]!
  return { ...inHouse, minor: lastOfTax ? left : Math.min(share, left) }
}
