/** A document that could not be read: what it is and what to send in its place, as the reader of files says it. */
import type { DocumentError } from '@vitrine/exchange/documents/errors'
import { documentErrorText } from '@vitrine/messages/documents'

export const whatToDo = ({ code, params }: Pick<DocumentError, 'code' | 'params'>) => ({
  path: '',
  message: documentErrorText(code, params, 'en'),
  messageFr: documentErrorText(code, params, 'fr'),
})
