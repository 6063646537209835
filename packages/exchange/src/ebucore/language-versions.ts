/** Language versions as labels of a language, both ways. */
import { LANGUAGE_USES, type LanguageVersion } from '@vitrine/catalogue'

const CAPTIONED = 'subtitled for the hard of hearing'
const ANY = 'available'

export const labelOf = ({ use, hardOfHearing }: LanguageVersion): string => (hardOfHearing ? CAPTIONED : (use ?? ANY))

/** Null for a label that speaks of something else. */
export function versionOf(language: string, label: string): LanguageVersion | null {
  if (label === CAPTIONED) return { language, use: 'subtitled', hardOfHearing: true }
  if (label === ANY) return { language, use: null, hardOfHearing: false }
  const use = LANGUAGE_USES.find((one) => one === label)
  return use === undefined ? null : { language, use, hardOfHearing: false }
}
