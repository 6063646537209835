/** Gathers what a reader has to say, with the words that it is about. */
import type { Item } from './items.ts'
import type { ExpressionNote } from './expressions.ts'
import type { Line } from './line.ts'
import type { Note, NoteCode } from './note.ts'
import type { Period } from './periods.ts'

type Place = { readonly at: number; readonly end: number }

export interface Notes {
  readonly all: Note[]
  /** @param place what it is about; null for what is not there. */
  add(code: NoteCode, place: Place | null, more?: Partial<Pick<Note, 'suggestion' | 'advice'>>): void
  ofExpression(notes: readonly ExpressionNote[]): void
  ofPeriod(period: Period, place: Place): void
}

const OF_PERIOD = {
  'day-first': 'day-first',
  'month-first': 'month-first',
  year: 'year-assumed',
  'year-of-end': 'year-of-end',
  about: 'about',
  season: 'season',
} as const

export function notesOf(line: Line, given: string): Notes {
  const all: Note[] = []
  const add: Notes['add'] = (code, place, { suggestion = null, advice = null } = {}) => {
    const span = place && line.spanOf(place.at, place.end)
    all.push({ code, span, words: span ? given.slice(span.from, span.to) : '', suggestion, advice })
  }
  return {
    all,
    add,
    ofExpression(notes) {
      for (const { code, suggestion, advice, ...place } of notes)
        add(code, place, { suggestion: suggestion ?? null, advice: advice ?? null })
    },
    ofPeriod(period, place) {
      if (period.assumed !== null) add(OF_PERIOD[period.assumed], place)
    },
  }
}

export const isMarker = (item: Item | undefined, ...which: readonly string[]): boolean =>
  item?.kind === 'marker' && which.includes(item.marker)
