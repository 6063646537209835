import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import { SYSTEM } from '../../actors.ts'
import type { Actor } from '../../contract.ts'
import { isHouseError } from '../../errors.ts'
import { aSheet, eachHouse, type TestHouse } from '../../testing/house-for-tests.ts'

const VISITOR: Actor = { kind: 'visitor', userId: null, name: 'visitor', role: 'visitor', scopes: null }
const locale = 'en' as const
const question = { territory: 'France', media: 'free-tv', from: '2027-01-01', to: '2028-12-31', exclusive: true }
const grant = {
  kind: 'grant',
  exclusive: true,
  territory: 'World',
  media: 'all',
  from: '2020-01-01',
  to: '2035-12-31',
  party: 'Salt Films',
}

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no error',
    (error: unknown) => (isHouseError(error) ? error.code : String(error)),
  )

async function twoFilms({ house, member }: TestHouse) {
  const rights = await member('rights')
  const ids: string[] = []
  for (const name of ['=HYPERLINK("x")', 'Salt']) {
    const title = await house.createTitle(SYSTEM, { sheet: aSheet(name) })
    await house.enterEntry(rights, { titleId: title.id, entry: grant, locale })
    ids.push(title.id)
  }
  const salt = await house.openTitle(SYSTEM, { id: ids[1]! })
  await house.publishTitle(SYSTEM, { id: ids[1]!, baseRevision: salt.revision })
  return { rights, ids }
}

eachHouse('sent lists', (open) => {
  test('the preview is what is then sent, and only sales and above get one', async () => {
    const at = await open()
    const { ids } = await twoFilms(at)
    const sales = await at.member('sales')
    const preview = await at.house.previewAvailabilities(sales, { question, titleIds: ids, locale })
    assert.equal((await at.house.listSentLists(sales, { locale })).items.length, 0)
    const sent = await at.house.sendAvailabilities(sales, { question, titleIds: ids, toName: 'Ada', locale })
    assert.deepEqual(sent.rows, preview.rows)
    assert.deepEqual(sent.question, preview.question)
    assert.equal(
      await codeOf(at.house.previewAvailabilities(await at.member('editor'), { question, titleIds: ids, locale })),
      'not-allowed',
    )
    assert.equal(await codeOf(at.house.previewAvailabilities(sales, { question, titleIds: ['nobody'], locale })), 'not-found')
  })

  test('what is no longer true comes first through all the pages, what was recalled last, whoever writes and whatever day it is', async () => {
    const at = await open()
    const { rights, ids } = await twoFilms(at)
    const [other, salt] = ids as [string, string]
    const sales = await at.member('sales')
    const sent: string[] = []
    for (let n = 0; n < 60; n++)
      sent.push((await at.house.sendAvailabilities(sales, { question, titleIds: [n === 3 || n === 55 ? salt : other], toName: `Buyer ${n}`, locale })).id) // prettier-ignore
    await at.house.recallSentList(sales, { id: sent[59]! })
    const walk = async () => {
      const found: string[] = []
      for (let cursor: string | null = null; ;) {
        const page: Awaited<ReturnType<typeof at.house.listSentLists>> = await at.house.listSentLists(sales, { cursor, locale })
        found.push(...page.items.map(({ id }) => String(sent.indexOf(id))))
        if (page.nextCursor === null) return { order: found, counts: page.counts }
        cursor = page.nextCursor
      }
    }
    for (const wrong of [['2026-11-26T09:00:00.000Z', 'x'], [0.5, '2026-11-26', 'x'], [1, 'soon', 'x']])
      assert.equal(await codeOf(at.house.listSentLists(sales, { cursor: Buffer.from(JSON.stringify(wrong)).toString('base64url'), locale })), 'invalid-input') // prettier-ignore
    const descending = (...first: number[]) => [...first, ...Array.from({ length: 59 }, (_, n) => 58 - n).filter((n) => !first.includes(n)), 59].map(String) // prettier-ignore
    assert.deepEqual(await walk(), { order: descending(), counts: { all: 60, stale: 0 } })
    const licence = { kind: 'licence', exclusive: true, territory: 'France', media: 'free-tv', from: '2027-01-01', to: '2027-12-31' } // prettier-ignore
    const { id } = await at.house.enterEntry(rights, { titleId: salt, entry: licence, locale })
    assert.deepEqual(await walk(), { order: descending(55, 3), counts: { all: 60, stale: 2 } })
    // sent after the sale it is true; one that was ended from its beginning makes the others true again
    sent.push((await at.house.sendAvailabilities(sales, { question, titleIds: [salt], toName: 'Late', locale })).id)
    assert.deepEqual((await walk()).order.slice(0, 3), ['55', '3', '60'])
    await at.house.amendEntry(rights, { id, baseVersion: 1, entry: { ...licence, territory: 'Spain' }, effective: null, locale })
    assert.deepEqual((await walk()).order.slice(0, 2), ['60', '58'])
    assert.equal((await walk()).counts.stale, 1)
    await at.house.recallSentList(sales, { id: sent[60]! })
    assert.deepEqual([(await walk()).order.slice(-2), (await walk()).counts.stale], [['60', '59'], 0])
  })

  test('only films that have a public page are linked', async () => {
    const at = await open()
    const { ids } = await twoFilms(at)
    const { token } = await at.house.sendAvailabilities(await at.member('sales'), {
      question,
      titleIds: ids,
      toName: 'Ada',
      locale,
    })
    const seen = await at.house.viewSentList(VISITOR, { token })
    assert.deepEqual(seen.rows.map((row) => row.slug), [null, 'salt']) // prettier-ignore
  })

  test('the spreadsheets say what the page says, hold no formula, and end with the link', async () => {
    const at = await open()
    const { ids } = await twoFilms(at)
    const sales = await at.member('sales')
    const { id, token } = await at.house.sendAvailabilities(sales, { question, titleIds: ids, toName: 'Ada', locale: 'fr' })
    const csv = await at.house.exportSentList(VISITOR, { token, format: 'csv' })
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(csv.bytes)
    assert.ok(text.startsWith('\ufeffTitre;Réalisation;'), text)
    assert.ok(text.includes(`"'=HYPERLINK(""x"")"`), text)
    assert.ok(text.includes('Disponible;100;') && text.includes('https://films.example/fr/films/salt'), text)
    assert.match(csv.fileName, /^disponibilites-\d{4}-\d\d-\d\d\.csv$/)
    const xlsx = await at.house.exportSentList(VISITOR, { token, format: 'xlsx' })
    assert.deepEqual([...xlsx.bytes.subarray(0, 2)], [0x50, 0x4b])
    await at.house.recallSentList(sales, { id })
    for (const format of ['csv', 'xlsx'] as const)
      assert.equal(await codeOf(at.house.exportSentList(VISITOR, { token, format })), 'not-found')
    assert.equal(await codeOf(at.house.printSentList(VISITOR, { token, paper: 'a4' })), 'not-found')
  })

  test('paper is printed from the list as it was sent', async () => {
    const at = await open({ print: await import('@vitrine/press') })
    const { ids } = await twoFilms(at)
    const { token } = await at.house.sendAvailabilities(await at.member('sales'), {
      question,
      titleIds: ids,
      toName: 'Ada',
      locale,
    })
    const pdf = await at.house.printSentList(VISITOR, { token, paper: 'letter' })
    assert.equal(new TextDecoder().decode(pdf.subarray(0, 5)), '%PDF-')
  })
})
