import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptySheet } from '@vitrine/catalogue'
import { marksOf } from '@vitrine/catalogue/duplicates/known-films'
import { matchFilms, matchFilmsApart } from './match-films.ts'

const marks = (title: string) => marksOf({ ...emptySheet(title), year: 2020, directors: ['Nadia Gorani'] })

test('many films are held against the catalogue and each other in a thread of their own, with the same answer', async () => {
  const words = ['salt', 'river', 'night', 'ferry', 'harbour', 'winter', 'letter', 'orchard']
  const titles = words.flatMap((one) => words.flatMap((other) => words.map((third) => `${one} ${other} ${third}`)))
  const asked = {
    known: titles.slice(0, 400).map((title, n) => ({ id: `t${n}`, ...marks(title) })),
    films: [...titles.slice(300), titles[500]!].map(marks),
  }
  let turns = 0
  const turning = setInterval(() => (turns += 1), 0)
  const answer = await matchFilmsApart(asked)
  clearInterval(turning)
  assert.ok(turns > 0, 'the thread that answers went on')
  assert.deepEqual(answer, matchFilms(asked))
  assert.ok(answer[0]!.matches.some(({ id }) => id === 't300'))
  assert.ok(answer.at(-1)!.repeats !== null)
})
