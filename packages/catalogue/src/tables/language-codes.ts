/** Codes of languages. */

/** The shortest code for the same language: `ger`, `deu` → `de`; dialects that CLDR folds into a region keep their own code. */
export function canonicalCode(code: string): string {
  let canonical = canonicalCodes.get(code)
  if (canonical === undefined) canonicalCodes.set(code, (canonical = shortestCode(code)))
  return canonical
}

const canonicalCodes = new Map<string, string>()

function shortestCode(code: string): string {
  const tag = Intl.getCanonicalLocales(code)[0]!
  return tag.includes('-') ? code : tag
}
