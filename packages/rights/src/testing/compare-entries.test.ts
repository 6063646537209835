import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import { linesByTitle, readBook } from '../book/read-book.ts'
import { compareEntries, type Reader } from './compare-entries.ts'

type Json = Record<string, unknown>
type Written = Json & { boxes: Json[]; history: Written[]; event: Json | null }

/** A reader that changes every state of every entry before it reads. */
const changing =
  (change: (state: Written) => Json): Reader =>
  (book) => {
    const { titles, entries } = book as { titles: Json[]; entries: Written[] }
    const changed = entries.map((entry) => ({ ...entry, ...change(entry), history: entry.history.map((state) => ({ ...state, ...change(state) })) })) // prettier-ignore
    return linesByTitle(readBook({ titles, entries: changed })).get('t')!
  }

const MISTAKES: Record<string, Reader> = {
  'a history that counts as it ended': (book) => {
    const { titles, entries } = book as { titles: Json[]; entries: Json[] }
    return linesByTitle(readBook({ titles, entries: entries.map((entry) => ({ ...entry, history: undefined })) })).get('t')!
  },
  'catch-up forgotten': changing(() => ({ catchUpDays: null })),
  'events that never happen': changing(({ event }) => ({ event: event === null ? null : { ...event, date: null } })),
  'months from the event forgotten': changing(({ event }) => ({ event: event === null ? null : { ...event, months: null } })),
  'runs forgotten': changing(() => ({ runs: null, catchUpDays: null, broadcasts: null })),
  'exceptions forgotten': changing(({ boxes }) => ({ boxes: boxes.map((box) => ({ ...box, territory: String(box['territory']).replace(/ (excl\.|-) .*/, '') })) })), // prettier-ignore
  'holdbacks of a licence forgotten': changing(() => ({ holdbacks: [] })),
}

for (const [name, reader] of Object.entries(MISTAKES))
  test(`the comparison finds ${name}, and tells the book in which it shows`, () => {
    let told = ''
    for (let seed = 1; seed <= 400 && told === ''; seed++)
      try {
        compareEntries(seed, 100, reader)
      } catch (found) {
        told = (found as Error).message
      }
    assert.match(told, /^seed \d+: the (engine|columns) say/)
    const { book } = JSON.parse(told.slice(told.indexOf('\n'))) as { book: { entries: unknown[] } }
    assert.ok(book.entries.length <= 3, `${book.entries.length} entries`)
  })
