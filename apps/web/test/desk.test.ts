/** The desk as the people of a house use it: a real browser, the real server, a house of a few films. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { emptySheet } from '@vitrine/catalogue'
import { SYSTEM, type Role } from '@vitrine/house'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { addAuthenticator, faultsOf, followLink, openPage, openRooms, SCREENS, type Rooms } from './rooms.ts'

/** A real sheet that stands beside the working tree on some machines; it is nobody's to copy. */
const SAMPLE = fileURLToPath(new URL('../../../../shared/samples/sheet-en-bullets.txt', import.meta.url))

const SHEET = `The Clockmaker of Harl

A town on the coast votes next month on whether its clocks shall follow the capital. What is an hour, and whose is it?

For thirty years Oda Brandt has climbed the tower of Harl each morning to set a clock that nobody needs any more. When the council decides to let it stand still, half of the town stops with it.

With the patience of her trade she takes the clock apart, wheel by wheel, and with it the story of a place that once lived by the tide.

  • Year: 2022
  • Duration: 52
  • Production: Kettle Films
  • Director: Nils Averbeck
  • Available Versions: ENG, FRA
  • Country of production: Germany

  • Meridian Documentary Days 2023 (Portugal)
`
const FACTS = [
  'The Clockmaker of Harl',
  '2022',
  '52',
  'Kettle Films',
  'Nils Averbeck',
  'English',
  'French',
  'Germany',
  'Meridian Documentary Days',
  '2023',
  'Portugal',
  'What is an hour, and whose is it?',
  'wheel by wheel',
]

let rooms: Rooms
const people: Partial<Record<Role, string>> = {}
before(async () => {
  rooms = await openRooms()
  for (const role of ['rights', 'sales', 'editor', 'buyer'] as const)
    people[role] = (await rooms.house.addUser(SYSTEM, { name: `A ${role}`, email: `${role}@house.example`, role })).email
  people.owner = 'owner@house.example'
})
after(async () => {
  await rooms?.close()
})
const at = (path: string) => rooms.address + path

/** Sessions by mail address: signing in has its limits, and a browser keeps its session anyway. */
const sessions = new Map<string, Exclude<BrowserContextOptions['storageState'], string | undefined>>()

/** A browser in which somebody with this role has followed their link. */
async function deskOf(role: Role, options: BrowserContextOptions = {}, email = people[role]!) {
  const known = sessions.get(email)
  const opened = await openPage(rooms, known === undefined ? options : { ...options, storageState: known })
  if (known === undefined) {
    await followLink(rooms, opened.page, email)
    sessions.set(email, await opened.page.context().storageState())
  } else await opened.page.goto(at('/en/desk'))
  return opened
}
async function newcomer(name: string): Promise<string> {
  return (
    await rooms.house.addUser(SYSTEM, { name, email: `${name.toLowerCase().replaceAll(' ', '.')}@house.example`, role: 'sales' })
  ).email
}
/** The desk runs in the browser: what is clicked before it runs is lost. */
const awake = (page: Page) => page.waitForFunction(() => document.documentElement.dataset['desk'] === 'ready')
async function open(page: Page, path: string) {
  await page.goto(at(path))
  await awake(page)
}
async function drop(page: Page, text: string) {
  await open(page, '/en/desk/drop')
  await page.locator('#paste').fill(text)
  await page.getByRole('button', { name: 'Read this text' }).click()
  await page.waitForURL('**/desk/sheets/*')
  await awake(page)
}
const said = (page: Page) => page.locator('.said-note')

describe('whose own film it is', () => {
  test('an editor assigns a producer, sees it, takes it back; the producer then reads the draft; sales only look', async () => {
    const producer = await rooms.house.addUser(SYSTEM, { name: 'Pia Producer', email: 'pia@house.example', role: 'producer' })
    const { id, slug } = await rooms.house.createTitle(SYSTEM, { sheet: emptySheet('The Unfinished Pier') })
    const assigned = async () => (await rooms.house.listProducers(SYSTEM, { id })).map(({ name }) => name)
    const { page, complaints, close } = await deskOf('editor')
    await open(page, `/en/desk/titles/${id}`)
    const room = page.getByRole('region', { name: 'Whose own film' })
    await room.getByText('Assigned to nobody.').waitFor()
    const assign = async () => {
      await room.getByLabel('Producer').selectOption({ label: 'Pia Producer' })
      await room.getByRole('button', { name: 'Assign' }).click()
      await said(page).getByText('Assigned to Pia Producer.').waitFor()
    }
    await assign()
    assert.deepEqual(await assigned(), ['Pia Producer'])
    await said(page).getByRole('button', { name: 'Undo' }).click()
    await said(page).getByText('As it was before.').waitFor()
    assert.deepEqual(await assigned(), [])
    await assign()
    await page.reload()
    await awake(page)
    await room.getByRole('button', { name: 'Remove Pia Producer' }).waitFor()
    // In a window as high as the page, so that the bar that stays in view covers nothing.
    await page.setViewportSize({ width: 1280, height: 5000 })
    assert.deepEqual(await faultsOf(page), [])

    const actor = (await rooms.house.actorForUser(producer.id))!
    assert.equal((await rooms.house.viewTitle(actor, { slug, locale: 'en' })).status, 'draft')
    const sales = await deskOf('sales')
    await open(sales.page, `/en/desk/titles/${id}`)
    const seen = sales.page.getByRole('region', { name: 'Whose own film' })
    await seen.getByText('Pia Producer').waitFor()
    assert.equal(await seen.getByRole('button').count(), 0)
    await sales.close()

    await room.getByRole('button', { name: 'Remove Pia Producer' }).click()
    await said(page).getByText('Pia Producer no longer has this film.').waitFor()
    assert.deepEqual(await assigned(), [])
    assert.deepEqual(complaints, [])
    await close()
  })
})

describe('a sheet becomes a film', () => {
  test('dropped, its facts stand beside the source; accepted and published, its page has every fact', async () => {
    const { page, complaints, close } = await deskOf('editor')
    await drop(page, SHEET)
    assert.equal(await page.locator('#field-title').inputValue(), 'The Clockmaker of Harl')
    assert.equal(await page.locator('#field-year').inputValue(), '2022')
    const marked = await page.locator('.source .fact').allInnerTexts()
    for (const word of ['2022', '52', 'Kettle Films', 'Nils Averbeck', 'Germany', 'Meridian Documentary Days'])
      assert.ok(
        marked.some((one) => one.includes(word)),
        `${word} is not linked to its field: ${marked.join(' | ')}`,
      )

    await page.getByRole('button', { name: 'Make it a title' }).click()
    await page.waitForURL('**/desk/titles/*')
    await page.getByRole('button', { name: 'Publish' }).click()
    await page.getByText('Published. It is on the site now.').waitFor()

    const html = await (await fetch(at('/en/films/the-clockmaker-of-harl'))).text()
    const words = html
      .replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
      .replace(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ')
    for (const fact of FACTS) assert.ok(words.includes(fact), `the page lacks “${fact}”`)
    assert.deepEqual(complaints, [])
    await close()
  })

  test(
    'a real sheet of the trade keeps its facts',
    { skip: existsSync(SAMPLE) ? false : 'the sample is not on this machine' },
    async () => {
      const { page, complaints, close } = await deskOf('editor')
      const text = readFileSync(SAMPLE, 'utf8')
      await drop(page, text)
      await page.getByRole('button', { name: /Make it a title|Make it a new title/ }).click()
      await page.waitForURL('**/desk/titles/*')
      await page.getByRole('button', { name: 'Publish' }).click()
      await page.getByText('Published. It is on the site now.').waitFor()
      const address = await page.getByRole('link', { name: 'See the site' }).last().getAttribute('href')
      const html = await (await fetch(at(address!))).text()
      const words = html
        .replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
        .replace(/<[^>]+>/g, ' ')
        .replaceAll(/\s+/g, ' ')
      const facts = [...text.matchAll(/•\s*([^:\n]+): (.+)$/gm)].map(([, label, value]) => ({
        label: label!.trim(),
        value: value!.trim(),
      }))
      assert.ok(facts.length >= 6)
      for (const { label, value } of facts) {
        const expected = label === 'Available Versions' ? ['English', 'French'] : [value]
        for (const one of expected) assert.ok(words.includes(one), `${label}: the page lacks “${one}”`)
      }
      assert.ok(words.includes('FIPADOC'))
      assert.deepEqual(complaints, [])
      await close()
    },
  )
})

describe('two people on one title', () => {
  test('the second is told, loses nothing, and merges', async () => {
    const id = rooms.ids['winter-station-01']!
    const one = await deskOf('editor')
    const two = await deskOf('owner')
    for (const { page } of [one, two]) await open(page, `/en/desk/titles/${id}`)

    await one.page.locator('#text-logline').fill('A station in the snow, and the woman who keeps it.')
    await one.page.locator('#field-year').fill('2011')
    await one.page.locator('#field-year').blur()
    await one.page.getByRole('button', { name: 'Save', exact: true }).click()
    await one.page.getByText('Saved', { exact: true }).waitFor()

    await two.page.locator('#text-logline').fill('A station in the snow, and the dog that keeps it.')
    await two.page.locator('#field-originalTitle').fill('Talviasema')
    await two.page.keyboard.press('Control+s')
    await two.page.getByText('A editor saved this title while you were writing.').first().waitFor()
    assert.equal(await two.page.locator('#text-logline').inputValue(), 'A station in the snow, and the dog that keeps it.')
    const clash = two.page.locator('fieldset.clash')
    assert.equal(await clash.count(), 1)
    await clash.getByText('the dog that keeps it').click()
    await two.page.getByRole('button', { name: 'Save the merged title' }).click()
    await two.page.getByText('Saved', { exact: true }).waitFor()

    const title = await rooms.house.openTitle(SYSTEM, { id })
    assert.equal(title.sheet.year, 2011, 'what only the first changed')
    assert.equal(title.sheet.originalTitle, 'Talviasema', 'what only the second changed')
    assert.equal(title.sheet.logline['en'], 'A station in the snow, and the dog that keeps it.', 'what was chosen')
    const drafts = await rooms.house.listUnsavedDrafts(SYSTEM, { id })
    assert.deepEqual(drafts, [])
    // The refusal is a 200 with its own word; nothing else may complain.
    assert.deepEqual([...one.complaints, ...two.complaints], [])
    await one.close()
    await two.close()
  })
})

describe('history', () => {
  test('two states are compared word by word; a former one comes back, and goes again', async () => {
    const id = rooms.ids['winter-station-02']!
    const before = await rooms.house.openTitle(SYSTEM, { id })
    await rooms.house.editTitle(SYSTEM, {
      id,
      baseRevision: before.revision,
      sheet: { ...before.sheet, year: 1999, logline: { ...before.sheet.logline, en: 'A station in the ice, and who keeps it.' } },
    })
    const { page, complaints, close } = await deskOf('editor')
    await open(page, `/en/desk/titles/${id}/history`)
    const changes = page.locator('.changes')
    assert.match(await changes.locator('div', { hasText: 'Year' }).first().innerText(), /1999/)
    const logline = changes.locator('> div', { hasText: 'Logline' })
    assert.deepEqual(await logline.locator('del').evaluateAll((all) => all.map((one) => one.lastChild?.textContent)), ['snow'])
    assert.deepEqual(await logline.locator('ins').evaluateAll((all) => all.map((one) => one.lastChild?.textContent)), ['ice'])

    await page.getByRole('button', { name: `Bring back state ${before.revision}`, exact: true }).click()
    await said(page).getByText(`State ${before.revision} is back`).waitFor()
    assert.equal((await rooms.house.openTitle(SYSTEM, { id })).sheet.year, before.sheet.year)
    await said(page).getByRole('button', { name: 'Undo' }).click()
    await said(page).getByText('Undone.').waitFor()
    const now = await rooms.house.openTitle(SYSTEM, { id })
    assert.equal(now.sheet.year, 1999)
    assert.equal(now.revision, before.revision + 3, 'each step is a state of its own')

    // Any two, by keyboard alone.
    await page.locator(`input[name=from][value="${before.revision}"]`).focus()
    await page.keyboard.press('Space')
    await page.waitForURL(new RegExp(`from=${before.revision}&`))
    assert.equal(
      await page.evaluate(() => document.activeElement?.getAttribute('name')),
      'from',
      'the keyboard stays where it was',
    )
    assert.deepEqual(complaints, [])
    await close()
  })
})

describe('who may come in', () => {
  const STAFF_ROOMS: Record<string, Role[]> = {
    '': ['owner', 'rights', 'sales', 'editor'],
    '/drop': ['owner', 'rights', 'sales', 'editor'],
    '/rights': ['owner', 'rights', 'sales', 'editor'],
    '/webhooks': ['owner'],
    '/requests': ['owner', 'sales'],
    '/collections': ['owner', 'editor'],
    '/collections/rivers': ['owner', 'editor'],
    '/settings': ['owner'],
    '/people': ['owner'],
    '/keys': ['owner', 'rights', 'sales', 'editor'],
    '/audit': ['owner', 'rights'],
    '/mail': ['owner'],
    '/account': ['owner', 'rights', 'sales', 'editor'],
  }
  test('a visitor is led to sign-in and back', async () => {
    for (const path of Object.keys(STAFF_ROOMS)) {
      const answer = await fetch(at(`/en/desk${path}?x=1`), { redirect: 'manual' })
      assert.equal(answer.status, 303, path)
      assert.equal(answer.headers.get('location'), `/en/sign-in?next=${encodeURIComponent(`/en/desk${path}?x=1`)}`)
    }
  })
  for (const role of ['owner', 'rights', 'sales', 'editor', 'buyer'] as const)
    test(`${role}: the rooms that are theirs, and 403 in every other`, async () => {
      const { page, close } = await deskOf(role)
      for (const [path, roles] of Object.entries(STAFF_ROOMS)) {
        const status = (await page.request.get(at(`/en/desk${path}`))).status()
        assert.equal(status, roles.includes(role) ? 200 : 403, path)
      }
      if (role === 'buyer') assert.match(await page.locator('h1').innerText(), /Staff only/)
      else {
        const shown = await page
          .locator('.desk-nav a')
          .evaluateAll((all) => all.map((one) => new URL((one as HTMLAnchorElement).href).pathname.slice('/en/desk'.length)))
        assert.deepEqual(
          shown.filter((path) => !STAFF_ROOMS[path]?.includes(role)),
          [],
          'no link leads to a closed room',
        )
      }
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
    await rooms.house.requestScreener(SYSTEM, {
      titleId: rooms.ids['the-ferry-log']!,
      name: 'Mara Quist',
      email: 'mara@channel.example',
      company: 'Channel Nine',
      message: 'For our spring slot.',
      locale: 'en',
    })
    const { page, complaints, close } = await deskOf('sales')
    await open(page, '/en/desk/requests')
    assert.match(await page.locator('h1').innerText(), /1 open request/)
    await page.getByRole('button', { name: 'Answered: Mara Quist' }).click()
    await page.getByRole('heading', { name: 'No open request' }).waitFor()
    await said(page).getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('heading', { name: '1 open request' }).waitFor()
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
    await page.waitForURL('**/collections/polar-nights')
    await page.locator('#intro-en').fill('Where the sun stays away.')
    await page.getByRole('button', { name: 'Save' }).click()
    await said(page).getByText('The collection is saved.').waitFor()
    await said(page).getByRole('button', { name: 'Undo' }).click()
    await said(page).getByText('Undone.').waitFor()
    assert.equal(await page.locator('#intro-en').inputValue(), '')
    await open(page, '/en/desk/collections/new')
    await page.locator('#name-en').fill('Polar nights')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.waitForURL('**/collections/polar-nights-2')
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
    assert.match(await page.locator('#contrast').innerText(), /On light pages: 1\.\d to 1, too little/)
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

  test('letters that were not sent can be read, and their links followed', async () => {
    await rooms.site.requestMagicLink({ email: people.sales!, locale: 'en', next: null, address: '198.51.100.7' })
    const { page, complaints, close } = await deskOf('owner')
    await assert.doesNotReject(async () => {
      for (let n = 0; n < 40 && (await rooms.site.outbox(SYSTEM))?.length === 0; n++)
        await new Promise((go) => setTimeout(go, 100))
    })
    await open(page, '/en/desk/mail')
    await page.locator('.letters summary').first().click()
    assert.match(
      (await page.locator('.letters .text a').first().getAttribute('href')) ?? '',
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

describe('by keyboard', () => {
  test('Ctrl K goes to anything; arrows walk the list; / searches', async () => {
    const { page, complaints, close } = await deskOf('editor')
    await awake(page)
    await page.keyboard.press('ArrowDown')
    const first = await page.evaluate(() => document.activeElement?.textContent)
    await page.keyboard.press('j')
    const second = await page.evaluate(() => document.activeElement?.textContent)
    assert.ok(first && second && first !== second, `${first} then ${second}`)
    await page.keyboard.press('ArrowUp')
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), first)
    await page.keyboard.press('/')
    assert.ok(await page.evaluate(() => document.activeElement?.hasAttribute('data-search')))
    await page.keyboard.press('Control+k')
    await page.keyboard.type('fery log')
    await page.getByRole('option', { name: /The Ferry Log/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/desk/titles/${rooms.ids['the-ferry-log']}`)
    await page.keyboard.press('Control+k')
    await page.keyboard.type('collec')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/desk/collections')
    assert.deepEqual(complaints, [])
    await close()
  })
})

describe('many titles at once', () => {
  const states = async () =>
    Object.fromEntries(
      (await rooms.house.listTitles(SYSTEM, { text: 'gathered', locale: 'en', limit: 100 })).cards.map((card) => [
        card.title,
        card.status,
      ]),
    )
  const all = (status: string) => Object.fromEntries(Array.from({ length: 6 }, (_, n) => [`Gathered ${n + 1}`, status]))
  before(async () => {
    for (let n = 1; n <= 6; n++)
      await rooms.house.createTitle(SYSTEM, {
        sheet: {
          ...emptySheet(`Gathered ${n}`),
          logline: { en: 'One of six.' },
          cuts: [{ minutes: 52, episodes: null, versions: [] }],
        },
      })
    await rooms.house.createTitle(SYSTEM, { sheet: emptySheet('Gathered bare') })
  })

  test('chosen by keyboard, published as one, what stays says why, and one undo takes it back', async () => {
    const { page, complaints, close } = await deskOf('editor')
    await open(page, '/en/desk?q=gathered')
    const rows = page.locator('.titles tbody tr')
    assert.equal(await rows.count(), 7)
    const bar = page.locator('.choice')
    assert.equal(await bar.count(), 0)

    // Space chooses the row, Shift and the arrows take the next ones along, Escape lets go.
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await bar.getByText('1 chosen').waitFor()
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+j')
    await bar.getByText('3 chosen').waitFor()
    await page.keyboard.press('Escape')
    await bar.waitFor({ state: 'detached' })
    // Space, then further down Shift and Space: everything between.
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Space')
    for (let n = 1; n < 7; n++) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Shift+Space')
    await bar.getByText('7 chosen').waitFor()
    assert.deepEqual(await faultsOf(page), [])

    await bar.getByRole('button', { name: 'Publish' }).click()
    await said(page).getByText('6 titles published.').waitFor()
    assert.deepEqual(await states(), { ...all('published'), 'Gathered bare': 'draft' })
    const held = page.locator('.held')
    assert.match(
      await held.innerText(),
      /1 title stayed as before[\s\S]*Gathered bare\s*it has no text[\s\S]*length is not known/,
    )
    await page.waitForFunction(() => document.activeElement?.id === 'held') // the keyboard goes to what stayed
    assert.deepEqual(await faultsOf(page), [])
    await rows.locator('.state.published').nth(5).waitFor()

    await said(page).getByRole('button', { name: 'Undo' }).click()
    await said(page).getByText('Undone for 6 titles.').waitFor()
    assert.deepEqual(await states(), { ...all('draft'), 'Gathered bare': 'draft' })
    const lines = (await rooms.house.readAudit(SYSTEM, { verb: 'turnTitlesBack' })).items
    assert.equal(lines.length, 6)
    assert.deepEqual(complaints, [])
    await close()
  })

  test('chosen by mouse, a range and all that match; withdrawn as one', async () => {
    const { page, complaints, close } = await deskOf('owner')
    await open(page, '/en/desk?q=gathered')
    const box = (n: number) => page.locator('.titles tbody input[type=checkbox]').nth(n)
    const bar = page.locator('.choice')
    await box(1).click()
    await box(4).click({ modifiers: ['Shift'] })
    await bar.getByText('4 chosen').waitFor()
    assert.deepEqual(
      await page.locator('.titles tbody input').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).checked)),
      [false, true, true, true, true, false, false],
    )
    await box(2).click()
    await bar.getByText('3 chosen').waitFor()
    await page.getByLabel('Choose all that are shown').click()
    await bar.getByText('7 chosen').waitFor()
    await bar.getByRole('button', { name: 'Withdraw' }).click()
    await said(page).getByText('7 titles withdrawn.').waitFor()
    assert.deepEqual(await states(), { ...all('withdrawn'), 'Gathered bare': 'withdrawn' })
    await page.waitForFunction(() => document.activeElement?.textContent === 'Undo') // the keyboard goes to the one thing there is to do
    await page.keyboard.press('Enter')
    await said(page).getByText('Undone for 7 titles.').waitFor()

    // More than a page of them: all that match are chosen, seen or not.
    for (let n = 0; n < 105; n++) await rooms.house.createTitle(SYSTEM, { sheet: emptySheet(`Plentiful ${n}`) })
    await open(page, '/en/desk?q=plentiful')
    await box(0).click()
    await bar.getByRole('button', { name: 'Choose all 105 that match' }).click()
    await bar.getByText('105 chosen').waitFor()
    await bar.getByRole('button', { name: 'Withdraw' }).click()
    await said(page).getByText('105 titles withdrawn.').waitFor()
    // Typing makes another list: nothing that is not seen stays chosen.
    await box(0).click()
    await page.locator('[data-search]').fill('gathered')
    await bar.waitFor({ state: 'detached' })
    assert.deepEqual(complaints, [])
    await close()
  })

  test('who may not publish has nothing to choose', async () => {
    for (const role of ['sales', 'rights'] as const) {
      const { page, close } = await deskOf(role)
      await open(page, '/en/desk')
      assert.equal(await page.locator('.titles input[type=checkbox]').count(), 0, role)
      const refused = await page.request.post(at('/en/desk/turn'), {
        headers: { origin: rooms.address },
        data: { verb: 'turn', to: 'published', titles: [] },
      })
      assert.equal(refused.status(), 403, role)
      await close()
    }
  })
})

describe('every page of the desk', () => {
  for (const { name, locale, options } of SCREENS) {
    test(`${name}: axe finds nothing, nothing is wider than the screen, the browser complains of nothing`, async () => {
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
        assert.deepEqual(await faultsOf(page), [], path)
      }
      assert.deepEqual(complaints, [])
      await close()
    })
  }
})
