import { sql } from 'kysely'
import type { Asker } from '../asker.ts'
import { anyForm, queryOf } from './query.ts'
import type { Term } from './query.ts'
import { probesOf } from './rank.ts'
import type { Answer } from './rank.ts'

// Titles whose marked words are read for ranking; beyond, the word index is asked, which for several words has more to be asked.
const LOOKED_AT = { oneWord: 500, moreWords: 1_500 }

/**
 * The titles of the house with all the words (or any of them), which of them each probe fits, and the house's change number at that
 * moment, in one statement. Titles of every status are among them.
 */
export async function askWords(
  db: Asker,
  houseId: string,
  terms: readonly Term[],
  all: boolean,
  most = all ? LOOKED_AT[terms.length > 1 ? 'moreWords' : 'oneWord'] : 0, // to have a word anywhere counts too when not all are needed, and has no mark
): Promise<Answer & { asOf: number }> {
  const probes = probesOf(terms, all)
  const whole = terms.map((term) => queryOf(anyForm(term))).join(all ? ' & ' : ' | ')
  const queries = arrayOf(probes.map((probe) => queryOf(probe.forms)))
  const { rows } = await sql<{ change_seq: number | null; ords: string; fits: string[] }>`
    select change_seq, ords, fits from search_find(${houseId}, ${whole}::tsquery, ${queries}::tsquery[], ${most}::integer)`.execute(
    db,
  )
  const [row] = rows
  return {
    found: readOrds(row?.ords ?? '{}'),
    probes,
    fits: probes.map((_probe, n) => readOrds(row?.fits[n] ?? '{}')),
    asOf: Number(row?.change_seq ?? 0),
  }
}

/** `{3,17,40}` as numbers, without a string for each. */
export function readOrds(text: string): Int32Array {
  if (text.length <= 2) return new Int32Array(0)
  const ords = new Int32Array((text.length >> 1) + 1)
  let used = 0
  let number = 0
  for (let n = 1; n < text.length; n++) {
    const digit = text.charCodeAt(n) - 48
    if (digit >= 0 && digit <= 9) number = number * 10 + digit
    else {
      ords[used++] = number
      number = 0
    }
  }
  return ords.subarray(0, used)
}

/** Texts as PostgreSQL writes an array of them. */
export function arrayOf(texts: readonly string[]): string {
  return `{${texts.map((text) => `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`).join(',')}}`
}
