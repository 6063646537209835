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
})
