import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SYSTEM, VISITOR } from '../../actors.ts'
import { isHouseError } from '../../errors.ts'
import { aSheet, eachHouse } from '../../testing/house-for-tests.ts'

const code = (expected: string) => (thrown: unknown) => isHouseError(thrown) && thrown.code === expected

eachHouse('a collection that is taken away', (open) => {
  test('is gone with its page; saved again from the answer it is as it was, in its place, with its films', async () => {
    const { house, member } = await open()
    const editor = await member('editor')
    for (const slug of ['rivers', 'nights', 'cities'])
      await house.saveCollection(editor, {
        collection: { slug, name: { en: slug, fr: `${slug} (fr)` }, intro: { en: `About ${slug}.` }, pictureId: null },
      })
    const film = await house.createTitle(editor, { sheet: aSheet('The Salt Road', { collections: ['nights'] }) })
    await house.publishTitle(editor, { id: film.id, baseRevision: 1 })
    const slugs = async () => (await house.listCollections(VISITOR, { locale: 'en' })).map((one) => one.slug)
    const shown = async () => (await house.viewTitle(VISITOR, { id: film.id, locale: 'en' })).collections.map((one) => one.slug)

    const gone = await house.deleteCollection(editor, { slug: 'nights' })
    assert.deepEqual(await slugs(), ['rivers', 'cities'])
    assert.deepEqual(await shown(), [])
    await assert.rejects(house.viewCollection(VISITOR, { slug: 'nights', locale: 'en' }), code('not-found'))
    await assert.rejects(house.deleteCollection(editor, { slug: 'nights' }), code('not-found'))

    await house.saveCollection(editor, { collection: gone })
    assert.deepEqual(await slugs(), ['rivers', 'nights', 'cities'])
    assert.deepEqual(await shown(), ['nights'])
    const back = await house.viewCollection(VISITOR, { slug: 'nights', locale: 'en' })
    assert.deepEqual([back.intro, back.cards.map((card) => card.title)], [{ en: 'About nights.' }, ['The Salt Road']])
    const [line] = (await house.readAudit(SYSTEM, { verb: 'deleteCollection' })).items
    assert.deepEqual([line?.actor, line?.subject, line?.subjectId], [editor.name, 'Collection', 'nights'])
  })

  test('is taken away by editors and owners alone', async () => {
    const { house, member } = await open()
    await house.saveCollection(SYSTEM, { collection: { slug: 'rivers', name: { en: 'Rivers' }, intro: {}, pictureId: null } })
    for (const role of ['rights', 'sales', 'buyer', 'producer'] as const)
      await assert.rejects(house.deleteCollection(await member(role), { slug: 'rivers' }), code('not-allowed'))
    await assert.rejects(house.deleteCollection(VISITOR, { slug: 'rivers' }), code('sign-in-needed'))
    await house.deleteCollection(await member('owner'), { slug: 'rivers' })
  })
})
