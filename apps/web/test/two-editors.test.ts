/** Two people at one film at once, with its pictures and in two languages: both get what they did, and the second is told. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptySheet } from '@vitrine/catalogue'
import { SYSTEM } from '@vitrine/house'
import sharp from 'sharp'
import type { Page } from 'playwright-core'
import { deskOf, open, rooms, useDesk } from './desk.ts'
import { keepPicture } from './rooms.ts'

useDesk()

const still = async (colour: string) => sharp({ create: { width: 1600, height: 900, channels: 3, background: colour } }).png().toBuffer() // prettier-ignore
const add = async (page: Page, name: string, colour: string) => {
  await page
    .getByLabel('Drop pictures here, or choose them')
    .setInputFiles({ name, mimeType: 'image/png', buffer: await still(colour) })
  await page.getByText('The picture was added.').waitFor()
}
const bar = (page: Page) => page.locator('.save-bar')
const save = async (page: Page) => {
  await page.keyboard.press('Control+s')
  await bar(page).getByText('Saved', { exact: true }).waitFor()
}

test('one writes, adds a language and takes a picture away; the other adds pictures and describes one: nothing is lost', async () => {
  const { id } = await rooms.house.createTitle(SYSTEM, {
    sheet: { ...emptySheet('The Shared Stills'), synopsis: { en: 'One film.' } },
  })
  const one = await deskOf('editor')
  const two = await deskOf('owner')
  await open(one.page, `/en/desk/titles/${id}`)
  for (const [name, colour] of [
    ['red.png', '#802020'],
    ['green.png', '#207040'],
  ] as const)
    await add(one.page, name, colour)
  await open(two.page, `/en/desk/titles/${id}`)
  await two.page.getByText(/has this title open too/).waitFor()
  const [red, green] = (await rooms.house.openTitle(SYSTEM, { id })).sheet.pictures.map((picture) => picture.id)

  // The first takes the red one away and writes in German. Nothing of it is saved yet.
  await one.page.getByRole('region', { name: 'Pictures' }).getByRole('button', { name: 'Remove 1' }).click()
  await one.page.getByLabel('Add a language').fill('German')
  await one.page.keyboard.press('Enter')
  await one.page.locator('#text-synopsis').fill('Ein Film.')

  // Meanwhile the second, who has typed a caption and not saved it, adds a picture.
  await two.page.getByLabel('Caption, also read to those who cannot see it 2, English').fill('The green door')
  await add(two.page, 'blue.png', '#203080')
  assert.equal(
    await two.page.getByLabel('Caption, also read to those who cannot see it 2, English').inputValue(),
    'The green door',
  )
  await save(two.page)

  await one.page.keyboard.press('Control+s')
  await one.page.getByText(/saved this title while you were writing/).waitFor()
  await keepPicture(one.page, 'two-editors-pictures')
  assert.equal(await one.page.locator('.clash').count(), 0, 'nothing clashes: each changed another picture')
  await one.page.getByRole('button', { name: 'Save the merged title' }).click()
  await bar(one.page).getByText('Saved', { exact: true }).waitFor()
  const { sheet } = await rooms.house.openTitle(SYSTEM, { id })
  assert.deepEqual(sheet.synopsis, { en: 'One film.', de: 'Ein Film.' })
  assert.equal(sheet.pictures.length, 2)
  assert.deepEqual([sheet.pictures[0]?.id, sheet.pictures[0]?.caption['en']], [green, 'The green door'])
  assert.ok(sheet.pictures.every((picture) => picture.id !== red))
  assert.deepEqual(await rooms.house.listUnsavedDrafts(SYSTEM, { id }), [])

  // Both write the same caption: the second is asked about that picture, and the new one of the other stays.
  await two.page.reload()
  await open(two.page, `/en/desk/titles/${id}`)
  await two.page.getByLabel('Caption, also read to those who cannot see it 1, English').fill('A door, green')
  await add(one.page, 'grey.png', '#808080')
  await one.page.getByLabel('Caption, also read to those who cannot see it 1, English').fill('The door of the pilots')
  await save(one.page)
  await two.page.keyboard.press('Control+s')
  await two.page.locator('.clash').waitFor()
  await two.page.getByRole('radio', { name: /A door, green/ }).check()
  await two.page.getByRole('button', { name: 'Save the merged title' }).click()
  await bar(two.page).getByText('Saved', { exact: true }).waitFor()
  const merged = (await rooms.house.openTitle(SYSTEM, { id })).sheet.pictures
  assert.deepEqual([merged.length, merged[0]?.caption['en']], [3, 'A door, green'])

  // The state with the red one comes back whole, its file too.
  await open(two.page, `/en/desk/titles/${id}/history`)
  const withRed = (await rooms.house.listRevisions(SYSTEM, { id })).toReversed()
  let revision = 0
  for (const each of withRed) {
    const pictures = (await rooms.house.viewRevision(SYSTEM, { id, revision: each.revision })).sheet.pictures
    if (pictures.length === 2 && pictures[0]?.id === red) revision = each.revision
  }
  await two.page.getByRole('button', { name: `Bring back state ${revision}`, exact: true }).click()
  await two.page.locator('.said-note').waitFor()
  const back = (await rooms.house.openTitle(SYSTEM, { id })).sheet.pictures
  assert.ok(back.some((picture) => picture.id === red))
  const shown = two.page.locator('.mini-pictures img').first()
  await shown.waitFor()
  await two.page.waitForFunction(() => [...document.querySelectorAll<HTMLImageElement>('.mini-pictures img')].every((img) => img.complete && img.naturalWidth > 0)) // prettier-ignore
  await keepPicture(two.page, 'two-editors-history')
  assert.deepEqual([...one.complaints, ...two.complaints], [])
  await one.close()
  await two.close()
})
