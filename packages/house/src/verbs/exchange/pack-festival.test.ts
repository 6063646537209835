import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { SYSTEM } from '../../actors.ts'
import { aSheet, eachHouse } from '../../testing/house-for-tests.ts'

eachHouse('a pack for a festival', (open) => {
  test('has the form’s fields in the languages asked for, the one-sheet where there is a press, and says what is missing', async () => {
    const { house, member } = await open({ print: { printOneSheet: async () => new TextEncoder().encode('%PDF') } })
    const { id } = await house.createTitle(SYSTEM, { sheet: aSheet('Alder', { year: 2021, logline: { fr: 'Un arbre.' } }) })
    const sales = await member('sales')
    const pack = await house.packFestival(sales, { id, locales: ['fr', 'en'] })
    const files = unzipSync(pack.bytes)
    assert.deepEqual([pack.fileName, pack.mediaType], ['alder-festival-pack.zip', 'application/zip'])
    assert.ok(['alder/one-sheet-fr.pdf', 'alder/one-sheet-en.pdf', 'alder/entry.html', 'alder/texts/fr-logline.txt'].every((name) => name in files)) // prettier-ignore
    assert.match(
      strFromU8(files['alder/entry.txt']!),
      /Inscription en festival\s: Alder[\s\S]+Un arbre\.[\s\S]+Festival entry: Alder/,
    )
    assert.ok(pack.missing.includes('Affiche'))
    assert.ok(!pack.missing.includes('Fiche imprimée'))
  })

  test('goes without the one-sheet where nothing prints, and to no stranger', async () => {
    const { house, member } = await open()
    const { id } = await house.createTitle(SYSTEM, { sheet: aSheet('Alder') })
    assert.ok((await house.packFestival(await member('editor'), { id, locales: ['en'] })).missing.includes('One-sheet'))
    await assert.rejects(house.packFestival(SYSTEM, { id: 'nobody', locales: ['en'] }), { code: 'not-found' })
    await assert.rejects(house.packFestival(SYSTEM, { id, locales: [] }), { code: 'invalid-input' })
    await assert.rejects(house.packFestival(await member('buyer'), { id, locales: ['en'] }), { code: 'not-allowed' })
  })
})
