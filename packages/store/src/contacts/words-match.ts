import { type RawBuilder, sql } from 'kysely'

/** A condition for every word that is looked for: each must be met. */
export function wordsMatch(words: readonly string[], met: (like: string) => RawBuilder<unknown>): RawBuilder<unknown> {
  if (words.length === 0) return sql``
  return sql`and ${sql.join(
    words.map((word) => met(`%${word.replaceAll(/[\\%_]/g, '\\$&')}%`)),
    sql` and `,
  )}`
}
