/** Countries, roles and premieres as foreign files write them: by code, or by name in one of the languages that are read. */
import { CREDIT_ROLES, PREMIERES, type CreditRole, type Premiere } from '@vitrine/catalogue'
import { GENRES, THEMES } from '@vitrine/catalogue/model/vocabulary'
import { readOneCountry } from '@vitrine/catalogue/reader/countries'
import { countryTable } from '@vitrine/catalogue/tables/countries'
import { LOCALES } from '@vitrine/messages/locale'
import { nameOf, type VocabularyGroup } from '@vitrine/messages/vocabulary'
import { jobOf, type Job } from '../mec/jobs.ts'

/**
 * @example
 * countryIn('fra') // 'FR'
 * countryIn('Allemagne') // 'DE'
 */
export function countryIn(written: string | null): string | null {
  if (written === null) return null
  const code = written.trim().toUpperCase()
  const table = countryTable()
  if (/^[A-Z]{2}$/.test(code)) return table.isCode(code) ? code : null
  return (/^[A-Z]{3}$/.test(code) ? table.fromAlpha3(code) : null) ?? readOneCountry({ text: written, start: 0 })
}

const codes = (group: VocabularyGroup, known: readonly string[]): Map<string, string> =>
  new Map(
    known.flatMap((code) =>
      [code, ...LOCALES.map((locale) => nameOf(locale, group, code))].map((name) => [name.toLowerCase(), code]),
    ),
  )
const named = {
  genre: codes('genre', GENRES),
  theme: codes('theme', THEMES),
  credit: codes('credit', CREDIT_ROLES.filter((role) => role !== 'other')), // prettier-ignore
  premiere: codes('premiere', PREMIERES),
}

/** The code of a word of ours, by the code itself or its name in any language of the house; null for other words. */
export const codeIn = (group: keyof typeof named, written: string): string | null =>
  named[group].get(written.trim().toLowerCase()) ?? null
export const premiereIn = (written: string): Premiere | null => codeIn('premiere', written) as Premiere | null

/** What somebody did: direction, production, a credit with a role of its own, or one as printed. */
export function jobIn(written: string): { job: Job } | { job: 'other'; label: string } {
  const job = jobOf(written) ?? (codeIn('credit', written) as Exclude<CreditRole, 'other'> | null)
  return job === null ? { job: 'other', label: written.trim() } : { job }
}
