import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openPrintingRoom } from '@vitrine/press/printing-room'
import { sql } from 'kysely'
import { SYSTEM, VISITOR } from '../../actors.ts'
import { isHouseError } from '../../errors.ts'
import { agreedDeal, codeIn, newestLetter, tokenIn } from '../../testing/agreed-deal.ts'
import { anOffer, aSale } from '../../testing/deal-for-tests.ts'
import { aReel, aScreening, type TestViewer } from '../../testing/reel-for-tests.ts'
import { aSheet, eachHouse } from '../../testing/house-for-tests.ts'

const refused = (code: string) => (thrown: unknown) => isHouseError(thrown) && thrown.code === code
const SECRETS = ['Zdenka', 'Quillfeather', 'zdenka@', 'PASSWORD-OF-HER-DOG', '+49 30 777']

/** Every text of every table of a house, but for the trail's own names of members. */
async function everything(
  database: {
    session<T>(work: (session: { query<Row>(text: string, values?: unknown[]): Promise<Row[]> }) => Promise<T>): Promise<T>
  },
  houseId: string,
): Promise<string> {
  return database.session(async (session) => {
    const tables = await session.query<{ t: string }>("select table_name as t from information_schema.columns where column_name = 'house_id' and table_schema = current_schema() and table_name in (select table_name from information_schema.tables where table_type = 'BASE TABLE')") // prettier-ignore
    const texts: string[] = []
    for (const { t } of tables) for (const { row } of await session.query<{ row: string }>(`select row_to_json(x)::text as row from "${t}" x where house_id = $1`, [houseId])) texts.push(`${t} ${row}`) // prettier-ignore
    return texts.join('\n')
  })
}

eachHouse('one person’s data', (open) => {
  const print = openPrintingRoom()
  after(() => print.close())

  test('everything is told, then nothing is left anywhere, and the trail says only that it was done', async () => {
    const { house, member, database } = await open()
    const sales = await member('sales')
    const company = await house.addCompany(sales, { company: { name: 'Kanal Ost' } })
    const other = await house.addContact(sales, { contact: { name: 'Bo Ek', companyId: company.id } })
    const row = await house.addContact(sales, { contact: { name: 'Zdenka Quillfeather', companyId: company.id, email: 'zdenka@kanal-ost.example', phone: '+49 30 777' } }) // prettier-ignore
    const twin = await house.addContact(sales, { contact: { name: 'Quillfeather, Z.', email: 'zdenka@gmail.example' } })
    await house.mergeDuplicates(sales, { kind: 'contact', survivorId: row.id, mergedId: twin.id, survivorRevision: 1, mergedRevision: 1 }) // prettier-ignore
    await house.addNote(sales, { subject: { kind: 'contact', id: row.id }, text: 'PASSWORD-OF-HER-DOG is Rex' })
    await house.addNote(sales, {
      subject: { kind: 'company', id: company.id },
      text: 'PASSWORD-OF-HER-DOG too',
      contactIds: [row.id],
    })
    await house.addNote(sales, { subject: { kind: 'company', id: company.id }, text: 'Zdenka Quillfeather (zdenka@kanal-ost.example) likes ice; Zdenkas do.' }) // prettier-ignore
    await house.addTask(sales, { subject: { kind: 'contact', id: row.id }, text: 'Call Zdenka' })
    await house.sendRequest(VISITOR, { kind: 'other', titleIds: [], name: 'Zdenka', email: 'ZDENKA@gmail.example', company: 'Kanal Ost', message: 'PASSWORD-OF-HER-DOG', locale: 'en' }) // prettier-ignore
    const title = await house.createTitle(SYSTEM, { sheet: aSheet('The Salt Road') })
    const list = await house.sendAvailabilities(SYSTEM, { question: { from: '2027-01-01', to: null, exclusive: false }, titleIds: [title.id], toName: 'Zdenka', toEmail: 'zdenka@kanal-ost.example', message: 'Dear Zdenka', locale: 'en' }) // prettier-ignore
    const market = await house.saveMarket(sales, { market: { name: 'Sunny', kind: 'market', city: null, country: null, firstDay: '2027-04-12', lastDay: '2027-04-14', stand: null } }) // prettier-ignore
    const at = { marketId: market.id, companyId: company.id, day: '2027-04-12', fromMinute: 600, toMinute: 630, place: null, userIds: [], titleIds: [], about: null } // prettier-ignore
    const alone = await house.saveMeeting(sales, { meeting: { ...at, contactIds: [row.id] } })
    await house.noteMeeting(sales, { id: alone.id, seen: '', notes: 'PASSWORD-OF-HER-DOG' })
    const both = await house.saveMeeting(sales, { meeting: { ...at, contactIds: [row.id, other.id] } })
    await house.noteMeeting(sales, { id: both.id, seen: '', notes: 'Bo wants ice, Zdenka Quillfeather rivers.' })

    const reel = await aReel(database.db, house.id, title.id)
    const watched = (viewer: TestViewer) => aScreening(database.db, house.id, reel, viewer)
    await watched({ contactId: row.id, name: 'Zdenka Quillfeather', email: 'zdenka@gmail.example' })
    // By links of her company, for which nobody is asked for an address.
    await watched({ companyId: company.id, name: 'zdenka quillfeather', email: null, placeHash: 'HER-NETWORK' })
    const seat = (await member('buyer', 'her seat')).userId!
    await sql`update contact set user_id = ${seat} where house_id = ${house.id} and id = ${row.id}`.execute(database.db)
    await watched({ companyId: company.id, name: 'Zd.', email: null, userId: seat, placeHash: 'HER-NETWORK' })
    await watched({ companyId: company.id, name: 'Bo', email: null, placeHash: 'HIS-NETWORK' })
    const elsewhere = await house.addCompany(sales, { company: { name: 'Kanal West' } })
    await watched({ companyId: elsewhere.id, name: 'Zdenka Quillfeather', email: null, placeHash: 'A-NAMESAKE' })

    // Where she was refused, and in which countries her links were used at once.
    const hers = sql`house_id = ${house.id} and name not in ('Bo', 'Zdenka Quillfeather')`
    await sql`update viewing set refused_in = '["HER-COUNTRY"]' where ${hers}`.execute(database.db)
    await sql`
      update screener set shared_at = made_at, shared = '{"devices": 1, "places": 1, "countries": ["HER-COUNTRY"]}'
      where house_id = ${house.id} and id in (select screener_id from viewing where ${hers})`.execute(database.db)

    const { contact } = await house.openContact(sales, { id: row.id })
    const told = JSON.parse(new TextDecoder().decode((await house.exportPerson(sales, { id: row.id })).bytes)) as Record<string, unknown[]> // prettier-ignore
    assert.deepEqual(Object.entries(told).filter(([, value]) => Array.isArray(value)).map(([key, value]) => [key, value.length]), [['alsoKnownAs', 1], ['otherAddresses', 2], ['notes', 2], ['tasks', 1], ['requests', 1], ['mail', 0], ['signatures', 0], ['askedToSign', 0], ['lists', 1], ['letters', 1], ['meetings', 2], ['screeners', 1], ['viewings', 3], ['accounts', 1], ['decided', 0], ['traces', 0]]) // prettier-ignore

    const before = await everything(database, house.id)
    for (const secret of ['Zdenka', 'PASSWORD-OF-HER-DOG', '+49 30 777']) assert.ok(before.includes(secret), secret)
    await assert.rejects(house.erasePerson(sales, { id: row.id, revision: contact.revision + 1 }), refused('revision-changed'))
    await house.erasePerson(sales, { id: row.id, revision: contact.revision })

    await sql`update viewing set name = '' where house_id = ${house.id} and place_hash = 'A-NAMESAKE'`.execute(database.db)
    const after = (await everything(database, house.id)).replaceAll('Zdenkas', '')
    assert.deepEqual(['HER-NETWORK', 'HER-COUNTRY', 'HIS-NETWORK', 'A-NAMESAKE'].map((place) => after.includes(place)), [false, false, true, true]) // prettier-ignore
    for (const secret of SECRETS) assert.ok(!after.toLowerCase().includes(secret.toLowerCase()), after.split('\n').find((line) => line.toLowerCase().includes(secret.toLowerCase()))) // prettier-ignore
    assert.notEqual((await house.openContact(sales, { id: twin.id })).contact.erasedAt, null)
    assert.equal((await house.listContacts(sales, {})).total, 1)
    assert.match((await house.openMeeting(sales, { id: both.id })).notes, /^Bo wants ice, … rivers\.$/)
    await assert.rejects(house.viewSentList(VISITOR, { token: list.token }), refused('not-found'))
    await assert.rejects(house.changeContact(sales, { id: row.id, from: {}, to: { name: 'Back' } }), refused('not-found'))
    const trail = await house.readAudit(SYSTEM, { verb: 'erasePerson' })
    assert.deepEqual(trail.items.map(({ subjectId, detail }) => [subjectId, detail]), [[row.id, {}]]) // prettier-ignore
    assert.equal((await house.verifyAudit(SYSTEM)).whole, true)
  })

  test('what went to an earlier address of theirs is told and erased with them, unless it is somebody else’s by now', async () => {
    const { house, member, database } = await open()
    const sales = await member('sales')
    const title = await house.createTitle(SYSTEM, { sheet: aSheet('The Salt Road') })
    const { id } = await house.addContact(sales, { contact: { name: 'Zdenka Quillfeather', email: 'Zdenka@kanal-ost.example' } })
    for (const toEmail of ['zdenka@kanal-ost.example', 'acquisitions@kanal-ost.example'])
      await house.sendAvailabilities(SYSTEM, { question: { from: '2027-01-01', to: null, exclusive: false }, titleIds: [title.id], toName: 'Z.', toEmail, locale: 'en' }) // prettier-ignore
    const moves = (from: string, email: string) => house.changeContact(sales, { id, from: { email: from }, to: { email } })
    await moves('Zdenka@kanal-ost.example', 'acquisitions@kanal-ost.example')
    await moves('acquisitions@kanal-ost.example', 'zdenka@west.example')
    const told = async () =>
      JSON.parse(new TextDecoder().decode((await house.exportPerson(sales, { id })).bytes)) as { otherAddresses: string[]; letters: { to: string }[] } // prettier-ignore
    const first = await told()
    assert.deepEqual(first.otherAddresses, ['acquisitions@kanal-ost.example', 'zdenka@kanal-ost.example'])
    assert.equal(first.letters.length, 2)
    await house.addContact(sales, { contact: { name: 'Bo Ek', email: 'acquisitions@kanal-ost.example' } })
    assert.deepEqual(
      (await told()).letters.map(({ to }) => to),
      ['zdenka@kanal-ost.example'],
    )
    await house.erasePerson(sales, { id, revision: 3 })
    const left = await everything(database, house.id)
    assert.deepEqual(['zdenka@', 'acquisitions@kanal-ost.example'].map((address) => left.toLowerCase().includes(address)), [false, true]) // prettier-ignore
  })

  test('an address that two people share does not take the seat of the one who stays', async () => {
    const { house, member } = await open()
    const sales = await member('sales')
    const sale = await aSale(house, sales)
    const shared = { companyId: sale.company, email: 'acquisitions@kanal-ost.example' }
    const [stays, goes] = await Promise.all(
      ['Bo Ek', 'Zdenka Quillfeather'].map((name) => house.addContact(sales, { contact: { ...shared, name } })),
    )
    const { seats } = await house.seatBuyer(sales, { seat: { contactId: stays!.id, companyRole: 'lead' } })
    const { userId } = seats.find(({ email }) => email === shared.email)!
    const { contact } = await house.openContact(sales, { id: goes!.id })
    await house.erasePerson(sales, { id: goes!.id, revision: contact.revision })
    assert.notEqual(await house.actorForUser(userId), null)
  })

  test('whoever signs in to their company’s room is told so, and when they are erased is shut out and nobody any more', async () => {
    const rooms = await open()
    const { house, member, database } = rooms
    const sales = await member('sales')
    const sale = await aSale(house, sales)
    const { id } = await house.addContact(sales, { contact: { name: 'Zdenka Quillfeather', companyId: sale.company, email: 'zdenka@kanal-ost.example' } }) // prettier-ignore
    const { seats } = await house.seatBuyer(sales, { seat: { contactId: id, companyRole: 'lead' } })
    const { userId } = seats.find(({ email }) => email === 'zdenka@kanal-ost.example')!
    const offer = await anOffer(house, sales, sale)
    await house.declineOffer((await house.actorForUser(userId))!, { id: offer.id, note: 'PASSWORD-OF-HER-DOG', reader: 'en' })
    await house.sendRequest(VISITOR, { kind: 'other', titleIds: [], name: 'Bo', email: 'bo@kanal-ost.example', company: null, message: 'Zdenka Quillfeather (zdenka@kanal-ost.example) will see to it. Bo', locale: 'en' }) // prettier-ignore
    const told = JSON.parse(new TextDecoder().decode((await house.exportPerson(sales, { id })).bytes)) as { accounts: { email: string }[]; decided: { what: string; said: string }[] } // prettier-ignore
    assert.deepEqual(
      told.accounts.map(({ email }) => email),
      ['zdenka@kanal-ost.example'],
    )
    assert.deepEqual(
      told.decided.map(({ what, said }) => [what, said]),
      [['declineOffer', 'PASSWORD-OF-HER-DOG']],
    )

    const { contact } = await house.openContact(sales, { id })
    await house.erasePerson(sales, { id, revision: contact.revision })
    assert.equal(await house.actorForUser(userId), null)
    assert.equal((await house.listSeats(sales, { companyId: sale.company })).seats.length, 0)
    assert.ok((await house.listUsers(SYSTEM)).every((one) => one.id !== userId))
    const { rows } = await sql`select 1 from sign_in_user where id = ${userId}`.execute(database.db)
    assert.equal(rows.length, 0)
    // that she decided for her company stays with the deal, and none of her words
    const left = (await everything(database, house.id)).split('\n').filter((line) => SECRETS.some((secret) => line.toLowerCase().includes(secret.toLowerCase()))) // prettier-ignore
    assert.deepEqual(new Set(left.map((line) => line.split(' ')[0])), new Set(['audit_line', 'deal_event', 'rights_version', 'offer'])) // prettier-ignore
    assert.ok(left.every((line) => line.startsWith('offer ') ? line.includes('"settled_by":"Zdenka Quillfeather"') : line.includes('declineOffer'))) // prettier-ignore
    assert.ok(!left.join().includes('PASSWORD-OF-HER-DOG') && !left.join().includes('zdenka@'))
    assert.match(
      (await house.listRequests(sales, { state: 'new', reader: 'en' })).items[0]!.message!,
      /^… \(…\) will see to it\. Bo$/,
    )
    await house.addContact(sales, { contact: { name: 'Zdenka Quillfeather', companyId: sale.company, email: 'zdenka@kanal-ost.example' } }) // prettier-ignore
  })

  test('who was asked to sign and did not is told it with what they said of it, and leaves nothing; who signed stays with the contract', async () => {
    const rooms = await open({ print })
    const { house, member, database } = rooms
    const sales = await member('sales')
    const deal = await agreedDeal(rooms)
    await sql`update contact set name = 'Zdenka Quillfeather', email = 'zdenka@kanal-nord.example' where house_id = ${house.id} and id = ${deal.contactId}`.execute(database.db) // prettier-ignore
    const out = async () => {
      const { id, revision } = await house.draftPaper(sales, { dealId: deal.dealId, kind: 'contract' })
      const ready = await house.submitPaper(sales, { id, baseRevision: revision })
      await house.sendPaper(sales, { id, baseRevision: ready.revision, contactId: deal.contactId })
      return { id, token: tokenIn((await newestLetter(rooms, 'zdenka@kanal-nord.example')).body) }
    }
    const declined = await out()
    await house.declinePaper(VISITOR, { token: declined.token, reason: 'Zdenka will sign for PASSWORD-OF-HER-DOG' })
    const taken = await out()
    const { revision } = await house.viewPaper(sales, { id: taken.id })
    await house.voidPaper(sales, { id: taken.id, baseRevision: revision, reason: 'the house’s own reason' })
    const signed = await out()
    const erase = async () => {
      const { contact } = await house.openContact(sales, { id: deal.contactId })
      const told = JSON.parse(new TextDecoder().decode((await house.exportPerson(sales, { id: deal.contactId })).bytes)) as { askedToSign: { declined: string | null }[] } // prettier-ignore
      assert.deepEqual(told.askedToSign.map(({ declined: said }) => said), ['Zdenka will sign for PASSWORD-OF-HER-DOG', null, null]) // prettier-ignore
      await house.erasePerson(sales, { id: deal.contactId, revision: contact.revision })
    }
    await house.sendSigningCode(VISITOR, { token: signed.token })
    const { sha256 } = await house.openSigning(VISITOR, { token: signed.token })
    await house.signPaper(VISITOR, { token: signed.token, code: codeIn((await newestLetter(rooms, 'zdenka@kanal-nord.example')).body), name: 'Zdenka Quillfeather', consent: true, sha256 }) // prettier-ignore
    await erase()
    const left = (await everything(database, house.id))
      .split('\n')
      .filter((line) => SECRETS.some((secret) => line.includes(secret)))
    const beside = left.filter((line) => !line.startsWith('paper_version ')) // the words of a paper are never changed: they name who was to sign it
    assert.deepEqual(new Set(beside.map((line) => line.split(' ')[0])), new Set(['paper_signature', 'signing_link'])) // prettier-ignore
    assert.equal(beside.length, 2)
    assert.ok(beside.every((line) => line.includes(signed.id)))
    assert.ok(!left.join().includes('PASSWORD-OF-HER-DOG'))
    for (const { token } of [declined, taken]) await assert.rejects(house.openSigning(VISITOR, { token }), refused('link-over'))
    const shown = await house.viewPaper(sales, { id: declined.id })
    assert.deepEqual([shown.state, shown.voidReason, shown.link], ['void', null, null])
    assert.equal((await house.viewPaper(sales, { id: taken.id })).voidReason, 'the house’s own reason')
  })

  test('a link by which somebody was asked, who signed by hand and was erased since, opens nothing any more', async () => {
    const rooms = await open({ print })
    const { house, member } = rooms
    const owner = await member('owner')
    const deal = await agreedDeal(rooms)
    const { id, revision } = await house.draftPaper(owner, { dealId: deal.dealId, kind: 'contract' })
    const ready = await house.submitPaper(owner, { id, baseRevision: revision })
    const out = await house.sendPaper(owner, { id, baseRevision: ready.revision, contactId: deal.contactId })
    const { email } = (await house.openContact(owner, { id: deal.contactId })).contact
    const token = tokenIn((await newestLetter(rooms, email!)).body)
    await house.uploadPaper(owner, { id, baseRevision: out.revision, fileName: 'by-hand.pdf', bytes: new TextEncoder().encode('%PDF-1.7\n%%EOF'), locale: 'en' }) // prettier-ignore
    assert.equal((await house.openSigning(VISITOR, { token })).state, 'executed')
    const { contact } = await house.openContact(owner, { id: deal.contactId })
    await house.erasePerson(owner, { id: deal.contactId, revision: contact.revision })
    await assert.rejects(house.openSigning(VISITOR, { token }), refused('link-over'))
  })

  test('no line of the trail about companies and people ever held what they are called', async () => {
    const { house, member } = await open()
    const sales = await member('sales')
    const { id } = await house.addContact(sales, { contact: { name: 'Zdenka Quillfeather', email: 'zdenka@kanal-ost.example' } })
    await house.changeContact(sales, { id, from: { phone: null }, to: { phone: '+49 30 777' } })
    await house.exportPerson(sales, { id })
    const lines = JSON.stringify((await house.readAudit(SYSTEM, {})).items)
    for (const secret of SECRETS) assert.ok(!lines.includes(secret), secret)
  })
})
