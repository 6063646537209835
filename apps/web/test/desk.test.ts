/** Films at the desk: a real browser, the real server, a house of a few films. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { emptySheet } from '@vitrine/catalogue'
import { SYSTEM } from '@vitrine/house'
import { at, awake, deskOf, drop, open, rooms, said, SHEET, useDesk } from './desk.ts'
import { faultsOf, keepPicture } from './rooms.ts'

useDesk()

/** A real sheet that stands beside the working tree on some machines; it is nobody's to copy. */
const SAMPLE = fileURLToPath(new URL('../../../../shared/samples/sheet-en-bullets.txt', import.meta.url))

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

describe('languages that no browser has a name for', () => {
  test('are shown by their name all the same, once the server has told it', async () => {
    const { id } = await rooms.house.createTitle(SYSTEM, { sheet: { ...emptySheet('The Towers of Ushguli'), originalLanguages: ['sva'] } }) // prettier-ignore
    const { page, complaints, close } = await deskOf('editor')
    await open(page, `/en/desk/titles/${id}`)
    await page.waitForFunction(() => [...document.querySelectorAll('input')].some(({ value }) => value === 'Svan'))
    const asked = await page.request.get(at('/en/desk/names.json?languages=sva,abq,nonsense'))
    assert.deepEqual(await asked.json(), { sva: 'Svan', abq: 'Abaza' })
    assert.deepEqual(complaints, [])
    await close()
  })

  test('are asked for again after a page to sign in answered in place of their names', async () => {
    const films = []
    for (const title of ['The Towers of Mestia', 'The Towers of Latali'])
      films.push((await rooms.house.createTitle(SYSTEM, { sheet: { ...emptySheet(title), originalLanguages: ['sva'] } })).id)
    const { page, complaints, close } = await deskOf('editor')
    let answered = 0
    await page.route('**/desk/names.json*', (route) => {
      answered++
      return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Sign in</title>' })
    })
    await open(page, `/en/desk/titles/${films[0]}`)
    while (answered < 2) await page.waitForTimeout(20)
    await page.unroute('**/desk/names.json*')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('towers latali')
    await page.getByRole('option', { name: /Latali/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/desk/titles/${films[1]}`)
    await page.waitForFunction(() => [...document.querySelectorAll('input')].some(({ value }) => value === 'Svan'))
    assert.deepEqual(complaints, [])
    await close()
  })
})

describe('the small tables of a sheet', () => {
  test('Ctrl S keeps what is typed in a field that was not left; a row goes and comes back by the keyboard; nothing stands beyond the edge', async () => {
    const festival = {
      festival: 'IDFA',
      year: 2021,
      city: 'Amsterdam',
      country: 'NL',
      section: null,
      award: null,
      premiere: null,
    }
    const { id } = await rooms.house.createTitle(SYSTEM, {
      sheet: { ...emptySheet('A Row of Festivals'), year: 2020, festivals: [festival] },
    })
    const { page, complaints, close } = await deskOf('editor')
    await open(page, `/en/desk/titles/${id}`)
    for (const [field, typed] of [
      [page.locator('#field-year'), '2021'],
      [page.locator('[data-field=festivals]').getByLabel('City'), 'Utrecht'],
    ] as const) {
      await field.click()
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.type(typed)
      await page.keyboard.press('Control+s')
      await page.getByRole('status').getByText('Saved', { exact: true }).waitFor()
      await page.reload()
      await awake(page)
      assert.equal(await field.inputValue(), typed)
    }
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 })
      const last = await page.locator('[data-field=festivals]').getByLabel('Premiere').boundingBox()
      assert.ok(last !== null && last.x >= 0 && last.x + last.width <= width, `${width}: ${JSON.stringify(last)}`)
    }
    await page
      .locator('[data-field=festivals]')
      .getByRole('button', { name: /^Remove: Festivals 1\b/ })
      .focus()
    await page.keyboard.press('Enter')
    await page.locator('[data-field=festivals]').getByRole('button', { name: 'Undo' }).waitFor()
    await page.keyboard.press('Enter')
    assert.equal(
      await page.locator('[data-field=festivals]').getByLabel('Festivals 1: Festival', { exact: true }).inputValue(),
      'IDFA',
    )
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('aria-label')), 'Festivals 1: Festival')
    // A long table: under the mouse the page stays where it is; a key that is held down does not take the row back.
    const rows = page.locator('[data-field=festivals] tbody tr')
    for (let n = 0; n < 12; n++) await page.locator('[data-field=festivals]').getByRole('button', { name: 'Add' }).click()
    const first = page.locator('[data-field=festivals]').getByRole('button', { name: /^Remove: Festivals 1\b(?! \d)/ })
    await first.evaluate((button) => button.scrollIntoView({ block: 'start' }))
    await page.evaluate(() => scrollBy(0, -200))
    const before = await page.evaluate(() => scrollY)
    await first.click()
    await page.waitForFunction(() => document.activeElement?.textContent === 'Undo')
    assert.equal(await page.evaluate(() => scrollY), before)
    await page.keyboard.down('Enter')
    await page.keyboard.down('Enter')
    await page.keyboard.down('Enter')
    await page.keyboard.up('Enter')
    assert.equal(await rows.count(), 13)
    assert.deepEqual(complaints, [])
    await close()
  })
})

describe('what is typed while it is being saved', () => {
  test('stays, is saved by the next save, and makes nobody clash with themselves', async () => {
    const { id } = await rooms.house.createTitle(SYSTEM, {
      sheet: { ...emptySheet('The Slow Line'), synopsis: { en: 'A line' } },
    })
    const { page, complaints, close } = await deskOf('editor')
    await open(page, `/en/desk/titles/${id}`)
    const held: (() => void)[] = []
    await page.route('**/save', async (route) => {
      if ((route.request().postDataJSON() as { verb: string }).verb === 'save') await new Promise<void>((go) => held.push(go))
      await route.continue()
    })
    const synopsis = page.locator('#text-synopsis')
    const saves = async () => {
      while (held.length === 0) await page.waitForTimeout(20)
      const answered = page.waitForResponse(
        (answer) =>
          answer.url().endsWith('/save') && (answer.request().postDataJSON() as { verb: string } | null)?.verb === 'save',
      )
      held.shift()!()
      await answered
    }
    await synopsis.fill('A line that is slow')
    await page.keyboard.press('Control+s')
    await synopsis.press('End')
    await page.keyboard.type(', and slower')
    await saves()
    await page.waitForTimeout(200)
    assert.equal(await synopsis.inputValue(), 'A line that is slow, and slower')
    await page.getByRole('status').getByText('Not saved yet').waitFor()

    await page.keyboard.press('Control+s')
    await page.locator('#field-year').fill('1999')
    await page.keyboard.press('Control+s')
    await saves()
    await saves()
    await page.getByRole('status').getByText('Saved', { exact: true }).waitFor()
    const { sheet } = await rooms.house.openTitle(SYSTEM, { id })
    assert.deepEqual([sheet.synopsis['en'], sheet.year], ['A line that is slow, and slower', 1999])
    assert.deepEqual(await rooms.house.listUnsavedDrafts(SYSTEM, { id }), [])
    assert.deepEqual(complaints, [])
    await close()
  })
})

test('saved again while a clash is shown, one draft is kept and not one for each press', async () => {
  const { id, revision } = await rooms.house.createTitle(SYSTEM, { sheet: emptySheet('Two Hands') })
  const { page, close } = await deskOf('editor')
  await open(page, `/en/desk/titles/${id}`)
  await rooms.house.editTitle(SYSTEM, { id, baseRevision: revision, sheet: { ...emptySheet('Two Hands'), year: 1990 } })
  await page.locator('#field-year').fill('1991')
  const answerTo = (verb: string) =>
    page.waitForResponse((answer) => answer.url().endsWith('/save') && answer.request().postData()!.includes(`"${verb}"`))
  for (let n = 0; n < 3; n++) {
    // a press while the one before is still under way waits for it, and asks nothing of its own: the older draft is let go first
    const answered = [answerTo('save'), ...(n > 0 ? [answerTo('let-go')] : [])]
    await page.keyboard.press('Control+s')
    await Promise.all(answered)
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50))) // the page has the answer a moment after this has
  }
  await page.locator('.notice.bad').waitFor()
  assert.equal((await rooms.house.listUnsavedDrafts(SYSTEM, { id })).length, 1)
  await close()
})

test('a sheet without a title asks for one before it becomes a film', async () => {
  const { page, complaints, close } = await deskOf('editor')
  await drop(page, 'Year: 2022\nDuration: 52\nDirector: Nils Averbeck\nProduction: Kettle Films\n')
  await page.getByRole('heading', { level: 1, name: 'Without a title' }).waitFor()
  assert.equal(await page.locator('#field-title').inputValue(), '')
  await page.locator('.save-bar .button.main').click()
  await page.getByText('This must not be empty.').waitFor()
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'field-title')
  await page.locator('#field-title').fill('The Kettle Man')
  await page.locator('.save-bar .button.main').click()
  await page.waitForURL('**/desk/titles/*')
  await page.getByRole('heading', { level: 1, name: 'The Kettle Man' }).waitFor()
  assert.deepEqual(complaints, [])
  await close()
})

describe('who may not change a film', () => {
  test('reads each text in the width of the sheet, the short synopsis too', async () => {
    const { id } = await rooms.house.createTitle(SYSTEM, {
      sheet: {
        ...emptySheet('A Short One'),
        shortSynopsis: { en: 'A film of few words.' },
        synopsis: { en: 'And then of more.' },
      },
    })
    const { page, close } = await deskOf('rights')
    await open(page, `/en/desk/titles/${id}`)
    const widths = await page
      .locator('.sheet-reading p')
      .evaluateAll((texts) => texts.map((text) => text.getBoundingClientRect().width))
    assert.ok(widths.length >= 2 && new Set(widths).size === 1, widths.join(', '))
    await close()
  })

  test('reads its sheet, in each of its languages, with nothing to write in', async () => {
    for (const [role, { width, height }] of [
      ['rights', { width: 1280, height: 900 }],
      ['sales', { width: 390, height: 844 }],
    ] as const) {
      const { page, complaints, close } = await deskOf(role, { viewport: { width, height } })
      await open(page, `/en/desk/titles/${rooms.ids['the-ferry-log']}`)
      const sheet = page.locator('.sheet-reading')
      await sheet.getByText('Country of production:').waitFor()
      assert.equal(await page.locator('main input, main textarea, main button').count(), 0, role)
      assert.deepEqual(await faultsOf(page), [])
      await keepPicture(page, `sheet-reading-${role}`)
      await page.getByRole('link', { name: 'French' }).click()
      await sheet.getByText('Pays de production').waitFor()
      assert.equal(await sheet.getAttribute('lang'), 'fr')
      assert.deepEqual(complaints, [])
      await close()
    }
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
      const address = await page.getByRole('link', { name: 'See the page' }).last().getAttribute('href')
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
      const whole = [
        'Central Asia: The Call of ISIS',
        'According to Russian news reports',
        'Colonel Gulmurod Kalimov, head of',
        'was the most prominent of',
        'preparing for the revival',
      ]
      for (const said of whole) assert.ok(words.includes(said), `the page lacks “${said}”`)
      assert.match(words, /FIPADOC[^.]{0,80}2021|2021[^.]{0,80}FIPADOC/)
      assert.deepEqual(complaints, [])
      await close()
    },
  )
})

describe('the numbers of a film', () => {
  test('a wrong check character is said at once, the right number is one click away, and what is kept is tidy', async () => {
    const { id } = await rooms.house.createTitle(SYSTEM, { sheet: emptySheet('The Numbered Boat') })
    const { page, complaints, close } = await deskOf('editor')
    await open(page, `/en/desk/titles/${id}`)
    await page.getByLabel('ISAN').fill('0000 0001 8cfa 0000 a')
    await page.getByText('The check character of “0000-0001-8CFA-0000-A” is wrong: a digit may be mistyped.').waitFor()
    await page.getByLabel('EIDR').fill('10.5240/8FF3-1C20-84F5-F247-8BCD-A')
    await page.getByRole('button', { name: 'Replace with “10.5240/8FF3-1C20-84F5-F247-8BCD-E”' }).click()
    await page.getByLabel('IMDb').fill('https://www.imdb.com/title/tt1234567/')
    await page.getByRole('button', { name: 'Replace with “tt1234567”' }).waitFor()
    await page.setViewportSize({ width: 1280, height: 5000 })
    assert.deepEqual(await faultsOf(page), [])
    await keepPicture(page, 'identifiers-en')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Saved', { exact: true }).waitFor()
    const { isan, eidr, imdb } = (await rooms.house.openTitle(SYSTEM, { id })).sheet.identifiers
    assert.equal(isan, '0000 0001 8cfa 0000 a', 'nobody said which of its characters is wrong')
    assert.equal(eidr, '10.5240/8FF3-1C20-84F5-F247-8BCD-E')
    assert.equal(imdb, 'tt1234567')
    await open(page, `/fr/desk/titles/${id}`)
    await page.getByText('Le caractère de contrôle de « 0000-0001-8CFA-0000-A » est faux').waitFor()
    await page.getByRole('button', { name: 'Remplacer par « 0000-0001-8CFA-0000-I »' }).waitFor()
    assert.deepEqual(complaints, [])
    await close()
  })
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

describe('by keyboard', () => {
  test('Ctrl K goes to anything; arrows walk the list; / searches', async () => {
    const { page, complaints, close } = await deskOf('editor')
    await open(page, '/en/desk')
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

  test('who may not publish chooses for the catalogue of a market, and nothing else', async () => {
    for (const role of ['sales', 'rights'] as const) {
      const { page, close } = await deskOf(role)
      await open(page, '/en/desk')
      await page.locator('.titles tbody input[type=checkbox]').first().click()
      const bar = page.locator('.choice')
      assert.match((await bar.getByRole('link').getAttribute('href')) ?? '', /\/desk\/catalogue\?id=/, role)
      assert.equal(await bar.getByRole('button', { name: /Publish|Withdraw/ }).count(), 0, role)
      const refused = await page.request.post(at('/en/desk/turn'), {
        headers: { origin: rooms.address },
        data: { verb: 'turn', to: 'published', titles: [] },
      })
      assert.equal(refused.status(), 403, role)
      await close()
    }
  })
})

test('a long name among many files leaves a phone its width, and who may not drop sheets is told so once', async () => {
  const { page, close } = await deskOf('editor', { viewport: { width: 390, height: 800 } })
  await open(page, '/en/desk/drop')
  // so long that it is seen while it is read
  await page.route('**/desk/drop/read**', () => {})
  const file = (name: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(SHEET) })
  await page.locator('.dropzone input').setInputFiles([file(`${'A_Very_Long_Title_'.repeat(6)}FINAL.txt`), file('b.txt')])
  await page.locator('.dropzone progress').waitFor()
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390)
  await close()
  const rights = await deskOf('rights')
  await open(rights.page, '/en/desk/drop')
  assert.equal(await rights.page.locator('.dropzone, #paste').count(), 0)
  await rights.page.getByText('You see here which sheets wait').waitFor()
  await open(rights.page, '/en/desk')
  assert.equal(await rights.page.locator('a[href$="/desk/drop"].button').count(), 0)
  await rights.close()
})
