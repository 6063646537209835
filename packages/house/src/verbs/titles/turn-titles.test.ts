import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SYSTEM, VISITOR } from '../../actors.ts'
import { MOST_TITLES_AT_ONCE, type TurnedTitle } from '../../contract.ts'
import { isHouseError } from '../../errors.ts'
import { aSheet, eachHouse, type TestHouse } from '../../testing/house-for-tests.ts'

const code = (expected: string) => (thrown: unknown) => isHouseError(thrown) && thrown.code === expected
const CUT = { minutes: 52, episodes: null, versions: [] }
const ready = (title: string) => aSheet(title, { cuts: [CUT] })
const seen = ({ id, revision }: { id: string; revision: number }) => ({ id, baseRevision: revision })
const toUndo = (turned: readonly TurnedTitle[]) =>
  turned.flatMap(({ id, outcome, revision, before }) =>
    outcome === 'turned' && revision !== null && before !== null ? [{ id, revision, before }] : [],
  )
const publicCount = async ({ house }: TestHouse) => (await house.browse(VISITOR, { locale: 'en' })).total

eachHouse('many titles at once', (open) => {
  test('are published with a line in the trail each, and put back as they were', async () => {
    const opened = await open()
    const { house, member } = opened
    const editor = await member('editor')
    const drafts = []
    for (const title of ['Alder', 'Birch', 'Cedar']) drafts.push(await house.createTitle(SYSTEM, { sheet: ready(title) }))
    const standing = await house.createTitle(SYSTEM, { sheet: ready('Dune') })
    const withdrawn = await house.createTitle(SYSTEM, { sheet: ready('Elm') })
    await house.publishTitle(SYSTEM, seen(standing))
    await house.publishTitle(SYSTEM, seen(withdrawn))
    await house.withdrawTitle(SYSTEM, { id: withdrawn.id, baseRevision: 2 })

    const answer = await house.turnTitles(editor, {
      to: 'published',
      titles: [
        ...drafts.map(seen),
        { id: standing.id, baseRevision: 2 },
        { id: withdrawn.id, baseRevision: 3 },
        seen(drafts[0]!),
      ],
    })
    assert.deepEqual(
      answer.map(({ title, outcome, before, revision }) => [title, outcome, before, revision]),
      [
        ['Alder', 'turned', 'draft', 2],
        ['Birch', 'turned', 'draft', 2],
        ['Cedar', 'turned', 'draft', 2],
        ['Dune', 'unchanged', 'published', 2],
        ['Elm', 'turned', 'withdrawn', 4],
      ],
    )
    assert.equal(await publicCount(opened), 5)
    const lines = (await house.readAudit(SYSTEM, { verb: 'publishTitle' })).items.filter((line) => line.actor === editor.name)
    assert.deepEqual(lines.map((line) => String(line.detail['title'])).toSorted(), ['Alder', 'Birch', 'Cedar', 'Elm'])

    // Somebody saves one of them meanwhile: it stays as they left it.
    const { sheet } = await house.openTitle(editor, { id: drafts[2]!.id })
    await house.editTitle(editor, { id: drafts[2]!.id, baseRevision: 2, sheet: { ...sheet, year: 2025 } })
    assert.deepEqual(await house.turnTitlesBack(editor, { titles: toUndo(answer) }), { back: 3, left: 1 })
    const now = await Promise.all([...drafts, withdrawn].map(({ id }) => house.openTitle(editor, { id })))
    assert.deepEqual(
      now.map(({ status, publishedAt }) => [status, publishedAt === null]),
      [
        ['draft', true],
        ['draft', true],
        ['published', false],
        ['withdrawn', false],
      ],
    )
    await assert.rejects(house.viewTitle(VISITOR, { id: drafts[0]!.id, locale: 'en' }), code('not-found'))
    assert.equal((await house.verifyAudit(SYSTEM)).whole, true)
  })

  test('what must not go out stays, and each says why', async () => {
    const opened = await open()
    const { house, member } = opened
    const editor = await member('editor')
    const made = async (sheet = ready('Fine')) => seen(await house.createTitle(SYSTEM, { sheet }))
    const moved = await made(ready('Moved'))
    await house.editTitle(SYSTEM, { ...moved, sheet: { ...ready('Moved'), year: 2001 } })
    await house.importSheets(SYSTEM, {
      files: (async function* () {
        const text =
          'Hazel\n\nA film about a tree, and about those who were there.\n\nYear: unknown\nDuration: 52\nDirector: Nadia Gorani\n'
        yield { path: 'hazel.txt', bytes: new TextEncoder().encode(text) }
      })(),
      total: 1,
    })
    const [hazel] = (await house.listTitles(SYSTEM, { text: 'hazel', locale: 'en' })).cards
    const titles = [
      await made(),
      await made({ ...ready('Mute'), logline: {}, cuts: [] }),
      await made({ ...ready('Careless'), logline: { en: 'He follows the the river to its end.' } }),
      moved,
      seen(hazel!),
      { id: 'nobody', baseRevision: 1 },
    ]
    const answer = await house.turnTitles(editor, { to: 'published', titles })
    assert.deepEqual(
      answer.map(({ title, outcome, reasons }) => [title, outcome, ...reasons]),
      [
        ['Fine', 'turned'],
        ['Mute', 'held', 'no-text', 'no-length'],
        ['Careless', 'held', 'copy-errors'],
        ['Moved', 'held', 'revision-changed'],
        ['Hazel', 'held', 'unchecked-sheet'],
        [null, 'held', 'not-found'],
      ],
    )
    assert.equal(await publicCount(opened), 1)
    assert.equal((await house.openTitle(editor, { id: titles[2]!.id })).revision, 1, 'what is held is not touched')

    // Somebody looked at the sheet that was doubtful: it goes.
    const looked = await house.openTitle(editor, { id: hazel!.id })
    await house.editTitle(editor, { ...seen(looked), sheet: { ...looked.sheet, year: 2020 } })
    const again = await house.turnTitles(editor, { to: 'published', titles: [{ id: hazel!.id, baseRevision: 2 }] })
    assert.equal(again[0]?.outcome, 'turned')
    // To withdraw, nothing has to be complete.
    const bare = await made({ ...ready('Bare'), logline: {} })
    assert.equal((await house.turnTitles(editor, { to: 'withdrawn', titles: [bare] }))[0]?.outcome, 'turned')
  })

  test('a sheet imported later still finds them: nobody typed in them', async () => {
    const { house, member } = await open()
    const editor = await member('editor')
    const sheet = (more: string) =>
      `Gorse\n\nA film about a bush, and about those who tend it.\n\nYear: 2020\nDuration: 52\nDirector: Nadia Gorani\n${more}`
    const take = (text: string) =>
      house.importSheets(SYSTEM, {
        files: (async function* () {
          yield { path: 'gorse.txt', bytes: new TextEncoder().encode(text) }
        })(),
        total: 1,
        update: true,
      })
    const [first] = (await take(sheet(''))).items
    await house.turnTitles(editor, { to: 'published', titles: [{ id: first!.titleId!, baseRevision: 1 }] })
    assert.equal((await take(sheet('Producer: Luz Pellan\n'))).updated, 1)
  })

  test('are for whoever may publish one, as many as fit, and nothing but an undo undoes', async () => {
    const { house, member } = await open()
    const draft = await house.createTitle(SYSTEM, { sheet: ready('Alone') })
    const titles = [seen(draft)]
    for (const role of ['rights', 'sales', 'buyer', 'producer'] as const) {
      const actor = await member(role)
      await assert.rejects(house.turnTitles(actor, { to: 'published', titles }), code('not-allowed'), role)
      await assert.rejects(
        house.turnTitlesBack(actor, { titles: [{ id: draft.id, revision: 1, before: 'withdrawn' }] }),
        code('not-allowed'),
        role,
      )
    }
    await assert.rejects(house.turnTitles(VISITOR, { to: 'published', titles }), code('sign-in-needed'))
    for (const wrong of [
      { to: 'draft', titles },
      { to: 'published', titles: [] },
      { to: 'published', titles: [{ id: draft.id, baseRevision: 1.5 }] },
      { to: 'published', titles: Array.from({ length: MOST_TITLES_AT_ONCE + 1 }, (_, n) => ({ id: `t${n}`, baseRevision: 1 })) },
    ])
      await assert.rejects(house.turnTitles(SYSTEM, wrong as never), code('invalid-input'))
    assert.equal((await house.openTitle(SYSTEM, { id: draft.id })).status, 'draft')
  })
})
