import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import { sql } from 'kysely'
import { typesetFrench } from '@vitrine/messages/typeset'
import { SYSTEM, VISITOR } from '../../actors.ts'
import type { Actor } from '../../contract.ts'
import { isHouseError } from '../../errors.ts'
import { openFiles } from '../../files/open-files.ts'
import { createHouse } from '../../house.ts'
import { dayIn, isTimeZone } from '../../settings/time-zone.ts'
import { eachHouse } from '../../testing/house-for-tests.ts'

const stopToken = (text: string): string | undefined => /letters\/stop\/([\w-]+)/.exec(text)?.[1]
const DAY = 86_400_000
const HOUR = 3_600_000

test('a day is that of the place, also when its summer begins', () => {
  assert.deepEqual(dayIn('Europe/Paris', new Date('2026-11-27T23:30:00Z')), { day: '2026-11-28', hour: 0 })
  assert.deepEqual(dayIn('Europe/Paris', new Date('2027-03-28T00:59:00Z')), { day: '2027-03-28', hour: 1 })
  assert.deepEqual(dayIn('Europe/Paris', new Date('2027-03-28T01:00:00Z')), { day: '2027-03-28', hour: 3 })
  assert.deepEqual(dayIn('Pacific/Auckland', new Date('2026-12-31T11:00:00Z')), { day: '2027-01-01', hour: 0 })
  assert.deepEqual(dayIn('America/Los_Angeles', new Date('2027-01-01T07:59:00Z')), { day: '2026-12-31', hour: 23 })
  for (const text of ['', 'Paris', '+02:00', 'Europe/Atlantis', 'x'.repeat(70)]) assert.equal(isTimeZone(text), false, text)
  for (const text of ['UTC', 'Europe/Paris', 'America/Argentina/Buenos_Aires']) assert.equal(isTimeZone(text), true, text)
})

eachHouse('the letter of what is to be done', (open) => {
  // the house's clock begins on 22 November 2026 at nine
  test('goes to whoever has something due or late, once a day, from one server only', async () => {
    const { house, member, later } = await open()
    const ana = await member('sales', 'Ana')
    const rights = await member('rights')
    assert.equal(await house.writeTaskLetters(SYSTEM), 0)
    const { id: companyId } = await house.addCompany(ana, { company: { name: 'Kanal Nord' } })
    await house.addTask(rights, { subject: { kind: 'company', id: companyId }, text: 'Send the\ntrailer', due: '2026-11-22', ownerId: ana.userId }) // prettier-ignore
    await house.addTask(ana, { text: 'Call back', due: '2026-11-12' })
    await house.addTask(ana, { text: 'Tomorrow', due: '2026-11-23' })
    await house.addTask(ana, { text: 'Some day' })
    await house.addTask(ana, { text: 'For whoever comes', due: '2026-11-20', ownerId: null })
    const rounds = await Promise.all([1, 2, 3].map(() => house.writeTaskLetters(SYSTEM)))
    assert.deepEqual(
      rounds.toSorted((a, b) => a - b),
      [0, 0, 1],
    )
    const [letter, ...others] = await house.takeLetters(SYSTEM)
    assert.deepEqual(others, [])
    const { email } = (await house.listUsers(SYSTEM)).find(({ id }) => id === ana.userId)!
    assert.equal(letter!.to, email)
    assert.equal(letter!.subject, 'Vitrine: 2 tasks to be done')
    for (const said of ['Dear Ana,', 'Due today:\n\n- Send the trailer (Kanal Nord)\n', 'Late:\n\n- Call back, due on 12 November 2026', 'One more is due and is nobody’s yet.', '/en/desk/contacts/day']) assert.ok(letter!.text.includes(said), `${said} in ${letter!.text}`) // prettier-ignore
    assert.ok(!letter!.text.includes('Tomorrow') && !letter!.text.includes('Some day'))
    assert.ok(stopToken(letter!.text) !== undefined)

    later(DAY)
    await house.changeSettings(SYSTEM, { settings: { defaultLocale: 'fr' } })
    assert.equal(await house.writeTaskLetters(SYSTEM), 1)
    // the first was never noted as sent: its lease is over
    const french = (await house.takeLetters(SYSTEM)).find(({ id }) => id !== letter!.id)
    assert.ok(french!.text.includes(typesetFrench('Pour aujourd’hui :\n\n- Tomorrow')), french!.text)
    assert.ok(french!.text.includes('prévu le 12 novembre 2026'), french!.text)
    for (const { id, revision } of (await house.listTasks(ana, { through: null })).tasks)
      await house.changeTask(ana, { id, revision, done: true })
    later(DAY)
    assert.equal(await house.writeTaskLetters(SYSTEM), 0)
    assert.equal((await house.verifyAudit(SYSTEM)).whole, true)
  })

  test('what is given to somebody later that day is told that day, if they had no letter yet', async () => {
    const { house, member } = await open()
    const [ana, bo] = [await member('sales', 'Ana'), await member('rights', 'Bo')]
    await house.addTask(ana, { text: 'One', due: '2026-11-22' })
    assert.equal(await house.writeTaskLetters(SYSTEM), 1)
    await house.addTask(ana, { text: 'Two', due: '2026-11-22' })
    await house.addTask(ana, { text: 'Three', due: '2026-11-22', ownerId: bo.userId })
    assert.equal(await house.writeTaskLetters(SYSTEM), 1)
    const said = (await house.takeLetters(SYSTEM)).map(({ text }) => /- (\w+)/.exec(text)?.[1])
    assert.deepEqual(new Set(said), new Set(['One', 'Three']))
  })

  test('a day on which nothing is left to be done by the time of the letter is not taken: what comes later is told', async () => {
    const opened = await open()
    const { database, member } = opened
    const staff = [await member('sales', 'Ana'), await member('rights', 'Bo')]
    const [first, second] = staff.toSorted((a, b) => (a.userId! < b.userId! ? -1 : 1)) as [Actor, Actor]
    let atFirstLetter: (() => unknown) | null = null
    let looks = 0
    const house = createHouse({
      database,
      files: await openFiles(opened.folder),
      houseId: opened.house.id,
      // the first look is for the day, the second for the letter of the first member: the second member's work is done at that moment
      clock: () => {
        looks += 1
        if (looks === 2) void atFirstLetter?.()
        return new Date(Date.UTC(2026, 10, 22, 10))
      },
    })
    await house.addTask(first, { text: 'One', due: '2026-11-22' })
    const { id, revision } = await house.addTask(second, { text: 'Two', due: '2026-11-22' })
    let done: Promise<unknown> = Promise.resolve()
    atFirstLetter = () => (done = house.changeTask(second, { id, revision, done: true }))
    looks = 0
    assert.equal(await house.writeTaskLetters(SYSTEM), 1)
    await done
    await house.addTask(second, { text: 'Three', due: '2026-11-22' })
    assert.equal(await house.writeTaskLetters(SYSTEM), 1)
  })

  test('is nobody’s who wants none, who ended such letters, or whose address takes no mail: not a row is written', async () => {
    const { house, member, later, database } = await open()
    const ana = await member('sales', 'Ana')
    await house.addTask(ana, { text: 'Call', due: '2026-11-22' })
    assert.deepEqual((await house.listTasks(ana, {})).letters, { choice: 'daily', stopped: null })
    assert.deepEqual(await house.chooseTaskLetters(ana, { letters: 'off' }), { letters: 'off' })
    assert.deepEqual((await house.listTasks(ana, {})).letters, { choice: 'off', stopped: null })
    assert.equal((await house.listTasks(SYSTEM, {})).letters, null)
    assert.equal(await house.writeTaskLetters(SYSTEM), 0)
    await house.chooseTaskLetters(ana, { letters: 'daily' })
    assert.equal(await house.writeTaskLetters(SYSTEM), 1)
    const [letter] = await house.takeLetters(SYSTEM)
    await house.stopLetters(VISITOR, { token: stopToken(letter!.text)! })
    assert.equal((await house.listTasks(ana, {})).letters?.stopped, 'unsubscribed')
    later(DAY)
    const before = (await house.listLetters(SYSTEM, {})).items.length
    assert.equal(await house.writeTaskLetters(SYSTEM), 0)
    assert.equal((await house.listLetters(SYSTEM, {})).items.length, before, 'nothing stands in the outbox that is never sent')
    const bo = await member('rights', 'Bo')
    await house.addTask(bo, { text: 'Call', due: '2026-11-22' })
    const { email } = (await house.listUsers(SYSTEM)).find(({ id }) => id === bo.userId)!
    await sql`insert into mail_address (house_id, email, state, token, since) values (${house.id}, ${email}, 'bounced', 'a-token-of-bo', now())`.execute(database.db) // prettier-ignore
    assert.equal(await house.writeTaskLetters(SYSTEM), 0)
    await sql`update mail_address set state = 'ok' where email = ${email}`.execute(database.db)
    assert.equal(await house.writeTaskLetters(SYSTEM), 1, 'the day was not taken meanwhile')
    const editor = await member('editor')
    await assert.rejects(house.chooseTaskLetters(editor, { letters: 'off' }), (thrown) => isHouseError(thrown) && thrown.code === 'not-allowed') // prettier-ignore
  })

  test('is written in the language of whoever reads it; without one in that of the house', async () => {
    const { house, member } = await open()
    const [ana, bo] = [await member('sales', 'Ana'), await member('rights', 'Bo')]
    for (const one of [ana, bo]) await house.addTask(one, { text: 'Call', due: '2026-11-22' })
    assert.equal((await house.chooseMyLanguage(ana, { locale: 'fr' })).locale, 'fr')
    assert.equal(await house.writeTaskLetters(SYSTEM), 2)
    const letters = await house.takeLetters(SYSTEM)
    const to = (name: string) => letters.find(({ text }) => text.includes(name))!
    assert.match(to('Bonjour Ana').text, /Pour aujourd’hui\s:[\s\S]*\/fr\/desk\/contacts\/day[\s\S]*\/fr\/letters\/stop\//)
    assert.match(to('Dear Bo').text, /Due today:[\s\S]*\/en\/desk\/contacts\/day/)
    assert.equal((await house.chooseMyLanguage(ana, { locale: null })).locale, null)
    await assert.rejects(house.chooseMyLanguage(ana, { locale: 'de' as never }), (thrown) => isHouseError(thrown) && thrown.code === 'invalid-input') // prettier-ignore
    await assert.rejects(house.chooseMyLanguage(VISITOR, { locale: 'fr' }), (thrown) => isHouseError(thrown) && thrown.code === 'sign-in-needed') // prettier-ignore
    assert.equal((await house.readAudit(SYSTEM, { verb: 'chooseMyLanguage' })).items.length, 2)
  })

  test('what is due within some days is counted from today where the house sits', async () => {
    const { house, member, later } = await open()
    const ana = await member('sales', 'Ana')
    await house.changeSettings(SYSTEM, { settings: { timeZone: 'Pacific/Auckland' } })
    later(3 * HOUR) // the 22nd in UTC, the 23rd there
    for (const due of ['2026-11-29', '2026-11-30', '2026-12-01']) await house.addTask(ana, { text: due, due })
    const within = async (days: number) => (await house.listTasks(ana, { within: days })).tasks.map(({ text }) => text)
    assert.deepEqual(await within(7), ['2026-11-29', '2026-11-30'])
    assert.deepEqual(await within(0), [])
    for (const days of [-1, 1.5, 100_000]) await assert.rejects(within(days), (thrown) => isHouseError(thrown) && thrown.code === 'invalid-input') // prettier-ignore
  })

  test('its day begins at six where the house sits, and a clock that is put back writes nothing twice', async () => {
    const { house, member, later } = await open()
    const ana = await member('sales', 'Ana')
    await house.changeSettings(SYSTEM, { settings: { timeZone: 'Pacific/Auckland' } })
    // nine in the morning of the 22nd in UTC is ten in the evening there
    later(3 * HOUR)
    assert.equal((await house.listTasks(ana, {})).today, '2026-11-23')
    await house.addTask(ana, { text: 'Call', due: '2026-11-23' })
    assert.equal(await house.writeTaskLetters(SYSTEM), 0, 'it is one in the night')
    later(5 * HOUR)
    assert.equal(await house.writeTaskLetters(SYSTEM), 1)
    later(-DAY)
    assert.equal(await house.writeTaskLetters(SYSTEM), 0)
    later(DAY + HOUR)
    assert.equal(await house.writeTaskLetters(SYSTEM), 0)
    await assert.rejects(house.changeSettings(SYSTEM, { settings: { timeZone: 'Europe/Atlantis' } }), (thrown) => isHouseError(thrown) && thrown.code === 'invalid-input') // prettier-ignore
  })
})
