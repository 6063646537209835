/** For the tests of formats: films out and in again, and files that nobody should send. */
import assert from 'node:assert/strict'
import { emptySheet, type TitleSheet } from '@vitrine/catalogue'
import { madeSheet } from '@vitrine/catalogue/writer/made-sheets'
import { hasSentence } from '@vitrine/messages/findings'
import fc from 'fast-check'
import type { FilmOut, FilmsIn, Format, WriteOptions } from '../formats/format.ts'
import { carriedWhole } from '../formats/losses.ts'
import { JSON_SCRAPS, mutant, senseless, XML_SCRAPS } from './seeded.ts'

export const OPTIONS: WriteOptions = {
  locale: 'en',
  sender: { name: 'Lanterne Basse', url: 'https://www.lanterne.example/', email: 'hello@lanterne.example', country: 'FR' },
  today: '2026-11-26',
}
export const filmOut = (sheet: TitleSheet, id = 'f1', url: string | null = null): FilmOut => ({
  id,
  sheet,
  url,
  pictures: new Map(),
  changedAt: '2026-11-26T00:00:00.000Z',
})

const anySheet = fc.oneof(madeSheet('en'), madeSheet('fr'))

/**
 * Holds that what a format carries whole comes back equal, without a doubt, and that `asFar` does as far as it says; also
 * that a field which did not come back is among the losses, and one that did is not.
 */
export function comesBack(format: Format, asFar: (sheet: TitleSheet) => Partial<TitleSheet> = () => ({}), runs = 150): void {
  fc.assert(
    fc.property(anySheet, anySheet, (one, other) => {
      const written = format.write!([filmOut(one), filmOut(other, 'f2')], OPTIONS) as Awaited<
        ReturnType<NonNullable<Format['write']>>
      >
      const read = format.read!(written.bytes, { fileName: written.fileName }) as FilmsIn
      assert.deepEqual([read.format, read.findings, read.films.length], [format.id, [], 2])
      for (const [at, sheet] of [one, other].entries()) {
        const film = read.films[at]!
        assert.deepEqual(film.doubts, [])
        const empty = emptySheet(sheet.title)
        assert.deepEqual(carriedWhole(format.carries, film.sheet, empty), carriedWhole(format.carries, sheet, empty))
        const expected = asFar(sheet)
        const got = Object.fromEntries(Object.keys(expected).map((key) => [key, film.sheet[key as keyof TitleSheet]]))
        assert.deepEqual(got, expected)
        for (const { field, why } of written.losses.filter(({ filmId }) => filmId === `f${at + 1}`)) {
          assert.equal(why, format.carries[field] === undefined ? 'no-place' : 'part')
          assert.notDeepEqual(film.sheet[field], sheet[field])
        }
      }
    }),
    { numRuns: runs, seed: 15 },
  )
}

/** Holds that a reader throws for nothing that a file says, and that all it says has words. */
export function survives(
  format: Pick<Format, 'read'>,
  bytes: Uint8Array,
  { json, count = 400 }: { json: boolean; count?: number },
): void {
  const hear = (mutated: Uint8Array, seed: number) => {
    try {
      const { films, findings } = format.read!(mutated, { fileName: 'x' }) as FilmsIn
      for (const { rule } of [...findings, ...films.flatMap(({ doubts }) => doubts)]) assert.ok(hasSentence(rule), rule)
    } catch (error) {
      throw new Error(`seed ${seed}`, { cause: error })
    }
  }
  for (let seed = 1; seed <= count; seed += 1) {
    hear(mutant(bytes, seed, json ? JSON_SCRAPS : XML_SCRAPS), seed)
    if (json) hear(Buffer.from(JSON.stringify(senseless(JSON.parse(Buffer.from(bytes).toString()), seed)) ?? ''), seed)
  }
  hear(new Uint8Array(), 0)
  hear(Buffer.from(json ? '['.repeat(200_000) : '<a>'.repeat(200_000)), 0)
}
