/** Words of Avails that are a closed list, whatever case they come in. */
import type { Avail } from './avail.ts'

const ENTRY_TYPES: readonly Avail['entryType'][] = ['Full Extract', 'Full Delete', 'Create', 'Update', 'Delete']
const AVAIL_TYPES: readonly Avail['availType'][] = ['single', 'episode', 'season', 'series', 'miniseries', 'collection', 'bundle', 'supplement', 'promotion', 'volume'] // prettier-ignore
const BY_WORK_TYPE = new Map<string, Avail['availType']>([
  ['episode', 'episode'],
  ['season', 'season'],
  ['series', 'series'],
  ['volume', 'volume'],
  ['collection', 'collection'],
  ['franchise', 'collection'],
  ['supplemental', 'supplement'],
  ['promotion', 'promotion'],
])
const LANGUAGE_KINDS = new Map<string, 'audio' | 'subtitle' | 'subdub'>([
  ['audio', 'audio'],
  ['dub', 'audio'],
  ['subtitle', 'subtitle'],
  ['sub', 'subtitle'],
  ['subdub', 'subdub'],
])

const same = <T extends string>(words: readonly T[], text: string | null): T | undefined =>
  words.find((word) => word.toLowerCase() === text?.trim().toLowerCase())

/** What an entry does; without a word that is known, all that there is. */
export const entryTypeOf = (text: string | null): Avail['entryType'] => same(ENTRY_TYPES, text) ?? 'Full Extract'

/** What is sold; without a word that is known, what the work type calls for. */
export const availTypeOf = (text: string | null, workType: string): Avail['availType'] =>
  same(AVAIL_TYPES, text) ?? BY_WORK_TYPE.get(workType.trim().toLowerCase()) ?? 'single'

/** How a language is heard or read; null where nothing, or nothing known, is said. */
export const languageKindOf = (text: string | undefined): 'audio' | 'subtitle' | 'subdub' | null =>
  LANGUAGE_KINDS.get(text?.trim().toLowerCase() ?? '') ?? null
