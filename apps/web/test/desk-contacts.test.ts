/** Companies, people and markets at the desk, as those who sell use them; and what an editor sees of it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SYSTEM } from '@vitrine/house'
import { at, awake, deskOf, open, rooms, said, useDesk } from './desk.ts'
import { axe } from './rooms.ts'

useDesk()

const contacts = '/en/desk/contacts'

test('a company is added, filled in where it stands, taken back, and found while it is typed', async () => {
  const { page, complaints, close } = await deskOf('sales')
  await open(page, contacts)
  await page.getByLabel('A new company').fill('Télé Rive')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/companies/*')
  await awake(page)
  await page.getByLabel('Territories').fill('Belgium (French), Luxembourg')
  await page.keyboard.press('Tab')
  await page.getByText('Read as: 2 territories').waitFor()
  await page.getByLabel('Slots').fill('52’ current affairs')
  await page.getByLabel('Slots').press('Control+s')
  await page.getByText('52 min, Current affairs').waitFor()
  await page.getByLabel('Media', { exact: true }).fill('carrier pigeon')
  await page.keyboard.press('Tab')
  assert.match(await page.locator('#field-media-trouble').innerText(), /carrier/)
  assert.equal(await page.getByLabel('Media', { exact: true }).inputValue(), 'carrier pigeon', 'what was typed is still there')
  await page.getByLabel('Media', { exact: true }).press('Escape')
  await page.getByLabel('Broadcaster').check()
  await said(page).filter({ hasText: 'What it is: saved.' }).getByText('Undo').click()
  await page.waitForFunction(() => !document.querySelector<HTMLInputElement>('.ticks input')!.checked)

  await page.getByLabel('A new person').fill('Aurore Delmotte')
  await page.locator('.person-form input[inputmode=email]').fill('aurore@tele-rive.example')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Aurore Delmotte' }).waitFor()
  await page.getByLabel('A new note').fill('Decides after March.')
  await page.getByLabel('Aurore Delmotte').check()
  await page.getByRole('button', { name: 'Write it down' }).click()
  await page.locator('.jotted', { hasText: 'Decides after March.' }).waitFor()
  await page.getByLabel('What is to be done').fill('Ring her')
  await page.getByLabel('By', { exact: true }).fill('2020-01-02')
  await page.getByRole('button', { name: 'Add', exact: true }).last().click()
  await page.getByText('Ring her').first().waitFor()
  // neither the note at the foot nor the bar at the head may lie over what is looked at
  await said(page).getByLabel('Close').click()
  await page.evaluate(() => scrollTo(0, 0))
  assert.deepEqual(await axe(page), [])

  await open(page, `${contacts}/day`)
  assert.match(await page.locator('.tasks').innerText(), /Ring her · Télé Rive\s+△ late/)
  await page.getByLabel('Done: Ring her').check()
  await page.getByText('Nothing is due').waitFor()
  assert.deepEqual(await axe(page), [])

  await open(page, contacts)
  await page.locator('[data-search]').fill('delmotte belgi')
  await page.getByText('Nothing found').waitFor()
  await page.locator('[data-search]').fill('delmotte tele')
  await page.getByRole('link', { name: 'Télé Rive' }).waitFor()
  assert.deepEqual(await axe(page), [])
  // the medium that is none was refused, which a browser notes of every 422
  assert.deepEqual(
    complaints.filter((one) => !/ 422 /.test(one)),
    [],
  )
  await close()
})

test('two people write one field: the second is shown both, and loses nothing', async () => {
  const company = await rooms.house.addCompany(SYSTEM, { company: { name: 'Kanal Nord', phone: '1' } })
  const [sales, rights] = [await deskOf('sales'), await deskOf('rights')]
  for (const { page } of [sales, rights]) await open(page, `${contacts}/companies/${company.id}`)
  await rights.page.getByLabel('Telephone').focus()
  await sales.page.getByLabel('Telephone').fill('2')
  await sales.page.keyboard.press('Enter')
  await said(sales.page).getByText('Telephone: saved.').waitFor()
  await rights.page.getByLabel('Telephone').fill('3')
  await rights.page.keyboard.press('Enter')
  const trouble = rights.page.locator('#field-phone-trouble')
  await trouble.getByText('A sales changed this meanwhile').waitFor()
  assert.match(await trouble.innerText(), /There stands now: 2/)
  assert.equal(await rights.page.getByLabel('Telephone').inputValue(), '3')
  assert.deepEqual(await axe(rights.page), [])
  await trouble.getByRole('button', { name: 'Write mine' }).click()
  await said(rights.page).getByText('Telephone: saved.').waitFor()
  assert.equal((await rooms.house.openCompany(SYSTEM, { id: company.id })).company.phone, '3')
  await sales.close()
  await rights.close()
})

test('duplicates are compared, made one, and made two again', async () => {
  await rooms.house.addCompany(SYSTEM, { company: { name: 'Ruta Doc', country: 'MX' } })
  await rooms.house.addCompany(SYSTEM, { company: { name: 'RUTA DOC S.A.', phone: '+52 55', country: 'AR' } })
  const { page, complaints, close } = await deskOf('owner')
  await open(page, `${contacts}/duplicates`)
  const pair = page.locator('.likely', { hasText: 'RUTA DOC S.A.' })
  await pair.getByRole('button', { name: 'Compare' }).click()
  await pair.getByLabel('What would stand: Country').selectOption('merged')
  assert.deepEqual(await axe(page), [])
  await pair.getByRole('button', { name: 'Make them one' }).click()
  await said(page).getByText('Made one').waitFor()
  const [merged] = (await rooms.house.listCompanies(SYSTEM, { text: 'ruta' })).items
  assert.equal(merged?.country, 'AR')
  await said(page).getByText('Undo').click()
  await page.locator('.likely', { hasText: 'RUTA DOC S.A.' }).waitFor()
  assert.equal((await rooms.house.listCompanies(SYSTEM, { text: 'ruta' })).total, 2)
  assert.deepEqual(complaints, [])
  await close()
})

test('a list is looked at line by line and taken in', async () => {
  const { page, complaints, close } = await deskOf('sales')
  await open(page, `${contacts}/import`)
  const csv =
    'Firma;Ansprechpartner;E-Mail;Land\nAlpenkanal AG;Vreni Zgraggen;vreni@alpenkanal.example;Schweiz\nAlpenkanal;Urs;no address;Schweiz\n'
  await page.locator('input[type=file]').setInputFiles({ name: 'liste.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  await page.getByText('1 good, 1 doubtful, 0 that cannot be taken').waitFor()
  // no head lies over the first line below it
  for (const name of ['What the columns mean', '1 good, 1 doubtful, 0 that cannot be taken']) {
    const table = page.getByRole('group', { name })
    const [head, first] = await Promise.all([
      table.locator('thead th').first().boundingBox(),
      table.locator('tbody tr').first().boundingBox(),
    ])
    assert.ok(head!.y + head!.height <= first!.y + 1, name)
  }
  assert.deepEqual(await axe(page), [])
  await page.getByLabel('Take the doubtful lines too').check()
  await page.getByRole('button', { name: /Take in: 1 company, 2 people/ }).click()
  await page.getByText('1 new company, 2 new people').waitFor()
  assert.equal((await rooms.house.listContacts(SYSTEM, { text: 'alpenkanal' })).total, 2)
  assert.deepEqual(complaints, [])
  await close()
})

test('a market: an appointment is made, what clashes is said, the sheet can be asked for', async () => {
  const company = await rooms.house.addCompany(SYSTEM, { company: { name: 'Fjordflix', slots: ['52’ nature'] } })
  await rooms.house.addContact(SYSTEM, { contact: { name: 'Solveig Aune', companyId: company.id } })
  const { page, complaints, close } = await deskOf('sales')
  await open(page, '/en/desk/markets')
  await page.getByLabel('Name').fill('Sunny Side')
  await page.getByLabel('First day').fill('2027-06-22')
  await page.getByLabel('Last day').fill('2027-06-23')
  await page.getByRole('button', { name: 'Add' }).click()
  await page.waitForURL('**/markets/*')
  await awake(page)
  const make = async (from: string) => {
    await page.locator('summary', { hasText: 'A new appointment' }).click()
    await page.getByLabel('Company: Open appointment').fill('fjord')
    await page.locator('.finder').getByRole('button', { name: 'Fjordflix' }).click()
    await page.locator('#meeting-from').fill(from)
    await page.getByLabel('Solveig Aune').check()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.locator('.schedule .time', { hasText: from }).first().waitFor()
  }
  await make('10:00')
  await make('10:15')
  await page.locator('.schedule .late').first().waitFor()
  assert.equal(await page.locator('.schedule .late').count(), 2)
  assert.match(await page.locator('.schedule').innerText(), /Solveig Aune: also Fjordflix, 10:15–10:45/)
  assert.deepEqual(await axe(page), [])
  const href = await page.getByRole('link', { name: 'PDF, A4: Print', exact: true }).getAttribute('href')
  assert.equal((await (await page.request.get(at(href!))).body()).subarray(0, 5).toString(), '%PDF-')
  assert.deepEqual(complaints, [])
  await close()
})

test('notes on a telephone: kept without connection, sent when it is back, put together with what somebody else wrote', async () => {
  const market = await rooms.house.saveMarket(SYSTEM, { market: { name: 'Far Away', kind: 'festival', city: null, country: null, firstDay: '2027-06-22', lastDay: '2027-06-22', stand: null } }) // prettier-ignore
  const meeting = await rooms.house.saveMeeting(SYSTEM, { meeting: { marketId: market.id, companyId: null, day: '2027-06-22', fromMinute: 600, toMinute: 630, place: null, userIds: [], contactIds: [], titleIds: [], about: null } }) // prettier-ignore
  const { page, close } = await deskOf('sales', { viewport: { width: 390, height: 844 } })
  await open(page, `/en/desk/markets/${market.id}/meetings/${meeting.id}`)
  const notes = page.getByLabel('What was said')
  await page.context().setOffline(true)
  await notes.fill('Wants rivers.')
  await page.getByText('Kept on this telephone, not sent yet').waitFor()
  await page.context().setOffline(false)
  await page.getByText('Kept in the house').waitFor()
  assert.equal((await rooms.house.openMeeting(SYSTEM, { id: meeting.id })).notes, 'Wants rivers.')

  await page.context().setOffline(true)
  await notes.fill('Wants rivers.\nAnd ice.')
  await page.getByText('Kept on this telephone, not sent yet').waitFor()
  await rooms.house.noteMeeting(SYSTEM, { id: meeting.id, seen: (await rooms.house.openMeeting(SYSTEM, { id: meeting.id })).notes, notes: 'Wants rivers.\nCall in May.' }) // prettier-ignore
  await page.context().setOffline(false)
  await page.reload()
  await awake(page)
  assert.equal(await notes.inputValue(), 'Wants rivers.\nAnd ice.', 'what was typed outlives the page')
  await page.getByRole('button', { name: 'Put both together' }).click()
  await page.getByText('Kept in the house').waitFor()
  assert.equal((await rooms.house.openMeeting(SYSTEM, { id: meeting.id })).notes, 'Wants rivers.\nCall in May.\nAnd ice.')
  assert.deepEqual(await axe(page), [])
  assert.ok(
    await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
    'nothing is pushed out of the telephone',
  )
  await close()
})

test('a person is told everything, and erased', async () => {
  const { id } = await rooms.house.addContact(SYSTEM, { contact: { name: 'Zdenka Quillfeather', email: 'zdenka@somewhere.example' } }) // prettier-ignore
  const { page, complaints, close } = await deskOf('rights')
  await open(page, `${contacts}/people/${id}`)
  assert.deepEqual(await axe(page), [])
  const told = await page.request.get(at(`${contacts}/people/${id}/everything`))
  assert.match(await told.text(), /zdenka@somewhere/)
  await page.getByRole('button', { name: 'Erase this person' }).click()
  await page.getByRole('button', { name: 'Erase for good' }).click()
  await page.getByRole('heading', { name: 'Erased' }).waitFor()
  await page.reload()
  await page.getByRole('heading', { name: 'Erased' }).waitFor()
  assert.ok(!(await page.content()).includes('Zdenka'))
  assert.deepEqual(complaints, [])
  await close()
})

test('an editor sees companies, and of people nothing', async () => {
  const company = await rooms.house.addCompany(SYSTEM, { company: { name: 'Canale Grande' } })
  await rooms.house.addContact(SYSTEM, { contact: { name: 'Ludovica Sartorelli', companyId: company.id } })
  const { page, close } = await deskOf('editor')
  await open(page, `${contacts}/companies/${company.id}`)
  assert.ok(!(await page.content()).includes('Ludovica'))
  assert.equal(await page.getByLabel('A new note').count(), 0)
  for (const path of ['people', 'day', 'duplicates', 'import'])
    assert.equal((await page.request.get(at(`${contacts}/${path}`))).status(), 403, path)
  assert.equal((await page.request.get(at('/en/desk/markets'))).status(), 403)
  await close()
})
