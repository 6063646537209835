import type { FieldIssue } from '@vitrine/messages/errors'

/**
 * What went wrong, what to do, and each field that was refused with the reason.
 *
 * @example
 * failureLine('Not valid', 'Correct it.', [{ path: 'to', message: 'too early' }]) // 'Not valid. Correct it. to too early'
 */
export const failureLine = (title: string, text: string, issues: readonly FieldIssue[]): string =>
  [`${title}.`, text, issues.map(({ path, message }) => `${path} ${message}`.trim()).join('; ')].filter(Boolean).join(' ')
