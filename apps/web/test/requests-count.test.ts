/** How many requests nobody sees to, beside the room where they stand, on every page of the desk. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { SYSTEM } from '@vitrine/house'
import { deskOf, open, rooms, useDesk } from './desk.ts'
import { faultsOf, keepPicture } from './rooms.ts'

useDesk()

describe('requests that nobody sees to', () => {
  test('are counted beside the entry of the menu, said in words, and no longer when somebody takes them', async () => {
    const { page, complaints, close } = await deskOf('owner')
    await open(page, '/en/desk/deals')
    const entry = page.locator('.desk-nav a[href="/en/desk/requests"]')
    assert.equal((await entry.innerText()).trim(), 'Requests', 'nothing is counted where there is nothing')
    const ask = (name: string) => rooms.house.sendRequest(SYSTEM, { kind: 'terms', titleIds: [], wishes: null, name, email: `${name}@tv.example`, company: 'TV', message: 'Which films have you got?', locale: 'en' }) // prettier-ignore
    await ask('ana')
    await ask('bo')
    await open(page, '/en/desk/deals')
    await page.getByRole('link', { name: /^Requests\W+2 new, without anybody who sees to them$/ }).waitFor()
    assert.equal(await page.locator('.nav-count').innerText(), '2')
    assert.deepEqual(await faultsOf(page), [])
    await keepPicture(page, 'requests-count')
    const [one] = (await rooms.house.listRequests(SYSTEM, { reader: 'en' })).items
    await rooms.house.stepRequest(SYSTEM, { id: one!.id, from: 'new', state: 'closed', reader: 'en' })
    await open(page, '/fr/desk')
    await page.getByRole('link', { name: /^Demandes\W+1 nouvelle, sans personne pour la traiter$/ }).waitFor()
    assert.deepEqual(complaints, [])
    await close()
  })
})
