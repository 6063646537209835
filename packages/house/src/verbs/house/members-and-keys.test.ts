import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { SYSTEM, VISITOR } from '../../actors.ts'
import { isHouseError } from '../../errors.ts'
import { aSheet, eachHouse } from '../../testing/house-for-tests.ts'

const code = (expected: string) => (thrown: unknown) => isHouseError(thrown) && thrown.code === expected

eachHouse('members and keys', (open) => {
  test('members are let in once, changed, shut out; the last owner stays', async () => {
    const { house, member } = await open()
    const owner = await member('owner')
    const made = await house.addUser(owner, { name: 'Lea Marchetti', email: ' Lea@House.Example ', role: 'sales' })
    assert.equal(made.email, 'lea@house.example')
    await assert.rejects(house.addUser(owner, { name: 'Lea', email: 'LEA@house.example', role: 'buyer' }), code('user-exists'))
    await assert.rejects(house.addUser(owner, { name: 'No', email: 'nowhere', role: 'buyer' }), code('invalid-input'))
    await assert.rejects(
      house.addUser(await member('editor'), { name: 'X', email: 'x@x.example', role: 'owner' }),
      code('not-allowed'),
    )

    await assert.rejects(house.changeUser(owner, { id: owner.userId!, role: 'editor' }), code('last-owner'))
    await assert.rejects(house.changeUser(owner, { id: owner.userId!, disabled: true }), code('last-owner'))
    assert.equal((await house.changeUser(owner, { id: made.id, role: 'owner' })).role, 'owner')
    assert.equal((await house.changeUser(owner, { id: owner.userId!, role: 'editor' })).role, 'editor')

    assert.equal((await house.actorForUser(made.id))?.role, 'owner')
    await assert.rejects(house.changeUser(SYSTEM, { id: made.id, disabled: true }), code('last-owner'))
    assert.equal(await house.actorForUser('nobody'), null)
    assert.deepEqual(
      (await house.listUsers(SYSTEM)).map((user) => user.name),
      ['Lea Marchetti', 'the editor', 'the owner'],
    )
  })

  test('whoever is let in by somebody is written to, with the way in; the house itself hands out links of its own', async () => {
    const { house, member } = await open()
    const owner = await member('owner')
    const letters = async () => (await house.listLetters(owner, {})).items.filter(({ kind }) => kind === 'welcome')
    await house.addUser(SYSTEM, { name: 'Ida', email: 'ida@house.example', role: 'editor' })
    assert.deepEqual(await letters(), [])
    await house.changeSettings(owner, { settings: { defaultLocale: 'fr' } })
    await house.addUser(owner, { name: 'Odile Marchetti', email: 'odile@film.example', role: 'producer' })
    const [letter] = await letters()
    assert.equal(letter?.to, 'odile@film.example')
    const [owed] = await house.takeLetters(SYSTEM)
    assert.match(owed!.text, /Bonjour Odile Marchetti[^]*\/fr\/sign-in\?next=%2Ffr%2Froom%2Ffilms[^]*odile@film\.example/)
    await assert.rejects(house.addUser(owner, { name: 'Odile', email: 'odile@film.example', role: 'buyer' }), code('user-exists'))
    assert.equal((await letters()).length, 1, 'who is refused is not written to')
  })

  test('whoever is shut out before their letter has left is not told how to sign in', async () => {
    const { house, member } = await open()
    const owner = await member('owner')
    const { id } = await house.addUser(owner, { name: 'Mistaken', email: 'mistaken@house.example', role: 'sales' })
    await house.changeUser(owner, { id, name: 'Still mistaken' })
    assert.deepEqual((await house.listLetters(owner, {})).items.map(({ state }) => state), ['waiting']) // prettier-ignore
    await house.changeUser(owner, { id, disabled: true })
    assert.deepEqual((await house.listLetters(owner, {})).items.map(({ state, lastStatus }) => [state, lastStatus]), [['given-up', 'recalled']]) // prettier-ignore
    assert.deepEqual(await house.takeLetters(SYSTEM), [])
  })

  test('one who signs in at two houses keeps one sign-in', async () => {
    const [one, two] = [await open(), await open()]
    const here = await one.house.addUser(SYSTEM, { name: 'Ida', email: 'ida@both.example', role: 'buyer' })
    const there = await two.house.addUser(SYSTEM, { name: 'Ida', email: 'ida@both.example', role: 'editor' })
    assert.equal(here.id, there.id)
    assert.deepEqual(
      [(await one.house.actorForUser(here.id))?.role, (await two.house.actorForUser(here.id))?.role],
      ['buyer', 'editor'],
    )
  })

  test('a key acts for its owner within its scopes, until it is revoked or its owner shut out', async () => {
    const { house, member, database } = await open()
    const [editor, sales, owner] = [await member('editor'), await member('sales'), await member('owner')]
    const { key, secret } = await house.issueKey(editor, { name: 'feed', scopes: ['titles:read'] })
    assert.match(secret, /^vit_[\w-]{44}$/)
    const { rows } = await sql<{ row: string }>`select k::text as row from api_key k where house_id = ${house.id}`.execute(
      database.db,
    )
    assert.ok(rows.every(({ row }) => !row.includes(secret.slice(12))))

    const program = await house.actorForKey(secret)
    assert.deepEqual([program?.kind, program?.role, program?.scopes], ['key', 'editor', ['titles:read']])
    await assert.rejects(
      house.createTitle(program!, { sheet: aSheet('By Program') }),
      (thrown) => isHouseError(thrown) && thrown.details['scope'] === 'titles:write',
    )
    await assert.rejects(house.issueKey(program!, { name: 'more', scopes: ['titles:write'] }), code('not-allowed'))
    assert.equal((await house.listTitles(program!, { locale: 'en' })).total, 0)
    for (const wrong of ['', 'vit_', `${secret}x`, secret.slice(0, -1), 'vit_' + 'a'.repeat(44)])
      assert.equal(await house.actorForKey(wrong), null)

    assert.deepEqual(await house.listKeys(sales), [])
    assert.equal((await house.listKeys(owner)).length, 1)
    await assert.rejects(house.revokeKey(sales, { id: key.id }), code('not-found'))
    await assert.rejects(house.revokeKey(VISITOR, { id: key.id }), code('sign-in-needed'))

    await house.changeUser(owner, { id: editor.userId!, disabled: true })
    assert.equal(await house.actorForKey(secret), null)
    await house.changeUser(owner, { id: editor.userId!, disabled: false })
    assert.ok(await house.actorForKey(secret))
    await house.revokeKey(owner, { id: key.id })
    assert.equal(await house.actorForKey(secret), null)
  })

  test('settings keep what was not named, and refuse what is none', async () => {
    const { house, member } = await open()
    const owner = await member('owner')
    await house.changeSettings(owner, { settings: { name: 'Maison des Lanternes', accent: '#AA3300' } })
    const after = await house.changeSettings(owner, { settings: { strapline: { fr: 'Des films' } } })
    assert.deepEqual([after.name, after.accent, after.strapline], ['Maison des Lanternes', '#aa3300', { fr: 'Des films' }])
    for (const settings of [{ accent: 'red' }, { typeface: 'comic' }, { unknown: 1 }, { logoId: 'nobodys' }, { name: ' ' }])
      await assert.rejects(house.changeSettings(owner, { settings: settings as never }), code('invalid-input'))
    await assert.rejects(house.changeSettings(await member('editor'), { settings: { name: 'Mine' } }), code('not-allowed'))
  })
})
