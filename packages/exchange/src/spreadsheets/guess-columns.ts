/** What the headings of a spreadsheet probably mean, from the phrases under which people head them. */

/**
 * Words without accents, case and signs.
 *
 * @example
 * plainWords('N° de contrat') // 'n de contrat'
 */
export const plainWords = (text: string): string =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim() // prettier-ignore

/**
 * A guesser for columns. A meaning is given once: to the heading that says it most plainly, else to the first; what is not
 * known is to be ignored.
 *
 * @param phrases for each meaning its phrases, parted by ", ", as `plainWords` writes them
 */
export function columnGuesser<Column extends string>(
  phrases: Readonly<Record<Column, string>>,
): (headings: readonly string[]) => (Column | 'ignore')[] {
  const exactly = new Map<string, Column>()
  for (const [column, all] of Object.entries<string>(phrases))
    for (const phrase of all.split(', ')) if (!exactly.has(phrase)) exactly.set(phrase, column as Column)
  /** The longest first: "option expires" before "expires". */
  const within = [...exactly].filter(([phrase]) => phrase.length > 3).sort(([a], [b]) => b.length - a.length)

  return (headings) => {
    const plain = headings.map(plainWords)
    const exact = plain.map((heading) => exactly.get(heading) ?? null)
    const taken = new Set<Column>()
    const first = exact.map((column) => (column === null || taken.size === taken.add(column).size ? null : column))
    return plain.map((heading, at) => {
      if (first[at] !== null) return first[at]!
      if (exact[at] !== null) return 'ignore'
      const found = within.find(([phrase, column]) => !taken.has(column) && ` ${heading} `.includes(` ${phrase} `))
      if (found === undefined) return 'ignore'
      taken.add(found[1])
      return found[1]
    })
  }
}
