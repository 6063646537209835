/** The names of ISO 3166-1 in a language, read from their file only when an expression needs them: start-up is every command's. */

/** Pairs of code and name; none where files cannot be read on demand (a browser), where CLDR's names have to do. */
export function isoNames(locale: string): [code: string, name: string][] {
  const names = lists(locale)
  return Object.entries(names).flatMap(([code, name]) =>
    (typeof name === 'string' ? [name] : name).map((one): [string, string] => [code, one]),
  )
}

function lists(locale: string): Record<string, string | string[]> {
  try {
    const { createRequire } = process.getBuiltinModule('node:module')
    return (
      createRequire(import.meta.url)(`i18n-iso-countries/langs/${locale}.json`) as {
        countries: Record<string, string | string[]>
      }
    ).countries
  } catch {
    return {}
  }
}
