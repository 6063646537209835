/** `vitrine rights check` and `vitrine rights simulate`: what would become of the book if an entry were signed. */
import type { BoxInWords } from '@vitrine/house/contract/rights'
import { dayOf, PERPETUITY, SINCE_EVER } from '@vitrine/rights/days/day'
import { cutInWords, windowInWords } from '@vitrine/rights/words/box-in-words'
import type { Run } from '../main.ts'
import { harmless, type Printer } from '../print.ts'
import { checked, simulated, type Checked, type WouldBeOptions } from './rights-would-be.ts'

/** Exit code 1 when something stands in the way. */
export async function rightsCheck(run: Run, file: string, options: WouldBeOptions): Promise<number> {
  const { printer } = run
  const check = await checked(run, file, options)
  if (printer.json) printer.out(JSON.stringify(check, null, 2))
  else tellCheck(printer, check)
  return check.verdict === 'refused' ? 1 : 0
}

export async function rightsSimulate(run: Run, file: string, options: WouldBeOptions): Promise<number> {
  const { printer } = run
  const words = printer.words.rights.simulate
  const simulation = await simulated(run, file, options)
  if (printer.json) {
    printer.out(JSON.stringify(simulation, null, 2))
    return 0
  }
  tellCheck(printer, simulation.check)
  const { changes, staleLists } = simulation
  printer.out(changes.length === 0 ? words.nothing : printer.bold(words.changes))
  for (const { box, before, after } of changes) {
    const { statuses, width } = printer.words.avails
    printer.out(`    ${statuses[before].padEnd(width)} → ${statuses[after].padEnd(width)}  ${inWords(box, printer)}`)
  }
  if (staleLists.length > 0) printer.out(printer.bold(words.stale(staleLists.length)))
  for (const { toName, toCompany, at } of staleLists)
    printer.out(`    ${at.slice(0, 10)}  ${harmless([toName, toCompany].filter(Boolean).join(', '))}`)
  return 0
}

function tellCheck(printer: Printer, { verdict, text, objections }: Checked): void {
  printer.out(harmless(text))
  printer.out(printer.bold(printer.words.rights.check.verdicts[verdict]))
  for (const objection of objections)
    printer.out(`    ${objection.severity === 'refused' ? printer.red('✗') : printer.yellow('!')} ${harmless(objection.text)}`)
}

const inWords = ({ media, territories, languages, cuts, from, to }: BoxInWords, { locale }: Printer): string =>
  [
    media.text,
    territories.text,
    languages.leaves[0] === 'all' ? null : languages.text,
    cuts === null ? null : cuts.map(cutInWords).join(', '),
    windowInWords(from === null ? SINCE_EVER : dayOf(from)!, to === null ? PERPETUITY : dayOf(to)!, locale),
  ]
    .filter((part) => part !== null)
    .map(harmless)
    .join(' · ')
