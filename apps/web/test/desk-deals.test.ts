/** From a request to an agreement, as an agent does it in the browser. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { SYSTEM } from '@vitrine/house'
import { signDeal } from '@vitrine/house/testing/signed-deal'
import { sql } from 'kysely'
import { awake, deskOf, open, rooms, said, useDesk } from './desk.ts'
import { axe, keepPicture } from './rooms.ts'

useDesk()

describe('requests and deals', () => {
  test('a request becomes a deal, an offer goes out, and it is agreed; the pages have no fault', async () => {
    const film = rooms.ids['the-ferry-log']!
    const grant = { kind: 'grant', exclusive: true, party: 'The producer', territory: 'Europe', media: 'free-tv', from: '2026-01-01', to: '2040-12-31' } // prettier-ignore
    await rooms.house.enterEntry(SYSTEM, { titleId: film, entry: grant, acceptWarnings: true, note: null, locale: 'en' })
    const company = await rooms.house.addCompany(SYSTEM, { company: { name: 'Kanal Ost' } })
    await rooms.house.addContact(SYSTEM, { contact: { name: 'Ana Nowak', companyId: company.id, email: 'ana@kanal-ost.example' } }) // prettier-ignore
    await rooms.house.sendRequest(SYSTEM, { kind: 'terms', titleIds: [film], wishes: { territory: 'Germany', media: 'free tv', from: '2027-01-01', to: '2029-12-31', exclusive: true }, name: 'Ana Nowak', email: 'ana@kanal-ost.example', company: null, message: null, locale: 'en' }) // prettier-ignore
    const { page, complaints, close } = await deskOf('sales')
    await open(page, '/en/desk/requests')
    assert.deepEqual(await axe(page), [])
    await page.getByRole('link', { name: 'Make a deal of it: Ana Nowak' }).click()
    await page.getByRole('button', { name: 'Open the deal only' }).click()
    await page.waitForURL(/\/deals\/(?!new)[^/?]+$/)
    await awake(page)
    await page.getByRole('link', { name: 'Write an offer' }).click()
    await page.getByLabel(/^Price of /).fill('12 500')
    await page.getByLabel('Stands until').fill('2030-12-31')
    await page.getByText('Nothing is in the way').waitFor()
    await page.locator('.offer-sum', { hasText: /EUR.12,500\.00/ }).waitFor()
    // in a window as high as the page, for the bars at its head and foot lie over what is scrolled beneath them
    await page.setViewportSize({ width: 1280, height: 4000 })
    assert.deepEqual(await axe(page), [])
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.getByText('Ana Nowak has no seat in the buyers’ room yet').waitFor()
    await page.getByRole('button', { name: 'Send it' }).click()
    await page.waitForURL(/\/offers$/)
    const { seats } = await rooms.house.listSeats(SYSTEM, { companyId: company.id })
    assert.deepEqual(seats.map(({ email, companyRole }) => [email, companyRole]), [['ana@kanal-ost.example', 'lead']]) // prettier-ignore
    await page.getByRole('button', { name: 'They accept' }).click()
    await said(page).getByText('Agreed.').waitFor()
    await said(page).getByRole('button', { name: 'Undo' }).click()
    await said(page).getByText('Undone.').waitFor()
    await page.getByRole('button', { name: 'They accept' }).click()
    await said(page).getByText('Agreed.').waitFor()
    await page.getByRole('button', { name: 'Undo: Accepted' }).waitFor()
    assert.deepEqual(await axe(page), [])
    // The second press of a double click falls upon what stands there by then: here what would take it all back.
    await page.getByRole('button', { name: 'Withdraw' }).dispatchEvent('click', { detail: 2 })
    await page.reload()
    await page.getByRole('button', { name: 'Undo: Accepted' }).waitFor()
    await open(page, '/en/desk/deals')
    await page.locator('#column-agreed').locator('xpath=..').getByText('Kanal Ost').first().waitFor()
    assert.deepEqual(await axe(page), [])
    await page.getByLabel(/^Move D-1 Kanal Ost/).selectOption('lost')
    await page.getByLabel('Reason').selectOption('no-slot')
    await page.getByRole('button', { name: 'Lost…' }).click()
    await said(page).getByRole('button', { name: 'Undo' }).click()
    await said(page).getByText('is open again').waitFor()
    assert.deepEqual(complaints, [])
    await close()
  })
  test('a film that fits is offered from its row: whom, what and which rights are written already, for as long as the house has them', async () => {
    const { house, ids } = rooms
    const film = ids['winter-station-07']!
    const grant = { kind: 'grant', exclusive: true, party: 'The producer', territory: 'Portugal', media: 'free-tv', from: '2026-01-01', to: '2028-06-30' } // prettier-ignore
    await house.enterEntry(SYSTEM, { titleId: film, entry: grant, acceptWarnings: true, note: null, locale: 'en' })
    const { sheet } = await house.openTitle(SYSTEM, { id: film })
    const slot = `${sheet.cuts[0]!.minutes}'`
    await house.addCompany(SYSTEM, {
      company: { name: 'Canal Atlântico', territory: 'Portugal', media: 'free tv', slots: [slot] },
    })
    const { page, complaints, close } = await deskOf('sales')
    await open(page, `/en/desk/match?title=${film}`)
    assert.deepEqual(await axe(page), [])
    await page.getByRole('link', { name: `Offer it: ${sheet.title}, Canal Atlântico` }).click()
    await page.getByRole('button', { name: 'Write an offer' }).click()
    await page.waitForURL(/\/offers\/draft/)
    await page.getByText('This cannot be offered').waitFor()
    assert.equal(await page.getByLabel('Territory').inputValue(), 'Portugal')
    await page.getByRole('button', { name: 'Offer it until 30 June 2028' }).click()
    await page.getByLabel(/^Price of /).fill('4 000')
    await page.getByText('Nothing is in the way').waitFor()
    assert.equal(await page.getByLabel('To', { exact: true }).inputValue(), '2028-06-30')
    assert.deepEqual(await axe(page), [])
    assert.deepEqual(complaints, [])
    await close()
  })
  for (const javaScriptEnabled of [true, false])
    test(`the board is looked at by film, territory, agent and period ${javaScriptEnabled ? 'with' : 'without'} script; what is chosen is taken away again; columns have a sum`, async () => {
      const { house, ids } = rooms
      const film = ids['the-ferry-log']!
      const { id: companyId } = await house.addCompany(SYSTEM, {
        company: { name: javaScriptEnabled ? 'Sender Eins' : 'Sender Zwei' },
      })
      const deal = (currency: string, closesOn: string) => house.openDeal(SYSTEM, { deal: { companyId, titleIds: [film], currency, expectedMinor: 700_000, closesOn }, reader: 'en' }) // prettier-ignore
      const [{ id }] = [await deal('EUR', '2031-05-01'), await deal('CHF', '2031-06-01')]
      const rights = { territory: 'Norway', media: 'free-tv', from: '2027-01-01', to: '2028-12-31' }
      await house.draftOffer(SYSTEM, { dealId: id, terms: { currency: 'EUR', lines: [{ titleId: film, rights, minor: 700_000 }], expires: '2031-01-01' }, reader: 'en' }) // prettier-ignore
      const { page, complaints, close } = await deskOf('sales', { javaScriptEnabled })
      await page.goto(`${rooms.address}/en/desk/deals?company=${companyId}`)
      if (javaScriptEnabled) await awake(page) // what is typed before is not heard
      const cards = page.locator('.deal-card')
      const chosen = page.getByRole('list', { name: 'What is chosen' })
      assert.equal(await cards.count(), 2)
      const column = page.locator('#column-open').locator('xpath=..')
      assert.match((await column.locator('.worth').textContent())!, /^EUR.7,000$/)
      await column.getByText(/no rate is known for the day: CHF.7,000/).waitFor()

      const filter = page.getByRole('search')
      await filter.locator('[name=film]').fill('ferry')
      await filter.locator('[name=territory]').fill('Scandinavia')
      await filter.locator('[name=from]').fill('2031-05-01')
      await filter.locator('[name=to]').fill('2031-12-31')
      await filter.locator('[name=owner]').selectOption('none')
      if (!javaScriptEnabled) await page.getByRole('button', { name: 'Show', exact: true }).click()
      await page.waitForURL(/territory=Scandinavia/)
      await chosen.getByText('Territory: Scandinavia').waitFor()
      assert.equal(await cards.count(), 1)
      const asked = new URL(page.url()).searchParams
      assert.deepEqual(['film', 'owner', 'from', 'to', 'company'].map((name) => asked.get(name)), ['ferry', 'none', '2031-05-01', '2031-12-31', companyId]) // prettier-ignore
      if (javaScriptEnabled) assert.deepEqual(await axe(page), [])
      await chosen.getByRole('link', { name: 'Take away Territory: Scandinavia' }).click()
      await page.waitForURL((url) => !url.searchParams.has('territory'))
      await page.waitForFunction(() => document.querySelectorAll('.deal-card').length === 2).catch(() => null)
      assert.equal(await cards.count(), 2)
      // the same as a list, and one that cannot be read
      await page.getByRole('link', { name: 'List', exact: true }).click()
      await page.waitForURL(/view=list/)
      await page.locator('table.list').waitFor()
      assert.equal(await page.locator('table.list tbody tr').count(), 2)
      await page.goto(`${rooms.address}/en/desk/deals?company=${companyId}&territory=Norwai&from=2031-02-30`)
      await page.getByText('“Norwai” is no territory that is known here.').waitFor()
      assert.equal(await filter.locator('[name=territory]').getAttribute('aria-invalid'), 'true')
      assert.equal(await filter.locator('[name=from]').getAttribute('aria-invalid'), 'true')
      assert.equal(await cards.count(), 2, 'what cannot be read is left out, and said')
      if (javaScriptEnabled) assert.deepEqual(await axe(page), [])
      assert.deepEqual(complaints, [])
      await close()
    })
})

/** Options of fields that their closed form has no room for, by the width of their words. Runs in the browser. */
const cutOff = (fields: Element[]): string[] =>
  fields.flatMap((field) => {
    const select = field as HTMLSelectElement
    const style = getComputedStyle(select)
    const pen = document.createElement('canvas').getContext('2d')!
    pen.font = style.font
    const arrow = 20
    const room = select.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight) - arrow
    return [...select.options].map(({ text }) => text).filter((text) => pen.measureText(text).width > room)
  })

test('two versions are chosen in fields that cut nothing off, and whoever chooses keeps their place', async () => {
  const { dealId } = await signDeal(rooms, { name: 'Twice offered' })
  const { house, database } = rooms
  await sql`update offer set state = 'superseded', settled_from = 'accepted' where house_id = ${house.id} and deal_id = ${dealId}`.execute(database.db) // prettier-ignore
  const { offers } = await house.viewDeal(SYSTEM, { id: dealId, reader: 'en' })
  await sql`insert into offer (house_id, id, deal_id, version, side, state, terms, currency, total_minor, created_at, updated_at, by_name)
    select house_id, 'another-version', deal_id, 12, side, 'live', terms, currency, total_minor, created_at, updated_at, by_name from offer where id = ${offers[0]!.id}`.execute(database.db) // prettier-ignore
  for (const locale of ['en', 'fr'] as const)
    for (const width of [390, 1280]) {
      const { page, complaints, close } = await deskOf('sales', { viewport: { width, height: 900 } })
      await open(page, `/${locale}/desk/deals/${dealId}/offers`)
      const before = page.locator('.beside select').first()
      assert.deepEqual(await page.locator('.beside select').evaluateAll(cutOff), [], `${locale}, ${width}`)
      await keepPicture(page, `compare-${locale}-${width}`)
      await before.focus()
      await before.selectOption('another-version')
      await page.waitForURL(/before=another-version/)
      await page.getByText(locale === 'en' ? 'say the same' : 'disent la même chose').waitFor()
      assert.equal(await before.evaluate((field) => field === document.activeElement), true, 'the field that was chosen in')
      await open(page, `/${locale}/desk/deals?view=list`)
      const agent = page.locator('select[name=owner]')
      if (width === 390) await page.locator('.folded summary').click()
      await agent.focus()
      await agent.selectOption('mine')
      await page.waitForURL(/owner=mine/)
      await page.locator('.deals-chosen').waitFor()
      assert.equal(await agent.evaluate((field) => field === document.activeElement), true, 'the filter that was chosen in')
      assert.deepEqual(complaints, [])
      await close()
    }
})

test('an amount that can be read in two ways is asked about once it is typed, and whoever chooses is in its field again', async () => {
  const { page, complaints, close } = await deskOf('sales')
  await open(page, '/en/desk/deals/new')
  const field = page.locator('.field', { has: page.locator('#expected') })
  const aloud = field.getByRole('status')
  await page.locator('#currency').fill('KWD')
  await page.locator('#expected').pressSequentially('12.345')
  await field.getByRole('button').nth(1).waitFor()
  assert.equal(await aloud.innerText(), '', 'nothing is read aloud at each letter')
  await page.locator('#closes').focus()
  await aloud.getByText(/^This can be read in two ways\. Which is meant\?/).waitFor()
  assert.equal(await aloud.getByRole('button').count(), 0)
  await field.getByRole('button').first().click()
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'expected')
  await field.locator('.amount-said').getByText(/^=/).waitFor()
  assert.deepEqual(complaints, [])
  await close()
})

test('on a telephone the filter of deals is folded until somebody wants it; where there is room it stands open', async () => {
  const { page, complaints, close } = await deskOf('sales', { viewport: { width: 390, height: 844 } })
  await open(page, '/en/desk/deals')
  const film = page.getByRole('search').locator('[name=film]')
  const isSeen = () => film.evaluate((field) => field.checkVisibility({ contentVisibilityAuto: true }) && field.clientWidth > 0)
  assert.equal(await isSeen(), false)
  await page.getByText('Narrow it down').click()
  assert.equal(await isSeen(), true)
  assert.deepEqual(await axe(page), [])
  await open(page, '/en/desk/deals?film=ferry')
  assert.equal(await isSeen(), true, 'what is asked is seen')
  await page.setViewportSize({ width: 1280, height: 900 })
  await open(page, '/en/desk/deals')
  assert.equal(await isSeen(), true)
  assert.deepEqual(await axe(page), [])
  assert.deepEqual(complaints, [])
  await close()
})

test('no room of the desk is cut off on a screen of 1280 pixels, however long the name of the house', async () => {
  const { page, close } = await deskOf('owner')
  for (const locale of ['en', 'fr']) {
    await open(page, `/${locale}/desk/deals`)
    await page
      .locator('.desk-top .house')
      .evaluate((name) => (name.textContent = 'The Sales House of the Northern Coast and Its Islands'))
    const out = await page.locator('.desk-nav a').evaluateAll((rooms) => rooms.filter((room) => room.getBoundingClientRect().right > room.parentElement!.getBoundingClientRect().right + 1).map((room) => room.textContent)) // prettier-ignore
    assert.deepEqual(out, [])
  }
  await close()
})
