/** The rows below a list that add it up: a word that says so, and figures. */
import { plainWords } from './guess-columns.ts'
import type { ListRow } from './list-rows.ts'

const TOTAL = new Set('total, totals, sum, grand total, sub total, subtotal, totaux, somme, total general, sous total, summe, gesamt, gesamtsumme, zwischensumme, suma, totales, totale, totali, somma, totais, soma'.split(', ')) // prettier-ignore

/** Whatever stands under such a heading is of one thing: nobody adds up years or days. */
const OF_ONE = new Set(['year', 'isan', 'eidr', 'imdb', 'tmdb', 'wikidata', 'reference', 'id', 'entry', 'contract', 'from', 'to', 'event-date', 'expires', 'email', 'phone', 'companyPhone', 'web']) // prettier-ignore
/** Under such a heading a sum may stand, with its unit. */
const OF_FIGURES = new Set(['ignore', 'lengths', 'episodes', 'runs', 'event-months', 'catch-up', 'note'])

/**
 * Where a list ends: the rows behind add up those above them. A film may be called Total, so a sum is only what stands last, has a figure,
 * and has no words where a buyer, a country, a right or a director stands.
 *
 * @param means what each column holds, `ignore` for one that is not known
 * @example
 * endOf(rows, ['title', 'year', 'directors']) // "Soma, 2021, Bo Li" is a film, "Total, , , 104" is not
 */
export const endOf = (rows: readonly ListRow[], means: readonly string[]): number =>
  rows.findLastIndex((row) => !addsUp(row, means)) + 1

function addsUp({ cells }: ListRow, means: readonly string[]): boolean {
  const [[, first] = [0, ''], ...others] = cells
  if (!TOTAL.has(plainWords(first))) return false
  return (
    others.some(([, text]) => /\d/.test(text)) &&
    others.every(([column, text]) => {
      const [meant = 'ignore'] = means[column]?.split('@') ?? []
      if (OF_ONE.has(meant)) return false
      // a unit or a currency has no more letters
      return OF_FIGURES.has(meant) ? !/\p{L}{4}/u.test(text) : !/\p{L}/u.test(text)
    })
  )
}
