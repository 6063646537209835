/** The phone question, as a sales agent asks it: typed in one line, narrowed by the catalogue, looked at film by film. */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, describe, test } from 'node:test'
import { SYSTEM } from '@vitrine/house'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { faultsInBothLooks, faultsOf, openPage, openRooms, SCREENS, sessionOf, type Rooms } from './rooms.ts'

const LINE = 'SVOD, Poland + Baltics, from Jan 2027, 3 years, excl.'
const QUESTION = 't=Poland%2C+Baltics&m=svod%2C+free-tv&from=2027-01-01&to=2029-12-31&x=1'

let rooms: Rooms
let state: Exclude<BrowserContextOptions['storageState'], string | undefined>
const film = (slug: string) => rooms.ids[slug]!
before(async () => {
  rooms = await openRooms()
  const enter = (slug: string, entry: Record<string, unknown>) =>
    rooms.house.enterEntry(SYSTEM, {
      titleId: film(slug),
      locale: 'en',
      acceptWarnings: true,
      entry: { exclusive: true, ...entry },
    })
  const world = { kind: 'grant', territory: 'World', media: 'all', from: '2020-01-01', to: '2040-12-31', party: 'Lantern & Oar' }
  for (const slug of ['the-ferry-log', 'winter-station-01', 'winter-station-02']) await enter(slug, world)
  await enter('winter-station-01', {
    kind: 'licence',
    territory: 'Poland',
    media: 'svod',
    from: '2026-01-01',
    to: '2028-06-30',
    party: 'TV Wisła',
    contract: 'L-7',
    clause: 'Exclusive subscription rights for Poland.',
  })
  const { email } = await rooms.house.addUser(SYSTEM, { name: 'On the phone', email: 'phone@house.example', role: 'sales' })
  state = await sessionOf(rooms, email)
})
after(async () => {
  await rooms?.close()
})

const deskOf = (options: BrowserContextOptions = {}) => openPage(rooms, { ...options, storageState: state })
async function open(page: Page, path: string) {
  await page.goto(rooms.address + path)
  await page.waitForFunction(() => document.documentElement.dataset['desk'] === 'ready')
}
const rowOf = (page: Page, title: string) => page.locator('.answers tbody tr', { hasText: title })

describe('a misspelt territory', () => {
  test('is put right by one press, which asks again: in French, by the keyboard', async () => {
    const { page, complaints, close } = await deskOf()
    await open(page, '/fr/desk/rights')
    await page.keyboard.type('SVOD, Polonge, 3 ans à compter d’octobre 2027')
    const right = page.getByRole('link', { name: 'Demander avec « Pologne »' })
    await right.waitFor()
    assert.deepEqual(await faultsOf(page), [])
    await right.focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/Pologne/)
    assert.equal(await page.locator('[data-search]').inputValue(), 'SVOD, Pologne, 3 ans à compter d’octobre 2027')
    assert.match(await page.locator('.understood').innerText(), /Pologne[\s\S]*1er octobre 2027 – 30 septembre 2030/)
    assert.equal(await right.count(), 0)
    assert.deepEqual(complaints, [])
    await close()
  })

  test('is a link without scripts, and what was chosen of the catalogue stays', async () => {
    const { page, close } = await deskOf({ javaScriptEnabled: false })
    await page.goto(`${rooms.address}/en/desk/rights?q=${encodeURIComponent('SVOD, Polnad, from summer 2027')}&status=published`)
    assert.match(await page.locator('.assumed').innerText(), /“summer 2027” has no days of its own: its months were guessed/)
    await page.getByRole('link', { name: 'Ask with “Poland”' }).click()
    assert.equal(await page.locator('[data-search]').inputValue(), 'SVOD, Poland, from summer 2027')
    assert.match(page.url(), /status=published/)
    assert.match(await page.locator('.understood').innerText(), /Poland/)
    await close()
  })
})

describe('asking', () => {
  test('the answer follows the typing, and says what was understood and what can be had', async () => {
    const { page, complaints, close } = await deskOf()
    await open(page, '/en/desk/rights')
    assert.ok(await page.evaluate(() => document.activeElement?.hasAttribute('data-search')), 'one can type at once')
    await page.keyboard.type(LINE)
    await page.locator('.understood', { hasText: '31 December 2029' }).waitFor()
    assert.match(
      await page.locator('.understood').innerText(),
      /SVOD[\s\S]*Baltics, Poland[\s\S]*1 January 2027 – 31 December 2029[\s\S]*Exclusive/,
    )
    assert.match(await rowOf(page, 'The Ferry Log').innerText(), /All of it\s+100%\s+as asked/)
    assert.match(await rowOf(page, 'Winter Station 01').innerText(), /In part\s+\d\d%\s+1 July 2028/)
    assert.deepEqual(complaints, [])
    await close()
  })

  test('films are narrowed by the catalogue without losing the line; what was chosen can be taken away', async () => {
    const { page, complaints, close } = await deskOf()
    await open(page, `/en/desk/rights?q=${encodeURIComponent(LINE)}`)
    const all = await page.locator('.answers tbody tr').count()
    const menu = page.locator('.ask-facets details', { hasText: 'Theme' })
    await menu.locator('summary').click()
    await menu.locator('a', { hasText: 'Water' }).click()
    await page.waitForURL(/theme=water/)
    assert.deepEqual(await faultsOf(page), [])
    const narrowed = await page.locator('.answers tbody tr').count()
    assert.ok(narrowed > 0 && narrowed < all, `${narrowed} of ${all}`)
    await page.locator('[data-search]').fill(`${LINE}, 52'`)
    await page.waitForFunction((before) => document.querySelectorAll('.answers tbody tr').length !== before, narrowed)
    await page.keyboard.press('Enter')
    await page.waitForURL(/52.*theme=water/)
    await page.locator('.ask-chosen').click()
    await page.waitForFunction(() => !location.search.includes('theme'))
    assert.match(await page.locator('.understood').innerText(), /SVOD/)
    assert.deepEqual(complaints, [])
    await close()
  })

  test('goes by keyboard from the line to a film, which is chosen with the space bar', async () => {
    const { page, close } = await deskOf()
    await open(page, `/en/desk/rights?q=${encodeURIComponent(LINE)}`)
    await page.locator('[data-search]').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await page.getByRole('link', { name: 'Send a list of 1 film' }).waitFor()
    const title = await page.evaluate(() => document.activeElement?.textContent)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/desk/rights/titles/*')
    assert.equal(await page.locator('h1').innerText(), title)
    await close()
  })

  test('works without script: the line, the form, the catalogue', async () => {
    const { page, close } = await deskOf({ javaScriptEnabled: false })
    await page.goto(`${rooms.address}/en/desk/rights?theme=water`)
    await page.locator('[data-search]').fill('SVOD Poland from 2027-01-01 to 2027-12-31 excl.')
    await page.locator('.ask-line button').click()
    assert.match(page.url(), /theme=water/)
    assert.match(await page.locator('.understood').innerText(), /1 January 2027 – 31 December 2027/)
    await close()
  })
})

describe('one film', () => {
  test('says what stands in the way down to the clause, and leads to what can be had instead', async () => {
    const { page, complaints, close } = await deskOf()
    await open(page, `/en/desk/rights/titles/${film('winter-station-01')}?${QUESTION}`)
    assert.match(await page.locator('.see-answer').innerText(), /In part[\s\S]*All of it from 1 July 2028/)
    await page.locator('.map [data-place]', { hasText: 'Poland' }).first().click({ force: true })
    const why = page.locator('.why')
    await why.getByText('TV Wisła').waitFor()
    for (const said of ['Contract L-7', 'Exclusive subscription rights for Poland.', 'Free from 1 July 2028'])
      assert.ok((await why.innerText()).includes(said), said)
    await why.locator('.why-repairs a').first().click()
    await page.locator('.see-answer', { hasText: 'All of it can be had' }).waitFor() // a repair is met as it stands
    assert.deepEqual(complaints, [])
    await close()
  })

  test('has its map with the page, before any script', async () => {
    const { page, close } = await deskOf({ javaScriptEnabled: false })
    await page.goto(`${rooms.address}/en/desk/rights/titles/${film('winter-station-01')}?${QUESTION}`)
    const poland = page.locator('.map path[data-place]', { hasText: 'Poland' })
    assert.equal(await poland.getAttribute('class'), 'land shade mixed')
    assert.ok((await page.locator('.map path[data-place]').count()) > 150)
    await close()
  })

  test('is there without its map, where that cannot be had', async () => {
    const { page, complaints, close } = await deskOf()
    await page.route('**/world.json', (route) => route.fulfill({ status: 503, json: { message: 'not now' } }))
    await open(page, `/en/desk/rights/titles/${film('winter-station-01')}?${QUESTION}`)
    const line = page.locator('.regions tbody button').first()
    await line.click()
    assert.equal(await line.getAttribute('aria-pressed'), 'true')
    assert.deepEqual(complaints.filter((said) => !said.includes('503')), []) // prettier-ignore
    await close()
  })

  test('is read on a phone without a column that is cut off', async () => {
    const { page, close } = await deskOf({ viewport: { width: 390, height: 844 } })
    for (const [locale, path] of [
      ['fr', `titles/${film('winter-station-01')}?${QUESTION}`],
      ['en', 'entries'],
    ] as const) {
      await open(page, `/${locale}/desk/rights/${path}`)
      const beyond = await page.locator(':is(.regions, .book) tbody td').evaluateAll((cells) => cells.filter((cell) => cell.getBoundingClientRect().right > innerWidth).map((cell) => cell.textContent)) // prettier-ignore
      assert.deepEqual(beyond, [])
      assert.match(await page.locator(':is(.regions, .book) tbody tr').first().innerText(), /20\d\d/, 'its days are there')
    }
    await close()
  })

  test('each picture has its table, and the regions go out as a spreadsheet', async () => {
    const { page, close } = await deskOf()
    await open(page, `/en/desk/rights/titles/${film('winter-station-01')}?${QUESTION}`)
    const regions = await page.locator('.regions tbody tr').count()
    assert.ok(regions >= 2)
    const csv = await page.request.get(
      `${rooms.address}/en/desk/rights/titles/${film('winter-station-01')}/regions.csv?${QUESTION}`,
    )
    assert.match(csv.headers()['content-type'] ?? '', /text\/csv/)
    assert.match(await csv.text(), /TV Wisła|L-7/)
    // The grid goes out for the day that the pictures show.
    await page.getByRole('button', { name: 'Day +' }).click()
    const [grid] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Territories and media, CSV' }).click(),
    ])
    assert.match(grid.suggestedFilename(), /2028-07-01\.csv$/)
    const rows = (await readFile(await grid.path(), 'utf8')).split(/\r?\n/)
    assert.ok(
      rows.some((row) => /^.?Poland[,;]PL[,;]Available[,;]Available/.test(row)),
      rows.join('\n'),
    )
    const sooner = await page.request.get(
      `${rooms.address}/en/desk/rights/titles/${film('winter-station-01')}/grid.csv?${QUESTION}`,
    )
    assert.match(await sooner.text(), /Poland[,;]PL[,;]Available[,;]Not available/)
    await close()
  })
})

describe('the book as it was', () => {
  const SEE = 't=Germany&m=free-tv&from=2027-01-01&to=2027-12-31&x=1'
  const past = (page: Page) => page.locator('.past')
  let sold: { id: string; at: string }
  before(async () => {
    const entry = { kind: 'licence', exclusive: true, territory: 'Germany', media: 'free-tv', from: '2027-01-01', to: '2027-12-31', party: 'Kanal Nord' } // prettier-ignore
    const { id, version, history } = await rooms.house.enterEntry(SYSTEM, {
      titleId: film('winter-station-02'),
      entry,
      locale: 'en',
    })
    await new Promise((resolve) => setTimeout(resolve, 5))
    await rooms.house.terminateEntry(SYSTEM, { id, baseVersion: version, lastDay: null, locale: 'en' })
    sold = { id, at: history[0]!.at }
  })

  test('a line of an entry’s history leads to it, one sees that it is past, and a key leads back', async () => {
    const { page, complaints, close } = await deskOf()
    await open(page, `/en/desk/rights/entries/${sold.id}`)
    assert.deepEqual(await faultsOf(page), [])
    await page.getByRole('link', { name: /The book as it was then/ }).last().click() // prettier-ignore
    await past(page).waitFor()
    assert.match(page.url(), /at=.*as=/)
    assert.match(await past(page).innerText(), /You are looking at the past[\s\S]*recorded on[\s\S]*as if it were/)
    assert.match(await page.title(), /As it was/)
    assert.match(await page.locator('.see-answer').innerText(), /In part/)
    assert.equal(await page.getByRole('link', { name: 'New entry' }).count(), 0, 'nothing is written into the past')
    assert.ok((await page.locator('.regions').innerText()).includes('Kanal Nord'))
    await page.getByRole('link', { name: 'Back to the book as it stands' }).focus()
    await page.keyboard.press('Enter')
    await past(page).waitFor({ state: 'detached' })
    assert.doesNotMatch(page.url(), /[?&]a[ts]=/)
    assert.match(await page.locator('.see-answer').innerText(), /All of it can be had/)
    assert.deepEqual(complaints, [])
    await close()
  })

  for (const javaScriptEnabled of [true, false])
    test(`the form asks of a moment and on a day, ${javaScriptEnabled ? 'with' : 'without'} script, and takes both along`, async () => {
      const { page, close } = await deskOf({ javaScriptEnabled })
      const path = `/en/desk/rights/titles/${film('winter-station-02')}?${SEE}`
      await (javaScriptEnabled ? open(page, path) : page.goto(rooms.address + path))
      const unfold = async (details: string) => {
        if (!(await page.locator(details).evaluate((one) => (one as HTMLDetailsElement).open)))
          await page.locator(`${details} > summary`).click()
      }
      const moment = async () => Date.parse(`${await page.getByLabel('The book as it stood on (UTC)').inputValue()}Z`)
      assert.match(await page.locator('.see-answer').innerText(), /All of it can be had/)
      await unfold('.ask-form')
      await unfold('.another-day')
      await page.getByLabel('The book as it stood on (UTC)').fill(sold.at.slice(0, -1))
      await page.getByLabel('As if asked on').fill('2027-03-01')
      await page.locator('.question button').click()
      await past(page).waitFor()
      assert.match(await past(page).innerText(), /as if it were 1 March 2027/)
      assert.match(await page.locator('.see-answer').innerText(), /None of it can be had now/)
      await unfold('.ask-form')
      assert.equal(await moment(), Date.parse(sold.at))
      await page.locator('.question button').click() // asked once more, it is the same moment
      await past(page).waitFor()
      assert.match(await page.locator('.see-answer').innerText(), /None of it can be had now/)
      const csv = await page.request.get(page.url().replace(/\?/, '/regions.csv?'))
      assert.match(await csv.text(), /2027-03-01.*Kanal Nord/)
      await close()
    })

  test('the whole catalogue is asked of a moment too, film by film, and no list is made of it', async () => {
    const { page, complaints, close } = await deskOf()
    const at = `at=${encodeURIComponent(sold.at)}`
    await open(page, `/en/desk/rights?${SEE}`)
    assert.match(await rowOf(page, 'Winter Station 02').innerText(), /All of it/)
    await open(page, `/en/desk/rights?${SEE}&${at}`)
    assert.match(await past(page).innerText(), /You are looking at the past/)
    assert.match(await rowOf(page, 'Winter Station 02').innerText(), /Nothing now|None/i)
    assert.equal(await page.locator('.answers .pick').count(), 0)
    await page.locator('[data-search]').fill('free TV, Germany, from 2027-01-01 to 2027-12-31, excl.')
    await page.keyboard.press('Enter')
    await page.waitForURL(/q=.*at=/)
    await rowOf(page, 'Winter Station 02').locator('a').click()
    await page.waitForURL(/titles.*at=/)
    assert.match(await page.locator('.see-answer').innerText(), /None of it/)
    assert.deepEqual(complaints, [])
    await close()
  })

  for (const { name, locale, options } of SCREENS)
    test(`is accessible and fits, ${name}, in the light and in the dark`, async () => {
      const { page, complaints, close } = await deskOf(options)
      const when = `at=${encodeURIComponent(sold.at)}&as=2027-03-01`
      for (const path of [
        `?${SEE}&${when}`,
        `/titles/${film('winter-station-02')}?${SEE}&${when}`,
        `/titles/${film('winter-station-02')}?as=2027-03-01`,
      ]) {
        await open(page, `/${locale}/desk/rights${path}`)
        await page.locator('.ask-form > summary').click()
        assert.deepEqual(await faultsInBothLooks(page), [], path)
      }
      assert.deepEqual(complaints, [])
      await close()
    })
})

describe('every page', () => {
  for (const { name, locale, options } of SCREENS)
    test(`is accessible and fits, ${name}, in the light and in the dark`, async () => {
      const { page, complaints, close } = await deskOf(options)
      for (const path of [
        '',
        `?q=${encodeURIComponent(LINE)}&theme=water`,
        `/titles/${film('winter-station-01')}?${QUESTION}`,
        `/titles/${film('winter-station-01')}`,
      ]) {
        await open(page, `/${locale}/desk/rights${path}`)
        assert.deepEqual(await faultsInBothLooks(page), [], path)
      }
      await open(page, `/${locale}/desk/rights`)
      await page.locator('.ask-facets summary').last().click()
      assert.deepEqual(await faultsInBothLooks(page), [], 'with a menu open')
      assert.deepEqual(complaints, [])
      await close()
    })
})

describe('the phone question', () => {
  test('from the desk’s first page by keyboard alone: one key, the buyer’s own sentence, Enter; the film that can be had is named', async () => {
    const id = film('the-ferry-log')
    const { sheet, revision } = await rooms.house.openTitle(SYSTEM, { id })
    await rooms.house.editTitle(SYSTEM, {
      id,
      baseRevision: revision,
      sheet: { ...sheet, keywords: [...sheet.keywords, 'Central Asia'], cuts: [{ minutes: 52, episodes: null, versions: [] }], versions: [{ language: 'en', use: 'original', hardOfHearing: false }] }, // prettier-ignore
    })
    const { page, complaints, close } = await deskOf()
    await open(page, '/en/desk')
    let steps = 0
    const press = async (key: string) => {
      steps += 1
      await page.keyboard.press(key)
    }
    const type = async (line: string) => {
      steps += 1
      await page.keyboard.type(line)
    }
    await press('Control+k')
    await type('what have you got on Central Asia, 52 minutes, English version, free for SVOD in Poland from January?')
    await page.getByRole('option', { name: 'Ask what can be had' }).and(page.locator('[aria-selected=true]')).waitFor()
    await press('Enter')
    await page.waitForURL(/\/en\/desk\/rights\?q=what/)
    await rowOf(page, 'The Ferry Log').waitFor()
    assert.equal(steps, 3)
    assert.match(await rowOf(page, 'The Ferry Log').innerText(), /All of it\s+100%\s+as asked/)
    assert.equal(await page.locator('.answers tbody tr').count(), 1, 'nothing else is on Central Asia')
    assert.match(await page.locator('.understood').innerText(), /SVOD[\s\S]*Poland[\s\S]*52[\s\S]*Central Asia/)
    // The answer stands, and the next question can be typed at once; the film is two keys away.
    assert.ok(await page.evaluate(() => document.activeElement?.hasAttribute('data-search')))
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/desk/rights/titles/${id}?*`)
    assert.deepEqual(complaints, [])
    await close()
  })

  test('one word in the palette still goes to its page', async () => {
    const { page, close } = await deskOf()
    await open(page, '/en/desk')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('contacts')
    assert.equal(await page.getByRole('option', { name: 'Ask what can be had' }).count(), 0)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/en/desk/contacts')
    await close()
  })

  test('the palette finds a company by its name, and what is begun in a room', async () => {
    const { id } = await rooms.house.addCompany(SYSTEM, { company: { name: 'Kanal Zwölf' } })
    const { page, complaints, close } = await deskOf()
    await open(page, '/en/desk')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('zwolf')
    await page.getByRole('option', { name: 'Kanal Zwölf Company' }).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/en/desk/contacts/companies/${id}`)
    await page.keyboard.press('Control+k')
    await page.keyboard.type('new deal')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/en/desk/deals/new')
    assert.deepEqual(complaints, [])
    await close()
  })
})
