/** A contract signed in two browsers: drawn up, sent and countersigned at the desk, read and signed by the buyer with a mailed code. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SYSTEM } from '@vitrine/house'
import { agreedDeal, stateOfDeal } from '@vitrine/house/testing/agreed-deal'
import { at, deskOf, open, people, rooms, useDesk } from './desk.ts'
import { faultsInBothLooks, faultsOf, openPage, SCREENS } from './rooms.ts'

useDesk()

const MAIL = 'jon@kanal.example'

/** Letters leave a few seconds after what they tell of; the newest that has the words. */
async function letterWith(words: RegExp): Promise<RegExpExecArray> {
  for (let tries = 0; tries < 150; tries++) {
    for (const { to, text } of (await rooms.site.outbox(SYSTEM)) ?? []) {
      const found = to === MAIL ? words.exec(text) : null
      if (found !== null) return found
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`no letter has ${words}`)
}

test('from the accepted offer to the licence, in two browsers', async () => {
  const titleId = rooms.ids['the-ferry-log']!
  await rooms.house.enterEntry(SYSTEM, { titleId, entry: { kind: 'grant', exclusive: true, territory: 'World', media: 'all', from: '2020-01-01' }, locale: 'en' }) // prettier-ignore
  const { papers } = await rooms.house.viewSettings(SYSTEM)
  await rooms.house.changeSettings(SYSTEM, { settings: { papers: { ...papers, signatory: 'Iris Okafor' } } })
  const deal = await agreedDeal({ house: rooms.house, database: rooms.database }, { titleId, email: MAIL })
  const desk = await deskOf('rights')
  const { page } = desk

  await open(page, `/en/desk/deals/${deal.dealId}/papers`)
  assert.deepEqual(await faultsOf(page), [])
  await page.getByRole('button', { name: 'Draw up' }).click()
  await page.getByRole('heading', { name: 'Licence agreement D-1 / C-1' }).waitFor()
  await page.getByText('Nothing stands in the way.').waitFor()
  await page.getByText('from 1 January 2027 until 31 December 2029').first().waitFor()
  assert.deepEqual(await faultsOf(page), [])

  // folded, so that the paper is what is read
  assert.equal(await page.getByLabel('Its heading').isVisible(), false)
  await page.locator('summary', { hasText: 'Draw up anew' }).click()
  await page.getByLabel('Its heading').fill('Besides')
  await page.getByLabel('Its text').fill('{{buyer}} brings cake.')
  await page.getByRole('button', { name: 'Draw up anew' }).click()
  await page.getByText('Kanal Nord brings cake.').first().waitFor()
  assert.ok((await page.locator('ins').allTextContents()).join(' ').includes('Kanal Nord brings cake.'))
  assert.deepEqual(await faultsOf(page), [])

  await page.getByRole('button', { name: 'Done: let it out' }).click()
  await page.getByRole('button', { name: 'Send for signature' }).click()
  await page.getByText('The link, shown this once').waitFor()
  const address = await page.locator('#sign-link').innerText()
  assert.equal((await letterWith(/http\S+\/sign\/[\w-]+/))[0], address)
  assert.equal(await stateOfDeal({ house: rooms.house, database: rooms.database }, deal.dealId), 'contracted')

  for (const { name, options } of SCREENS) {
    const looking = await openPage(rooms, options)
    await looking.page.goto(address)
    assert.deepEqual(await faultsInBothLooks(looking.page), [], name)
    assert.deepEqual(looking.complaints, [])
    await looking.close()
  }

  const buyer = await openPage(rooms)
  await buyer.page.goto(address)
  const pdf = await buyer.page.request.get(`${address}/paper.pdf`)
  assert.equal((await pdf.body()).subarray(0, 5).toString(), '%PDF-')
  await buyer.page.getByRole('button', { name: 'Send me a code' }).click()
  await buyer.page.getByText('The code is on its way.').waitFor()
  const code = (await letterWith(/^ {4}(\d{6})$/m))[1]!
  await buyer.page.getByLabel('Code').fill(code === '111111' ? '222222' : '111111')
  await buyer.page.getByRole('checkbox').check()
  await buyer.page.getByRole('button', { name: 'Sign', exact: true }).click()
  await buyer.page.getByText('You can try 4 more times.').waitFor()
  assert.deepEqual(await faultsOf(buyer.page), [])
  await buyer.page.getByLabel('Code').fill(code)
  await buyer.page.getByLabel('Your full name').fill('Jon Arvid')
  await buyer.page.getByRole('button', { name: 'Sign', exact: true }).click()
  await buyer.page.getByText('Tick the declaration to sign.').waitFor()
  await buyer.page.getByLabel('Code').fill(code)
  await buyer.page.getByRole('checkbox').check()
  await buyer.page.getByRole('button', { name: 'Sign', exact: true }).click()
  await buyer.page.getByText('You have signed.').waitFor()
  assert.deepEqual(await faultsOf(buyer.page), [])

  await page.reload()
  const head = (await rooms.house.listUsers(SYSTEM)).find(({ email }) => email === people.rights)!
  assert.equal(await page.getByLabel('Your full name').inputValue(), head.name, 'nobody signs under the name of another')
  await page.getByText('The paper names Iris Okafor.').waitFor()
  await page.getByRole('button', { name: 'Sign for the house' }).click()
  await page.getByText('Signed by both').waitFor()
  assert.equal(await stateOfDeal({ house: rooms.house, database: rooms.database }, deal.dealId), 'signed')
  const licences = (await rooms.house.listEntries(SYSTEM, { titleId, kind: 'licence', locale: 'en' })).items
  assert.deepEqual(licences.map(({ party, contract }) => [party, contract]), [['Kanal Nord', 'D-1']]) // prettier-ignore
  await page.getByRole('link', { name: 'Verify the files' }).click()
  await page.getByText('Every file is as it was recorded.').waitFor()
  await page.getByText('sealed by this house').waitFor()
  // the address leads down the page, where its head covers half a button: whoever looks scrolls
  await page.evaluate(() => scrollTo(0, 0))
  assert.deepEqual(await faultsOf(page), [])

  await buyer.page.reload()
  await buyer.page.getByText('Both have signed.').waitFor()
  const signed = await buyer.page.request.get(`${address}/paper.pdf`)
  assert.ok((await signed.body()).includes('ETSI.CAdES.detached'))
  await buyer.close()
  await desk.close()
})

test('a link that leads nowhere says so, and one whose deal was lost says that the paper was withdrawn', async () => {
  const { page, close } = await openPage(rooms)
  assert.equal((await page.goto(at('/en/sign/nothing')))?.status(), 404)
  const deal = await agreedDeal({ house: rooms.house, database: rooms.database }, { titleId: rooms.ids['winter-station-01']!, email: 'ana@kanal.example' }) // prettier-ignore
  const paper = await rooms.house.draftPaper(SYSTEM, { dealId: deal.dealId, kind: 'memo', draft: { locale: 'fr' } })
  const ready = await rooms.house.submitPaper(SYSTEM, { id: paper.id, baseRevision: paper.revision })
  const sent = await rooms.house.sendPaper(SYSTEM, { id: paper.id, baseRevision: ready.revision, contactId: deal.contactId })
  await page.goto(sent.url.replace('/fr/', '/en/'))
  assert.match(page.url(), /\/fr\/sign\//, 'in the language of the paper')
  await page.getByRole('heading', { name: 'Lettre d’accord' }).waitFor()
  const again = await rooms.house.sendPaper(SYSTEM, { id: paper.id, baseRevision: sent.revision, contactId: deal.contactId })
  await page.reload()
  await page.getByText('Ce lien ne fonctionne plus').waitFor()
  const { revision } = await rooms.house.viewDeal(SYSTEM, { id: deal.dealId, reader: 'en' })
  await rooms.house.loseDeal(SYSTEM, { id: deal.dealId, revision, reason: 'price', reader: 'en' })
  await page.goto(again.url)
  await page.getByText('Cet acte a été retiré').waitFor()
  assert.deepEqual(await faultsOf(page), [])
  await close()
})

test('who is asked to sign declines, with or without script; the desk reads why, and what can follow', async () => {
  for (const javaScriptEnabled of [true, false]) {
    const { page, close } = await openPage(rooms, { javaScriptEnabled, ...SCREENS[1].options })
    const deal = await agreedDeal({ house: rooms.house, database: rooms.database }, { titleId: rooms.ids['winter-station-01']!, email: 'ana@kanal.example' }) // prettier-ignore
    const paper = await rooms.house.draftPaper(SYSTEM, { dealId: deal.dealId, kind: 'contract' })
    const ready = await rooms.house.submitPaper(SYSTEM, { id: paper.id, baseRevision: paper.revision })
    const { url } = await rooms.house.sendPaper(SYSTEM, { id: paper.id, baseRevision: ready.revision, contactId: deal.contactId })
    await page.goto(url)
    await page.locator('summary', { hasText: 'I do not sign' }).click()
    if (javaScriptEnabled) assert.deepEqual(await faultsInBothLooks(page), [])
    await page.getByLabel('What should be different?').fill('Five years, please.')
    await page.getByRole('button', { name: 'Decline to sign' }).click()
    await page.getByText('You have declined to sign.').waitFor()
    assert.equal(await page.getByRole('button', { name: 'Sign', exact: true }).count(), 0)
    await page.reload()
    await page.getByText('You have declined to sign.').waitFor()
    await close()

    const desk = await deskOf('rights')
    await open(desk.page, `/en/desk/deals/${deal.dealId}`)
    await desk.page.getByText('Kanal Nord declines to sign.').waitFor()
    await desk.page.getByRole('button', { name: 'Draw up the contract' }).waitFor()
    await desk.page.getByRole('link', { name: 'Open the contract' }).click()
    await desk.page.getByText('declined to sign: Five years, please.').waitFor()
    assert.deepEqual(await faultsOf(desk.page), [])
    await desk.page.getByRole('link', { name: 'New version from 1' }).waitFor()
    await desk.close()
    const { revision } = await rooms.house.viewDeal(SYSTEM, { id: deal.dealId, reader: 'en' })
    await rooms.house.loseDeal(SYSTEM, { id: deal.dealId, revision, reason: 'rights-gone', reader: 'en' })
  }
})

test('a clause is written with its mistakes named beside it, and saved when there are none', async () => {
  const { page, close } = await deskOf('rights')
  await open(page, '/en/desk/clauses')
  await page.getByText('These are an example').waitFor()
  assert.deepEqual(await faultsOf(page), [])
  await page.getByRole('link', { name: 'Rights granted' }).click()
  await page.getByLabel('Text (English)').fill('The {{byuer}} gets:\n\n{{schedule}}')
  await page.getByText('Line 1: {{byuer}} is no variable. Did you mean {{buyer}}?').waitFor()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Not saved').waitFor()
  await page.getByLabel('Text (English)').fill('The {{buyer}} gets:\n\n{{schedule}}')
  await page.getByText('The Kanal Nord gets:').waitFor()
  assert.deepEqual(await faultsOf(page), [])
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Saved.').waitFor()
  await open(page, '/en/desk/clauses')
  assert.equal(await page.getByText('These are an example').count(), 0)
  await close()
})

test('a paper that both signed by hand is brought in: another kind of file is refused by name, and the page says how it was signed', async () => {
  const deal = await agreedDeal({ house: rooms.house, database: rooms.database }, { email: 'per@kanal.example' })
  const { id, revision } = await rooms.house.draftPaper(SYSTEM, { dealId: deal.dealId, kind: 'contract' })
  await rooms.house.submitPaper(SYSTEM, { id, baseRevision: revision })
  const { page, close } = await deskOf('rights')
  const bring = async (buffer: Buffer) => {
    await open(page, `/en/desk/deals/${deal.dealId}/papers/${id}`)
    await page.locator('summary', { hasText: 'Countersigned paper' }).click()
    await page
      .locator('details[open] input[type=file]')
      .setInputFiles({ name: 'by-hand.pdf', mimeType: 'application/pdf', buffer })
    await page.locator('details[open] form button').click()
  }
  await bring(Buffer.from('signed by both, as everybody can see'))
  await page.getByText('What is taken here: PDF.').waitFor()
  await bring(await (await page.request.get(at(`/en/desk/deals/${deal.dealId}/papers/${id}/paper.pdf`))).body())
  await page.getByText('Signed by hand: the countersigned paper is among the files.').waitFor()
  assert.equal(await page.getByText('Nobody has signed yet.').count(), 0)
  assert.equal(await stateOfDeal({ house: rooms.house, database: rooms.database }, deal.dealId), 'signed')
  assert.deepEqual(await faultsOf(page), [])
  await close()
})
