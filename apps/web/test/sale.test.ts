/** One sale from the request to the signed licence, in three browsers: the agent, the buyer, the head of rights. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SYSTEM } from '@vitrine/house'
import { awake, deskOf, open, people, rooms, useDesk } from './desk.ts'
import { openPage } from './rooms.ts'

useDesk()

const QUESTION = 't=Germany&m=free-tv&from=2027-01-01&to=2029-12-31&x=1'

/** Letters leave a few seconds after what they tell of. */
async function letterTo(to: string, words: RegExp): Promise<RegExpExecArray> {
  for (let tries = 0; tries < 150; tries++) {
    for (const letter of (await rooms.site.outbox(SYSTEM)) ?? []) {
      const found = letter.to === to ? words.exec(letter.text) : null
      if (found !== null) return found
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`no letter to ${to} has ${words}`)
}

test('the agent makes an offer of a request, the buyer accepts and signs, the head of rights countersigns, and the map has changed', async () => {
  const { house } = rooms
  const film = rooms.ids['the-ferry-log']!
  const email = people.buyer!
  await house.enterEntry(SYSTEM, { titleId: film, entry: { kind: 'grant', exclusive: true, party: 'The producer', territory: 'World', media: 'all', from: '2020-01-01' }, acceptWarnings: true, locale: 'en' }) // prettier-ignore
  const company = await house.addCompany(SYSTEM, { company: { name: 'Kanal Ost' } })
  const contact = await house.addContact(SYSTEM, { contact: { name: 'Ana Nowak', companyId: company.id, email } })
  await house.seatBuyer(SYSTEM, { seat: { contactId: contact.id, companyRole: 'lead' } })
  await house.sendRequest(SYSTEM, { kind: 'terms', titleIds: [film], wishes: { territory: 'Germany', media: 'free tv', from: '2027-01-01', to: '2029-12-31', exclusive: true }, name: 'Ana Nowak', email, company: 'Kanal Ost', message: 'Two runs would do.', locale: 'en' }) // prettier-ignore
  const [agent, head, buyer] = [await deskOf('sales'), await deskOf('rights'), await openPage(rooms)]
  await open(head.page, `/en/desk/rights/titles/${film}?${QUESTION}`)
  const answer = () => head.page.locator('.see-answer').innerText()
  assert.match(await answer(), /All of it can be had/)

  // The agent: from the request to an offer.
  await open(agent.page, '/en/desk/requests')
  await agent.page.getByRole('link', { name: 'Make a deal of it: Ana Nowak' }).click()
  await agent.page.getByRole('button', { name: 'Write an offer' }).click()
  await agent.page.waitForURL(/\/offers\/draft$/)
  await awake(agent.page)
  const deal = new URL(agent.page.url()).pathname.replace('/offers/draft', '')
  /** What the map says of Germany, reached from the deal. */
  const onTheMap = async () => {
    await open(head.page, deal)
    await head.page.locator('.next-maps a').click()
    return head.page.locator('.map title', { hasText: /^Germany/ }).textContent()
  }
  await agent.page.getByText('Two runs would do.').waitFor() // what they wrote is read while it is answered
  const send = agent.page.getByRole('button', { name: 'Send it' })
  await agent.page.getByText('No price is written yet: The Ferry Log. An offer for nothing says 0.').waitFor()
  await agent.page.locator('.offer-sum', { hasText: '0.00' }).waitFor()
  assert.ok(await send.isDisabled(), 'an offer without a price is no gift')
  await agent.page.getByLabel(/^Price of /).fill('0')
  await agent.page.getByText('Nothing is in the way').waitFor()
  assert.ok(await send.isEnabled(), 'unless it says so')
  await agent.page.getByLabel(/^Price of /).fill('12 500')
  await agent.page.getByLabel('Runs', { exact: true }).fill('2')
  await agent.page.getByLabel('Stands until').fill('2030-12-31')
  await agent.page.locator('.offer-sum', { hasText: /12,500\.00/ }).waitFor()
  await agent.page.getByText('Nothing is in the way').waitFor()
  await send.click()
  await agent.page.waitForURL(/\/offers$/)
  assert.match((await onTheMap())!, /: Held/)
  await open(head.page, `/en/desk/rights/titles/${film}?${QUESTION}`)
  assert.match(await answer(), /None of it can be had now/, 'what is offered is held')

  // The buyer: the letter leads to the offer in their room.
  const [offer] = await letterTo(email, /http\S+\/room\/offers\/[\w-]+/)
  const buyerDesk = await deskOf('buyer')
  await buyerDesk.page.goto(rooms.address + '/en/room')
  await buyerDesk.page.getByRole('link', { name: 'Read and answer: The Ferry Log' }).click()
  assert.equal(buyerDesk.page.url(), offer)
  assert.deepEqual(await buyerDesk.page.locator('.room-terms li').allInnerTexts(), ['Exclusivity: exclusive', 'Runs: 2 runs'])
  await buyerDesk.page.getByRole('checkbox').first().check()
  await buyerDesk.page.getByRole('button', { name: 'Accept this offer' }).click()
  await buyerDesk.page.waitForURL('**?done=accepted')

  // The agent: the paper.
  await open(agent.page, deal)
  await agent.page.getByRole('button', { name: 'Draw up the contract' }).click()
  await agent.page.getByText('Nothing stands in the way.').waitFor()
  assert.match(
    await agent.page.locator('.paper-words').innerText(),
    /Licensee, Kanal Ost, Ana Nowak/,
    'nobody signs for “a person to be named”',
  )
  assert.match(await agent.page.locator('.paper-open').innerText(), /leaves open: .*address of the buyer/)
  await agent.page.getByRole('button', { name: 'Done: let it out' }).click()
  await agent.page.getByRole('button', { name: 'Send for signature' }).click()
  await agent.page.getByText('The link, shown this once').waitFor()
  const paper = new URL(agent.page.url()).pathname

  // The buyer signs with a mailed code.
  const [link] = await letterTo(email, /http\S+\/sign\/[\w-]+/)
  await buyer.page.goto(link)
  await buyer.page.getByRole('button', { name: 'Send me a code' }).click()
  await buyer.page.getByText('The code is on its way.').waitFor()
  const code = (await letterTo(email, /^ {4}(\d{6})$/m))[1]!
  await buyer.page.getByLabel('Code').fill(code)
  await buyer.page.getByLabel('Your full name').fill('Ana Nowak')
  await buyer.page.getByRole('checkbox').check()
  await buyer.page.getByRole('button', { name: 'Sign', exact: true }).click()
  await buyer.page.getByText('You have signed.').waitFor()

  // The head of rights countersigns, and the film is off the shelf.
  await open(head.page, paper)
  await head.page.getByRole('button', { name: 'Sign for the house' }).click()
  await head.page.getByText('Signed by both').waitFor()
  await open(head.page, `/en/desk/rights/titles/${film}?${QUESTION}`)
  assert.match(await answer(), /None of it can be had now/)
  assert.match((await onTheMap())!, /: Not available/)
  const licences = (await house.listEntries(SYSTEM, { titleId: film, kind: 'licence', locale: 'en' })).items
  assert.deepEqual(licences.map(({ party, status }) => [party, status]), [['Kanal Ost', 'signed']]) // prettier-ignore
  for (const opened of [agent, head, buyer, buyerDesk]) await opened.close()
})
