/** The room that prints a catalogue: titles are ticked in the list, the pages are set, the book is there to be saved. */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { describe, test } from 'node:test'
import { SYSTEM } from '@vitrine/house'
import { emptySheet } from '@vitrine/catalogue'
import { awake, deskOf, open, rooms, useDesk } from './desk.ts'
import { axe, faultsOf } from './rooms.ts'

useDesk()

describe('a printed catalogue', () => {
  test('titles ticked in the list become a book; what is wrong is said', async () => {
    const made = await rooms.house.createTitle(SYSTEM, { sheet: { ...emptySheet('The Tide Clock'), directors: ['Oda Brandt'] } })
    const { page, complaints, close } = await deskOf('editor')
    await open(page, '/en/desk?q=tide+clock')
    await page.getByRole('checkbox', { name: /The Tide Clock/ }).click()
    await page.getByRole('link', { name: 'Catalogue', exact: true }).click()
    await page.waitForURL(`**/desk/catalogue?id=${made.id}`)
    await awake(page)
    await page.getByRole('heading', { name: 'Printed catalogue' }).waitFor()
    assert.equal(await page.getByLabel('Films', { exact: true }).inputValue(), 'ids')
    assert.deepEqual([await axe(page), await faultsOf(page)], [[], []])
    await page.getByLabel('Market').fill('Lantern Market')
    await page.getByLabel('Films on a page').selectOption('2')
    await page.getByRole('button', { name: 'Print the catalogue' }).click()
    const link = page.getByRole('link', { name: 'Download the PDF' })
    await link.waitFor({ timeout: 60_000 })
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
    assert.match(download.suggestedFilename(), /^catalogue-\d{4}-en\.pdf$/)
    assert.equal((await readFile(await download.path())).subarray(0, 5).toString(), '%PDF-')
    assert.deepEqual(complaints, [])

    await open(page, '/en/desk/catalogue?id=nobody')
    await page.getByLabel('Market').fill('Lantern Market')
    await page.getByRole('button', { name: 'Print the catalogue' }).click()
    await page.getByRole('alert').waitFor()
    assert.equal(await link.count(), 0)
    await close()
  })
})
