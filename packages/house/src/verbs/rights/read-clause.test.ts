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
  test('a holdback in perpetuity is not filled in as one that ends with the licence without a word', async () => {
    const { house } = await open()
    const text = 'Exclusive free TV, France, 2 years from 1 June 2027. SVOD holdback in perpetuity.'
    for (const [locale, words] of [
      ['en', /holdback of its own/],
      ['fr', /réserve à part entière/],
    ] as const) {
      const { notes } = await house.readClause(SYSTEM, { text, locale })
      const note = notes.find(({ code }) => code === 'holdback-perpetual')!
      assert.match(note.text, words)
      assert.equal(text.slice(note.start, note.end), 'in perpetuity')
    }
  })

  test('a clause that only holds back is a holdback of its own, also in perpetuity', async () => {
    const { house } = await open()
    const read = async (text: string) => {
      const { entry, notes } = await house.readClause(SYSTEM, { text, locale: 'en' })
      assert.ok(!notes.some(({ code }) => code === 'holdback-perpetual'), text)
      assert.deepEqual([entry['kind'], entry['holdbacks']], ['holdback', []], text)
      return entry
    }
    const one = await read('Licensor shall not license any AVOD rights in France in perpetuity.')
    assert.deepEqual([one['territory'], one['media'], one['to'], 'boxes' in one], ['France', 'AVOD', null, false])
    const waiting = await house.readClause(SYSTEM, { text: 'Licensor shall not license any AVOD rights in France for 12 months from first broadcast.', locale: 'en' }) // prettier-ignore
    assert.equal(waiting.entry['media'], '', 'nobody knows its end: it is not made one in perpetuity')
    const two = await read('Holdbacks: SVOD until 1 January 2029; free TV until 1 January 2028')
    const boxes = two['boxes'] as { media: string; to: string }[]
    assert.deepEqual(boxes.map(({ to }) => to), ['2029-01-01', '2028-01-01']) // prettier-ignore
  })

  test('a company of the house that the clause names is the party, and no longer a word that was not read', async () => {
    const { house } = await open()
    for (const name of ['Kanal Ost', 'Ost'])
      await house.addCompany(SYSTEM, { company: { name } })
    const read = async (text: string) => house.readClause(SYSTEM, { text, locale: 'en' })
    const clause = await read('The Distributor grants to KANAL OST exclusive free TV rights in Germany, from 1 March 2027 to 28 February 2029.')
    assert.deepEqual([clause.entry['kind'], clause.entry['party'], clause.unread], ['licence', 'Kanal Ost', []])
    assert.deepEqual(clause.parts.filter(({ field }) => field === 'party').map(({ text }) => text), ['KANAL OST'])
    const other = await read('The Distributor grants to Kanal Oster exclusive free TV rights in Germany, from 1 March 2027 to 28 February 2029.')
    assert.equal(other.entry['party'], undefined, 'a longer name is another')
    assert.match(other.unread.map(({ text }) => text).join(), /Kanal Oster/)
  }) // prettier-ignore

  test('a holdback of so many months after the licence lasts through them', async () => {
    const { house } = await open()
    const lastDay = async (words: string) =>
      ((await house.readClause(SYSTEM, { text: `Pay TV, Italy, 2 years from 1 June 2027; ${words}`, locale: 'en' })).entry['holdbacks'] as { to: string | null }[])[0]?.to // prettier-ignore
    assert.equal(await lastDay('SVOD holdback of 12 months after the end of the licence'), '2030-05-31')
    assert.equal(await lastDay('SVOD holdback of 12 months'), '2028-05-31')
    assert.equal(await lastDay('SVOD holdback of 90 days'), '2027-08-29')
    assert.equal(await lastDay('SVOD holdback'), '2029-05-31')
  })

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
