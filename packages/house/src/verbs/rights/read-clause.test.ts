import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import { NOTE_CODES } from '@vitrine/rights/sentence/note'
import { RIGHTS_NOTE_CODES } from '@vitrine/messages/rights-notes'
import { SYSTEM } from '../../actors.ts'
import { eachHouse } from '../../testing/house-for-tests.ts'

test('every note of the readers has its words', () => {
  assert.deepEqual([...NOTE_CODES].filter((code) => !RIGHTS_NOTE_CODES.includes(code)), []) // prettier-ignore
})

eachHouse('a clause that is read', (open) => {
  test('what cannot be read is said once, with what to write instead and what was done', async () => {
    const { house } = await open()
    const notesOf = async (text: string, locale: 'en' | 'fr') =>
      (await house.readClause(SYSTEM, { text, locale })).notes.filter(({ code }) => code === 'left-out' || code === 'ambiguous').map((note) => note.text) // prettier-ignore
    assert.deepEqual(await notesOf('exclusive free TV, DACH & South Tyrol, 36 months from 1 March 2027', 'en'), [
      '“South Tyrol” is not sold apart here. Write Italy, or leave it out: the German-language rights of South Tyrol go into the words of the contract. It was left out.',
    ])
    for (const locale of ['en', 'fr'] as const)
      for (const text of ['free TV, DACH & South Tyrol, 2027', 'SVOD, rest of world, 2027', 'SVOD, Georgia, 2027']) {
        const sentences = (await notesOf(text, locale)).flatMap((note) => note.split(/(?<=[.?])\s/))
        const same = sentences.filter((one, at) => sentences.findIndex((other) => other.slice(0, 30) === one.slice(0, 30)) < at)
        assert.deepEqual(same, [], `${locale} ${text}: ${sentences.join(' ')}`)
      }
  })
})
