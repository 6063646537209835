import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import { sql } from 'kysely'
import { SYSTEM } from '../../actors.ts'
import { aSheet, eachHouse, type TestHouse } from '../../testing/house-for-tests.ts'
import { PAUSES } from './note-letter.ts'

const QUESTION = { territory: 'France', media: 'svod', from: '2027-01-01', to: '2027-12-31', exclusive: true }

async function sentList({ house, member }: TestHouse, toEmail: string | null) {
  const title = await house.createTitle(SYSTEM, { sheet: aSheet('Salt') })
  const sales = await member('sales')
  const list = await house.sendAvailabilities(sales, { question: QUESTION, titleIds: [title.id], toName: 'Ada', toEmail, message: 'As we said.', locale: 'fr' }) // prettier-ignore
  const fate = async () => (await house.compareSentList(sales, { id: list.id, locale: 'en' })).letter
  return { list, fate }
}

eachHouse('letters that the house owes', (open) => {
  test('a list and its letter stand together; the letter is one server’s at a time, and its words go when it is sent', async () => {
    const rooms = await open()
    const { list, fate } = await sentList(rooms, 'ada@buyers.example')
    assert.equal((await fate())?.state, 'waiting')
    const rounds = await Promise.all([1, 2, 3].map(() => rooms.house.takeLetters(SYSTEM)))
    assert.equal(rounds.flat().length, 1)
    const [letter] = rounds.flat()
    assert.equal(letter!.to, 'ada@buyers.example')
    assert.ok(
      letter!.text.includes(`https://films.example/fr/availabilities/${list.token}`) && letter!.text.includes('As we said.'),
    )
    await rooms.house.noteLetter(SYSTEM, { id: letter!.id, attempts: letter!.attempts, outcome: 'sent', status: 'sent' })
    assert.equal((await fate())?.state, 'sent')
    assert.notEqual((await fate())?.doneAt, null)
    assert.deepEqual(await rooms.house.takeLetters(SYSTEM), [])
  })

  test('a list for nobody’s address has no letter', async () => {
    const rooms = await open()
    const { fate } = await sentList(rooms, null)
    assert.equal(await fate(), null)
    assert.deepEqual(await rooms.house.takeLetters(SYSTEM), [])
  })

  test('a list that is recalled takes its waiting letter along; the words of what is given up are not kept', async () => {
    const rooms = await open()
    const { list, fate } = await sentList(rooms, 'ada@buyers.example')
    await rooms.house.recallSentList(await rooms.member('sales'), { id: list.id })
    assert.deepEqual(await rooms.house.takeLetters(SYSTEM), [])
    assert.deepEqual([(await fate())?.state, (await fate())?.lastStatus], ['given-up', 'recalled'])
    const { rows } = await sql<{ body: string | null }>`select body from letter where house_id = ${rooms.house.id}`.execute(rooms.database.db) // prettier-ignore
    assert.deepEqual(rows, [{ body: null }])
  })

  test('what fails waits a little longer each time and is given up in the end; what is refused is given up at once', async () => {
    const rooms = await open()
    const { fate } = await sentList(rooms, 'ada@buyers.example')
    const { id } = (await rooms.house.takeLetters(SYSTEM))[0]!
    const fail = (attempts: number, outcome: 'failed' | 'refused') =>
      rooms.house.noteLetter(SYSTEM, { id, attempts, outcome, status: 'ECONNREFUSED' })
    let before = 0
    for (const [at, seconds] of PAUSES.entries()) {
      await fail(at + 1, 'failed')
      const { state, dueAt, lastStatus } = (await fate())!
      assert.deepEqual([state, lastStatus], ['waiting', 'ECONNREFUSED'])
      const due = Date.parse(dueAt)
      assert.ok(due > before && seconds > 0, dueAt)
      before = due
      assert.deepEqual(await rooms.house.takeLetters(SYSTEM), [], 'not before it is due')
    }
    await fail(PAUSES.length + 1, 'failed')
    assert.equal((await fate())?.state, 'given-up')

    const other = await open()
    const second = await sentList(other, 'nobody@buyers.example')
    const [letter] = await other.house.takeLetters(SYSTEM)
    await other.house.noteLetter(SYSTEM, { id: letter!.id, attempts: 1, outcome: 'refused', status: '550' })
    assert.equal((await second.fate())?.state, 'given-up')
  })
})
