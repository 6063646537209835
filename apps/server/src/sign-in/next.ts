import type { Locale } from '@vitrine/messages'

/**
 * Where a sign-in may lead: a path of this site and nothing else, so that a link to us can never be made into a link to
 * somebody else. Anything else becomes `home`: the desk, or the room of whoever is not of the house.
 *
 * @example
 * safeNext('/fr/desk/titles?page=2', 'https://films.example', 'fr') // "/fr/desk/titles?page=2"
 * safeNext('//evil.example', 'https://films.example', 'fr')         // "/fr/desk"
 */
export function safeNext(
  next: string | null | undefined,
  origin: string,
  locale: Locale,
  home: string = homePath('owner', locale),
): string {
  if (!next || next.length > 2000 || !next.startsWith('/') || next.startsWith('//') || hasBackslashOrControl(next)) return home
  if (!URL.canParse(next, origin)) return home
  const url = new URL(next, origin)
  // The sign-in's own pages would lead in circles.
  if (url.origin !== origin || url.pathname.startsWith('//') || url.pathname.startsWith('/api/')) return home
  return url.pathname + url.search + url.hash
}

/** Where a member works: people of the house at the desk, buyers and producers in their rooms. */
export const homePath = (role: string, locale: Locale): string =>
  `/${locale}/${role === 'buyer' ? 'room' : role === 'producer' ? 'room/films' : 'desk'}`
export const signInPath = (locale: Locale): string => `/${locale}/sign-in`

function hasBackslashOrControl(text: string): boolean {
  return [...text].some((character) => character === '\\' || character.charCodeAt(0) < 0x21 || character.charCodeAt(0) === 0x7f)
}
