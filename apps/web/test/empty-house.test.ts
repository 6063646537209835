/** A house on its first day, which has no film yet: what its desk and its site say then. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { newPgliteFolder } from '@vitrine/store/testing/databases'
import { at, deskOf, useDesk, rooms } from './desk.ts'
import { faultsInBothLooks, keepPicture, openPage, SCREENS } from './rooms.ts'

useDesk(async (folder) => {
  await newPgliteFolder(join(folder, 'database'))
  return {}
})

test('the desk says what can be brought, to each what they may bring, and every way in leads on', async () => {
  for (const { name, options, locale } of SCREENS) {
    const { page, complaints, close } = await deskOf('owner', options)
    await page.goto(at(`/${locale}/desk`))
    assert.deepEqual(await faultsInBothLooks(page), [], name)
    await keepPicture(page, `empty-desk-${name}`)
    const ways = page.locator('.ways-in a')
    const addresses = await ways.evaluateAll((links) => links.map((link) => link.getAttribute('href')!))
    // Several work here already: that is not asked for again.
    assert.deepEqual(addresses, ['settings', 'intake', 'rights/import', 'contacts/import'].map((room) => `/${locale}/desk/${room}`)) // prettier-ignore
    for (const address of addresses) assert.equal((await page.goto(at(address)))!.status(), 200, address)
    await page.goto(at(`/${locale}/desk?q=water`))
    assert.equal(await ways.count(), 0, 'who looks for a film is not told how to move in')
    assert.deepEqual(complaints, [], name)
    await close()
  }
  const editor = await deskOf('editor')
  await editor.page.goto(at('/en/desk'))
  assert.deepEqual(await editor.page.locator('.ways-in a').allTextContents(), ['The catalogue you have'])
  await editor.close()
})

test('its list of films does not blame filters that nobody set', async () => {
  for (const { name, options, locale } of SCREENS) {
    const { page, close } = await openPage(rooms, options)
    await page.goto(at(`/${locale}/films`))
    await page.getByText(locale === 'en' ? 'The catalogue opens soon.' : 'Le catalogue ouvre bientôt.').waitFor()
    assert.deepEqual(await faultsInBothLooks(page), [], name)
    await keepPicture(page, `empty-films-${name}`)
    await page.goto(at(`/${locale}/films?q=water`))
    await page.getByText(locale === 'en' ? 'No film matches all of that' : 'Aucun film ne répond à tout cela').waitFor()
    await close()
  }
})
