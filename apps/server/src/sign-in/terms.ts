/** What the sign-in's two halves agree on. */
export const AUTH_PATH = '/api/auth'
export const LINK_MINUTES = 60
export const COOKIE_PREFIX = 'vitrine'

/** The cookie of a session. By TLS better-auth gives it the prefix that keeps other pages from setting it. */
export const sessionCookieName = (origin: string): string =>
  `${origin.startsWith('https:') ? '__Secure-' : ''}${COOKIE_PREFIX}.session_token`
