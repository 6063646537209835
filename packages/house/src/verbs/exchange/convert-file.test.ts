import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MEC } from '@vitrine/exchange/mec/mec'
import { readAvails } from '@vitrine/exchange/avails/read-avails'
import { SYSTEM } from '../../actors.ts'
import { exportedAvails } from '../../testing/exported-avails.ts'
import { aSheet, eachHouse } from '../../testing/house-for-tests.ts'

eachHouse('a file of one format in another', (open) => {
  test('avails from the house become a spreadsheet and another version of the document; nothing is kept', async () => {
    const { house, member } = await open()
    const { id } = await house.createTitle(SYSTEM, { sheet: aSheet('Salt') })
    const enter = (entry: Record<string, unknown>) =>
      house.enterEntry(SYSTEM, { titleId: id, entry: { exclusive: true, from: '2026-01-01', ...entry } as never, acceptWarnings: true, locale: 'en' }) // prettier-ignore
    await enter({ kind: 'grant', territory: 'World', media: 'all' })
    await enter({ kind: 'licence', party: 'Plateau', territory: 'FR, DE', media: 'svod', from: '2027-01-01', to: '2028-12-31' })
    const { bytes } = await exportedAvails(house, SYSTEM, { as: 'xml', locale: 'en' })
    const sheet = await house.convertFile(await member('editor'), { bytes, fileName: 'a.xml', to: 'avails-xlsx', locale: 'en' })
    assert.deepEqual([sheet.format, sheet.items, sheet.lost.map(({ path }) => path)], ['avails', 1, ['workTypeDetail']])
    const back = await house.convertFile(SYSTEM, { bytes: sheet.bytes, to: 'avails', version: '2.4', locale: 'en' })
    const read = readAvails(back.bytes)
    assert.deepEqual([read.version, read.avails[0]?.transaction.territories], ['2.4', ['DE', 'FR']])
    assert.equal((await house.listIntakes(SYSTEM, {})).items.length, 0)
  })

  test('a large file, which goes through a thread of its own, comes out as a small one does', async () => {
    const { house } = await open()
    const sender = { name: 'A', url: null, email: null, country: null }
    const films = Array.from({ length: 150 }, (_, n) => ({ id: `x${n}`, sheet: aSheet(`Salt ${n}`), url: null, pictures: new Map(), changedAt: '2026-11-22T09:00:00Z' })) // prettier-ignore
    const { bytes } = await MEC.write!(films, { locale: 'en', sender, today: '2026-11-22' })
    assert.ok(bytes.length > 200_000)
    const made = await house.convertFile(SYSTEM, { bytes, to: 'titles-csv', locale: 'en' })
    assert.deepEqual([made.format, made.items], ['mec', 150])
    assert.match(new TextDecoder().decode(made.bytes), /Salt 149/)
  })

  test('what cannot be is refused in its place', async () => {
    const { house, member } = await open()
    const sender = { name: 'A', url: null, email: null, country: null }
    const film = { id: 'x', sheet: aSheet('Salt'), url: null, pictures: new Map(), changedAt: '2026-11-22T09:00:00Z' }
    const { bytes } = await MEC.write!([film], { locale: 'en', sender, today: '2026-11-22' })
    const made = await house.convertFile(SYSTEM, { bytes, to: 'ebucore', locale: 'en' })
    assert.ok(made.items === 1 && made.bytes.length > 0)
    const refused = (args: object) => house.convertFile(SYSTEM, { bytes, to: 'ebucore', locale: 'en', ...args })
    await assert.rejects(refused({ to: 'avails' }), { code: 'invalid-input' })
    await assert.rejects(refused({ to: 'mec', version: '1.0' }), { code: 'invalid-input' })
    await assert.rejects(refused({ to: 'tmdb' }), { code: 'invalid-input' })
    await assert.rejects(refused({ bytes: Buffer.from('<unheard-of/>') }), { code: 'unsupported-file' })
    await assert.rejects(house.convertFile(await member('buyer'), { bytes, to: 'mec', locale: 'en' }), { code: 'not-allowed' })
  })
})
