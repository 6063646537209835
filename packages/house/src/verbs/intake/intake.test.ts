import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptySheet, type TitleSheet } from '@vitrine/catalogue'
import type { Finding } from '@vitrine/exchange/formats/finding'
import type { FilmIn } from '@vitrine/exchange/formats/format'
import { writeMecFiles } from '@vitrine/exchange/mec/write-mec'
import { SYSTEM } from '../../actors.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor, House } from '../../contract.ts'
import { stageFilms } from '../../intake/stage-films.ts'
import { eachHouse, type TestHouse } from '../../testing/house-for-tests.ts'

const film = (title: string, more: Partial<TitleSheet> = {}, doubts: Finding[] = []): FilmIn => ({
  sheet: { ...emptySheet(title), year: 2020, directors: ['Nadia Gorani'], ...more },
  key: `cid:${title}`,
  line: 1,
  doubts,
  pictureUrls: [],
})
const doubt: Finding = { severity: 'warning', rule: 'xml/too-deep', line: 3, path: null, values: { limit: '9' } }

let files = 0
/** Of the house's context only what staging uses. */
const contextOf = ({ house, database: { db } }: TestHouse): HouseContext =>
  ({
    houseId: house.id,
    db,
    now: () => new Date(Date.UTC(2026, 10, 22, 10)),
    writeTurn: <T>(work: () => Promise<T>) => work(),
  }) as HouseContext
const stage = async (opened: TestHouse, actor: Actor, films: FilmIn[]) => {
  const { intake } = await stageFilms(
    contextOf(opened),
    actor,
    { fileName: 'films.xml', contentHash: String((files += 1)).padStart(64, '0'), columns: null, remembered: false },
    { format: 'mec', version: '2.12', films, avails: [], findings: [] },
  )
  return intake
}
const make = (house: House, title: string, more: Partial<TitleSheet> = {}) =>
  house.createTitle(SYSTEM, { sheet: { ...emptySheet(title), year: 2020, directors: ['Nadia Gorani'], ...more } })
const standings = (view: Awaited<ReturnType<House['openIntake']>>) =>
  view.items.map(({ standing, decision }) => [standing, decision])

eachHouse('what comes in', (open) => {
  test('new, changed, same, perhaps known, doubtful: each stands as it is, and only what is plain is decided', async () => {
    const opened = await open()
    const { house, member } = opened
    const editor = await member('editor')
    await make(house, 'Alder', { synopsis: { en: 'Ours.' } })
    await make(house, 'Birch')
    await make(house, 'Cedar Wood')
    const { id } = await stage(opened, editor, [
      film('Elm'),
      film('Alder', { synopsis: { en: 'Theirs.', fr: 'La leur.' } }),
      film('Birch'),
      film('Cedar Woods'),
      film('Fir', {}, [doubt]),
      film('Elm'),
    ])
    const view = await house.openIntake(editor, { id })
    assert.deepEqual(standings(view), [
      ['new', 'take'],
      ['changed', 'take'],
      ['same', 'take'],
      ['duplicate', null],
      ['doubtful', null],
      ['duplicate', null],
    ])
    assert.deepEqual(view.counts, { new: 1, changed: 1, same: 1, duplicate: 2, doubtful: 1, undecided: 3, taken: 0 })
    assert.deepEqual(
      view.items[1]!.changes.map(({ path, fills, taken }) => [path, fills, taken]),
      [
        ['synopsis.en', false, false],
        ['synopsis.fr', true, true],
      ],
    )
    assert.equal(view.items[5]!.repeats, 0)
    assert.equal(view.items[3]!.matches[0]?.title, 'Cedar Wood')
    assert.deepEqual(
      (await house.openIntake(editor, { id, standing: 'duplicate' })).items.map(({ position }) => position),
      [3, 5],
    )
  })

  test('a delivery: the ZIP of its films is laid beside the catalogue, its manifest is left aside with a note', async () => {
    const { house, member } = await open()
    const editor = await member('editor')
    const out = (title: string) => ({
      id: title,
      sheet: { ...emptySheet(title), year: 2020 },
      url: null,
      pictures: new Map(),
      changedAt: '2026-11-22T10:00:00.000Z',
    })
    const { bytes } = writeMecFiles([out('Elm'), out('Fir')], { version: '2.12', locale: 'en', sender: { name: 'A house', url: null, email: null, country: null }, today: '2026-11-22' }) // prettier-ignore
    const received = await house.receiveFile(editor, { bytes, fileName: 'delivery.zip' })
    assert.deepEqual([received.format, received.films], ['mec-zip', 2])
    const manifest = new TextEncoder().encode(
      '<a:MediaManifest xmlns:a="http://www.movielabs.com/schema/manifest/v1.8/manifest"/>',
    )
    const aside = await house.receiveFile(editor, { bytes: manifest, fileName: 'manifest.xml' })
    assert.deepEqual([aside.format, aside.films], ['mmc', 0])
    const view = await house.openIntake(editor, { id: aside.id })
    assert.deepEqual(view.findings.map(({ severity, rule }) => [severity, rule]), [['notice', 'file/manifest']]) // prettier-ignore
  })

  test('nothing that an editor wrote is overwritten unasked; asked, it is; one click takes it all back', async () => {
    const opened = await open()
    const { house, member } = opened
    const editor = await member('editor')
    const alder = await make(house, 'Alder', { synopsis: { en: 'Ours.' } })
    const incoming = [film('Elm'), film('Alder', { synopsis: { en: 'Theirs.', fr: 'La leur.' }, countries: ['FR'] })]
    const { id } = await stage(opened, editor, incoming)
    assert.deepEqual(await house.takeIntake(editor, { id }), { created: 1, changed: 1, unchanged: 0, skipped: 0, left: [] })
    const sheet = async () => (await house.openTitle(SYSTEM, { id: alder.id })).sheet
    assert.deepEqual([(await sheet()).synopsis, (await sheet()).countries], [{ en: 'Ours.', fr: 'La leur.' }, ['FR']])
    assert.equal((await house.listIntakes(editor, {})).items[0]?.state, 'taken')
    await assert.rejects(house.takeIntake(editor, { id }), { code: 'wrong-state' })

    assert.deepEqual(await house.undoIntake(editor, { id }), { removed: 1, restored: 1, kept: [], withdrawn: 0 })
    assert.deepEqual([(await sheet()).synopsis, (await sheet()).countries], [{ en: 'Ours.' }, []])
    assert.deepEqual(
      (await house.listTitles(SYSTEM, { locale: 'en' })).cards.map(({ title }) => title),
      ['Alder'],
    )
    assert.equal((await house.listTitles(SYSTEM, { locale: 'en', text: 'elm' })).total, 0)

    const { revision } = await house.openTitle(SYSTEM, { id: alder.id })
    assert.ok(revision > 1)
    await house.decideIntake(editor, {
      id,
      choices: [
        { position: 0, decision: 'skip' },
        { position: 1, decision: 'take', titleId: alder.id, paths: ['synopsis.en'] },
      ],
    })
    assert.deepEqual(await house.takeIntake(editor, { id }), { created: 0, changed: 1, unchanged: 0, skipped: 1, left: [] })
    assert.deepEqual([(await sheet()).synopsis, (await sheet()).countries], [{ en: 'Theirs.' }, []])

    // Taken back, what was decided with the title before one's eyes still holds; what somebody writes after that, nobody saw.
    await house.undoIntake(editor, { id })
    assert.deepEqual(await house.takeIntake(editor, { id }), { created: 0, changed: 1, unchanged: 0, skipped: 1, left: [] })
    await house.undoIntake(editor, { id })
    const again = await house.openTitle(SYSTEM, { id: alder.id })
    assert.deepEqual(again.sheet.synopsis, { en: 'Ours.' })
    await house.editTitle(editor, { id: alder.id, baseRevision: again.revision, sheet: { ...again.sheet, keywords: ['ours'] } })
    assert.deepEqual((await house.takeIntake(editor, { id })).left.map(({ reason }) => reason), ['revision-changed']) // prettier-ignore
    assert.equal((await house.verifyAudit(SYSTEM)).whole, true)
  })

  test('what somebody does after it was taken is theirs: undoing keeps it and says so', async () => {
    const opened = await open()
    const { house, member } = opened
    const editor = await member('editor')
    const alder = await make(house, 'Alder')
    const { id } = await stage(opened, editor, [
      film('Elm'),
      film('Oak'),
      film('Alder', { countries: ['FR'], keywords: ['wood'] }),
    ])
    await house.takeIntake(editor, { id })
    const all = (await house.listTitles(SYSTEM, { locale: 'en' })).cards
    const oak = all.find(({ title }) => title === 'Oak')!
    await house.editTitle(editor, {
      id: oak.id,
      baseRevision: 1,
      sheet: { ...(await house.openTitle(SYSTEM, { id: oak.id })).sheet, keywords: ['mine'] },
    })
    const now = await house.openTitle(SYSTEM, { id: alder.id })
    await house.editTitle(editor, { id: alder.id, baseRevision: now.revision, sheet: { ...now.sheet, keywords: ['ours'] } })
    const undone = await house.undoIntake(editor, { id })
    assert.deepEqual(
      [undone.removed, undone.restored, undone.kept.map(({ title, reason }) => `${title}: ${reason}`).sort()],
      [1, 1, ['Alder: changed-since', 'Oak: changed-since']],
    )
    const { sheet } = await house.openTitle(SYSTEM, { id: alder.id })
    assert.deepEqual([sheet.countries, sheet.keywords], [[], ['ours']])
  })

  test('a title that was saved since somebody decided is left, and named', async () => {
    const opened = await open()
    const { house, member } = opened
    const editor = await member('editor')
    const alder = await make(house, 'Alder', { synopsis: { en: 'Ours.' } })
    const { id } = await stage(opened, editor, [film('Alder', { synopsis: { en: 'Theirs.' } })])
    await house.decideIntake(editor, {
      id,
      choices: [{ position: 0, decision: 'take', titleId: alder.id, paths: ['synopsis.en'] }],
    })
    await house.editTitle(editor, { id: alder.id, baseRevision: 1, sheet: { ...alder.sheet, synopsis: { en: 'Better.' } } })
    const outcome = await house.takeIntake(editor, { id })
    assert.deepEqual(outcome.left, [{ position: 0, title: 'Alder', reason: 'revision-changed' }])
    assert.equal((await house.openTitle(SYSTEM, { id: alder.id })).sheet.synopsis['en'], 'Better.')
    assert.equal((await house.openIntake(editor, { id })).state, 'open')
  })

  test('a film that was new and has come in by another way since is left; who says that it is new is believed', async () => {
    const opened = await open()
    const { house, member } = opened
    const editor = await member('editor')
    const { id } = await stage(opened, editor, [film('Alder'), film('Birch')])
    await house.decideIntake(editor, { id, choices: [{ position: 1, decision: 'take', titleId: null }] })
    const alder = await make(house, 'Alder')
    await make(house, 'Birch')
    assert.deepEqual(await house.takeIntake(editor, { id }), {
      created: 1,
      changed: 0,
      unchanged: 0,
      skipped: 0,
      left: [{ position: 0, title: 'Alder', reason: 'known-by-now' }],
    })
    const [waiting] = (await house.openIntake(editor, { id })).items
    assert.deepEqual([waiting?.standing, waiting?.decision, waiting?.matches.map((match) => match.id)], ['duplicate', null, [alder.id]]) // prettier-ignore
    await house.decideIntake(editor, { id, choices: [{ position: 0, decision: 'take', titleId: alder.id }] })
    assert.equal((await house.takeIntake(editor, { id })).left.length, 0)
  })

  test('a film whose title is gone is asked about anew', async () => {
    const opened = await open()
    const { house, member } = opened
    const editor = await member('editor')
    const first = await stage(opened, editor, [film('Alder')])
    await house.takeIntake(editor, { id: first.id })
    const { id } = await stage(opened, editor, [film('Alder', { synopsis: { en: 'Theirs.' } })])
    await house.undoIntake(editor, { id: first.id })
    assert.deepEqual((await house.takeIntake(editor, { id })).left.map(({ reason }) => reason), ['gone']) // prettier-ignore
    assert.deepEqual(standings(await house.openIntake(editor, { id })), [['new', null]])
    await house.decideIntake(editor, { id, choices: [{ position: 0, decision: 'take', titleId: null }] })
    assert.equal((await house.takeIntake(editor, { id })).created, 1)
  })

  test('choices that make no sense are refused with their place; discarded is put away, not gone', async () => {
    const opened = await open()
    const { house, member } = opened
    const editor = await member('editor')
    const alder = await make(house, 'Alder')
    const { id } = await stage(opened, editor, [film('Alder')])
    const refused = (choice: Parameters<House['decideIntake']>[1]['choices'][number]) =>
      assert.rejects(house.decideIntake(editor, { id, choices: [choice] }), { code: 'invalid-input' })
    await refused({ position: 7, decision: 'skip' })
    await refused({ position: 0, decision: 'take', titleId: 'nobody' })
    await refused({ position: 0, decision: 'take', titleId: alder.id, paths: ['year'] })
    await house.discardIntake(editor, { id, discarded: true })
    await assert.rejects(house.takeIntake(editor, { id }), { code: 'wrong-state' })
    await house.discardIntake(editor, { id, discarded: false })
    assert.deepEqual(await house.takeIntake(editor, { id }), { created: 0, changed: 0, unchanged: 1, skipped: 0, left: [] })
    await assert.rejects(house.listIntakes(await member('buyer'), {}), { code: 'not-allowed' })
    await assert.rejects(house.takeIntake(await member('sales'), { id }), { code: 'not-allowed' })
  })

  test('twins of the catalogue are found', async () => {
    const { house } = await open()
    await make(house, 'The Salt Road')
    await make(house, 'The Salt Roads', { directors: ['Nadja Gorani'] })
    await make(house, 'Night Ferry')
    const twins = await house.findTwins(SYSTEM, {})
    assert.deepEqual(
      twins.map(({ a, b, why }) => [a.title, b.title, why]),
      [['The Salt Road', 'The Salt Roads', 'alike']],
    )
  })
})
