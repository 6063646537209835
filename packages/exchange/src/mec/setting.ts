/** What a whole export has in common. */
import type { WriteOptions } from '../formats/format.ts'
import { withPlace } from '../movielabs/language-tags.ts'
import { MEC_VERSIONS, type MecVersion } from './carries.ts'

export interface Setting extends Pick<WriteOptions, 'locale' | 'sender'> {
  version: MecVersion
  /** A language as this version's receivers want it. */
  tag(language: string): string
}

/** @throws RangeError for a version that is not written */
export function settingOf({ version = '2.12', locale, sender }: WriteOptions): Setting {
  const known = MEC_VERSIONS.find((one) => one === version)
  if (known === undefined) throw new RangeError(`MEC ${version} is not written; ${MEC_VERSIONS.join(', ')} are`)
  return { version: known, locale, sender, tag: known === '2.6' ? withPlace : (language) => language }
}
