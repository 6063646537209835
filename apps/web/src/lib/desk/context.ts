/** What the fields of a sheet share: the words of the desk, the source they were read from, which field has the eye, and what stands in one that could not be taken. */
import type { CopyFinding } from '@vitrine/house'
import { desk, type DeskWords } from '@vitrine/messages/desk'
import type { Locale } from '@vitrine/messages'
import { getContext, setContext } from 'svelte'

export interface FieldSource {
  line: number
  start: number
  raw: string
}

/** A text that was typed and cannot be taken as it stands. */
export interface Unread {
  /** The field as the desk calls it. */
  name: string
  text: string
  /** Whether it is said: once its field is left, or a save was tried; not while somebody is still typing. */
  told: boolean
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
  /**
   * What stands in fields and is in no record, by the id of the control: it counts as not saved. A field that is taken out of this map
   * shows what its record says.
   */
  readonly unread: Map<string, Unread>
}

const KEY = Symbol('desk')
export const provideDesk = (context: DeskContext): DeskContext => setContext(KEY, context)
export const useDesk = (): DeskContext => getContext<DeskContext>(KEY)

export const deskWords = (locale: Locale): DeskWords => desk[locale]
