/** What the fields of a sheet share: the words of the desk, the source they were read from, and which field has the eye. */
import type { CopyFinding } from '@vitrine/house'
import { desk, type DeskWords } from '@vitrine/messages/desk'
import type { Locale } from '@vitrine/messages'
import { getContext, setContext } from 'svelte'

export interface FieldSource {
  line: number
  start: number
  raw: string
}

export interface DeskContext {
  readonly locale: Locale
  readonly w: DeskWords
  sources(field: string): readonly FieldSource[]
  findings(field: string): readonly CopyFinding[]
  /** The field that the eye is on, in the source as in the record. */
  readonly field: string | null
  point(field: string | null): void
  readonly collections: readonly { slug: string; name: string }[]
}

const KEY = Symbol('desk')
export const provideDesk = (context: DeskContext): DeskContext => setContext(KEY, context)
export const useDesk = (): DeskContext => getContext<DeskContext>(KEY)

export const deskWords = (locale: Locale): DeskWords => desk[locale]
