import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as press from '@vitrine/press'
import sharp from 'sharp'
import { SYSTEM, VISITOR } from '../../actors.ts'
import type { OneSheetInput } from '@vitrine/press/input'
import { isHouseError } from '../../errors.ts'
import { aSheet, eachHouse } from '../../testing/house-for-tests.ts'

eachHouse('printing', (open) => {
  test('a one-sheet and a shortlist, with the pictures and the address of the page', async () => {
    const asked: OneSheetInput[] = []
    const { house } = await open({
      print: { ...press, printOneSheet: (input) => (asked.push(input), press.printOneSheet(input)) },
    })
    const made = await house.createTitle(SYSTEM, { sheet: aSheet('On Paper', { synopsis: { en: 'A film that is printed.' } }) })
    const bytes = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#246' } })
      .jpeg()
      .toBuffer()
    const shown = await house.addPicture(SYSTEM, {
      id: made.id,
      baseRevision: 1,
      bytes,
      kind: 'still',
      caption: {},
      credit: null,
    })
    await house.publishTitle(SYSTEM, { id: made.id, baseRevision: shown.revision })

    const sheet = await house.printOneSheet(VISITOR, { slug: 'on-paper', locale: 'fr', paper: 'a4' })
    assert.equal(new TextDecoder().decode(sheet.pdf.subarray(0, 5)), '%PDF-')
    assert.equal(sheet.fileName, 'on-paper-fr.pdf')
    assert.equal(asked[0]?.film.url, 'https://films.example/fr/films/on-paper')
    assert.deepEqual([asked[0]?.film.stills[0]?.width, asked[0]?.film.stills[0]?.height], [400, 300])

    const { token } = await house.startShortlist(VISITOR, { name: 'Two evenings', titleIds: [made.id] })
    const list = await house.printShortlist(VISITOR, { token, locale: 'en', paper: 'letter' })
    assert.equal(new TextDecoder().decode(list.pdf.subarray(0, 5)), '%PDF-')
  })

  test('without a press, or with one that breaks, it is said', async () => {
    const down = (thrown: unknown) => isHouseError(thrown) && thrown.code === 'printing-down'
    const broken = { ...press }
    for (const paper of Object.keys(press).filter((name): name is keyof typeof press => name.startsWith('print')))
      Object.assign(broken, { [paper]: () => Promise.reject(new Error('the rollers are stuck')) })
    for (const print of [undefined, broken]) {
      const { house } = await open(print ? { print } : {})
      const made = await house.createTitle(SYSTEM, { sheet: aSheet('Unprinted') })
      await assert.rejects(house.printOneSheet(SYSTEM, { slug: made.slug, locale: 'en', paper: 'a4' }), down)
      await assert.rejects(
        house.printOneSheet(VISITOR, { slug: made.slug, locale: 'en', paper: 'a4' }),
        (thrown) => isHouseError(thrown) && thrown.code === 'not-found',
      )
    }
  })
})
