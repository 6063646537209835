import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pageLines, type PlacedWord } from './pdf-layout.ts'

const word = (text: string, x: number, y: number, end: number, size = 10): PlacedWord => ({ text, x, y, width: end - x, size })
const texts = (words: PlacedWord[]) => pageLines(words).map((line) => (line.apart ? `\n${line.text}` : line.text))

test('a soft hyphen that is not in the text is seen by the edge of justified lines', () => {
  const justified = (short: number) => [
    word('They speak of prices and of', 50, 700, 340),
    word('schools, and wait for the cara', 50, 686, 340 - short),
    word('van that left in the spring,', 50, 672, 341.8), // the comma hangs over the edge
    word('and for the one before it', 50, 658, 340),
    word('in vain.', 50, 644, 100),
  ]
  for (const short of [1.5, 3.3]) assert.equal(texts(justified(short))[1], 'schools, and wait for the cara-')
  for (const short of [0, 9]) assert.equal(texts(justified(short))[1], 'schools, and wait for the cara')
  // Lines that end anywhere end without a hyphen.
  assert.deepEqual(
    texts([word('one road', 50, 700, 210), word('and another', 50, 686, 207), word('and no more', 50, 672, 190)]),
    ['one road', 'and another', 'and no more'],
  )
})

test('cells stand at one place though little white is left before some of them', () => {
  assert.deepEqual(
    texts([
      word('Format', 50, 700, 81),
      word('4K', 95, 700, 107),
      word('HD', 50, 686, 64),
      word('5.1', 95, 686, 110),
      word('Versions', 50, 672, 87),
      word('ENG', 95, 672, 115),
    ]),
    ['Format\t4K', 'HD\t5.1', 'Versions\tENG'],
  )
})

test('letters set wide are drawn together, words stay apart', () => {
  const row = ['A', 'F I L M', 'B Y', 'Z O Ë']
  let x = 50
  const words = row.map((text) => {
    const made = word(text, x, 700, x + text.length * 5)
    x += text.length * 5 + 10
    return made
  })
  assert.deepEqual(texts(words), ['A FILM BY ZOË'])
  assert.deepEqual(texts([word('Vitamin', 50, 700, 85), word('C', 88, 700, 95), word('D', 98, 700, 105)]), ['Vitamin C D'])
})

test('a first line set in begins a paragraph', () => {
  const lines = ['The road is long and', 'nobody waits.', 'Its drivers know it', 'and go on.'].map((text, index) =>
    word(text, index === 2 ? 65 : 50, 700 - index * 12, 200),
  )
  assert.deepEqual(texts(lines), ['The road is long and', 'nobody waits.', '\nIts drivers know it', 'and go on.'])
})

test('bold that is printed twice is read once; raised signs stay on their line', () => {
  assert.deepEqual(texts([word('Salt', 50, 700, 70), word('Salt', 50.3, 700, 70.3), word('th', 71, 703.5, 77, 6)]), ['Saltth'])
})

test('a hundred thousand words at one place come out', () => {
  const words = Array.from({ length: 100_000 }, (_, index) => word('x', index % 600, (index * 7) % 840, (index % 600) + 3))
  assert.ok(pageLines(words).length > 0)
})
