import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import { readTable } from '@vitrine/exchange/spreadsheets/rights-table'
import { SYSTEM } from '../../actors.ts'
import { aSheet, eachHouse } from '../../testing/house-for-tests.ts'

eachHouse('the regions of a film as a table', (open) => {
  test('say what the picture says, in words and in codes', async () => {
    const { house, member } = await open()
    const { id: titleId } = await house.createTitle(SYSTEM, { sheet: aSheet('Salt') })
    const grant = {
      kind: 'grant',
      exclusive: true,
      territory: 'World',
      media: 'all',
      from: '2020-01-01',
      to: '2035-12-31',
      party: '=Salt Films',
      contract: 'A-1',
    }
    await house.enterEntry(SYSTEM, { titleId, entry: grant, locale: 'en' })
    const sales = await member('sales')
    const question = { territory: 'France', media: 'svod', from: '2027-01-01', to: '2028-12-31', exclusive: true }
    for (const format of ['csv', 'xlsx'] as const) {
      const { bytes, fileName } = await house.exportAvailability(sales, { titleId, question, format, locale: 'fr' })
      assert.match(fileName, /^Salt .*\.(csv|xlsx)$/)
      const { rows } = await readTable(bytes)
      assert.equal(rows.length, 1)
      const cells = rows[0]!.cells
      assert.deepEqual(
        [cells[0], cells[2], cells[3], cells[4], cells[6], cells[8], cells[9], cells[10]],
        ['Disponible', 'svod', 'France', 'FR', 'all', '2027-01-01', '2028-12-31', 'Mandat (droits acquis) · =Salt Films · A-1'],
      )
    }
  })

  test('what is left of all cuts is not called by the cut that is gone', async () => {
    const { house, member } = await open()
    const { id: titleId } = await house.createTitle(SYSTEM, { sheet: aSheet('Salt') })
    const grant = { kind: 'grant', exclusive: true, territory: 'World', media: 'all', from: '2020-01-01' }
    const sold = { ...grant, kind: 'licence', territory: 'France', media: 'svod', cuts: '52', from: '2027-01-01', to: '2027-12-31' } // prettier-ignore
    for (const entry of [grant, sold]) await house.enterEntry(SYSTEM, { titleId, entry, locale: 'en' })
    const question = { territory: 'France', media: 'svod', from: '2027-01-01', to: '2027-12-31', exclusive: true }
    const sales = await member('sales')
    const { answer, regions } = await house.viewAvailability(sales, { titleId, question, locale: 'en' })
    assert.equal(answer, 'partial', 'a cut that is made later can still be had')
    assert.deepEqual(
      regions.map(({ status, cuts, cutsExcept, cutText }) => ({ status, cuts, cutsExcept, cutText })),
      [
        { status: 'blocked', cuts: ['52'], cutsExcept: null, cutText: "52'" },
        { status: 'available', cuts: null, cutsExcept: ['52'], cutText: "all cuts but 52'" },
      ],
    )
    const { rows } = await readTable((await house.exportAvailability(sales, { titleId, question, format: 'csv', locale: 'en' })).bytes) // prettier-ignore
    assert.deepEqual(rows.map(({ cells }) => [cells[0], cells[7]]), [['Not available', '52'], ['Available', "all cuts but 52'"]]) // prettier-ignore
    const [answered] = (await house.answerAvailabilities(sales, { titleIds: [titleId], question })).titles
    assert.deepEqual(answered!.regions.map((region) => region.cutsExcept ?? null), [null, ['52']]) // prettier-ignore
  })

  test('territory by medium on a day: a row for each territory, in words, as it is on that day', async () => {
    const { house, member } = await open()
    const { id: titleId } = await house.createTitle(SYSTEM, { sheet: aSheet('Salt') })
    const grant = { kind: 'grant', exclusive: true, territory: 'World', media: 'all', from: '2020-01-01' }
    const sold = { ...grant, kind: 'licence', territory: 'France', media: 'svod', from: '2027-06-01', to: '2027-12-31' }
    const dubbed = { ...sold, territory: 'Poland', media: 'free-tv', languages: 'pl:dubbed' }
    for (const entry of [grant, sold, dubbed]) await house.enterEntry(SYSTEM, { titleId, entry, locale: 'en' })
    const question = { territory: 'France, Poland, Belgium (French)', media: 'svod, free-tv', from: '2027-01-01', to: '2028-12-31', exclusive: true } // prettier-ignore
    const grid = async (day?: string, format: 'csv' | 'xlsx' = 'csv', recordedAt?: string) => {
      const taken = await house.exportAvailability(await member('sales'), { titleId, question, format, table: 'grid', locale: 'en', ...(day && { day }), ...(recordedAt && { asOf: { recordedAt } }) }) // prettier-ignore
      return { ...taken, ...(await readTable(taken.bytes)) }
    }
    for (const format of ['csv', 'xlsx'] as const) {
      const { rows, fileName } = await grid('2027-07-01', format)
      assert.equal(fileName, `Salt 2027-07-01.${format}`)
      assert.deepEqual(rows.map(({ cells }) => cells), [
        ['Belgium (French)', 'BE-fr', 'Available', 'Available'],
        ['France', 'FR', 'Available', 'Not available'],
        ['Poland', 'PL', 'Differs by medium or language', 'Available'],
      ]) // prettier-ignore
    }
    const { rows, fileName } = await grid()
    assert.equal(fileName, 'Salt 2027-01-01.csv')
    assert.ok(
      rows.every(({ cells }) => cells[2] === 'Available' && cells[3] === 'Available'),
      'nothing is sold on the first day',
    )
    const { rows: before } = await grid('2027-07-01', 'csv', '2020-01-01T00:00:00Z')
    assert.ok(before.every(({ cells }) => cells[2] === 'Not ours'))
    assert.deepEqual((await grid('2031-01-01')).rows, [], 'a day that was not asked for')
    await assert.rejects(grid('2027-02-30'), { code: 'invalid-input' })
  })
})
