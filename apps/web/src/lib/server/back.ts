/**
 * A path of this site that a form names as the page to return to. Anything that could lead elsewhere (`//evil`, `/\evil`,
 * a scheme, control characters) becomes `otherwise`.
 *
 * @example
 * localPath('/en/films?q=a', '/en') // "/en/films?q=a"
 * localPath('//evil.example', '/en') // "/en"
 */
export function localPath(asked: unknown, otherwise: string): string {
  if (typeof asked !== 'string' || asked.length > 2000 || !asked.startsWith('/')) return otherwise
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u001f\\]/.test(asked)) return otherwise
  const base = 'http://here.invalid'
  try {
    const url = new URL(asked, base)
    return url.origin === base && !url.pathname.startsWith('//') ? url.pathname + url.search + url.hash : otherwise
  } catch {
    return otherwise
  }
}
