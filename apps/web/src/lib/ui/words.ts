/** The language of the page, handed down to its components; `say.w` are the site's words in it. */
import type { Locale } from '@vitrine/messages'
import { site, type SiteWords } from '@vitrine/messages/site'
import { getContext, setContext } from 'svelte'

const KEY = Symbol('words')
export interface Words {
  readonly locale: Locale
  readonly w: SiteWords
}

/** Called by a layout, with a function, so that a change of language reaches everything below. */
export function provideWords(locale: () => Locale): Words {
  const words: Words = {
    get locale() {
      return locale()
    },
    get w() {
      return site[locale()]
    },
  }
  return setContext(KEY, words)
}

export function useWords(): Words {
  return getContext<Words>(KEY)
}
