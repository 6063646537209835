/** Avails in another of their forms: as XML of a version that is written, or as the spreadsheet; and what was lost on the way. */
import { isDeepStrictEqual } from 'node:util'
import { readAvailsSpreadsheet } from '../avails-spreadsheet/read-avails-spreadsheet.ts'
import { writeAvailsWorkbook } from '../avails-spreadsheet/write-avails-spreadsheet.ts'
import type { Finding } from '../formats/finding.ts'
import type { Sender, Written } from '../formats/format.ts'
import type { Avail } from './avail.ts'
import { readAvails } from './read-avails.ts'
import { writeAvails } from './write-avails.ts'

/**
 * What was lost is told by reading again what was written: a field that says the same cannot have been lost.
 *
 * @example
 * const { bytes, lost } = await convertAvails(readAvails(xml).avails, { to: 'avails-xlsx', sender })
 * @throws RangeError for a version that is not written
 */
export async function convertAvails(
  avails: readonly Avail[],
  { to, version, sender }: { to: 'avails' | 'avails-xlsx'; version?: string; sender: Sender },
): Promise<Written & { lost: Finding[] }> {
  if (to === 'avails') {
    const written = writeAvails(avails, { sender, ...(version === undefined ? {} : { version }) })
    return { ...written, lost: lostOf(avails, readAvails(written.bytes).avails) }
  }
  const written = await writeAvailsWorkbook(avails)
  return { ...written, losses: [], lost: lostOf(avails, (await readAvailsSpreadsheet(written.bytes)).avails) }
}

/** One for each place: what is one avail in a document is a row for each territory in a sheet. */
const inEachPlace = (avails: readonly Avail[]): Avail[] =>
  avails.flatMap((avail) => {
    const { territories } = avail.transaction
    return territories.length < 2 ? [avail] : territories.map((one) => ({ ...avail, transaction: { ...avail.transaction, territories: [one] } })) // prettier-ignore
  })

/** What every form has of an avail: by it the same one is found again. */
const printOf = ({ asset, transaction: { territories, licenseType, start, end, formatProfile } }: Avail): string =>
  JSON.stringify([asset.workType, asset.title, territories, licenseType, start, end, formatProfile])

function lostOf(avails: readonly Avail[], back: readonly Avail[]): Finding[] {
  const found = Map.groupBy(inEachPlace(back), printOf)
  const told = new Map<string, Finding>()
  for (const avail of inEachPlace(avails)) {
    const same = found.get(printOf(avail))
    const again = (same !== undefined && same.length > 1 ? same.shift() : same?.[0]) ?? null
    for (const field of again === null ? ['avail'] : fieldsLost(avail, again)) {
      const key = `${avail.line} ${avail.key} ${field}`
      if (!told.has(key)) told.set(key, { severity: 'warning', rule: 'avails/lost', line: avail.line, path: field, values: { title: avail.asset.title, field } }) // prettier-ignore
    }
  }
  return [...told.values()]
}

function fieldsLost(avail: Avail, back: Avail): string[] {
  const differs = (mine: object, theirs: object, but: readonly string[] = []): string[] =>
    Object.entries(mine).flatMap(([field, value]) => {
      if (but.includes(field) || saysNothing(value)) return []
      return isThere(value, (theirs as Record<string, unknown>)[field]) ? [] : [field]
    })
  const terms = Object.fromEntries(avail.transaction.terms.map((term) => [term.name, term]))
  const termsBack = Object.fromEntries(back.transaction.terms.map((term) => [term.name, term]))
  return [
    ...differs(avail, back, ['key', 'line', 'asset', 'transaction']),
    ...differs(avail.asset, back.asset),
    ...differs(avail.transaction, back.transaction, ['terms']),
    ...differs(terms, termsBack),
  ]
}

/** The same; of a list, that nothing of it is missing: ratings of other places may have come to it. */
const isThere = (value: unknown, back: unknown): boolean =>
  Array.isArray(value) && Array.isArray(back)
    ? value.every((item) => back.some((one) => isDeepStrictEqual(item, one)))
    : isDeepStrictEqual(value, back)

const saysNothing = (value: unknown): boolean =>
  value === null || value === false || value === '' || (Array.isArray(value) && value.length === 0)
