import { DAYS_OF_PLACES, DAYS_OF_SIGN_INS, YEARS_OF_PEOPLE } from '@vitrine/house/retention'
import { LOCALES } from '@vitrine/messages'
import { settings } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ parent, url }) => {
  const { locale } = await parent()
  const { legalNotice, name, address, contactEmail, papers, kept } = await settings()
  const written = [locale, ...LOCALES].find((language) => (legalNotice[language] ?? '').trim() !== '')
  return {
    notice: written === undefined ? null : { language: written, text: legalNotice[written]! },
    publisher: papers.legalName ?? name,
    address,
    contactEmail,
    keepIp: papers.keepIp,
    // By TLS the cookie of a session has the prefix that keeps other pages from setting it (apps/server, sign-in/terms.ts).
    sessionPrefix: url.protocol === 'https:' ? '__Secure-' : '',
    kept: { places: DAYS_OF_PLACES, people: YEARS_OF_PEOPLE, signIns: DAYS_OF_SIGN_INS, ...kept },
  }
}
