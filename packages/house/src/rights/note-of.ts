import { cleanText } from '../input.ts'

const LONGEST = 2_000

/** Why somebody did it, in their words: kept with the state, shown in the history. */
export const noteOf = (note: string | null | undefined): string | null => {
  const text = cleanText(note ?? '').trim().slice(0, LONGEST) // prettier-ignore
  return text === '' ? null : text
}
