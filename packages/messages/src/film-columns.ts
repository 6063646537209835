/** What the columns of a list of films hold, as the desk offers them when a list comes in. */
import { languageName } from './format.ts'
import { inEveryLocale, type Locale } from './locale.ts'
import { spreadsheetWords } from './spreadsheets.ts'
import { nameOf } from './vocabulary.ts'

const words = inEveryLocale(
  { ignore: 'Not read', episodes: 'Number of episodes' },
  { ignore: 'Non lue', episodes: 'Nombre d’épisodes' },
)

/**
 * The name of a column: `title`, `credit:music`, `synopsis@fr`, `ignore`.
 *
 * @example
 * filmColumnName('en', 'synopsis@fr') // 'Synopsis (French)'
 */
export function filmColumnName(locale: Locale, column: string): string {
  const [key = '', language] = column.split('@')
  const own = { ...spreadsheetWords[locale], ...words[locale] } as Record<string, string>
  const name = key.startsWith('credit:') ? nameOf(locale, 'credit', key.slice('credit:'.length)) : (own[key] ?? key)
  return language === undefined ? name : `${name} (${languageName(locale, language)})`
}
