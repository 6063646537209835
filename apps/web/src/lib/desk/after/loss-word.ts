import type { Locale } from '@vitrine/messages'

/** Why a deal was lost, as the house calls it: reasons are written in the house's own words. */
export const lossWord = (_locale: Locale, reason: string): string =>
  reason.charAt(0).toUpperCase() + reason.slice(1).replaceAll('-', ' ')
