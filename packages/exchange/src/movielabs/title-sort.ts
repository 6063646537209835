/** The title as it is filed: "View from a Mountain, The". MEC calls it TitleSort, Avails TitleInternalAlias. */

/** Articles that stand before a title, by language; those that end with an apostrophe touch the next word. */
const ARTICLES: Record<string, readonly string[]> = {
  en: ['The', 'A', 'An'],
  fr: ['Le', 'La', 'Les', 'L’', "L'", 'Un', 'Une', 'Des'],
  de: ['Der', 'Die', 'Das', 'Ein', 'Eine'],
  es: ['El', 'La', 'Los', 'Las', 'Un', 'Una'],
  it: ['Il', 'Lo', 'La', 'I', 'Gli', 'Le', 'L’', "L'", 'Un', 'Una'],
  pt: ['O', 'A', 'Os', 'As', 'Um', 'Uma'],
  ca: ['El', 'La', 'Els', 'Les', 'L’', "L'", 'Un', 'Una'],
  nl: ['De', 'Het', 'Een'],
}

/**
 * A title with its article behind it; without a known article, the title itself.
 *
 * @example
 * titleSort('The Salt Road', 'en') // 'Salt Road, The'
 * titleSort('L’Année du coq', 'fr-FR') // 'Année du coq, L’'
 */
export function titleSort(title: string, language: string): string {
  for (const article of ARTICLES[language.split('-')[0]!] ?? []) {
    const before = /[’']$/.test(article) ? article : `${article} `
    const rest = title.slice(before.length).trim()
    if (title.startsWith(before) && rest !== '')
      return `${rest.slice(0, 1).toLocaleUpperCase(language)}${rest.slice(1)}, ${article}`
  }
  return title
}
