import type { Mark } from '../finding.ts'

/** What platforms take, in characters: the logline, the short and the long synopsis. */
export const LIMITS = { logline: 190, shortSynopsis: 400, synopsis: 4000 } as const
export type LimitedField = keyof typeof LIMITS

/** Marks the part that would be cut off. */
export function tooLong(field: LimitedField, text: string, start: number): Mark[] {
  const limit = LIMITS[field]
  const length = text.length
  if (length <= limit) return []
  return [
    {
      code: 'too-long',
      severity: 'warning',
      start: start + limit,
      end: start + length,
      suggestion: null,
      params: { field, length, limit },
    },
  ]
}
