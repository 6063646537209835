/** Where a company shows films, in which media and languages, as people read it: names, not the codes that may have been typed. */
import type { CompanyProfile, Wish } from '@vitrine/deals/company/profile'
import type { Locale } from '@vitrine/messages'
import { typeset } from '@vitrine/messages/typeset'
import { ExpressionError } from '@vitrine/rights/expression-error'
import { parseLanguages } from '@vitrine/rights/languages/parse'
import { printLanguages } from '@vitrine/rights/languages/print'
import { parseMedia } from '@vitrine/rights/media/parse'
import { printMedia } from '@vitrine/rights/media/print'
import { parseTerritories } from '@vitrine/rights/territories/parse'
import { printTerritories } from '@vitrine/rights/territories/print'

const FULL = { names: 'full' } as const

const NAMED: Readonly<Record<'territory' | 'media' | 'languages', (text: string, locale: Locale) => string>> = {
  territory: (text, locale) => printTerritories(parseTerritories(text).set, locale, FULL),
  media: (text, locale) => printMedia(parseMedia(text), locale, FULL),
  languages: (text, locale) => printLanguages(parseLanguages(text), locale, FULL),
}

export const wishesInWords = (profile: CompanyProfile, locale: Locale): Record<keyof typeof NAMED, string | undefined> => ({
  territory: inWords('territory', profile.territory, locale),
  media: inWords('media', profile.media, locale),
  languages: inWords('languages', profile.languages, locale),
})

function inWords(of: keyof typeof NAMED, wish: Wish | null, locale: Locale): string | undefined {
  if (wish === null || wish.text === '') return undefined
  try {
    return typeset(locale, NAMED[of](wish.text, locale))
  } catch (thrown) {
    if (thrown instanceof ExpressionError) return wish.text // read once, by an earlier edition: it is shown as it was typed
    throw thrown
  }
}
