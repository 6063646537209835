import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import { SYSTEM } from '../../actors.ts'
import { aSheet, eachHouse } from '../../testing/house-for-tests.ts'
import { dueDay } from './write-rights-digest.ts'

test('a week begins on the chosen day', () => {
  // 22 November 2026 is a Sunday
  for (const [weekday, day] of [[7, '2026-11-22'], [1, '2026-11-16'], [6, '2026-11-21']] as const) assert.equal(dueDay(new Date('2026-11-22T09:00:00Z'), weekday), day) // prettier-ignore
})

eachHouse('the digest of the rights book', (open) => {
  test('is off until a day is set, goes to owners and rights once a week, from one server only', async () => {
    const { house, member } = await open()
    const owner = await member('owner')
    const rights = await member('rights')
    await member('sales')
    const title = await house.createTitle(SYSTEM, { sheet: aSheet('Salt') })
    await house.enterEntry(rights, { titleId: title.id, entry: { kind: 'grant', exclusive: true, territory: 'World', media: 'all', from: '2020-01-01', to: '2026-12-31', party: 'Salt Films' }, locale: 'en' }) // prettier-ignore
    assert.equal(await house.writeRightsDigest(SYSTEM), 0)
    await house.changeSettings(SYSTEM, { settings: { digestDay: 1, defaultLocale: 'fr' } })
    const rounds = await Promise.all([1, 2, 3].map(() => house.writeRightsDigest(SYSTEM)))
    assert.equal(rounds.filter((written) => written === 2).length, 1)
    assert.equal(rounds.filter((written) => written === 0).length, 2)
    const letters = await house.takeLetters(SYSTEM)
    const emails = (await house.listUsers(SYSTEM))
      .filter(({ id }) => id === owner.userId || id === rights.userId)
      .map(({ email }) => email)
    assert.deepEqual(letters.map(({ to }) => to).toSorted(), emails.toSorted())
    assert.ok(letters[0]!.text.includes('31 décembre 2026  Nos droits prennent fin\u00a0: Salt (Salt Films)'), letters[0]!.text)
    assert.equal(await house.writeRightsDigest(SYSTEM), 0)
    assert.deepEqual(await house.takeLetters(SYSTEM), [], 'they are in hand')
    await house.changeSettings(SYSTEM, { settings: { digestDay: null } })
    assert.equal(await house.writeRightsDigest(SYSTEM), 0)
  })

  test('each reads it in their own language, and who chose none in that of the house', async () => {
    const { house, member } = await open()
    const owner = await member('owner')
    const rights = await member('rights')
    const title = await house.createTitle(SYSTEM, { sheet: aSheet('Salt') })
    await house.enterEntry(rights, { titleId: title.id, entry: { kind: 'grant', exclusive: true, territory: 'World', media: 'all', from: '2020-01-01', to: '2026-12-31', party: 'Salt Films' }, locale: 'en' }) // prettier-ignore
    await house.changeSettings(SYSTEM, { settings: { digestDay: 1, defaultLocale: 'en' } })
    await house.chooseMyLanguage(rights, { locale: 'fr' })
    assert.equal(await house.writeRightsDigest(SYSTEM), 2)
    const users = await house.listUsers(SYSTEM)
    const letters = new Map((await house.takeLetters(SYSTEM)).map((letter) => [letter.to, letter]))
    const of = ({ userId }: { userId: string | null }) => letters.get(users.find(({ id }) => id === userId)!.email)!
    assert.match(of(owner).text, /31 December 2026 {2}Our rights end: Salt[^]*\/en\/desk\/rights\/watch/)
    assert.match(of(rights).text, /31 décembre 2026 {2}Nos droits prennent fin\u00a0: Salt[^]*\/fr\/desk\/rights\/watch/)
  })

  test('a week in which nothing is coming has no letter', async () => {
    const { house, member } = await open()
    await member('owner')
    await house.changeSettings(SYSTEM, { settings: { digestDay: 7 } })
    assert.equal(await house.writeRightsDigest(SYSTEM), 0)
  })
})
