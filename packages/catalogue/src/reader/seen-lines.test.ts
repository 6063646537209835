/** Lines that stand in a sheet a second time are known by all their words, not by how they open. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fold } from './fold.ts'
import { SeenLines } from './seen-lines.ts'
import { readSource } from './source.ts'

const line = (text: string) => readSource(text).lines[0]!
const OPENING = 'Each winter the men who carried salt go back to the trail that their fathers left, and wait for the others'

test('a line is met again in other capitals, accents and blanks, wherever its text is cut', () => {
  for (const text of [
    'Salt',
    'The Salt Road',
    OPENING,
    `${OPENING} to come.`,
    `${'é'.repeat(200)} ${OPENING}`,
    'ß'.repeat(150),
  ]) {
    const seen = new SeenLines()
    const first = line(text)
    assert.equal(seen.meet(first), null, text)
    assert.equal(seen.meet(line(text.toUpperCase().normalize('NFD').replaceAll(' ', '  '))), first, text)
    assert.equal(seen.size, 1, text)
  }
})

test('lines that open with the same words are others', () => {
  const seen = new SeenLines()
  const lines = ['to come.', 'to go.', 'in vain.'].map((end) => line(`${OPENING} ${end}`))
  for (const one of lines) assert.equal(seen.meet(one), null)
  for (const one of lines) assert.equal(seen.meet(line(one.body.text)), one)
  assert.equal(seen.size, 3)
})

test('a line is remembered under words of its own, the last one that had them', () => {
  const seen = new SeenLines()
  const [first, title] = [line('The Salt Road'), line('THE SALT ROAD (52’)')]
  seen.meet(first)
  seen.put(fold('The Salt Road'), title)
  assert.equal(seen.meet(line('the salt road')), title)
  assert.equal(seen.size, 1)
})
