/**
 * All languages of ISO 639-3, in a kept library: eight thousand entries that take long to load, so only when a code or a name is in no
 * table of CLDR.
 */
export interface IsoLanguage {
  iso6393: string
  iso6391?: string
  name: string
  type: string
}

let list: readonly IsoLanguage[] | null = null

export function isoLanguages(): readonly IsoLanguage[] {
  return (list ??= load())
}

function load(): readonly IsoLanguage[] {
  try {
    const node = process.getBuiltinModule('node:module')
    return (node.createRequire(import.meta.url)('iso-639-3') as { iso6393: IsoLanguage[] }).iso6393
  } catch {
    // Where modules cannot be loaded on demand (a browser), the languages of CLDR have to do.
    return []
  }
}

let names: ReadonlyMap<string, string> | null = null

/**
 * The name of a language in ISO 639-3, for the thousands that CLDR does not name. It is English: no other language has a list of them.
 *
 * @example
 * isoLanguageName('sva') // 'Svan'
 */
export function isoLanguageName(code: string): string | undefined {
  names ??= new Map(isoLanguages().map(({ iso6393, name }) => [iso6393, name]))
  return names.get(code)
}
