/** A company's profile as people write it, read field by field: what cannot be read is named with its field, the rest stands. */
import { type Advice, ExpressionError } from '@vitrine/rights/expression-error'
import { parseLanguages } from '@vitrine/rights/languages/parse'
import { mediaLeaves } from '@vitrine/rights/media/media-set'
import { parseMedia } from '@vitrine/rights/media/parse'
import { parseTerritories } from '@vitrine/rights/territories/parse'
import type { CompanyProfile, Slot, Wish } from './profile.ts'
import { readSlot, type Subjects } from './read-slot.ts'

export interface WrittenProfile {
  channels: readonly string[]
  territory: string
  media: string
  languages: string
  /** One slot a line. */
  slots: readonly string[]
  address: string | null
  phone: string | null
  web: string | null
}

export interface ProfileFault {
  field: string
  what: Advice
}

const LEAVES: Readonly<Record<'territory' | 'media' | 'languages', (text: string) => string[]>> = {
  territory: (text) => parseTerritories(text).set.leaves(),
  media: (text) => mediaLeaves(parseMedia(text)),
  languages: (text) => parseLanguages(text).leaves(),
}

/**
 * Reads a profile. `subjects` are the names of genres and themes in the house's languages.
 *
 * @example
 * readProfile({ ...nothing, territory: 'DACH', media: 'free-tv' }, subjects).profile.territory?.leaves // ['AT', 'CH-de', …]
 */
export function readProfile(written: WrittenProfile, subjects: Subjects): { profile: CompanyProfile; faults: ProfileFault[] } {
  const faults: ProfileFault[] = []
  const wish = (field: 'territory' | 'media' | 'languages'): Wish | null => {
    const text = written[field].trim()
    if (text === '') return null
    try {
      return { text, leaves: LEAVES[field](text) }
    } catch (thrown) {
      if (!(thrown instanceof ExpressionError)) throw thrown
      faults.push({ field, what: { en: thrown.message, fr: thrown.messageFr } })
      return null
    }
  }
  const slots: Slot[] = []
  written.slots.forEach((line, at) => {
    if (line.trim() === '') return
    const read = readSlot(line, subjects)
    if ('what' in read) faults.push({ field: `slots.${at}`, what: read.what })
    else slots.push(read)
  })
  const web = webAddress(written.web)
  if (web === undefined) faults.push({ field: 'web', what: { en: 'Not a web address', fr: 'N’est pas une adresse du web' } })
  const profile: CompanyProfile = {
    channels: [...new Set(written.channels.map((one) => one.trim()).filter((one) => one !== ''))],
    territory: wish('territory'),
    media: wish('media'),
    languages: wish('languages'),
    slots,
    address: orNull(written.address),
    phone: orNull(written.phone),
    web: web ?? null,
  }
  return { profile, faults }
}

const orNull = (text: string | null): string | null => (text === null || text.trim() === '' ? null : text.trim())

/** An address that a browser may open: http or https, and nothing else; undefined when it is none. */
function webAddress(text: string | null): string | null | undefined {
  const said = orNull(text)
  if (said === null) return null
  const whole = /^https?:\/\//i.test(said) ? said : `https://${said}`
  if (!/^https?:\/\/[\p{L}\p{N}][^\s/?#@:]*\.[^\s/?#@:]{2,}(?::\d+)?(?:[/?#]\S*)?$/iu.test(whole)) return undefined
  return whole
}
