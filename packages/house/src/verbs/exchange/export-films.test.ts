import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FORMATS } from '@vitrine/exchange/formats/formats'
import { exportedAvails } from '../../testing/exported-avails.ts'
import { aSheet, eachHouse } from '../../testing/house-for-tests.ts'
import { SYSTEM } from '../../actors.ts'

const decoder = new TextDecoder()

eachHouse('films out of the house', (open) => {
  test('published films as MEC, or the named ones whatever their state; what was lost is said', async () => {
    const { house, member } = await open()
    const [alder, birch] = [await house.createTitle(SYSTEM, { sheet: aSheet('Alder', { pressQuotes: [{ text: 'Fine.', source: null, author: null, language: null }] }) }), await house.createTitle(SYSTEM, { sheet: aSheet('Birch') })] // prettier-ignore
    await house.publishTitle(SYSTEM, { id: alder.id, baseRevision: 1 })
    const sales = await member('sales')
    const all = await house.exportFilms(sales, { format: 'mec', locale: 'en' })
    assert.deepEqual(
      [all.films, all.mediaType, /Alder/.test(decoder.decode(all.bytes)), /Birch/.test(decoder.decode(all.bytes))],
      [1, 'application/xml', true, false],
    )
    assert.ok(all.losses.some(({ field, filmId, why }) => field === 'pressQuotes' && filmId === alder.id && why === 'no-place'))
    const named = await house.exportFilms(sales, { format: 'mec', version: '2.6', ids: [birch.id], locale: 'fr' })
    assert.match(decoder.decode(named.bytes), /mdmec\/v2\.6/)
    await assert.rejects(house.exportFilms(sales, { format: 'mec', version: '9.9', locale: 'en' }), { code: 'invalid-input' })
    await assert.rejects(house.exportFilms(sales, { format: 'mmc', locale: 'en' }), { code: 'invalid-input' })
    await assert.rejects(house.exportFilms(sales, { format: 'mec', ids: ['nobody'], locale: 'en' }), { code: 'not-found' })
    await assert.rejects(house.exportFilms(await member('buyer'), { format: 'mec', locale: 'en' }), { code: 'not-allowed' })
  })

  test('a list has the columns that are asked for, in their order, and no cell becomes a formula', async () => {
    const { house, member } = await open()
    const { id } = await house.createTitle(SYSTEM, { sheet: { ...aSheet('=cmd|Alder'), year: 2021 } })
    const sales = await member('sales')
    const asked = { format: 'titles-csv', ids: [id], locale: 'fr' } as const
    const { bytes, fileName } = await house.exportFilms(sales, { ...asked, ids: [id], columns: ['year', 'title', 'status'] })
    assert.deepEqual([decoder.decode(bytes), fileName], [`Année;Titre;État\r\n2021;'=cmd|Alder;Brouillon\r\n`, 'titles.csv'])
    for (const refused of [{ ...asked, columns: ['nonsense'] }, { ...asked, columns: [] }, { ...asked, format: 'mec', columns: ['year'] }] as const) // prettier-ignore
      await assert.rejects(house.exportFilms(sales, { ...refused, ids: [id], columns: [...refused.columns] }), { code: 'invalid-input' }) // prettier-ignore
  })

  test('every format that goes out takes a whole film, and an empty one', async () => {
    const { house } = await open()
    await house.createTitle(SYSTEM, { sheet: aSheet('Alder') })
    for (const { id, out } of await house.listFormats(SYSTEM)) {
      if (!out) continue
      const { bytes } = await house.exportFilms(SYSTEM, { format: id, locale: 'en' })
      assert.ok(bytes.length >= 0, id)
    }
    assert.deepEqual((await house.listFormats(SYSTEM)).map(({ id }) => id).sort(), Object.keys(FORMATS).sort())
  })

  test('a file of each format that goes both ways, handed in to another house, lays the film beside an empty catalogue', async () => {
    const [{ house: first }, { house: second, member }] = [await open(), await open()]
    const editor = await member('editor')
    const alder = await first.createTitle(SYSTEM, { sheet: aSheet('Alder', { countries: ['FR'] }) })
    await first.publishTitle(SYSTEM, { id: alder.id, baseRevision: 1 })
    for (const { id, out, in: comesIn } of await first.listFormats(SYSTEM)) {
      if (!out || !comesIn) continue
      const { bytes, fileName } = await first.exportFilms(SYSTEM, { format: id, locale: 'en' })
      const intake = await second.receiveFile(editor, { bytes, fileName })
      assert.deepEqual([intake.format, intake.films], [id, 1], id)
      const { items } = await second.openIntake(editor, { id: intake.id })
      assert.deepEqual([items[0]?.title, items[0]?.sheet.year], ['Alder', 2024], id)
      assert.equal((await second.receiveFile(editor, { bytes, fileName })).id, intake.id)
      await second.takeIntake(editor, { id: intake.id })
      await second.undoIntake(editor, { id: intake.id })
      await second.discardIntake(editor, { id: intake.id, discarded: true })
    }
    assert.equal((await second.listTitles(editor, { locale: 'en' })).total, 0)
  })

  test('what is no file of any format is refused with the reason', async () => {
    const { house } = await open()
    const give = (text: string, fileName: string) =>
      house.receiveFile(SYSTEM, { bytes: new TextEncoder().encode(text), fileName })
    await assert.rejects(give('<a><b></a>', 'x.xml'), { code: 'unreadable-file' })
    await assert.rejects(give('<unheard-of/>', 'x.xml'), { code: 'unsupported-file' })
    await assert.rejects(give('{"a": ', 'x.json'), { code: 'unreadable-file' })
    await assert.rejects(give('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', 'x.xml'), {
      code: 'unreadable-file',
    })
    await assert.rejects(house.receiveFile(SYSTEM, { bytes: new Uint8Array(), fileName: 'x' }), { code: 'unreadable-file' })
  })

  test('signed licences of platforms go out as Avails; of a broadcaster nothing does', async () => {
    const { house, member } = await open()
    const { id: titleId } = await house.createTitle(SYSTEM, { sheet: aSheet('Alder', { cuts: [{ minutes: 52, episodes: null, versions: [] }] }) }) // prettier-ignore
    const enter = (entry: object, of = titleId) => house.enterEntry(SYSTEM, { titleId: of, entry: { exclusive: true, territory: 'World', media: 'all', from: '2020-01-01', to: '2040-12-31', ...entry } as never, acceptWarnings: true, note: null, locale: 'en' }) // prettier-ignore
    await enter({ kind: 'grant', party: 'The producer' })
    await enter({
      kind: 'licence',
      exclusive: false,
      party: 'Modest Stream',
      territory: 'Poland, Latvia',
      media: 'svod',
      from: '2027-01-01',
      to: '2028-12-31',
    })
    await enter({
      kind: 'licence',
      exclusive: false,
      party: 'Channel Five',
      territory: 'Japan',
      media: 'free-tv',
      from: '2027-01-01',
      to: '2028-12-31',
    })
    const rights = await member('rights')
    const xml = await exportedAvails(house, rights, { as: 'xml', locale: 'en' })
    const text = decoder.decode(xml.bytes)
    assert.equal(xml.avails, 1)
    assert.deepEqual(
      [/<md:country>PL</.test(text), /<md:country>LV</.test(text), /Channel Five|>JP</.test(text)],
      [true, true, false],
    )
    const { counts, format, version } = await house.validateFile(rights, { bytes: xml.bytes, fileName: xml.fileName })
    assert.deepEqual([format, version, counts.fatal, counts.error], ['avails', '2.6', 0, 0])
    const sheet = await exportedAvails(house, rights, { as: 'movies', licensee: 'MODEST STREAM', locale: 'en' })
    const checked = await house.validateFile(rights, { bytes: sheet.bytes, fileName: sheet.fileName })
    assert.deepEqual([checked.format, checked.counts.fatal], ['avails-xlsx', 0])
    const series = await house.createTitle(SYSTEM, { sheet: aSheet('Beech', { cuts: [{ minutes: 52, episodes: 3, versions: [] }] }) }) // prettier-ignore
    for (const entry of [
      { kind: 'grant', party: 'The producer' },
      { kind: 'licence', exclusive: false, party: 'Modest Stream', territory: 'Poland', media: 'svod' },
    ])
      // prettier-ignore
      await enter({ ...entry, from: '2027-01-01', to: '2028-12-31' }, series.id)
    const counted = async (as: 'xml' | 'xlsx' | 'movies' | 'tv') => {
      const { avails, left, bytes } = await exportedAvails(house, rights, { as, locale: 'en' })
      const read = await house.convertFile(rights, { bytes, fileName: as === 'xml' ? 'a.xml' : 'a.xlsx', to: 'avails', locale: 'en' }) // prettier-ignore
      return [avails, left, read.items]
    }
    assert.deepEqual(await counted('xml'), [2, 0, 2])
    assert.deepEqual(await counted('xlsx'), [2, 0, 2], 'films and series, in one workbook')
    assert.deepEqual(await counted('movies'), [1, 1, 1])
    assert.deepEqual(await counted('tv'), [1, 1, 1])
    const { id } = await house.saveExportSchedule(SYSTEM, { name: 'Weekly', what: { format: 'avails-xlsx', version: null, locale: 'en', collection: null, licensee: null }, rhythm: { every: 'day', hour: 6 }, on: true }) // prettier-ignore
    const run = await house.runExport(SYSTEM, { id })
    const { stream, fileName } = await house.openExportRun(SYSTEM, { id: run.id })
    const bytes = new Uint8Array(await new Response(stream).arrayBuffer())
    const read = await house.convertFile(rights, { bytes, fileName, to: 'avails', locale: 'en' })
    assert.deepEqual([run.items, read.items], [2, 2])
    await assert.rejects(house.exportAvails(rights, { as: 'xml', licensee: 'Nobody', locale: 'en' }), { code: 'not-found' })
    await assert.rejects(house.exportAvails(await member('editor'), { as: 'xml', locale: 'en' }), { code: 'not-allowed' })
  })
})
