import type { IncomingMessage } from 'node:http'

/** Where the asker is, as our listener says; null where it is not told. */
export const countryOf = ({ headers }: IncomingMessage): string | null => String(headers['x-vitrine-country'] ?? '') || null
