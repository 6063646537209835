import type { Locale } from '@vitrine/messages'

/**
 * Where a sign-in may lead: a path of this site and nothing else, so that a link to us can never be made into a link to
 * somebody else. Anything else becomes the desk.
 *
 * @example
 * safeNext('/fr/desk/titles?page=2', 'https://films.example', 'fr') // "/fr/desk/titles?page=2"
 * safeNext('//evil.example', 'https://films.example', 'fr')         // "/fr/desk"
 */
export function safeNext(next: string | null | undefined, origin: string, locale: Locale): string {
  const desk = deskPath(locale)
  if (!next || next.length > 2000 || !next.startsWith('/') || next.startsWith('//') || hasBackslashOrControl(next)) return desk
  if (!URL.canParse(next, origin)) return desk
  const url = new URL(next, origin)
  // The sign-in's own pages would lead in circles.
  if (url.origin !== origin || url.pathname.startsWith('//') || url.pathname.startsWith('/api/')) return desk
  return url.pathname + url.search + url.hash
}

export const deskPath = (locale: Locale): string => `/${locale}/desk`
export const signInPath = (locale: Locale): string => `/${locale}/sign-in`

function hasBackslashOrControl(text: string): boolean {
  return [...text].some((character) => character === '\\' || character.charCodeAt(0) < 0x21 || character.charCodeAt(0) === 0x7f)
}
