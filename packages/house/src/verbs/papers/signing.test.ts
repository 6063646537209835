/** A paper from the accepted offer to the licence in the rights book, and everything that can go wrong on the way. */
import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openPrintingRoom } from '@vitrine/press/printing-room'
import { readSeal } from '@vitrine/press/sealed/read-seal'
import { letterNamed } from '@vitrine/store/letters/letters'
import { stepOfferRow } from '@vitrine/store/deals/offers'
import { sql } from 'kysely'
import { SYSTEM, VISITOR } from '../../actors.ts'
import { sha256 } from '../../canonical.ts'
import type { Print } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { PaperView } from '../../contract/papers.ts'
import { agreedDeal, type AgreedDeal, codeIn, LICENCE, newestLetter, stateOfDeal, tokenIn } from '../../testing/agreed-deal.ts' // prettier-ignore
import { eachHouse, type TestHouse } from '../../testing/house-for-tests.ts'

const MAIL = 'jon@kanal.example'

eachHouse('papers and signatures', (open) => {
  const print = openPrintingRoom()
  after(() => print.close())

  interface Table extends TestHouse, AgreedDeal {
    sales: Actor
    rights: Actor
  }
  const laid = async (parts?: Parameters<typeof agreedDeal>[1]): Promise<Table> => {
    const rooms = await open({ print })
    const deal = await agreedDeal(rooms, parts)
    return { ...rooms, ...deal, sales: await rooms.member('sales'), rights: await rooms.member('rights') }
  }
  const drafted = ({ house, sales, dealId }: Table): Promise<PaperView> => house.draftPaper(sales, { dealId, kind: 'contract' })
  const approved = async (table: Table): Promise<PaperView> => {
    const { id, revision } = await drafted(table)
    return table.house.submitPaper(table.sales, { id, baseRevision: revision })
  }
  const sent = async (table: Table) => {
    const { id, revision } = await approved(table)
    const paper = await table.house.sendPaper(table.sales, { id, baseRevision: revision, contactId: table.contactId })
    return { paper, token: tokenIn((await newestLetter(table, MAIL)).body) }
  }
  const codeFor = async (table: Table, token: string): Promise<string> => {
    await table.house.sendSigningCode(VISITOR, { token })
    return codeIn((await newestLetter(table, MAIL)).body)
  }
  const signed = async (table: Table) => {
    const { paper, token } = await sent(table)
    const { sha256: shown } = await table.house.openSigning(VISITOR, { token })
    const code = await codeFor(table, token)
    await table.house.signPaper(VISITOR, { token, code, name: 'Jon Arvid', consent: true, sha256: shown })
    return { paper: await table.house.viewPaper(table.sales, { id: paper.id }), token }
  }
  const licences = async ({ house }: Table) => (await house.listEntries(SYSTEM, { kind: 'licence', locale: 'en' })).items
  const refused = (code: string) => (thrown: Error & { code?: string }) => thrown.code === code || assert.fail(`${thrown.code}: ${thrown.message}`) // prettier-ignore

  test('from the accepted offer to the licence: drafted, approved, sent, signed, countersigned, sealed', async () => {
    const table = await laid()
    const { house, sales, rights, dealId } = table
    const { paper, token } = await signed(table)
    assert.equal(paper.state, 'countersigning')
    assert.equal(await stateOfDeal(table, dealId), 'contracted')
    assert.deepEqual(await licences(table), [])
    const done = await house.countersignPaper(rights, { id: paper.id, baseRevision: paper.revision, name: 'Iris Okafor', locale: 'en' }) // prettier-ignore
    assert.equal(done.state, 'executed')
    assert.equal(await stateOfDeal(table, dealId), 'signed')
    const [licence] = await licences(table)
    assert.equal(licence!.party, 'Kanal Nord')
    assert.equal(licence!.contract, 'D-1')
    assert.deepEqual(done.signatures.map(({ side, name, email }) => [side, name, email]), [['buyer', 'Jon Arvid', MAIL], ['house', 'Iris Okafor', `the.rights@${house.id}.example`]]) // prettier-ignore
    assert.match((await newestLetter(table, MAIL)).subject, /D-1 \/ C-1 is signed by both/)
    const evidence = await house.openPaperFile(sales, { id: paper.id, file: 'evidence' })
    const seal = readSeal(evidence.bytes)
    assert.ok(seal.sealed && seal.whole)
    const verdict = await house.verifyPaper(sales, { id: paper.id })
    assert.equal(verdict.whole, true)
    assert.deepEqual(verdict.files.map(({ what, state }) => [what, state]), [['version', 'as-kept'], ['evidence', 'as-kept']]) // prettier-ignore
    assert.equal((await house.openSigning(VISITOR, { token })).state, 'executed')
    assert.deepEqual((await house.openSigningFile(VISITOR, { token })).bytes, evidence.bytes)
    assert.equal((await house.verifyAudit(SYSTEM)).whole, true)
  })

  test('what is signed are the very bytes that were shown, and no address of the link or code is kept', async () => {
    const table = await laid()
    const { paper, token } = await sent(table)
    const { bytes } = await table.house.openSigningFile(VISITOR, { token })
    const view = await table.house.openSigning(VISITOR, { token })
    assert.equal(sha256(bytes), view.sha256)
    assert.equal(view.email, 'j•••@kanal.example')
    await assert.rejects(table.house.signPaper(VISITOR, { token, code: await codeFor(table, token), name: 'Jon', consent: true, sha256: 'another' }), refused('file-changed')) // prettier-ignore
    const { rows } = await sql<{ all: string }>`select json_agg(l)::text as all from signing_link l where house_id = ${table.house.id}`.execute(table.database.db) // prettier-ignore
    assert.ok(!rows[0]!.all.includes(token))
    assert.equal((await table.house.viewPaper(table.sales, { id: paper.id })).state, 'out')
  })

  test('whoever a paper waits for by name opens it from their room; nobody else of the company, and no other company', async () => {
    const table = await laid()
    const { house, sales, database, companyId } = table
    const { paper, token } = await sent(table)
    const other = (await house.addCompany(SYSTEM, { company: { name: 'Modest Television' } })).id
    const seated = async (name: string, email: string, company: string, role = 'lead'): Promise<Actor> => {
      const { id } = await house.addUser(SYSTEM, { name, email, role: 'buyer' })
      await sql`update member set company_id = ${company}, company_role = ${role} where house_id = ${house.id} and user_id = ${id}`.execute(database.db) // prettier-ignore
      return (await house.actorForUser(id))!
    }
    const jon = await seated('Jon Arvid', 'Jon@kanal.example', companyId, 'colleague')
    const boss = await seated('Berit Boss', 'berit@kanal.example', companyId)
    const stranger = await seated('Olga Other', 'olga@modest.example', other)
    const mine = async (actor: Actor) => (await house.listPapers(actor, {})).items.map((one) => one.mine)
    assert.deepEqual([await mine(jon), await mine(boss), await mine(stranger), await mine(sales)], [[true], [false], [], [false]])
    const open_ = (actor: Actor) => house.openOwnSigning(actor, { id: paper.id })
    await assert.rejects(open_(boss), refused('not-allowed'))
    await assert.rejects(open_(stranger), refused('not-found'))
    await assert.rejects(open_(sales), refused('not-allowed'))
    await assert.rejects(open_(VISITOR), refused('sign-in-needed'))
    await house.openSigning(VISITOR, { token }) // what was refused ended no link

    const own = (await open_(jon)).url.split('/').at(-1)!
    await assert.rejects(house.openSigning(VISITOR, { token }), refused('link-over'))
    const shown = await house.openSigning(jon, { token: own })
    await assert.rejects(
      house.signPaper(jon, { token: own, code: '000000', name: 'Jon Arvid', consent: true, sha256: shown.sha256 }),
    ) // a session is no code
    for (let again = 0; again < 4; again++) await open_(jon)
    await assert.rejects(open_(jon), refused('limit-reached'))
    table.later(2 * 86_400_000)
    const last = (await open_(jon)).url.split('/').at(-1)!
    const code = await codeFor(table, last)
    await house.signPaper(jon, { token: last, code, name: 'Jon Arvid', consent: true, sha256: shown.sha256 })
    assert.equal((await house.viewPaper(sales, { id: paper.id })).state, 'countersigning')
    assert.deepEqual(await mine(jon), [false])
    await assert.rejects(open_(jon), refused('wrong-state'))
  })

  test('a link that ran out is not made anew by its person', async () => {
    const table = await laid()
    const { house, database, companyId } = table
    const { paper } = await sent(table)
    const { id } = await house.addUser(SYSTEM, { name: 'Jon Arvid', email: MAIL, role: 'buyer' })
    await sql`update member set company_id = ${companyId}, company_role = 'lead' where house_id = ${house.id} and user_id = ${id}`.execute(database.db) // prettier-ignore
    table.later(15 * 86_400_000)
    const jon = (await house.actorForUser(id))!
    assert.deepEqual(
      (await house.listPapers(jon, {})).items.map(({ mine }) => mine),
      [false],
    )
    await assert.rejects(house.openOwnSigning(jon, { id: paper.id }), refused('link-over'))
  })

  test('an edited link is not found; one that ran out, was replaced or whose paper was taken back is over', async () => {
    const table = await laid()
    const { house, sales } = table
    const { paper, token } = await sent(table)
    await assert.rejects(house.openSigning(VISITOR, { token: `${token.slice(0, -1)}_` }), refused('not-found'))
    await assert.rejects(house.openSigning(VISITOR, { token: 'x'.repeat(5000) }), refused('not-found'))
    const again = await house.sendPaper(sales, { id: paper.id, baseRevision: paper.revision, contactId: table.contactId })
    await assert.rejects(house.openSigning(VISITOR, { token }), refused('link-over'))
    const second = again.url.split('/').at(-1)!
    await house.openSigning(VISITOR, { token: second })
    table.later(15 * 86_400_000)
    await assert.rejects(house.openSigning(VISITOR, { token: second }), refused('link-over'))
    const third = await house.sendPaper(sales, { id: paper.id, baseRevision: again.revision, contactId: table.contactId })
    const voided = await house.voidPaper(sales, { id: paper.id, baseRevision: third.revision, reason: 'other terms' })
    assert.equal(voided.state, 'void')
    assert.equal(await stateOfDeal(table, table.dealId), 'agreed')
    const token3 = third.url.split('/').at(-1)!
    for (const ask of [() => house.openSigning(VISITOR, { token: token3 }), () => house.sendSigningCode(VISITOR, { token: token3 }), () => house.openSigningFile(VISITOR, { token: token3 })]) await assert.rejects(ask(), refused('link-over')) // prettier-ignore
  })

  for (const state of ['out', 'countersigning'] as const)
    test(`a deal that is lost takes back its paper that is ${state}, and opening it again does not bring it back`, async () => {
      const table = await laid()
      const { house, sales, rights, dealId } = table
      const { paper, token } = await (state === 'out' ? sent(table) : signed(table))
      const memo = await house.draftPaper(sales, { dealId, kind: 'memo' })
      const { revision } = await house.viewDeal(sales, { id: dealId, reader: 'en' })
      const lost = await house.loseDeal(sales, { id: dealId, revision, reason: 'price', reader: 'en' })
      assert.equal(lost.state, 'lost')
      for (const { id } of [paper, memo]) assert.equal((await house.viewPaper(sales, { id })).state, 'void')
      const over = async () => {
        for (const ask of [() => house.openSigning(VISITOR, { token }), () => house.openSigningFile(VISITOR, { token }), () => house.sendSigningCode(VISITOR, { token })])
          await assert.rejects(ask(), (thrown: { code: string; details: unknown }) => thrown.code === 'link-over' && (thrown.details as { state: string }).state === 'void') // prettier-ignore
        const { revision: now } = await house.viewPaper(sales, { id: paper.id })
        await assert.rejects(house.countersignPaper(rights, { id: paper.id, baseRevision: now, name: 'Iris', locale: 'en' }), refused('wrong-state')) // prettier-ignore
      }
      await over()
      const open = await house.reopenDeal(sales, { id: dealId, revision: lost.revision, reader: 'en' })
      assert.equal(open.state, 'open')
      await over()
      assert.deepEqual(await licences(table), [])
    }) // prettier-ignore

  test('a deal that is terminated takes back what was still to be signed, and keeps what was', async () => {
    const table = await laid()
    const { house, sales, rights, dealId } = table
    const { paper } = await signed(table)
    await house.countersignPaper(rights, { id: paper.id, baseRevision: paper.revision, name: 'Iris Okafor', locale: 'en' })
    const amendment = await house.draftPaper(sales, { dealId, kind: 'amendment' })
    const { revision } = await house.viewDeal(sales, { id: dealId, reader: 'en' })
    await house.terminateDeal(rights, { id: dealId, baseRevision: revision, lastDay: '2026-12-31', locale: 'en' })
    assert.equal((await house.viewPaper(sales, { id: amendment.id })).state, 'void')
    assert.equal((await house.viewPaper(sales, { id: paper.id })).state, 'executed')
  })

  test('a wrong code is counted and five are enough; a code runs out, is used once, and is not sent too often', async () => {
    const table = await laid()
    const { house } = table
    const { token } = await sent(table)
    const { sha256: shown } = await house.openSigning(VISITOR, { token })
    const code = await codeFor(table, token)
    const wrong = code === '000000' ? '000001' : '000000'
    const sign = (given: string) =>
      house.signPaper(VISITOR, { token, code: given, name: 'Jon Arvid', consent: true, sha256: shown })
    const left = async (given: string) => ((await sign(given).catch((thrown: { details: unknown }) => thrown)) as { details: { left: number } }).details.left // prettier-ignore
    for (const rest of [4, 3, 2, 1, 0]) assert.equal(await left(wrong), rest)
    assert.equal(await left(code), 0, 'the right one no longer helps')
    await assert.rejects(house.sendSigningCode(VISITOR, { token }), refused('limit-reached'))
    table.later(31_000)
    const second = await codeFor(table, token)
    assert.equal(await left(code), code === second ? undefined : 4, 'the first is void')
    table.later(10 * 60_000)
    assert.equal(await left(second), 0, 'ten minutes are over')
    const third = await codeFor(table, token)
    await assert.rejects(house.signPaper(VISITOR, { token, code: third, name: ' ', consent: true, sha256: shown }), refused('invalid-input')) // prettier-ignore
    await assert.rejects(house.signPaper(VISITOR, { token, code: third, name: 'Jon', consent: false, sha256: shown }), refused('invalid-input')) // prettier-ignore
    assert.equal((await sign(` ${third.slice(0, 3)} ${third.slice(3)} `)).state, 'signed')
    await assert.rejects(sign(third), refused('wrong-state'), 'a request that is replayed signs nothing twice')
  })

  test('of ten codes no eleventh is sent', async () => {
    const table = await laid()
    const { token } = await sent(table)
    for (let n = 0; n < 10; n++) {
      await table.house.sendSigningCode(VISITOR, { token })
      table.later(60_000)
    }
    await assert.rejects(table.house.sendSigningCode(VISITOR, { token }), refused('limit-reached'))
  })

  test('rights that are gone meanwhile: the paper waits with what stands in its way, and is signed once they are free', async () => {
    const table = await laid()
    const { house, rights } = table
    const { paper } = await signed(table)
    const other = await house.enterEntry(SYSTEM, { titleId: table.titleId, entry: { ...LICENCE, territory: 'Austria', party: 'Another' }, locale: 'en' }) // prettier-ignore
    const countersign = (baseRevision: number) => house.countersignPaper(rights, { id: paper.id, baseRevision, name: 'Iris', locale: 'en' }) // prettier-ignore
    const thrown = (await countersign(paper.revision).catch((caught: unknown) => caught)) as { code: string; details: { objections: { entries: string[] }[] } } // prettier-ignore
    assert.equal(thrown.code, 'rights-conflict')
    assert.deepEqual(thrown.details.objections.flatMap(({ entries }) => entries), [other.id]) // prettier-ignore
    const waiting = await house.viewPaper(rights, { id: paper.id })
    assert.equal(waiting.state, 'countersigning')
    assert.deepEqual(waiting.signatures.map(({ side }) => side), ['buyer']) // prettier-ignore
    assert.equal(await stateOfDeal(table, table.dealId), 'contracted')
    const before = await house.simulatePaper(rights, { id: paper.id, locale: 'en' })
    assert.equal(before.verdict, 'refused')
    await house.terminateEntry(SYSTEM, { id: other.id, baseVersion: other.version, lastDay: '2026-12-31', locale: 'en' })
    assert.notEqual((await house.simulatePaper(rights, { id: paper.id, locale: 'en' })).verdict, 'refused')
    assert.equal((await countersign(waiting.revision)).state, 'executed')
  })

  test('who countersigns is answered with the paper as they left it, with its file, whatever others do while that is printed', async () => {
    let meanwhile = async (): Promise<void> => {}
    const slow: Print = { ...print, printSignatureRecord: async (record) => (await meanwhile(), print.printSignatureRecord(record)) } // prettier-ignore
    const rooms = await open({ print: slow })
    const table: Table = { ...rooms, ...(await agreedDeal(rooms)), sales: await rooms.member('sales'), rights: await rooms.member('rights') } // prettier-ignore
    const { house, sales, rights, contactId } = table
    const { paper } = await signed(table)
    meanwhile = async () => {
      const { name } = (await house.openContact(sales, { id: contactId })).contact
      await house.changeContact(sales, { id: contactId, from: { name }, to: { name: 'Somebody else' } })
    }
    const done = await house.countersignPaper(rights, { id: paper.id, baseRevision: paper.revision, name: 'Iris', locale: 'en' }) // prettier-ignore
    assert.deepEqual(done.signatories.map(({ name }) => name), paper.signatories.map(({ name }) => name)) // prettier-ignore
    assert.deepEqual(done.files, (await house.viewPaper(rights, { id: paper.id })).files)
    assert.deepEqual(
      done.files.map(({ kind }) => kind),
      ['evidence'],
    )
  })

  test('who is asked to sign says no: the paper is void, the deal agreed, its agent is told, and it is said once', async () => {
    const table = await laid()
    const { house, sales, dealId, contactId } = table
    const { revision: before } = await house.viewDeal(sales, { id: dealId, reader: 'en' })
    await house.changeDeal(sales, { id: dealId, revision: before, change: { ownerId: sales.userId }, reader: 'en' })
    const { paper, token } = await sent(table)
    assert.equal((await house.openSigning(VISITOR, { token })).state, 'open')
    await house.sendSigningCode(VISITOR, { token })
    const answer = await house.declinePaper(VISITOR, { token, reason: ' The term is too short ' })
    assert.deepEqual((await house.takeLetters(SYSTEM)).filter(({ to }) => to === MAIL), [], 'no code goes out for what is declined') // prettier-ignore
    assert.equal(answer.state, 'declined')
    assert.equal((await house.openSigning(VISITOR, { token })).state, 'declined', 'the page says so from then on')
    assert.deepEqual(await house.declinePaper(VISITOR, { token, reason: 'again' }), answer)
    const shown = await house.viewPaper(sales, { id: paper.id })
    assert.deepEqual([shown.state, shown.voidReason, shown.link?.name, shown.link?.declinedAt], ['void', 'The term is too short', 'Jon Arvid', shown.link?.endedAt]) // prettier-ignore
    const deal = await house.viewDeal(sales, { id: dealId, reader: 'en' })
    assert.deepEqual([deal.state, deal.offers.find(({ state }) => state === 'accepted')?.id], ['agreed', table.offerId])
    assert.equal(deal.events.filter(({ what }) => what === 'declinePaper').length, 2, 'of the paper and of the deal')
    const mailed = await newestLetter(table, `the.sales@${house.id}.example`)
    assert.match(mailed.subject, /^Kanal Nord declines to sign the licence agreement \(D-1 \/ C-1\)$/)
    assert.match(mailed.body, new RegExp(`/en/desk/deals/${dealId}`))
    await assert.rejects(house.sendSigningCode(VISITOR, { token }), refused('link-over'))
    await assert.rejects(house.openSigningFile(VISITOR, { token: 'x'.repeat(22) }), refused('not-found'))
    await assert.rejects(house.openSigningFile(VISITOR, { token }), refused('link-over'))

    // Another paper goes out, and what was declined stays so.
    const { id, revision } = await approved(table)
    await house.sendPaper(sales, { id, baseRevision: revision, contactId })
    assert.equal((await house.openSigning(VISITOR, { token })).state, 'declined')
    assert.equal((await house.viewPaper(sales, { id })).link?.declinedAt, null)
  })

  test('a link that another stood in place of does not say that the house took the paper back, where it was declined', async () => {
    const table = await laid()
    const { house, sales, contactId } = table
    const first = await sent(table)
    const over = (token: string) =>
      house.openSigning(VISITOR, { token }).then(
        () => null,
        ({ code, details }: { code: string; details: object }) => ({ code, ...details }),
      )
    await house.sendPaper(sales, { id: first.paper.id, baseRevision: first.paper.revision, contactId })
    assert.deepEqual(await over(first.token), { code: 'link-over', state: 'out', declined: false })
    await house.declinePaper(VISITOR, { token: tokenIn((await newestLetter(table, MAIL)).body) })
    assert.deepEqual(await over(first.token), { code: 'link-over', state: 'void', declined: true })
    const second = await sent(table)
    await house.voidPaper(sales, { id: second.paper.id, baseRevision: second.paper.revision })
    assert.deepEqual(await over(second.token), { code: 'link-over', state: 'void', declined: false })
  })

  test('a paper that was taken back by the house, or that its person has signed, is not declined', async () => {
    const table = await laid()
    const { house, sales } = table
    const { paper, token } = await signed(table)
    await assert.rejects(house.declinePaper(VISITOR, { token }), refused('wrong-state'))
    await house.voidPaper(sales, { id: paper.id, baseRevision: paper.revision, reason: 'other terms' })
    await assert.rejects(house.declinePaper(VISITOR, { token }), refused('link-over'))
    await assert.rejects(house.openSigning(VISITOR, { token }), refused('link-over'))
    assert.equal((await house.viewPaper(sales, { id: paper.id })).link?.declinedAt, null)
  })

  test('who signs by a link is heard of: the agent of the deal is written to', async () => {
    const table = await laid()
    const { house, sales, dealId } = table
    const { revision } = await house.viewDeal(sales, { id: dealId, reader: 'en' })
    await house.changeDeal(sales, { id: dealId, revision, change: { ownerId: sales.userId }, reader: 'en' })
    await signed(table)
    const { rows } = await sql<{ id: string; about: string }>`select id, about from letter where house_id = ${house.id} and about in ('Paper', 'SigningCode', 'PaperAnswer')`.execute(table.database.db) // prettier-ignore
    for (const { id } of rows) assert.equal((await letterNamed(table.database.db, house.id, id))?.dealId, dealId, 'should it come back, the deal knows') // prettier-ignore
    assert.deepEqual(new Set(rows.map(({ about }) => about)), new Set(['Paper', 'SigningCode', 'PaperAnswer']))
    assert.match((await newestLetter(table, `the.sales@${house.id}.example`)).subject, /^Kanal Nord has signed the licence agreement \(D-1 \/ C-1\)$/) // prettier-ignore
  })

  test('two countersign at once: one signs, the other is told', async () => {
    const table = await laid()
    const { house, rights } = table
    const owner = await table.member('owner')
    const { paper } = await signed(table)
    const both = await Promise.allSettled([rights, owner].map((actor) => house.countersignPaper(actor, { id: paper.id, baseRevision: paper.revision, name: actor.name, locale: 'en' }))) // prettier-ignore
    assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
    const lost = both.find((one) => one.status === 'rejected')
    assert.equal((lost!.reason as { code: string }).code, 'wrong-state')
    assert.equal((await licences(table)).length, 1)
    assert.equal((await house.viewPaper(rights, { id: paper.id })).signatures.length, 2)
  })

  test('two agents sign the same rights to two buyers at once: one sale stands, the other is told whose it is and waits', async () => {
    const first = await laid()
    const { house, rights, titleId } = first
    const owner = await first.member('owner')
    const second = { ...first, ...(await agreedDeal(first, { titleId, email: 'mia@another.example' })) }
    await sql`update company set name = 'Télé Rive' where house_id = ${house.id} and id = ${second.companyId}`.execute(first.database.db) // prettier-ignore
    const toSign = async (table: Table, mail: string) => {
      const { id, revision } = await approved(table)
      await house.sendPaper(table.sales, { id, baseRevision: revision, contactId: table.contactId })
      const token = tokenIn((await newestLetter(table, mail)).body)
      const { sha256: shown } = await house.openSigning(VISITOR, { token })
      await house.sendSigningCode(VISITOR, { token })
      await house.signPaper(VISITOR, { token, code: codeIn((await newestLetter(table, mail)).body), name: 'Who signs', consent: true, sha256: shown }) // prettier-ignore
      return house.viewPaper(table.sales, { id })
    }
    const papers = [await toSign(first, MAIL), await toSign(second, 'mia@another.example')]
    const both = await Promise.allSettled(papers.map(({ id, revision }, at) => house.countersignPaper(at === 0 ? rights : owner, { id, baseRevision: revision, name: 'Iris', locale: 'en' }))) // prettier-ignore
    assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
    const at = both.findIndex(({ status }) => status === 'rejected')
    const { code, details } = (both[at] as PromiseRejectedResult).reason as { code: string; details: { objections: { text: string }[] } } // prettier-ignore
    assert.equal(code, 'rights-conflict')
    assert.match(details.objections[0]!.text, at === 0 ? /Télé Rive/ : /Kanal Nord/)
    assert.equal((await licences(first)).length, 1)
    assert.equal((await house.viewPaper(rights, { id: papers[at]!.id })).state, 'countersigning')
    assert.equal(await stateOfDeal(first, [first, second][at]!.dealId), 'contracted')
    assert.equal(await stateOfDeal(first, [second, first][at]!.dealId), 'signed')
  })

  test('one signs the sale while another loses it: one of the two happens, whole, and the other is told', async () => {
    const table = await laid()
    const { house, rights, sales, dealId } = table
    const { paper } = await signed(table)
    const { revision } = await house.viewDeal(sales, { id: dealId, reader: 'en' })
    const [sign, lose] = await Promise.allSettled([
      house.countersignPaper(rights, { id: paper.id, baseRevision: paper.revision, name: 'Iris', locale: 'en' }),
      house.loseDeal(sales, { id: dealId, revision, reason: 'price', reader: 'en' }),
    ])
    const won = sign.status === 'fulfilled'
    assert.notEqual(lose.status, sign.status)
    const told = (won ? lose : sign) as PromiseRejectedResult
    assert.ok(['wrong-state', 'revision-changed'].includes((told.reason as { code: string }).code), String(told.reason))
    assert.equal(await stateOfDeal(table, dealId), won ? 'signed' : 'lost')
    assert.equal((await house.viewPaper(sales, { id: paper.id })).state, won ? 'executed' : 'void')
    assert.equal((await licences(table)).length, won ? 1 : 0)
  })

  test('a clock that jumps: a code of the future is none, another is sent at once, and a link that had run out is no longer over', async () => {
    const table = await laid()
    const { house, later } = table
    const { token } = await sent(table)
    const { sha256: shown } = await house.openSigning(VISITOR, { token })
    const sign = (code: string) => house.signPaper(VISITOR, { token, code, name: 'Jon Arvid', consent: true, sha256: shown })
    const code = await codeFor(table, token)
    later(-2 * 3_600_000)
    await assert.rejects(sign(code), refused('wrong-code'))
    await house.sendSigningCode(VISITOR, { token })
    const { rows } = await sql<{ body: string }>`select body from letter where house_id = ${house.id} and kind = 'signing-code' and body is not null`.execute(table.database.db) // prettier-ignore
    const second = codeIn(rows[0]!.body)
    later(15 * 86_400_000)
    await assert.rejects(sign(second), refused('link-over'))
    later(-15 * 86_400_000)
    assert.equal((await sign(second)).state, 'signed')
    later(-3 * 86_400_000)
    const paper = (await house.listPapers(table.sales, {})).items[0]!
    const done = await house.countersignPaper(table.rights, { id: paper.id, baseRevision: paper.revision, name: 'Iris', locale: 'en' }) // prettier-ignore
    assert.equal(done.state, 'executed')
    assert.equal((await house.verifyAudit(SYSTEM)).whole, true)
  })

  test('other terms were agreed since: neither sent nor countersigned', async () => {
    const table = await laid()
    const { house, rights } = table
    const { paper } = await signed(table)
    await stepOfferRow(table.database.db, house.id, table.offerId, { state: 'superseded', byName: 'Sam', at: '2026-11-23T00:00:00Z' }) // prettier-ignore
    await assert.rejects(house.countersignPaper(rights, { id: paper.id, baseRevision: paper.revision, name: 'Iris', locale: 'en' }), refused('wrong-state')) // prettier-ignore
    assert.deepEqual(await licences(table), [])
  })

  test('a stored file that was changed is found, shown, and neither opened nor signed', async () => {
    const table = await laid()
    const { house, sales, rights, folder } = table
    const { paper, token } = await sent(table)
    const path = join(folder, 'objects', paper.sha256.slice(0, 2), paper.sha256)
    const kept = await readFile(path)
    await writeFile(path, Buffer.concat([kept.subarray(0, -8), Buffer.from('tampered')]))
    const verdict = await house.verifyPaper(sales, { id: paper.id })
    assert.equal(verdict.whole, false)
    assert.deepEqual(verdict.files.map(({ state }) => state), ['changed']) // prettier-ignore
    for (const ask of [() => house.openPaperFile(sales, { id: paper.id, file: 'paper' }), () => house.openSigningFile(VISITOR, { token })]) await assert.rejects(ask(), refused('file-changed')) // prettier-ignore
    const code = await codeFor(table, token)
    await assert.rejects(house.signPaper(VISITOR, { token, code, name: 'Jon', consent: true, sha256: paper.sha256 }), refused('file-changed')) // prettier-ignore
    await writeFile(path, kept)
    await house.signPaper(VISITOR, { token, code, name: 'Jon', consent: true, sha256: paper.sha256 })
    assert.equal((await house.verifyPaper(rights, { id: paper.id })).whole, true)
  })

  test('a countersigned paper that comes in as PDF is executed at once; anything else is refused', async () => {
    const table = await laid()
    const { house, sales, rights } = table
    const paper = await approved(table)
    const upload = (bytes: Uint8Array, actor = rights) => house.uploadPaper(actor, { id: paper.id, baseRevision: paper.revision, fileName: '../signed.pdf', bytes, locale: 'en' }) // prettier-ignore
    await assert.rejects(upload(Buffer.from('<script>')), refused('unsupported-file'))
    await assert.rejects(upload(Buffer.from('PK\u0003\u0004 a zip')), refused('unsupported-file'))
    await assert.rejects(upload(Buffer.from('%PDF-1.7 cut')), refused('unreadable-file'))
    await assert.rejects(upload(new Uint8Array(25_000_001)), refused('too-large'))
    await assert.rejects(upload(Buffer.from('%PDF-1.7\n%%EOF'), sales), refused('not-allowed'))
    assert.deepEqual(await licences(table), [])
    const done = await upload(Buffer.from('%PDF-1.7\nsigned\n%%EOF'))
    assert.equal(done.state, 'executed')
    assert.equal(await stateOfDeal(table, table.dealId), 'signed')
    assert.equal((await licences(table)).length, 1)
    assert.deepEqual(done.files.map(({ kind, fileName }) => [kind, fileName]), [['upload', '.._signed.pdf']]) // prettier-ignore
    assert.equal((await house.verifyPaper(sales, { id: paper.id })).whole, true)
  })

  test('above the limit a second person approves, and never who drew it up', async () => {
    const table = await laid({ minor: 2_000_000 })
    const { house, sales, rights } = table
    const settings = await house.viewSettings(SYSTEM)
    await house.changeSettings(SYSTEM, { settings: { papers: { ...settings.papers, approvalAbove: { currency: 'EUR', minor: 1_999_999 } } } }) // prettier-ignore
    const waiting = await approved(table)
    assert.equal(waiting.state, 'approving')
    const at = { id: waiting.id, baseRevision: waiting.revision }
    await assert.rejects(house.approvePaper(sales, at), refused('not-allowed'))
    await assert.rejects(house.sendPaper(sales, { ...at, contactId: table.contactId }), refused('wrong-state'))
    assert.equal((await house.approvePaper(rights, at)).state, 'approved')
    const mine = await house.draftPaper(rights, { dealId: table.dealId, kind: 'memo' })
    const asked = await house.submitPaper(rights, { id: mine.id, baseRevision: mine.revision })
    await assert.rejects(house.approvePaper(rights, { id: mine.id, baseRevision: asked.revision }), refused('not-allowed'))
    const back = await house.returnPaper(rights, { id: mine.id, baseRevision: asked.revision, note: 'later' })
    assert.equal(back.state, 'draft')
    await house.changeSettings(SYSTEM, { settings: { papers: { ...settings.papers, approvalAbove: { currency: 'USD', minor: 9_000_000 } } } }) // prettier-ignore
    assert.equal((await house.submitPaper(rights, { id: mine.id, baseRevision: back.revision })).state, 'approving', 'no rate, no judgement') // prettier-ignore
    assert.equal((await house.viewPaper(rights, { id: mine.id })).approval.needed, 'no-rate')
  })

  test('a price in another currency is judged at the last rates on or before the day, and those of long ago are none', async () => {
    const table = await laid({ minor: 2_000_000 }) // EUR 20,000.00
    const { house, sales, later } = table
    const settings = await house.viewSettings(SYSTEM)
    await house.changeSettings(SYSTEM, { settings: { papers: { ...settings.papers, approvalAbove: { currency: 'USD', minor: 2_200_000 } } } }) // prettier-ignore
    const memo = async () => {
      const { id, revision } = await house.draftPaper(sales, { dealId: table.dealId, kind: 'memo' })
      return house.submitPaper(sales, { id, baseRevision: revision })
    }
    const rate = (day: string, usd: string) => house.importRates(SYSTEM, { bytes: Buffer.from(`Date,USD,\n${day},${usd},\n`) })
    await rate('2026-11-23', '1.5') // tomorrow
    const none = await memo()
    assert.deepEqual([none.state, none.approval.needed, none.approval.converted], ['approving', 'no-rate', null])
    await rate('2026-11-19', '1.1')
    await rate('2026-11-18', '2')
    const below = await memo()
    assert.deepEqual([below.state, below.approval.needed, below.approval.converted, below.approval.rateDay], ['approved', 'none', { currency: 'USD', minor: 2_200_000 }, '2026-11-19']) // prettier-ignore
    await rate('2026-11-20', '1.1001')
    const above = await memo()
    assert.deepEqual([above.state, above.approval.needed, above.approval.converted], ['approving', 'above', { currency: 'USD', minor: 2_200_200 }]) // prettier-ignore
    later(12 * 86_400_000)
    assert.equal((await memo()).approval.needed, 'no-rate')
  })

  test('one paper of a deal is out at a time, and a step that does not follow is refused', async () => {
    const table = await laid()
    const { house, sales, rights } = table
    await sent(table)
    const memo = await house.draftPaper(sales, { dealId: table.dealId, kind: 'memo' })
    const ready = await house.submitPaper(sales, { id: memo.id, baseRevision: memo.revision })
    await assert.rejects(house.sendPaper(sales, { id: memo.id, baseRevision: ready.revision, contactId: table.contactId }), refused('wrong-state')) // prettier-ignore
    await assert.rejects(house.countersignPaper(rights, { id: memo.id, baseRevision: ready.revision, name: 'Iris', locale: 'en' }), refused('wrong-state')) // prettier-ignore
    await assert.rejects(house.redraftPaper(sales, { id: memo.id, baseRevision: ready.revision }), refused('wrong-state'))
    await assert.rejects(house.submitPaper(sales, { id: memo.id, baseRevision: 1 }), refused('revision-changed'))
  })

  test('a contract after a memo that was signed puts on paper what stands in the book already', async () => {
    const table = await laid()
    const { house, sales, rights } = table
    const memo = await house.draftPaper(sales, { dealId: table.dealId, kind: 'memo' })
    const ready = await house.submitPaper(sales, { id: memo.id, baseRevision: memo.revision })
    const pdf = Buffer.from('%PDF-1.7\n%%EOF')
    await house.uploadPaper(rights, { id: memo.id, baseRevision: ready.revision, fileName: 'memo.pdf', bytes: pdf, locale: 'en' })
    const long = await approved(table)
    await house.uploadPaper(rights, { id: long.id, baseRevision: long.revision, fileName: 'long.pdf', bytes: pdf, locale: 'en' })
    assert.equal((await licences(table)).length, 1)
  })

  test('a buyer sees the papers of their own company once they were sent, and nobody else’s', async () => {
    const table = await laid()
    const { house } = table
    const buyer: Actor = { kind: 'user', userId: 'b', name: 'B', role: 'buyer', scopes: null, companyId: table.companyId, companyRole: 'lead' } // prettier-ignore
    const stranger: Actor = { ...buyer, companyId: 'another' }
    const paper = await approved(table)
    await assert.rejects(house.viewPaper(buyer, { id: paper.id }), refused('not-found'))
    assert.deepEqual((await house.listPapers(buyer, {})).items, [])
    await house.sendPaper(table.sales, { id: paper.id, baseRevision: paper.revision, contactId: table.contactId })
    const seen = await house.viewPaper(buyer, { id: paper.id })
    assert.deepEqual([seen.link, seen.signatories, seen.approvals], [null, [], []])
    assert.equal((await house.listPapers(buyer, {})).items.length, 1)
    await house.openPaperFile(buyer, { id: paper.id, file: 'paper' })
    for (const other of [stranger, { ...buyer, companyId: null }]) {
      assert.deepEqual((await house.listPapers(other, {})).items, [])
      for (const ask of [() => house.viewPaper(other, { id: paper.id }), () => house.openPaperFile(other, { id: paper.id, file: 'paper' }), () => house.verifyPaper(other, { id: paper.id })]) await assert.rejects(ask(), refused('not-found')) // prettier-ignore
    }
    await assert.rejects(house.simulatePaper(buyer, { id: paper.id, locale: 'en' }), refused('not-allowed'))
  })

  test('what a paper says goes off the shelf is seen before it is sent, with the lists that become stale', async () => {
    const table = await laid()
    const { house, sales, titleId } = table
    await house.sendAvailabilities(sales, { question: { territory: 'Germany', media: 'free-tv', from: '2027-01-01', to: '2027-12-31', exclusive: true }, titleIds: [titleId], toName: 'Ada', locale: 'en' }) // prettier-ignore
    const paper = await drafted(table)
    const { films, staleLists, verdict } = await house.simulatePaper(sales, { id: paper.id, locale: 'en' })
    assert.equal(verdict, 'clear')
    assert.equal(staleLists, 1)
    assert.ok(films[0]!.simulation.changes.length > 0)
  })
})
