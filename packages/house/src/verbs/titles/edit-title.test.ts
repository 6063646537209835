import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SYSTEM, VISITOR } from '../../actors.ts'
import { mergeSheets } from '../../editing/merge.ts'
import { isHouseError } from '../../errors.ts'
import { aSheet, eachHouse } from '../../testing/house-for-tests.ts'

const code = (expected: string) => (thrown: unknown) => isHouseError(thrown) && thrown.code === expected

eachHouse('editing a title', (open) => {
  test('identifiers are kept in one form; one that is wrong stays as it came, and the desk says so', async () => {
    const { house, member } = await open()
    const editor = await member('editor')
    const identifiers = { isan: '0000 0001 8cfa 0000', eidr: '10.5240/8ff3-1c20-84f5-f247-8bcd-a', imdb: 'https://www.imdb.com/title/tt1234567/', tmdb: 'movie/603', wikidata: 'q83495', reference: ' ' } // prettier-ignore
    const made = await house.createTitle(editor, { sheet: aSheet('The Salt Road', { identifiers }) })
    const kept = {
      isan: '0000-0001-8CFA-0000',
      eidr: identifiers.eidr,
      imdb: 'tt1234567',
      tmdb: '603',
      wikidata: 'Q83495',
      reference: null,
    }
    assert.deepEqual(made.sheet.identifiers, kept)
    const again = await house.editTitle(editor, { id: made.id, baseRevision: 1, sheet: { ...made.sheet, identifiers } })
    assert.equal(again.outcome, 'unchanged', 'another spelling is no change')
    const { findings } = await house.checkSheet(editor, { sheet: made.sheet })
    assert.deepEqual(
      findings.filter(({ field }) => field?.startsWith('identifiers.')).map(({ code, suggestion }) => [code, suggestion]),
      [
        ['identifier-check', '10.5240/8FF3-1C20-84F5-F247-8BCD-E'],
        ['identifier-incomplete', '0000-0001-8CFA-0000-I'],
      ],
    )
    const asked = await house.checkIdentifier(editor, { value: identifiers.eidr, kind: null })
    assert.deepEqual([asked.kind, asked.state], ['eidr', 'wrong'])
    await assert.rejects(house.checkIdentifier(VISITOR, { value: 'tt1234567', kind: null }), code('sign-in-needed'))
  })

  test('created, edited, published, seen, renamed, withdrawn', async () => {
    const { house, member } = await open()
    const editor = await member('editor')
    const made = await house.createTitle(editor, { sheet: aSheet('The Salt Road') })
    assert.equal(made.slug, 'the-salt-road')
    assert.equal(made.status, 'draft')
    await assert.rejects(house.viewTitle(VISITOR, { slug: 'the-salt-road', locale: 'en' }), code('not-found'))

    const saved = await house.editTitle(editor, { id: made.id, baseRevision: 1, sheet: { ...made.sheet, year: 2025 } })
    assert.equal(saved.outcome, 'saved')
    assert.equal(saved.title.revision, 2)
    assert.equal((await house.editTitle(editor, { id: made.id, baseRevision: 1, sheet: saved.title.sheet })).outcome, 'unchanged')

    await assert.rejects(house.publishTitle(editor, { id: made.id, baseRevision: 1 }), code('revision-changed'))
    await house.publishTitle(editor, { id: made.id, baseRevision: 2 })
    const view = await house.viewTitle(VISITOR, { slug: 'the-salt-road', locale: 'en' })
    assert.equal(view.sheet.year, 2025)
    assert.deepEqual(view.people, [{ name: 'Noor Vantil', slug: 'noor-vantil' }])
    assert.equal((await house.browse(VISITOR, { locale: 'en' })).total, 1)

    await house.renameSlug(editor, { id: made.id, slug: 'salt' })
    const moved = await house.viewTitle(VISITOR, { slug: 'the-salt-road', locale: 'en' })
    assert.deepEqual([moved.moved, moved.slug], [true, 'salt'])

    await house.withdrawTitle(editor, { id: made.id, baseRevision: 4 })
    const withdrawn = await house.viewTitle(VISITOR, { slug: 'salt', locale: 'en' })
    assert.equal(withdrawn.status, 'withdrawn')
    assert.deepEqual(withdrawn.sheet.logline, {})
    assert.equal((await house.browse(VISITOR, { locale: 'en' })).total, 0)

    const history = await house.listRevisions(editor, { id: made.id })
    assert.deepEqual(
      history.map((r) => r.verb),
      ['withdrawTitle', 'renameSlug', 'publishTitle', 'editTitle', 'createTitle'],
    )
    assert.deepEqual(history[3]?.changedFields, ['year'])
    assert.deepEqual(await house.compareRevisions(editor, { id: made.id, from: 1, to: 5 }), [
      { path: 'year', before: 2024, after: 2025 },
    ])
    const restored = await house.restoreRevision(editor, { id: made.id, revision: 1, baseRevision: 5 })
    assert.deepEqual([restored.sheet.year, restored.revision, restored.status], [2024, 6, 'withdrawn'])
    assert.deepEqual((await house.verifyAudit(SYSTEM)).whole, true)
  })

  test('the second of two editors is told and loses nothing', async () => {
    const { house, member } = await open()
    const [anna, ben] = [await member('editor', 'Anna'), await member('editor', 'Ben')]
    const base = await house.createTitle(anna, { sheet: aSheet('Two Hands') })
    const hers = { ...base.sheet, year: 2020, synopsis: { en: 'Hers.' } }
    const his = { ...base.sheet, directors: ['Somebody Else'], synopsis: { en: 'His.', fr: 'Le sien.' } }
    assert.equal((await house.editTitle(anna, { id: base.id, baseRevision: 1, sheet: hers })).outcome, 'saved')

    const answer = await house.editTitle(ben, { id: base.id, baseRevision: 1, sheet: his })
    assert.equal(answer.outcome, 'conflict')
    if (answer.outcome !== 'conflict') return
    assert.equal(answer.by, 'Anna')
    assert.deepEqual(answer.clashing, ['synopsis.en'])
    assert.deepEqual(answer.theirs.map((c) => c.path).toSorted(), ['synopsis.en', 'year'])
    assert.deepEqual(answer.mine.map((c) => c.path).toSorted(), ['directors', 'synopsis.en', 'synopsis.fr'])
    assert.equal(answer.title.sheet.synopsis['en'], 'Hers.')

    const [kept] = await house.listUnsavedDrafts(ben, { id: base.id })
    assert.deepEqual(kept?.sheet, his)
    const merged = mergeSheets(base.sheet, answer.title.sheet, his, { 'synopsis.en': 'mine' })
    assert.deepEqual(merged.unresolved, [])
    const saved = await house.editTitle(ben, { id: base.id, baseRevision: answer.title.revision, sheet: merged.sheet })
    assert.equal(saved.outcome, 'saved')
    assert.deepEqual(
      [saved.title.sheet.year, saved.title.sheet.directors, saved.title.sheet.synopsis],
      [2020, ['Somebody Else'], { en: 'His.', fr: 'Le sien.' }],
    )
    await house.discardUnsavedDraft(ben, { id: base.id, draftId: kept!.id })
    assert.deepEqual(await house.listUnsavedDrafts(ben, { id: base.id }), [])
  })

  test('two films of one name have two addresses, and a former address is nobody else’s', async () => {
    const { house, member } = await open()
    const editor = await member('editor')
    const slugs: string[] = []
    for (let n = 0; n < 3; n++) slugs.push((await house.createTitle(editor, { sheet: aSheet('Le Fleuve') })).slug)
    assert.deepEqual(slugs, ['le-fleuve', 'le-fleuve-2', 'le-fleuve-3'])
    const other = await house.createTitle(editor, { sheet: aSheet('東') })
    await assert.rejects(house.renameSlug(editor, { id: other.id, slug: 'le-fleuve' }), code('slug-taken'))
    const renamed = await house.editTitle(editor, { id: other.id, baseRevision: 1, sheet: aSheet('Orient') })
    assert.equal(renamed.title.slug, 'orient')
  })

  test('hostile sheets are refused with the paths that are wrong', async () => {
    const { house, member } = await open()
    const editor = await member('editor')
    const refused = async (sheet: unknown) => {
      try {
        await house.createTitle(editor, { sheet: sheet as never })
      } catch (thrown) {
        if (isHouseError(thrown) && thrown.code === 'invalid-input')
          return (thrown.details['issues'] as { path: string }[]).map((issue) => issue.path)
      }
      return null
    }
    assert.deepEqual(await refused({ ...aSheet('X'), trailer: { url: 'javascript:alert(1)' } }), ['trailer.url'])
    assert.deepEqual(
      await refused({
        ...aSheet('X'),
        pictures: [{ id: 'nobodys', kind: 'still', caption: {}, credit: null, focus: null, width: 1, height: 1, colour: null }],
      }),
      ['pictures.0.id'],
    )
    assert.deepEqual(await refused({ ...aSheet('  ') }), ['title'])
    assert.ok((await refused({}))?.includes('title'))
    const odd = await house.createTitle(editor, { sheet: aSheet('Nul\0 and \ud800 half') })
    assert.equal(odd.sheet.title, 'Nul and \ufffd half')
  })
})
