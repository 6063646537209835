import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as press from '@vitrine/press'
import type { CatalogueInput } from '@vitrine/press/input'
import sharp from 'sharp'
import { SYSTEM } from '../../actors.ts'
import { MOST_FILMS_PRINTED } from '../../contract/catalogue.ts'
import { aSheet, eachHouse } from '../../testing/house-for-tests.ts'

eachHouse('a printed catalogue', (open) => {
  const asked = { market: 'Sunny Side', locale: 'en', paper: 'a4', perPage: 1, forPrinters: false } as const

  test('titles that are named, whatever their state and in that order; else what facets find of the published ones', async () => {
    const seen: CatalogueInput[] = []
    const { house, member } = await open({
      print: { ...press, printCatalogue: (input) => (seen.push(input), press.printCatalogue(input)) },
    })
    const alder = await house.createTitle(SYSTEM, { sheet: aSheet('Alder', { themes: ['water'] }) })
    const birch = await house.createTitle(SYSTEM, { sheet: aSheet('Birch') })
    const bytes = await sharp({ create: { width: 1200, height: 900, channels: 3, background: '#246' } }).jpeg().toBuffer() // prettier-ignore
    for (const kind of ['poster', 'still'] as const)
      await house.addPicture(SYSTEM, {
        id: alder.id,
        baseRevision: kind === 'poster' ? 1 : 2,
        bytes,
        kind,
        caption: {},
        credit: null,
      })
    await house.publishTitle(SYSTEM, { id: alder.id, baseRevision: 3 })
    const sales = await member('sales')

    const named = await house.printCatalogue(sales, { ...asked, ids: [birch.id, alder.id, birch.id], year: 2027 })
    assert.equal(new TextDecoder().decode(named.pdf.subarray(0, 5)), '%PDF-')
    assert.deepEqual([named.films, named.fileName], [2, 'catalogue-2027-en.pdf'])
    assert.deepEqual(
      seen[0]!.films.map(({ sheet, stills, poster }) => [sheet.title, stills.length, poster]),
      [['Birch', 0, null], ['Alder', 1, null]],
    ) // prettier-ignore
    assert.equal(seen[0]!.cover?.width, 1200)
    assert.ok(seen[0]!.contacts.some(({ name }) => name === sales.name))

    const byTheme = await house.printCatalogue(sales, { ...asked, facets: { theme: ['water'], status: ['draft'] }, perPage: 2 })
    assert.deepEqual([byTheme.films, seen[1]!.films[0]!.sheet.title, seen[1]!.films[0]!.stills[0]!.width], [1, 'Alder', 960])
    await assert.rejects(house.printCatalogue(sales, { ...asked, facets: { theme: ['work'] } }), { code: 'not-found' })
    await assert.rejects(house.printCatalogue(sales, { ...asked, ids: ['nobody'] }), { code: 'not-found' })
    await assert.rejects(house.printCatalogue(sales, { ...asked, market: ' ' }), { code: 'invalid-input' })
    await assert.rejects(house.printCatalogue(await member('buyer'), asked), { code: 'not-allowed' })
    const many = Array.from({ length: MOST_FILMS_PRINTED + 1 }, (_, at) => `t${at}`)
    await assert.rejects(house.printCatalogue(sales, { ...asked, ids: many }), { code: 'limit-reached' })
  })
})
