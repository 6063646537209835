/** What of better-auth may be called from outside. Everything else it offers answers 404. */
const OPEN = new Set([
  'POST /sign-out',
  'GET /passkey/generate-register-options',
  'POST /passkey/verify-registration',
  'GET /passkey/generate-authenticate-options',
  'POST /passkey/verify-authentication',
  'GET /passkey/list-user-passkeys',
  'POST /passkey/delete-passkey',
  'POST /passkey/update-passkey',
  'POST /two-factor/enable',
  'POST /two-factor/disable',
  'POST /two-factor/verify-totp',
  'POST /two-factor/verify-backup-code',
  'POST /two-factor/generate-backup-codes',
  'GET /list-sessions',
  'POST /revoke-session',
  'POST /revoke-other-sessions',
])

export const isOpen = (method: string, path: string): boolean => OPEN.has(`${method} ${path}`)
