/**
 * Languages that a browser has no name for ("sva": Svan): the desk asks the server for those that its page shows, all at once, and shows
 * their codes until they have come.
 */
import { askForRareLanguages, type Locale } from '@vitrine/messages'
import { askForNames } from './ask-for-names.ts'

let names = $state.raw<Readonly<Record<string, string>>>({})
const asked = new Set<string>()
let wanted: string[] = []

/** Those that have come: code → name. */
export const rareLanguages = (): Readonly<Record<string, string>> => names

export function askServerForRareLanguages(locale: Locale): void {
  askForRareLanguages((code) => {
    if (!asked.has(code)) {
      asked.add(code)
      if (wanted.push(code) === 1) queueMicrotask(() => void fetchNames(locale))
    }
    return names[code]
  })
}

async function fetchNames(locale: Locale): Promise<void> {
  const codes = wanted
  wanted = []
  const sent = await askForNames<Record<string, string>>(`/${locale}/desk/names.json?languages=${codes.join(',')}`)
  if (sent !== null) names = { ...names, ...sent }
  // asked for again when they are next shown
  else for (const code of codes) asked.delete(code)
}
