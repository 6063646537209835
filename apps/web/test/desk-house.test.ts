/** The rooms of the house at the desk, one's own account, and every page of it on every screen. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { SYSTEM } from '@vitrine/house'
import { at, deskOf, newcomer, open, people, rooms, said, SHEET, useDesk } from './desk.ts'
import { addAuthenticator, faultsInBothLooks, openPage, SCREENS } from './rooms.ts'

useDesk()

describe('who may come in', () => {
  test('a visitor is led to sign-in and back', async () => {
    for (const path of ['', '/rights', '/deals']) {
      const answer = await fetch(at(`/en/desk${path}?x=1`), { redirect: 'manual' })
      assert.equal(answer.status, 303, path)
      assert.equal(answer.headers.get('location'), `/en/sign-in?next=${encodeURIComponent(`/en/desk${path}?x=1`)}`)
    }
  })
  // Every page by every role is asked for in every-page.test.ts.
  for (const role of ['owner', 'rights', 'sales', 'editor'] as const)
    test(`${role}: no link leads to a closed room`, async () => {
      const { page, close } = await deskOf(role)
      await open(page, '/en/desk')
      const links = await page.locator('.desk-nav a').evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href))
      assert.ok(links.length > 3, links.join(' '))
      for (const link of links) assert.equal((await page.request.get(link, { maxRedirects: 0 })).status(), 200, link)
      await close()
    })
  test('an address of the desk that nothing answers is said inside the desk, with a search; a stranger signs in first', async () => {
    const to = '/fr/desk/clockmaker-of-harl'
    const stranger = await fetch(at(to), { redirect: 'manual' })
    assert.equal(stranger.headers.get('location'), `/fr/sign-in?next=${encodeURIComponent(to)}`)
    assert.equal(
      (await fetch(at('/fr/desk/harl%E0%A4'))).status,
      400,
      'an address that is cut in a letter is no fault of the house',
    )
    const { page, close } = await deskOf('editor')
    assert.equal((await page.goto(at(to)))!.status(), 404)
    await page.getByRole('heading', { name: 'Rien à cette adresse' }).waitFor()
    assert.ok(await page.getByRole('navigation', { name: 'Le bureau' }).isVisible())
    assert.deepEqual(await faultsInBothLooks(page), [])
    await page.getByRole('search').getByRole('button', { name: 'Chercher' }).click()
    await page.waitForURL(/\/fr\/desk\?q=clockmaker\+of\+harl$/)
    await page.goto(at('/en/desk/titles/00000000-0000-4000-8000-000000000000'))
    assert.equal(await page.getByRole('searchbox').inputValue(), '', 'an id is not what somebody looks for')
    await page.goto(at('/en/desk/titles/01jg4zthej546qjrs32mm7623g'))
    assert.equal(await page.getByRole('searchbox').inputValue(), '', 'nor an id of this house')
    await close()
  })
  test('a buyer is led from the door to their own room, and told further in that it is for staff', async () => {
    const { page, close } = await deskOf('buyer')
    await page.goto(at('/en/desk'))
    await page.getByText('This is your room').waitFor()
    await page.goto(at('/en/desk/titles/none'))
    assert.match(await page.locator('h1').innerText(), /Not open to you/)
    await close()
  })
  test('a change from another site, or as a form, is refused', async () => {
    const { page, close } = await deskOf('owner')
    const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
    const send = (headers: Record<string, string>) =>
      fetch(at('/en/desk/settings/save'), {
        method: 'POST',
        headers: { cookie, ...headers },
        body: JSON.stringify({ name: 'Stolen House' }),
      })
    assert.equal((await send({ 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' })).status, 403)
    assert.ok([403, 415].includes((await send({ 'content-type': 'text/plain' })).status))
    assert.equal((await rooms.house.viewSettings(SYSTEM)).name, 'Lantern House')
    await close()
  })
})

describe('the rooms of the house', () => {
  test('a request is answered, and the answer taken back', async () => {
    await rooms.house.sendRequest(SYSTEM, {
      kind: 'screener',
      titleIds: [rooms.ids['the-ferry-log']!],
      name: 'Mara Quist',
      email: 'mara@channel.example',
      company: 'Channel Nine',
      message: 'For our spring slot.',
      locale: 'en',
    })
    const { page, complaints, close } = await deskOf('sales')
    await open(page, '/en/desk/requests')
    assert.match(await page.locator('h1').innerText(), /1 request waiting/)
    await page.getByRole('button', { name: 'Answered: Mara Quist' }).click()
    await page.getByRole('heading', { name: 'No request waiting' }).waitFor()
    await said(page).getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('heading', { name: '1 request waiting' }).waitFor()
    assert.deepEqual(complaints, [])
    await close()
  })

  test('a collection is made, changed, and the change undone; a second of the same name has its own address', async () => {
    const { page, complaints, close } = await deskOf('editor')
    await open(page, '/en/desk/collections/new')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Give it a name in one language at least.').waitFor()
    await page.locator('#name-en').fill('Polar nights')
    await page.locator('#name-fr').fill('Nuits polaires')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.waitForURL(/\/collections\/polar-nights\?new=1$/)
    await said(page).getByText('The collection is there. Now name it in the editor of its films.').waitFor()
    await page.locator('#intro-en').fill('Where the sun stays away.')
    await page.getByRole('button', { name: 'Save' }).click()
    await said(page).getByText('The collection is saved.').waitFor()
    await said(page).getByRole('button', { name: 'Undo' }).click()
    await said(page).getByText('Undone.').waitFor()
    assert.equal(await page.locator('#intro-en').inputValue(), '')
    await open(page, '/en/desk/collections/new')
    await page.locator('#name-en').fill('Polar nights')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.waitForURL(/\/collections\/polar-nights-2\?new=1$/)
    assert.deepEqual(complaints, [])
    await close()
  })

  test('a collection is deleted from the list, and comes back to its place', async () => {
    for (const slug of ['first-light', 'last-light'])
      await rooms.house.saveCollection(SYSTEM, { collection: { slug, name: { en: `On ${slug}` }, intro: {}, pictureId: null } })
    const { page, complaints, close } = await deskOf('editor')
    await open(page, '/en/desk/collections')
    const names = () => page.locator('.collection-rows a').allInnerTexts()
    const before = await names()
    await page.getByRole('button', { name: 'Delete On first-light' }).click()
    await said(page).getByText('“On first-light” is deleted.').waitFor()
    assert.deepEqual(
      await names(),
      before.filter((one) => one !== 'On first-light'),
    )
    assert.equal((await fetch(at('/en/collections/first-light'))).status, 404)
    await said(page).getByRole('button', { name: 'Undo' }).click()
    await said(page).getByText('Undone.').waitFor()
    assert.deepEqual(await names(), before)
    assert.equal((await fetch(at('/en/collections/first-light'))).status, 200)
    assert.deepEqual(complaints, [])
    await close()
  })

  test('a collection takes a picture of one of its films', async () => {
    const { page, complaints, close } = await deskOf('editor')
    await open(page, '/en/desk/collections/rivers')
    assert.ok((await page.locator('.pick-pictures img').count()) >= 2)
    await page.locator('.pick-pictures label').nth(1).click()
    await page.getByRole('button', { name: 'Save' }).click()
    await said(page).getByText('The collection is saved.').waitFor()
    const [rivers] = (await rooms.house.listCollections(SYSTEM, { locale: 'en' })).filter((one) => one.slug === 'rivers')
    assert.ok(rivers?.picture)
    assert.deepEqual(complaints, [])
    await close()
  })

  test('the house changes its name, colour, face and first page, and thinks better of it', async () => {
    const { page, complaints, close } = await deskOf('owner')
    await open(page, '/en/desk/settings')
    await page.locator('#house-name').fill('Beacon House')
    await page.locator('#accent-code').fill('#ffe9a8')
    assert.match(await page.locator('#contrast').innerText(), /On light pages: 1(\.\d)? to 1, too little/)
    const accent = await page.locator('.preview.look-light .act').evaluate((one) => getComputedStyle(one).backgroundColor)
    assert.notEqual(accent, 'rgb(255, 233, 168)', 'the preview shows what is used, not what was asked')
    await page.locator('.faces label', { hasText: 'Archivo' }).click()
    await page.getByLabel('Add a film: type its title').fill('ferry')
    await page.locator('.finder button').first().waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('Not saved yet').waitFor()
    await page.keyboard.press('Control+s')
    await said(page).getByText('Saved. The site shows it now.').waitFor()
    const html = await (await fetch(at('/en'))).text()
    assert.match(html, /Beacon House/)
    assert.match(html, /data-face="archivo"/)
    assert.deepEqual((await rooms.house.viewSettings(SYSTEM)).featured, [rooms.ids['the-ferry-log']])
    await said(page).getByRole('button', { name: 'Undo' }).click()
    await said(page).getByText('Undone.').waitFor()
    assert.equal(await page.locator('#house-name').inputValue(), 'Lantern House')
    assert.equal((await rooms.house.viewSettings(SYSTEM)).accent, '#b3261e')
    assert.deepEqual(complaints, [])
    await close()
  })

  test('what is typed while the settings are being saved stays, and the next save takes it', async () => {
    const { page, complaints, close } = await deskOf('owner')
    await open(page, '/en/desk/settings')
    let release = (): void => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    await page.route('**/settings/save', async (route) => {
      await held
      await route.continue()
    })
    const before = (await rooms.house.viewSettings(SYSTEM)).address
    const address = page.locator('#address')
    await address.fill('1 Quay')
    await page.keyboard.press('Control+s')
    await address.fill('1 Quay Street')
    release()
    await said(page).getByText('Saved. The site shows it now.').waitFor()
    assert.equal(await address.inputValue(), '1 Quay Street')
    assert.equal((await rooms.house.viewSettings(SYSTEM)).address, '1 Quay')
    await page.keyboard.press('Control+s')
    await page.getByText('Not saved yet').waitFor({ state: 'hidden' })
    assert.equal((await rooms.house.viewSettings(SYSTEM)).address, '1 Quay Street')
    assert.deepEqual(complaints, [])
    await close()
    await rooms.house.changeSettings(SYSTEM, { settings: { address: before } })
  })

  test('a person is added, given another role and shut out, each undone; the last owner stays one', async () => {
    const { page, complaints, close } = await deskOf('owner')
    await open(page, '/en/desk/people')
    await page.locator('#person-name').fill('Tilda Voss')
    await page.locator('#person-email').fill('tilda@house.example')
    await page.getByRole('button', { name: 'Add a person' }).click()
    await said(page).getByText('Tilda Voss can sign in now').waitFor()
    await page.locator('#person-name').fill('Tilda Again')
    await page.locator('#person-email').fill('tilda@house.example')
    await page.getByRole('button', { name: 'Add a person' }).click()
    await page.getByText('is a member already').waitFor()

    const tilda = async () => (await rooms.house.listUsers(SYSTEM)).find((one) => one.email === 'tilda@house.example')!
    await page.getByLabel('Role of Tilda Voss').selectOption('rights')
    await said(page).getByText('role is now: rights').waitFor()
    assert.equal((await tilda()).role, 'rights')
    await said(page).getByRole('button', { name: 'Undo' }).click()
    await said(page).getByText('Undone.').waitFor()
    assert.equal((await tilda()).role, 'editor')
    await page.getByRole('button', { name: 'Shut out Tilda Voss' }).click()
    await page.getByRole('button', { name: 'Let back in Tilda Voss' }).waitFor()
    assert.equal((await tilda()).disabled, true)
    await said(page).getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('button', { name: 'Shut out Tilda Voss' }).waitFor()

    await page.getByLabel('Role of owner').selectOption('sales')
    await said(page).getByText('This is the only owner left').waitFor()
    assert.equal(await page.getByLabel('Role of owner').inputValue(), 'owner', 'the control says what is so')
    assert.deepEqual(
      complaints.filter((one) => !/40[09]|status of 4/.test(one)),
      [],
    )
    await close()
  })

  test('a key is made, works, is shown once, and stops when revoked', async () => {
    const { page, complaints, close } = await deskOf('editor')
    await open(page, '/en/desk/keys')
    await page.locator('#key-name').fill('Nightly export')
    await page.getByRole('button', { name: 'Make a key' }).click()
    const secret = await page.locator('#secret').innerText()
    const ask = () => fetch(at('/api/v1/titles'), { headers: { authorization: `Bearer ${secret}` } })
    assert.equal((await ask()).status, 200)
    await open(page, '/en/desk/keys')
    assert.doesNotMatch(await page.content(), new RegExp(secret), 'shown once')
    await page.getByRole('button', { name: 'Revoke Nightly export' }).click()
    await page.keyboard.press('Escape')
    assert.equal((await ask()).status, 200, 'one press is not enough for what cannot be undone')
    await page.getByRole('button', { name: 'Revoke Nightly export' }).click()
    await page.getByRole('button', { name: 'Revoke for good' }).click()
    await said(page).getByText('opens nothing any more').waitFor()
    assert.equal((await ask()).status, 401)
    assert.deepEqual(complaints, [])
    await close()
  })

  test('the trail is filtered, followed, and found whole', async () => {
    const { page, complaints, close } = await deskOf('rights')
    await open(page, '/en/desk/audit')
    await page.getByLabel('What was done').selectOption('publishTitle')
    await page.waitForURL('**verb=publishTitle*')
    const lines = await page.locator('.trail tbody td:nth-child(3)').allInnerTexts()
    assert.ok(lines.length >= 30 && lines.every((one) => one.endsWith('published it')), lines.slice(0, 3).join(' | '))
    await page.locator('a.only').first().click()
    await page.waitForURL('**subject=*')
    assert.equal(await page.locator('.trail tbody tr').count(), 1)
    await page.getByRole('button', { name: 'Verify the whole trail' }).click()
    await page.getByText(/The trail is whole: \d+ lines/).waitFor()
    assert.deepEqual(complaints, [])
    await close()
  })

  test('the trail calls a collection by its name, in the language it is read in, also when it is gone', async () => {
    const collection = (slug: string, name: Record<string, string>) => ({ slug, name, intro: {}, pictureId: null })
    await rooms.house.saveCollection(SYSTEM, { collection: collection('salt-and-tide', { en: 'Salt and tide', fr: 'Sel et marée' }) }) // prettier-ignore
    await rooms.house.saveCollection(SYSTEM, { collection: collection('short-lived', { en: 'A short life' }) })
    await rooms.house.deleteCollection(SYSTEM, { slug: 'short-lived' })
    const { page, complaints, close } = await deskOf('rights')
    await open(page, '/fr/desk/audit?verb=saveCollection')
    const lines = (await page.locator('.trail tbody').innerText()).replaceAll(/\s+/g, ' ')
    assert.ok(lines.includes('Sel et marée') && lines.includes('A short life'), lines)
    assert.doesNotMatch(lines, /salt-and-tide|short-lived/)
    assert.deepEqual(complaints, [])
    await close()
  })

  test('letters that were not sent can be read, and their links followed', async () => {
    await rooms.site.requestMagicLink({ email: people.sales!, locale: 'en', next: null, address: '198.51.100.7' })
    const { page, complaints, close } = await deskOf('owner')
    await assert.doesNotReject(async () => {
      for (let n = 0; n < 40 && (await rooms.site.outbox(SYSTEM))?.length === 0; n++)
        await new Promise((go) => setTimeout(go, 100))
    })
    await open(page, '/en/desk/mail')
    await page.locator('.folder-letters summary').first().click()
    assert.match(
      (await page.locator('.folder-letters .text a').first().getAttribute('href')) ?? '',
      new RegExp(`^${rooms.address}/api/auth/link`),
    )
    assert.deepEqual(complaints, [])
    await close()
  })
})

describe('one’s own account', () => {
  test('a name is changed by whoever bears it, and changed back', async () => {
    const email = await newcomer('A renamed one')
    const { page, complaints, close } = await deskOf('sales', {}, email)
    const name = async () => (await rooms.house.listUsers(SYSTEM)).find((one) => one.email === email)?.name
    await open(page, '/en/desk/account')
    const save = page.locator('.own-name button')
    assert.equal(await save.isDisabled(), true, 'nothing to save yet')
    await page.getByLabel('Name', { exact: true }).fill('Renée Dubois')
    await page.keyboard.press('Enter')
    await said(page).getByText('The name is now Renée Dubois.').waitFor()
    await page.getByRole('heading', { name: 'Renée Dubois' }).waitFor()
    assert.equal(await name(), 'Renée Dubois')
    await said(page).getByRole('button', { name: 'Undo' }).click()
    await said(page).getByText('Undone.').waitFor()
    assert.equal(await name(), 'A renamed one')
    assert.equal(await page.getByLabel('Name', { exact: true }).inputValue(), 'A renamed one')
    assert.deepEqual(complaints, [])
    await close()
  })

  test('the language in which one is written to is chosen, and given back to the house', async () => {
    const email = await newcomer('A reader of French')
    const { page, complaints, close } = await deskOf('sales', {}, email)
    const language = async () => (await rooms.house.listUsers(SYSTEM)).find((one) => one.email === email)?.locale
    await open(page, '/en/desk/account')
    const save = page.locator('.own-language button')
    assert.equal(await save.isDisabled(), true, 'nothing to save yet')
    await page.getByLabel('Letters to you in').selectOption('French')
    await save.click()
    await said(page).getByText('Letters about your tasks are written so from now on.').waitFor()
    assert.equal(await language(), 'fr')
    await said(page).getByRole('button', { name: 'Undo' }).click()
    await said(page).getByText('Undone.').waitFor()
    assert.equal(await language(), null)
    assert.equal(await page.getByLabel('Letters to you in').inputValue(), '')
    assert.deepEqual(complaints, [])
    await close()
  })

  test('a passkey is made, signs in, and is removed', async () => {
    const { page, complaints, close } = await deskOf('sales', {}, await newcomer('A quick one'))
    await addAuthenticator(page)
    await open(page, '/en/desk/account')
    await page.getByLabel('Name of this device').fill('Office laptop')
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await said(page).getByText('The passkey works from now on.').waitFor()
    await page.getByText('Office laptop').waitFor()

    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL('**/en')
    assert.equal((await page.request.get(at('/en/desk'), { maxRedirects: 0 })).status(), 303)
    await page.goto(at('/en/sign-in'))
    await page.locator('[data-passkey] button').click()
    await page.waitForURL('**/en/desk')

    await open(page, '/en/desk/account')
    await page.getByRole('button', { name: 'Remove Office laptop' }).click()
    await page.getByRole('button', { name: 'Remove for good' }).click()
    await page.getByText('No passkey yet.').waitFor()
    assert.deepEqual(complaints, [])
    await close()
  })

  test('one-time codes are set up by QR code, asked for after a link, and turned off', async () => {
    const email = await newcomer('A careful one')
    const { page, close } = await deskOf('sales', {}, email)
    await open(page, '/en/desk/account')
    await page.getByRole('button', { name: 'Set up one-time codes' }).click()
    assert.ok(((await page.locator('.qr path').getAttribute('d')) ?? '').length > 1000)
    const key = (await page.locator('#totp-key').innerText()).replaceAll(/\s/g, '')
    await page.locator('#code').fill('000000')
    await page.getByRole('button', { name: 'Turn on' }).click()
    await page.getByText('That is not the code of this moment.').waitFor()
    await page.locator('#code').fill(await codeNow(key))
    await page.getByRole('button', { name: 'Turn on' }).click()
    await page.getByRole('heading', { name: 'Backup codes' }).waitFor()
    const backup = await page.locator('.backup li').allInnerTexts()
    assert.ok(backup.length >= 8)

    // A new browser: the link alone no longer opens the desk.
    const other = await openPage(rooms)
    await other.page.goto((await rooms.signIn.linkForMember(email, 'en'))!)
    await other.page.locator('form button').click()
    await other.page.locator('input[name=code]').fill(backup[0]!)
    await other.page.locator('form button').click()
    await other.page.waitForURL('**/en/desk')
    await open(other.page, '/en/desk/account')
    assert.equal(await other.page.getByRole('button', { name: /^End the session/ }).count(), 1)
    await other.page.getByRole('button', { name: /^End the session/ }).click()
    await said(other.page).getByText('That session is ended.').waitFor()
    assert.equal((await page.request.get(at('/en/desk'), { maxRedirects: 0 })).status(), 303, 'the first browser is signed out')
    await other.page.getByRole('button', { name: 'Turn off' }).click()
    await said(other.page).getByText('One-time codes are off.').waitFor()
    await other.close()
    await close()
  })
})

/** RFC 6238 with the usual choices: SHA-1, 30 seconds, six digits. */
async function codeNow(base32: string): Promise<string> {
  const { createHmac } = await import('node:crypto')
  const bits = [...base32.replaceAll('=', '')]
    .map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from(bits.match(/.{8}/g)!.map((eight) => parseInt(eight, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const mac = createHmac('sha1', key).update(counter).digest()
  const from = mac.at(-1)! & 15
  return String((mac.readUInt32BE(from) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

describe('every page of the desk', () => {
  for (const { name, locale, options } of SCREENS) {
    test(`${name}: axe finds nothing in the light and in the dark, nothing is wider than the screen, the browser complains of nothing`, async () => {
      const id = rooms.ids['the-ferry-log']!
      const [sheet] = await rooms.house.dropSheet(SYSTEM, {
        bytes: new TextEncoder().encode(SHEET.replace('Clockmaker', `Bellringer ${name}`)),
        fileName: 'sheet.txt',
      })
      const pages = [
        '',
        '?q=zzzqxy',
        '/drop',
        `/sheets/${sheet!.id}`,
        `/titles/${id}`,
        `/titles/${id}/history`,
        '/requests',
        '/collections',
        '/collections/new',
        '/collections/rivers',
        '/settings',
        '/people',
        '/keys',
        '/audit',
        '/audit?verb=storeLogo',
        '/mail',
        '/account',
      ]
      const { page, complaints, close } = await deskOf('owner', options)
      for (const path of pages) {
        await open(page, `/${locale}/desk${path}`)
        assert.deepEqual(await faultsInBothLooks(page), [], path)
      }
      assert.deepEqual(complaints, [])
      await close()
    })
  }
})
