import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import { SYSTEM, VISITOR } from '../../actors.ts'
import { isHouseError } from '../../errors.ts'
import { aSheet, eachHouse, type TestHouse } from '../../testing/house-for-tests.ts'

const QUESTION = { territory: 'France', media: 'svod', from: '2027-01-01', to: '2027-12-31', exclusive: true }
const code = (wanted: string) => (thrown: unknown) => isHouseError(thrown) && thrown.code === wanted

async function sending({ house, member }: TestHouse) {
  const title = await house.createTitle(SYSTEM, { sheet: aSheet('Salt') })
  const sales = await member('sales')
  const send = async (toEmail = 'ada@buyers.example') => {
    await house.sendAvailabilities(sales, { question: QUESTION, titleIds: [title.id], toName: 'Ada', toEmail, message: null, locale: 'en' }) // prettier-ignore
    return (await house.listLetters(sales, { limit: 1 })).items[0]!
  }
  return { sales, send }
}

eachHouse('the outbox', (open) => {
  test('lists letters page by page, with how many wait and were given up', async () => {
    const rooms = await open()
    const { sales, send } = await sending(rooms)
    const ids = [(await send()).id, (await send('bo@buyers.example')).id, (await send('cleo@buyers.example')).id]
    const first = await rooms.house.listLetters(sales, { limit: 2 })
    const second = await rooms.house.listLetters(sales, { limit: 2, cursor: first.nextCursor })
    assert.deepEqual([...first.items, ...second.items].map(({ id }) => id), ids.toReversed()) // prettier-ignore
    assert.deepEqual([first.counts, second.nextCursor], [{ waiting: 3, givenUp: 0 }, null])
    await assert.rejects(rooms.house.listLetters(sales, { cursor: 'x' }), code('invalid-input'))
    await assert.rejects(rooms.house.listLetters(await rooms.member('buyer'), {}), code('not-allowed'))
  })

  test('a letter is given up by hand and tried again; one that left is neither', async () => {
    const rooms = await open()
    const { sales, send } = await sending(rooms)
    const { id } = await send()
    assert.equal((await rooms.house.giveUpLetter(sales, { id })).state, 'given-up')
    assert.deepEqual(await rooms.house.takeLetters(SYSTEM), [])
    assert.equal((await rooms.house.retryLetter(sales, { id })).state, 'waiting')
    const [taken] = await rooms.house.takeLetters(SYSTEM)
    assert.equal(taken?.id, id)
    await rooms.house.noteLetter(SYSTEM, { id, attempts: 1, outcome: 'sent', status: 'sent' })
    await assert.rejects(rooms.house.retryLetter(sales, { id }), code('wrong-state'))
    await assert.rejects(rooms.house.giveUpLetter(sales, { id }), code('wrong-state'))
    await assert.rejects(rooms.house.giveUpLetter(sales, { id: 'none' }), code('not-found'))
  })

  test('an address that does not exist is marked: what waits for it is given up, what is written is refused, until it is cleared', async () => {
    const rooms = await open()
    const { sales, send } = await sending(rooms)
    const first = await send()
    await rooms.house.takeLetters(SYSTEM)
    const waiting = await send('ADA@buyers.example')
    await rooms.house.noteLetter(SYSTEM, { id: first.id, attempts: 1, outcome: 'refused', status: '550 5.1.1', noSuchAddress: true }) // prettier-ignore
    assert.deepEqual(await rooms.house.takeLetters(SYSTEM), [])
    const later = await send()
    const { items } = await rooms.house.listLetters(sales, { state: 'given-up' })
    assert.deepEqual(
      items.map(({ id, lastStatus, kept }) => [id, lastStatus, kept]),
      [
        [later.id, 'bounced', false],
        [waiting.id, 'bounced', false],
        [first.id, '550 5.1.1', false],
      ],
    )
    const view = await rooms.house.viewMailAddress(sales, { email: 'Ada@Buyers.example' })
    assert.deepEqual([view.state, view.why], ['bounced', '550 5.1.1'])
    await rooms.house.clearMailAddress(sales, { email: 'ada@buyers.example' })
    assert.equal((await send()).state, 'waiting')
  })

  test('whoever opens the link ends letters beyond business, and takes it back; nobody else does', async () => {
    const rooms = await open()
    const { sales, send } = await sending(rooms)
    await send()
    const [letter] = await rooms.house.takeLetters(SYSTEM)
    const token = letter!.stopUrl!.split('/').at(-1)!
    assert.ok(letter!.text.includes(`https://films.example/en/letters/stop/${token}`))
    assert.deepEqual(await rooms.house.viewStop(VISITOR, { token }), { email: 'a…@buyers.example', stopped: false, house: (await rooms.house.viewSettings(SYSTEM)).name }) // prettier-ignore
    await rooms.house.stopLetters(VISITOR, { token })
    await rooms.house.stopLetters(VISITOR, { token })
    const refused = await send()
    assert.deepEqual([refused.state, refused.lastStatus], ['given-up', 'unsubscribed'])
    await assert.rejects(rooms.house.clearMailAddress(sales, { email: 'ada@buyers.example' }), code('wrong-state'))
    await assert.rejects(rooms.house.stopLetters(VISITOR, { token: `${token}x` }), code('not-found'))
    await rooms.house.stopLetters(VISITOR, { token, again: true })
    assert.equal((await send()).state, 'waiting')
  })

  test('a clock that jumped ahead and back does not hold letters: what was put off too far is due', async () => {
    const rooms = await open()
    const { send } = await sending(rooms)
    const { id } = await send()
    rooms.later(400 * 86_400_000)
    assert.equal((await rooms.house.takeLetters(SYSTEM)).length, 1)
    await rooms.house.noteLetter(SYSTEM, { id, attempts: 1, outcome: 'failed', status: 'ECONNREFUSED' })
    rooms.later(-400 * 86_400_000)
    assert.deepEqual((await rooms.house.takeLetters(SYSTEM)).map((letter) => letter.id), [id]) // prettier-ignore
  })
})
