import { page } from '$app/state'
import { isLocale, type Locale } from '@vitrine/messages'

/** The language of the page that shows this, asked each time: the desk stays open while the address changes. */
export const useLocale = (): (() => Locale) => () => {
  const first = page.url.pathname.split('/')[1] ?? ''
  return isLocale(first) ? first : 'en'
}
