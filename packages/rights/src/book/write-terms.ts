/** Terms as a book's file has them: what `readTerms` reads back as the same. */
import { printPrice } from '../price/price-terms.ts'
import type { EntryTerms, TermBox } from './entry.ts'

/** By its leaves: the file means what was signed, whatever becomes of the groups. `wording` is how it was written. */
const writeBox = ({ territory, territories, ...box }: TermBox) => ({ territory: territories, wording: territory, ...box })

/**
 * @example
 * writeTerms(readTerms({ kind: 'grant', territory: 'Benelux', media: 'svod' }, 'e1'))['wording'] // 'Benelux'
 */
export function writeTerms({ boxes, imposes, runs, price, ...rest }: EntryTerms): Record<string, unknown> {
  const [only, second] = boxes.map(writeBox)
  return {
    ...rest,
    ...(second === undefined ? only : { boxes: boxes.map(writeBox) }),
    ...(runs === null ? {} : { runs: runs.count, catchUpDays: runs.catchUpDays, broadcasts: runs.broadcasts }),
    ...(price === undefined ? {} : { price: printPrice(price) }),
    ...(imposes.length === 0 ? {} : { holdbacks: imposes.map(writeBox) }),
  }
}
