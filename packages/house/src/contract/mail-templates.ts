/** The words of letters, as a house may change them: one template a letter, in each language, with its versions. */
import type { Locale } from '@vitrine/messages'
import type { LetterVariable, LetterWords, TemplateName } from '@vitrine/messages/letter-templates'
import type { Actor } from '../contract.ts'
import type { DiffPart } from '../editing/word-diff.ts'
import type { LetterFault } from '../letters/read-words.ts'

export type { LetterFault, LetterVariable, LetterWords, TemplateName }

/** `unfit`: the house's words no longer fit what the letter must say, so the built-in ones are sent. `fixed`: no house changes them. */
export type TemplateState = 'built-in' | 'own' | 'unfit' | 'fixed'

export interface MailTemplateSummary {
  name: TemplateName | 'sign-in'
  locale: Locale
  state: TemplateState
  /** What is sent stands under this subject, with variables in it. */
  subject: string
  /** 0: the house has never changed it. */
  version: number
  updatedAt: string | null
  byName: string | null
}

/** A letter with example values, as it would be sent. */
export interface LetterPreview {
  subject: string
  text: string
  html: string
}

export interface MailTemplateView extends MailTemplateSummary {
  /** The house's words, or the built-in ones where it has none. */
  words: LetterWords
  builtIn: LetterWords
  faults: LetterFault[]
  variables: (LetterVariable & { name: string; example: string })[]
  /** The newest first; `words: null` from where on the built-in words stood again. */
  versions: { version: number; words: LetterWords | null; at: string; byName: string }[]
  preview: LetterPreview
}

interface Named {
  name: string
  locale: Locale
}

export interface MailTemplateVerbs {
  /** Every letter that the house sends, in each language. */
  listMailTemplates(actor: Actor): Promise<MailTemplateSummary[]>
  viewMailTemplate(actor: Actor, args: Named): Promise<MailTemplateView>
  /** What is wrong with words while they are written, and how they read with example values. */
  checkMailTemplate(
    actor: Actor,
    args: Named & { words: LetterWords },
  ): Promise<{ faults: LetterFault[]; preview: LetterPreview }>
  /** Two versions, word by word; 0 is the built-in wording. */
  compareMailTemplate(
    actor: Actor,
    args: Named & { before: number; after: number },
  ): Promise<{ subject: DiffPart[]; text: DiffPart[] }>
  /** The next version; `words: null` gives the letter its built-in words again. `baseVersion`: the one that was read, 0 for none. */
  saveMailTemplate(actor: Actor, args: Named & { baseVersion: number; words: LetterWords | null }): Promise<MailTemplateView>
  /** Writes the letter with example values to whoever asks, through the outbox. */
  testMailTemplate(actor: Actor, args: Named & { words: LetterWords }): Promise<{ to: string }>
}
