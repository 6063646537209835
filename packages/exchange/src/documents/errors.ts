import { documentErrorText, type DocumentErrorCode, type DocumentNoteCode } from '@vitrine/messages/documents'

export type { DocumentErrorCode, DocumentNoteCode }
export type DocumentParams = Readonly<Record<string, string | number>>

/**
 * A document was refused. The codes are a closed list (packages/messages/src/documents.ts), each with what to do.
 * Nothing has been written anywhere when it is thrown: reading a document changes nothing.
 *
 * `message` is English; say it in another language with `documentErrorText(error.code, error.params, locale)`.
 */
export class DocumentError extends Error {
  readonly code: DocumentErrorCode
  readonly params: DocumentParams

  constructor(code: DocumentErrorCode, params: DocumentParams = {}) {
    super(documentErrorText(code, params, 'en'))
    this.name = 'DocumentError'
    this.code = code
    this.params = params
  }
}

/** Something a person should know about how a document was read; its words are `documentNoteText(code, params, locale)`. */
export interface DocumentNote {
  code: DocumentNoteCode
  params: DocumentParams
}
