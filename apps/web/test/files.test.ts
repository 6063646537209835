/** Files that people bring to the desk with a browser: sheets, pictures, a logo; and what they look at before the world does. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { emptySheet } from '@vitrine/catalogue'
import { SYSTEM } from '@vitrine/house'
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { at, awake, deskOf, open, rooms, said, SHEET, useDesk } from './desk.ts'
import { faultsOf, keepPicture } from './rooms.ts'

useDesk()

const painted = (width: number, height: number, background: string) =>
  sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer()
const file = (name: string, mimeType: string, buffer: Buffer) => ({ name, mimeType, buffer })

/** A sheet whose facts stand in a table, as Word files have them. */
async function wordSheet(): Promise<Buffer> {
  const rows = [['Original title', 'Barcos de papel'], ['Directed by', 'Inés Quiroga'], ['Produced by', 'Rodrigo Vela (Delta Sur)'], ['Countries', 'Argentina'], ['Year', '2025'], ['Length', '52 min']] // prettier-ignore
  const table = new Table({
    rows: rows.map(
      (cells) => new TableRow({ children: cells.map((cell) => new TableCell({ children: [new Paragraph(cell)] })) }),
    ),
  })
  const text = new Paragraph(
    'Two ferrymen on opposite banks of a river discover that the water between them has been sold, twice.',
  )
  return Packer.toBuffer(
    new Document({ sections: [{ children: [new Paragraph('PRODUCTION SHEET'), new Paragraph('Paper Boats'), table, text] }] }),
  )
}
const dropping = async (page: Page, files: ReturnType<typeof file>[]) => {
  await open(page, '/en/desk/drop')
  await page.locator('.dropzone input[type=file]').setInputFiles(files)
}

describe('sheets as files', () => {
  test('a Word file is read at once, beside its words', async () => {
    const { page, complaints, close } = await deskOf('editor')
    await dropping(page, [file('boats.docx', 'application/octet-stream', await wordSheet())])
    await page.waitForURL('**/desk/sheets/*')
    await awake(page)
    assert.equal(await page.locator('#field-title').inputValue(), 'Paper Boats')
    assert.equal(await page.locator('#field-year').inputValue(), '2025')
    assert.equal(await page.locator('#field-directors').inputValue(), 'Inés Quiroga')
    assert.match(await page.locator('.source').innerText(), /Rodrigo Vela \(Delta Sur\)/)
    assert.deepEqual(complaints, [])
    await close()
  })

  test('of several, those that can be read wait for an editor, and the one that cannot says why and counts for nothing', async () => {
    const { page, close } = await deskOf('editor')
    const sheet = SHEET.replace('The Clockmaker of Harl', 'The Harbour Pilot')
    await dropping(page, [
      file('pilot.txt', 'text/plain', Buffer.from(sheet)),
      file('page.html', 'text/html', Buffer.from(`<h1>Salt and Wind</h1><p>${SHEET.split('\n\n')[1]}</p><dl><dt>Year<dd>2021<dt>Director<dd>Ana Brito</dl>`)), // prettier-ignore
      file('broken.pdf', 'application/pdf', Buffer.from('%PDF-1.7\nnothing of a document')),
    ])
    const refused = page.locator('.came .refused', { hasText: 'broken.pdf' })
    await refused.getByText('Could not be read.').waitFor()
    await refused.getByText('This file is damaged or cut short.').waitFor()
    await page.getByText('2 files read without a doubt · 1 could not be read', { exact: true }).waitFor()
    await page.getByText('2 of 3 files read').waitFor()
    const waiting = page.getByRole('region', { name: 'Sheets waiting' })
    for (const title of ['The Harbour Pilot', 'Salt and Wind']) await waiting.getByRole('link', { name: title }).waitFor()
    assert.equal(await waiting.getByText('broken.pdf').count(), 0)
    assert.deepEqual(await faultsOf(page), [])
    await close()
  })

  test('thirty at once: each says what became of it, two of one name apart, what needs an eye first; no answer is tried again', async () => {
    const { page, close } = await deskOf('editor')
    await open(page, '/en/desk/drop')
    const files = Array.from({ length: 27 }, (_, n) => file(`sheet ${n}.txt`, 'text/plain', Buffer.from(SHEET.replace('The Clockmaker of Harl', `The Tide of ${n}`)))) // prettier-ignore
    const doubtful = SHEET.replace('The Clockmaker of Harl', 'The Doubtful Year').replace('Year: 2022', 'Year: 52').replace('Duration: 52', 'Duration: 2022') // prettier-ignore
    await page.route('**/drop/read?name=sheet%205.txt', (route) => route.abort())
    const answered = page.waitForResponse((answer) => answer.url().includes('sheet%2011.txt'))
    await page
      .locator('input[type=file]')
      .setInputFiles([
        ...files,
        file('same.pdf', 'application/pdf', Buffer.from('%PDF-1.7 nothing')),
        file('same.pdf', 'application/pdf', Buffer.from('PK\u0003\u0004 nothing either')),
        file('doubtful.docx', 'text/plain', Buffer.from(doubtful)),
      ])
    await answered
    // Whoever goes meanwhile is asked; more may be added meanwhile.
    await page.locator('.desk-nav a', { hasText: 'Titles' }).first().click()
    await page.getByRole('alert').getByRole('button', { name: 'Stay' }).click()
    await page.locator('input[type=file]').setInputFiles([file('later.txt', 'text/plain', Buffer.from(SHEET.replace('The Clockmaker of Harl', 'The Late One')))]) // prettier-ignore
    const came = page.getByRole('region', { name: 'What you dropped' })
    await came.getByText('27 files read without a doubt · 1 to look at · 3 could not be read').waitFor()
    assert.equal(await came.locator('li').count(), 31)
    assert.deepEqual(await came.locator('li .came-name').evaluateAll((names) => names.slice(0, 4).map((name) => name.textContent)), ['sheet 5.txt', 'same.pdf', 'same.pdf', 'doubtful.docx']) // prettier-ignore
    assert.ok(await came.getByRole('link', { name: 'The Late One' }).getAttribute('href'))
    assert.deepEqual(await faultsOf(page), [])
    await keepPicture(page, 'dropped-many')
    await page.unroute('**/drop/read?name=sheet%205.txt')
    await came.getByRole('button', { name: 'Try again those that got no answer' }).click()
    await came.getByText('28 files read without a doubt').waitFor()
    await close()
  })

  test('files dropped onto the page are taken as those that were chosen', async () => {
    const { page, complaints, close } = await deskOf('editor')
    await open(page, '/en/desk/drop')
    const transfer = await page.evaluateHandle(
      (text) => {
        const given = new DataTransfer()
        given.items.add(new File([text], 'dropped.txt', { type: 'text/plain' }))
        return given
      },
      SHEET.replace('The Clockmaker of Harl', 'The Bell of Harl'),
    )
    await page.dispatchEvent('.dropzone', 'drop', { dataTransfer: transfer })
    await page.waitForURL('**/desk/sheets/*')
    await awake(page)
    assert.equal(await page.locator('#field-title').inputValue(), 'The Bell of Harl')
    assert.deepEqual(complaints, [])
    await close()
  })
})

describe('what is brought in while something else happens', () => {
  /** The next sheet by this name waits until it is let go, or is refused. */
  async function hold(page: Page, name: string) {
    const { promise, resolve } = Promise.withResolvers<'go' | 'fail'>()
    await page.route(`**/drop/read?name=${name}`, async (route) => ((await promise) === 'go' ? route.continue() : route.abort()))
    return resolve
  }
  const sheet = (title: string) => SHEET.replace('The Clockmaker of Harl', title)
  const came = (page: Page) => page.getByRole('region', { name: 'What you dropped' })

  test('one of what was dropped cannot be opened: it is named, and the rest is read', async () => {
    const { page, complaints, close } = await deskOf('editor')
    await open(page, '/en/desk/drop')
    await page.evaluate(() => {
      const given = DataTransferItem.prototype.webkitGetAsEntry
      DataTransferItem.prototype.webkitGetAsEntry = function () {
        const name = this.getAsFile()?.name ?? ''
        const entry = { isFile: true, name, fullPath: `/${name}`, file: (give: (file: File) => void, refuse: (why: Error) => void) => (name === 'gone.txt' ? refuse(new Error('gone')) : give(file!)) } // prettier-ignore
        const file = this.getAsFile()
        return given.call(this) ?? (entry as never)
      }
    })
    const transfer = await page.evaluateHandle((text) => {
      const given = new DataTransfer()
      for (const name of ['there.txt', 'gone.txt']) given.items.add(new File([text], name, { type: 'text/plain' }))
      return given
    }, sheet('The Bell That Stayed'))
    await page.dispatchEvent('.dropzone', 'drop', { dataTransfer: transfer })
    await came(page).locator('.refused', { hasText: 'gone.txt' }).getByText('It could not be opened where it lies.').waitFor()
    await came(page).getByRole('link', { name: 'The Bell That Stayed' }).waitFor()
    assert.deepEqual(complaints, [])
    await close()
  })

  test('whoever goes on to more sheets while one is read can bring in others there', async () => {
    const { page, close } = await deskOf('editor')
    await open(page, '/en/desk/drop')
    const answer = await hold(page, 'slow.txt')
    await page.locator('input[type=file]').setInputFiles([file('slow.txt', 'text/plain', Buffer.from(sheet('The Slow Tide')))])
    await page.evaluate(() => document.querySelector('.drop-grid')!.insertAdjacentHTML('beforeend', '<a href="?more">More</a>'))
    await page.getByRole('link', { name: 'More', exact: true }).click()
    await page.getByRole('alert').getByRole('button', { name: 'Leave' }).click()
    await page.waitForURL('**/desk/drop?more')
    answer('go')
    await page.waitForResponse('**/drop/read?name=slow.txt')
    await page.locator('input[type=file]').setInputFiles([file('next.txt', 'text/plain', Buffer.from(sheet('The Next Tide')))])
    await page.waitForURL('**/desk/sheets/*')
    await page.getByRole('heading', { name: 'The Next Tide' }).waitFor()
    await close()
  })

  test('a pasted text stays where it was refused, and where it was written on meanwhile', async () => {
    const { page, close } = await deskOf('editor')
    await open(page, '/en/desk/drop')
    const paste = page.locator('#paste')
    const refuse = await hold(page, 'sheet.txt')
    await paste.fill(sheet('The Pasted Tide'))
    await page.getByRole('button', { name: 'Read this text' }).click()
    await page
      .locator('input[type=file]')
      .setInputFiles([file('beside.txt', 'text/plain', Buffer.from(sheet('The Tide Beside')))])
    await came(page).getByText('beside.txt').waitFor()
    refuse('fail')
    await came(page).getByRole('link', { name: 'The Tide Beside' }).waitFor()
    await page.getByText('1 of 2 files read').waitFor()
    assert.match(await paste.inputValue(), /The Pasted Tide/)

    await page.unroute('**/drop/read?name=sheet.txt')
    const go = await hold(page, 'sheet.txt')
    await page.getByRole('button', { name: 'Read this text' }).click()
    await paste.press('ControlOrMeta+End')
    await page.keyboard.type('and another')
    go('go')
    await page.getByRole('region', { name: 'Sheets waiting' }).getByRole('link', { name: 'The Pasted Tide' }).waitFor()
    assert.match(await paste.inputValue(), /and another$/)
    await close()
  })
})

describe('pictures of a film', () => {
  test('several at once; what is no picture is named and the others stay; the film is looked at before it is published', async () => {
    const { id, slug } = await rooms.house.createTitle(SYSTEM, { sheet: emptySheet('The Long Lock') })
    const { page, close } = await deskOf('editor')
    await open(page, `/en/desk/titles/${id}`)
    const pictures = page.getByRole('region', { name: 'Pictures' })
    await pictures
      .getByLabel('Drop pictures here, or choose them')
      .setInputFiles([
        file('lock.png', 'image/png', await painted(1600, 900, '#2b4a5a')),
        file('words.png', 'image/png', Buffer.from('these are words')),
        file('gate.png', 'image/png', await painted(1600, 900, '#5a2b2b')),
        file('upright.png', 'image/png', await painted(800, 1200, '#2b5a2b')),
      ])
    await pictures.getByRole('status').getByText('words.png could not be read').waitFor()
    await pictures.getByRole('status').getByText('3 pictures were added.').waitFor()
    assert.equal(await pictures.locator('figure').count(), 3)
    // A file that stands upright is the poster; the button that stands for the field of files never shows the field.
    assert.deepEqual(await pictures.locator('figure select').evaluateAll((kinds) => kinds.map((kind) => (kind as HTMLSelectElement).value)), ['still', 'still', 'poster']) // prettier-ignore
    const chooser = pictures.locator('input[type=file]')
    await chooser.focus()
    assert.equal(await chooser.evaluate((field) => getComputedStyle(field).clipPath), 'inset(50%)', 'the field of files is out of sight also where the keyboard stands') // prettier-ignore
    // What is pressed on a picture stays in view however it is cropped.
    await pictures
      .locator('.focal')
      .first()
      .click({ position: { x: 2, y: 2 } })
    assert.match(await pictures.getByLabel('Focus, percent from the left, picture 1').inputValue(), /^[0-3]$/)
    await pictures.getByLabel('Caption, also read to those who cannot see it 1, English').fill('The gate before dawn')
    await pictures.getByLabel('Caption, also read to those who cannot see it 1, English').blur()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.locator('.save-bar .said', { hasText: /^Saved$/ }).waitFor()

    const [preview] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('link', { name: 'Preview' }).click(),
    ])
    await preview.waitForLoadState()
    assert.equal(new URL(preview.url()).pathname, `/en/films/${slug}`)
    assert.equal(await preview.getByRole('heading', { level: 1 }).innerText(), 'The Long Lock')
    const shown = await preview.locator('main img').first().evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0) // prettier-ignore
    assert.ok(shown, 'its still is shown')
    assert.deepEqual(await faultsOf(preview), [])
    assert.equal((await fetch(at(`/en/films/${slug}`))).status, 404, 'nobody else sees it')
    // What buyers will ask for leads to its field; once published, the keyboard stands where the page can be seen.
    await page.getByRole('button', { name: 'Trailer (address)' }).click()
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'field-trailer')
    await page.getByRole('button', { name: 'Publish' }).click()
    const out = page.locator('.save-bar').getByRole('link', { name: 'See the page' })
    await out.waitFor()
    assert.ok(await out.evaluate((link) => link === document.activeElement))
    assert.equal(await out.getAttribute('href'), `/en/films/${slug}`)
    await close()
  })
})

describe('the look of the house', () => {
  test('a logo stands on every page once it is chosen, keeps what was being typed, and goes again; what is no picture changes nothing', async () => {
    const { page, complaints, close } = await deskOf('owner')
    await open(page, '/en/desk/settings')
    await page.locator('#house-name').fill('Half Typed')
    const choose = page.locator('label', { hasText: 'Choose a logo' }).locator('input')
    await choose.setInputFiles(file('logo.png', 'image/png', await painted(300, 80, '#0a5c5c')))
    await said(page).getByText('The logo is on every page now.').waitFor()
    assert.equal(await page.locator('#house-name').inputValue(), 'Half Typed')
    for (const look of ['light', 'dark']) await page.locator(`.preview.look-${look} .head img`).waitFor()
    const masthead = async () => /<header[\s\S]*?<\/header>/.exec(await (await fetch(at('/en'))).text())![0]
    assert.match(await masthead(), /<img/)
    assert.doesNotMatch(await masthead(), /Half Typed/)
    assert.deepEqual(complaints, [])

    await choose.setInputFiles(file('logo.svg', 'image/svg+xml', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'))) // prettier-ignore
    await page.locator('.said-note.bad, .said-note[role=alert], .said-note').filter({ hasNotText: 'The logo is on every page' }).waitFor() // prettier-ignore
    assert.match(await masthead(), /<img/, 'the logo that was there stays')
    await page.getByRole('button', { name: 'Use the name instead' }).click()
    await said(page).getByText('Saved. The site shows it now.').waitFor()
    assert.doesNotMatch(await masthead(), /<img/)
    assert.equal(await page.locator('#house-name').inputValue(), 'Half Typed')
    await close()
  })

  test('a black logo without a ground is seen on dark pages: on a light plate', async () => {
    const { page, close } = await deskOf('owner')
    await open(page, '/en/desk/settings')
    const bar = await painted(200, 40, '#000000')
    const logo = await sharp({ create: { width: 300, height: 80, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } }).composite([{ input: bar }]).png().toBuffer() // prettier-ignore
    await page
      .locator('label', { hasText: 'Choose a logo' })
      .locator('input')
      .setInputFiles(file('logo.png', 'image/png', logo))
    await said(page).getByText('The logo is on every page now.').waitFor()
    const plate = (where: string) =>
      page.locator(`${where} .house-logo`).evaluate((image) => getComputedStyle(image).backgroundColor)
    assert.deepEqual([await plate('.look-light'), await plate('.look-dark')], ['rgba(0, 0, 0, 0)', 'rgb(239, 238, 235)'])
    for (const [colorScheme, behind] of [
      ['light', 'rgba(0, 0, 0, 0)'],
      ['dark', 'rgb(239, 238, 235)'],
    ] as const) {
      // prettier-ignore
      await page.emulateMedia({ colorScheme })
      await page.goto(at('/en'))
      assert.equal(await plate('.masthead'), behind)
      await keepPicture(page, `logo-${colorScheme}`)
    }
    await rooms.house.changeSettings(SYSTEM, { settings: { logoId: null } })
    await close()
  })
})
