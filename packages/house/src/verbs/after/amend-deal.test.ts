/** Amendments: what was signed becomes other rights, another price, another plan; and what was before stays what it was. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { changesOf } from '@vitrine/deals/schedule/schedule-changes'
import { openPrintingRoom } from '@vitrine/press/printing-room'
import { sql } from 'kysely'
import { SYSTEM, VISITOR } from '../../actors.ts'
import type { Actor } from '../../contract.ts'
import type { AmendmentToMake } from '../../contract/after.ts'
import { aSheet, eachHouse, type TestHouse } from '../../testing/house-for-tests.ts'
import { billing, seller } from '../../testing/invoiced.ts'
import { codeOf, failing } from '../../testing/refusals.ts'
import { signDeal } from '../../testing/signed-deal.ts'

const halves = [
  { share: 5_000, event: 'signature' as const, days: 30, day: null },
  { share: 5_000, event: 'delivery' as const, days: 14, day: null },
]
const issueOf = async (work: Promise<unknown>) => ((await failing(work)).details['issues'] as { path: string; message: string; messageFr: string }[])[0]! // prettier-ignore
/** Amounts are printed with spaces that do not break. */
const plain = (text: string | null | undefined) => text?.replaceAll(/[\u00a0\u202f]/g, ' ')

async function buyerOf({ house, database, member }: TestHouse, companyId: string): Promise<Actor> {
  const { userId } = await member('buyer', `a colleague of ${companyId.slice(-6)}`)
  await sql`update member set company_id = ${companyId}, company_role = 'colleague' where house_id = ${house.id} and user_id = ${userId}`.execute(database.db) // prettier-ignore
  return (await house.actorForUser(userId!))!
}

async function sold(at: TestHouse, sale: Parameters<typeof signDeal>[1] = {}) {
  const signed = await signDeal(at, { payments: halves, ...sale })
  const rights = await at.member('rights')
  const owner = await at.member('owner')
  await at.house.changeAccounts(owner, { accounts: { seller } })
  await at.house.changeBilling(owner, { companyId: signed.companyId, billing })
  const money = () => at.house.viewMoney(owner, { dealId: signed.dealId })
  const amend = async (change: Partial<AmendmentToMake>) =>
    at.house.amendDeal(rights, { id: signed.dealId, baseRevision: (await money()).deal.revision, entryIds: [...signed.licences], effective: null, locale: 'en', ...change }) // prettier-ignore
  const entry = (n = 0, recordedAt?: string) => at.house.viewEntry(rights, { id: signed.licences[n]!, locale: 'en', ...(recordedAt === undefined ? {} : { recordedAt }) }) // prettier-ignore
  const told = async (actor: Actor = rights) => at.house.listAmendments(actor, { dealId: signed.dealId, locale: 'en' })
  return { ...signed, rights, owner, money, amend, entry, told }
}
type Plan = Awaited<ReturnType<Awaited<ReturnType<typeof sold>>['money']>>
const stands = ({ instalments }: Plan) => instalments.filter(({ state }) => state !== 'cancelled')
const addsUp = (money: Plan) => assert.equal(stands(money).reduce((sum, { minor }) => sum + minor, 0), money.price) // prettier-ignore

eachHouse('amending the rights of a sale', (open) => {
  const print = openPrintingRoom()
  after(() => print.close())

  test('media, languages, exclusivity and runs change together from a day on; the book keeps what was', async () => {
    const at = await open()
    const { amend, entry, told, dealId, companyId, titleIds } = await sold(at)
    const before = await entry()
    await amend({
      media: { how: 'plus', what: 'catch-up' },
      languages: { how: 'is', what: 'pl:subtitled, fr:dubbed' },
      exclusive: true,
      runs: { count: 5, catchUpDays: 7 },
      effective: '2027-07-01',
      note: 'asked by phone',
    })
    const now = await entry()
    assert.deepEqual(now.terms.boxes[0]!.media, ['free-tv', 'catch-up'])
    assert.deepEqual([now.terms.exclusive, now.terms.runs], [true, { count: 5, catchUpDays: 7, broadcasts: [] }])
    assert.equal(now.history.length, before.history.length + 1, 'nothing was rewritten')
    const blocked = async (media: string, asOf?: { recordedAt: string }) => {
      const question = {
        territory: 'Poland',
        media,
        languages: 'pl:subtitled',
        from: '2027-01-01',
        to: '2027-12-31',
        exclusive: false,
      }
      const { regions } = await at.house.viewAvailability(SYSTEM, { titleId: titleIds[0]!, question, locale: 'en', ...(asOf === undefined ? {} : { asOf }) }) // prettier-ignore
      return regions.filter(({ status }) => status === 'blocked').map(({ from, to }) => `${from} ${to}`)
    }
    assert.deepEqual(await blocked('catch-up'), ['2027-07-01 2027-12-31'], 'from its day on')
    assert.deepEqual(await blocked('catch-up', { recordedAt: before.history[0]!.at }), [], 'and not as it was recorded before')
    const [told1] = await told()
    assert.deepEqual(told1!.films[0]!.changes, [
      { label: 'Exclusivity', was: 'non-exclusive', becomes: 'exclusive' },
      { label: 'Media', was: 'Free TV', becomes: 'Free TV, Catch-up' },
      { label: 'Languages', was: 'all languages', becomes: 'French dubbed, Polish subtitled' },
      { label: 'Runs', was: null, becomes: '5 runs, catch-up 7 days after each run' },
    ])
    assert.deepEqual([told1!.number, told1!.effective, told1!.note, told1!.byName, told1!.price], [1, '2027-07-01', 'asked by phone', 'the rights', null]) // prettier-ignore
    const wanted = (await at.house.viewDeliverables(SYSTEM, { dealId })).items.filter(({ kind }) => kind === 'language-version')
    assert.deepEqual(wanted.map(({ detail, state }) => [detail, state]), [['fr:dubbed', 'ready'], ['pl:subtitled', 'wanted']]) // prettier-ignore

    const theirs = await told(await buyerOf(at, companyId))
    assert.deepEqual(theirs[0]!.films, told1!.films, 'the buyer reads the same')
    assert.deepEqual([theirs[0]!.note, theirs[0]!.byName], [null, null], 'and not what the house says to itself')
    const other = await sold(at, { company: 'Tele Rive' })
    assert.equal(await codeOf(told(await buyerOf(at, other.companyId))), 'not-found')
    assert.equal(await codeOf(told(VISITOR)), 'sign-in-needed')
    assert.equal(await codeOf(told(await at.member('editor'))), 'not-allowed')
  })

  test('what is given back is on the shelf again; all of it, what is so already and what cannot be read are refused', async () => {
    const at = await open()
    const { amend, entry, told } = await sold(at, { lines: [{ title: 'Salt', minor: 100_00, media: 'free-tv, svod' }] })
    await amend({ media: { how: 'less', what: 'svod' } })
    assert.deepEqual((await entry()).terms.boxes[0]!.media, ['free-tv'])
    assert.equal((await issueOf(amend({ media: { how: 'less', what: 'tv' } }))).path, 'territory')
    assert.match((await issueOf(amend({ media: { how: 'less', what: 'svod' } }))).message, /Nothing changes/)
    assert.match((await issueOf(amend({}))).messageFr, /Rien ne change/)
    assert.equal((await issueOf(amend({ languages: { how: 'plus', what: 'Klingonish' } }))).path, 'languages')
    assert.equal(await codeOf(amend({ runs: { count: 0, catchUpDays: 0 } })), 'invalid-input')
    assert.equal(await codeOf(amend({ media: { how: 'more', what: 'svod' } as never })), 'invalid-input')
    assert.equal((await told()).length, 1, 'what was refused left nothing')
  })

  test('figures by country follow it, with the price of the same amendment; what is given back from a later day was sold until then', async () => {
    const at = await open()
    const { amend, owner, licences } = await sold(at, { lines: [{ title: 'Salt', minor: 100_00, territory: 'Poland' }, { title: 'Ferry', minor: 50_00, territory: 'Spain' }] }) // prettier-ignore
    const byCountry = async () => {
      const { tables, total } = await at.house.viewFigures(owner, { from: '2026-01-01', to: '2026-12-31', locale: 'en' })
      assert.equal(tables.territory.reduce((sum, { minor }) => sum + minor, 0), total) // prettier-ignore
      return tables.territory.map(({ name, minor }) => `${name} ${minor}`).toSorted()
    }
    assert.deepEqual(await byCountry(), ['Poland 10000', 'Spain 5000'])
    const entryIds = [licences[0]!]
    await amend({ entryIds, territory: 'Poland, Czechia', price: { minor: 250_00 } })
    assert.deepEqual(await byCountry(), ['Czechia 10000', 'Poland 10000', 'Spain 5000'])
    await amend({ entryIds, territory: { how: 'less', what: 'Poland' } })
    assert.deepEqual(await byCountry(), ['Czechia 20000', 'Spain 5000'])
    await amend({ entryIds, territory: 'Slovakia', effective: '2027-07-01' })
    assert.deepEqual(await byCountry(), ['Czechia 10000', 'Slovakia 10000', 'Spain 5000'])
  })

  test('in figures by country a licence without a first day was sold until the day on which a country is given back', async () => {
    const at = await open()
    const { id: titleId } = await at.house.createTitle(SYSTEM, { sheet: aSheet('Salt') })
    await at.house.enterEntry(SYSTEM, { titleId, locale: 'en', entry: { kind: 'grant', exclusive: true, territory: 'World', media: 'all', from: null, to: null, party: 'Salt Films', contract: 'G' } }) // prettier-ignore
    const { amend, owner } = await sold(at, { lines: [{ title: 'Salt', titleId, minor: 100_00, territory: 'Poland, Czechia', from: null }] }) // prettier-ignore
    await amend({ territory: { how: 'less', what: 'Poland' }, effective: '2027-07-01' })
    const { tables } = await at.house.viewFigures(owner, { from: '2026-01-01', to: '2026-12-31', locale: 'en' })
    assert.deepEqual(tables.territory.map(({ name, minor }) => `${name} ${minor}`).toSorted(), ['Czechia 5000', 'Poland 5000'])
  })

  test('it is checked on the committed book: a rival stands in its way, and of two at once one is refused', async () => {
    const at = await open()
    const { amend, entry, titleIds, rights } = await sold(at, { lines: [{ title: 'Salt', minor: 1 }, { title: 'Ferry', minor: 1 }] }) // prettier-ignore
    const rival = (n: number) => at.house.enterEntry(rights, { titleId: titleIds[n]!, locale: 'en', entry: { kind: 'licence', exclusive: true, territory: 'Poland', media: 'svod', from: '2027-01-01', to: '2028-12-31', party: 'Rival', contract: 'R' } }) // prettier-ignore
    await rival(1)
    assert.equal(await codeOf(amend({ media: { how: 'plus', what: 'svod' } })), 'rights-conflict')
    assert.deepEqual((await entry(0)).terms.boxes[0]!.media, ['free-tv'], 'the first was not written either')
    const first = (await entry(0)).id
    const both = await Promise.allSettled([rival(0), amend({ entryIds: [first], media: { how: 'plus', what: 'svod' } })])
    assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  })

  test('a revision that others moved on from is refused', async () => {
    const at = await open()
    const { amend, money } = await sold(at)
    const { revision } = (await money()).deal
    await amend({ exclusive: true })
    assert.equal(await codeOf(amend({ baseRevision: revision, price: { minor: 1 } })), 'revision-changed')
  })

  test('its paper says each change in words that are read back, then what stands; once executed it is not said again', async () => {
    const at = await open({ print })
    const { amend, dealId, entry, told } = await sold(at)
    const before = (await entry()).terms
    await amend({ media: { how: 'plus', what: 'catch-up' }, price: { minor: 12_000_00 } })
    const sales = await at.member('sales')
    for (const locale of ['en', 'fr'] as const) {
      const { content } = await at.house.draftPaper(sales, { dealId, kind: 'amendment', draft: { locale } })
      const [change] = content.changes!
      const now = (await entry()).terms
      assert.deepEqual(change!.films[0]!.rows, changesOf(before, now, locale).map(({ label, was, becomes }) => ({ label, was, becomes }))) // prettier-ignore
      assert.match(content.films[0]!.schedule, locale === 'en' ? /Media: Free TV, Catch-up/ : /Médias\u00a0: /)
      assert.match(plain(change!.price.at(-1)!.becomes)!, locale === 'en' ? /^€2,000\.00, on 22 December 2026$/ : /^2 000,00 €, le 22 décembre 2026$/) // prettier-ignore
      assert.equal(content.clauses.filter(({ paragraphs }) => paragraphs.some((one) => 'part' in one && one.part === 'changes')).length, 1) // prettier-ignore
      assert.match(plain(content.prices.total.amount)!, /12[ ,]000/)
    }
    const [paper] = (await at.house.listPapers(sales, { dealId })).items
    const { id, revision } = await at.house.submitPaper(sales, { id: paper!.id, baseRevision: paper!.revision })
    await at.house.uploadPaper(await at.member('rights'), { id, baseRevision: revision, fileName: 'a.pdf', bytes: new TextEncoder().encode('%PDF-1.7\n%%EOF'), locale: 'en' }) // prettier-ignore
    assert.equal((await at.house.viewPaper(sales, { id })).state, 'executed')
    await amend({ exclusive: true })
    const next = await at.house.draftPaper(sales, { dealId, kind: 'amendment' })
    assert.deepEqual(next.content.amendments, [2])
    assert.equal((await told()).length, 2)
  })

  test('what was given up by a credit note after an amendment is in no price of the paper: it adds up, and names nothing of which nothing is left', async () => {
    const at = await open({ print })
    const lines = [{ title: 'Salt', minor: 4_000_00 }, { title: 'Ferry', minor: 6_000_00 }] // prettier-ignore
    const { amend, dealId, owner, money } = await sold(at, { lines, payments: [{ share: 2_500, event: 'signature', days: 30, day: null }, { share: 7_500, event: 'signature', days: 60, day: null }] }) // prettier-ignore
    const instalmentIds = (await money()).instalments.map(({ id }) => id)
    const { row } = await at.house.issueInvoice(owner, { dealId, instalmentIds })
    await amend({ price: { minor: 12_000_00 } })
    // all of the first instalment, and a part of the second
    await at.house.creditInvoice(owner, { id: row.id, reason: 'One run less', parts: [{ line: 0, minor: 1_000_00 }, { line: 1, minor: 1_500_00 }, { line: 3, minor: 500_00 }] }) // prettier-ignore
    assert.equal((await money()).price, 9_000_00)
    const { content, totalMinor } = await at.house.draftPaper(await at.member('sales'), { dealId, kind: 'amendment' })
    const minorOf = (amount: string) => Number(amount.replaceAll(/[^0-9.]/g, '')) * 100
    assert.deepEqual(content.payments.map(({ amount }) => minorOf(amount)), [7_000_00, 2_000_00]) // prettier-ignore
    assert.equal(
      content.prices.rows.reduce((sum, { amount }) => sum + minorOf(amount), 0),
      9_000_00,
    )
    assert.deepEqual([minorOf(content.prices.total.amount), totalMinor], [9_000_00, 9_000_00])
  })
})

eachHouse('amending the price of a sale', (open) => {
  test('a raise is one more instalment; what was invoiced stays as it was; figures and renewals have the new price', async () => {
    const at = await open()
    const { amend, money, owner, dealId, told, rights } = await sold(at)
    const due = (await money()).instalments.filter(({ state }) => state === 'due').map(({ id }) => id)
    const invoice = await at.house.issueInvoice(owner, { dealId, instalmentIds: due })
    await amend({ to: '2029-12-31', price: { minor: 12_000_01 } })
    const now = await money()
    addsUp(now)
    assert.deepEqual(
      now.instalments.map(({ minor, state, dueOn, amendment }) => [minor, state, dueOn, amendment]),
      [
        [5_000_00, 'invoiced', '2026-12-22', null],
        [5_000_00, 'planned', null, null],
        [2_000_01, 'due', '2026-12-22', 1],
      ],
    )
    assert.deepEqual(
      (await at.house.viewInvoice(owner, { id: invoice.row.id })).invoice,
      invoice.invoice,
      'no invoice is rewritten',
    )
    const preview = await at.house.previewInvoice(owner, { dealId, instalmentIds: [now.instalments[2]!.id] })
    assert.equal(preview.sums.net, 2_000_01)
    assert.match(preview.lines[0]!.detail!, /^Licence fee, amendment 1/)
    assert.equal((await at.house.viewFigures(owner, { from: '2026-11-01', to: '2026-11-30', locale: 'en' })).total, 12_000_01)
    assert.equal((await at.house.viewDeal(owner, { id: dealId, reader: 'en' })).priceMinor, 12_000_01)
    assert.deepEqual((await told())[0]!.price, { currency: 'EUR', before: 10_000_00, after: 12_000_01, lines: [{ title: 'Salt', before: 10_000_00, after: 12_000_01 }], instalments: [{ minor: 2_000_01, event: 'day', days: 0, day: '2026-12-22' }], replaced: [] }) // prettier-ignore
    const next = await at.house.renewDeal(rights, { id: dealId, locale: 'en' })
    const { offers } = await at.house.viewDeal(rights, { id: next.id, reader: 'en' })
    assert.equal(offers[0]!.totalMinor, 12_000_01)
  })

  test('payments that are said stand in place of what was planned, and must come to what is left', async () => {
    const at = await open()
    const { amend, money, titleIds } = await sold(at, { lines: [{ title: 'Salt', minor: 33_33 }, { title: 'Ferry', minor: 66_67 }] }) // prettier-ignore
    assert.equal(titleIds.length, 2)
    const on = (minor: number, day: string) => ({ minor, event: 'day' as const, days: 0, day })
    const wrong = await issueOf(amend({ price: { minor: 150_00, payments: [on(100_00, '2027-01-31')] } }))
    assert.match(plain(wrong.message)!, /come to EUR 100\.00; what is not invoiced of the price is EUR 150\.00/)
    assert.equal(await codeOf(amend({ price: { minor: 150_00, payments: [{ ...on(150_00, '2027-01-31'), day: null }] } })), 'invalid-input') // prettier-ignore
    await amend({ price: { minor: 150_00, payments: [on(100_00, '2027-01-31'), { minor: 50_00, event: 'acceptance', days: 10, day: null }] } }) // prettier-ignore
    const now = await money()
    addsUp(now)
    assert.deepEqual(stands(now).map(({ minor, state, dueOn }) => [minor, state, dueOn]), [[100_00, 'due', '2027-01-31'], [50_00, 'planned', null]]) // prettier-ignore
    const lines = (n: number) => stands(now).reduce((sum, each) => sum + each.lines[n]!, 0)
    assert.deepEqual([lines(0), lines(1)], [50_00, 100_00], 'each film comes to its own price')
    await amend({ price: { minor: 150_00, payments: [on(150_00, '2027-02-28')] } })
    assert.deepEqual(stands(await money()).map(({ minor }) => minor), [150_00], 'the plan alone can change') // prettier-ignore
    assert.equal((await issueOf(amend({ price: { minor: 150_00 } }))).path, 'to')
  })

  test('less than was invoiced needs a credit note, which goes with it in one step or not at all', async () => {
    const at = await open()
    const { amend, money, owner, dealId } = await sold(at)
    const due = (await money()).instalments.filter(({ state }) => state === 'due').map(({ id }) => id)
    const { row } = await at.house.issueInvoice(owner, { dealId, instalmentIds: due })
    await amend({ price: { minor: 6_000_00 } })
    addsUp(await money())
    assert.deepEqual(stands(await money()).map(({ minor, state }) => [minor, state]), [[5_000_00, 'invoiced'], [1_000_00, 'planned']]) // prettier-ignore
    const refused = await issueOf(amend({ price: { minor: 4_000_00 } }))
    assert.match(plain(refused.message)!, /EUR 1,000\.00 more than that was invoiced already.*2026-0001/)
    assert.equal(await codeOf(amend({ price: { minor: 4_000_00, credit: ['nothing'] } })), 'not-found')
    assert.equal((await money()).invoices.length, 1, 'what was refused credited nothing')
    await amend({ price: { minor: 4_000_00, credit: [row.id] } })
    const now = await money()
    addsUp(now)
    assert.deepEqual(now.invoices.map(({ number, kind, state }) => [number, kind, state]), [['2026-0002', 'credit-note', 'issued'], ['2026-0001', 'invoice', 'credited']]) // prettier-ignore
    assert.deepEqual(stands(now).map(({ minor, state }) => [minor, state]), [[4_000_00, 'due']]) // prettier-ignore
  })

  test('the database refuses an amendment whose plan does not come to its price, and keeps every one', async () => {
    const at = await open()
    const { amend, dealId } = await sold(at)
    await amend({ price: { minor: 11_000_00 } })
    const { db } = at.database
    const wrong = sql`insert into deal_amendment (house_id, deal_id, number, licences, price, at, by_name) values (${at.house.id}, ${dealId}, 2, '[]', '{"after": 99}', now(), 'x')`.execute(db) // prettier-ignore
    await assert.rejects(wrong, /add up to its price/)
    await assert.rejects(sql`update deal_amendment set note = 'x' where house_id = ${at.house.id}`.execute(db))
    await assert.rejects(sql`delete from deal_amendment where house_id = ${at.house.id}`.execute(db))
  })
})

eachHouse('amendments that could go wrong', (open) => {
  test('what a later day was amended to does not come earlier by another amendment', async () => {
    const at = await open()
    const { amend, titleIds, told } = await sold(at)
    const blocked = async () => {
      const question = { territory: 'Poland', media: 'catch-up', languages: 'pl:subtitled', from: '2027-01-01', to: '2027-12-31', exclusive: false } // prettier-ignore
      const { regions } = await at.house.viewAvailability(SYSTEM, { titleId: titleIds[0]!, question, locale: 'en' })
      return regions.filter(({ status }) => status === 'blocked').map(({ from, to }) => `${from} ${to}`)
    }
    await amend({ media: { how: 'plus', what: 'catch-up' }, exclusive: true, effective: '2027-07-01' })
    assert.deepEqual(await blocked(), ['2027-07-01 2027-12-31'])
    for (const effective of [null, '2027-03-01']) {
      const refused = await issueOf(amend({ runs: { count: 5, catchUpDays: 0 }, effective }))
      assert.equal(refused.path, 'effective')
      assert.match(refused.message, /1 July 2027/)
    }
    assert.deepEqual(await blocked(), ['2027-07-01 2027-12-31'])
    await amend({ runs: { count: 5, catchUpDays: 0 }, effective: '2027-07-01' })
    assert.deepEqual(await blocked(), ['2027-07-01 2027-12-31'])
    assert.equal((await told()).length, 2)
  })

  test('from a day on which the licence is over, nothing can change', async () => {
    const at = await open()
    const { amend, told } = await sold(at)
    assert.equal((await issueOf(amend({ to: '2027-06-30', effective: '2027-09-01' }))).path, 'effective')
    assert.equal((await issueOf(amend({ exclusive: true, effective: '2040-01-01' }))).path, 'effective')
    await amend({ to: '2027-06-30', effective: '2027-07-01' })
    assert.equal((await told()).length, 1)
  })

  test('an invoice that is named to be credited is credited, once, whatever else is said', async () => {
    const at = await open()
    const { amend, money, owner, dealId } = await sold(at)
    const due = (await money()).instalments.filter(({ state }) => state === 'due').map(({ id }) => id)
    const { row } = await at.house.issueInvoice(owner, { dealId, instalmentIds: due })
    await amend({ exclusive: true, price: { minor: 10_000_00, credit: [row.id, row.id] } })
    const now = await money()
    addsUp(now)
    assert.deepEqual(
      now.invoices.map(({ kind, state }) => [kind, state]),
      [
        ['credit-note', 'issued'],
        ['invoice', 'credited'],
      ],
    )
    assert.deepEqual(stands(now).map(({ minor, state }) => [minor, state]), [[5_000_00, 'due'], [5_000_00, 'planned']]) // prettier-ignore
    assert.equal(await codeOf(amend({ price: { minor: 4_000_00, credit: [row.id] } })), 'wrong-state')
  })

  test('runs that were used stay used, also when they were not counted for a while', async () => {
    const at = await open()
    const { amend, entry, rights, licences } = await sold(at)
    await amend({ runs: { count: 3, catchUpDays: 0 } })
    for (const broadcast of ['2027-02-01', '2027-03-01'])
      await at.house.dateEntry(rights, { id: licences[0]!, baseVersion: (await entry()).version, broadcast, locale: 'en' })
    await amend({ runs: null })
    assert.equal((await issueOf(amend({ runs: { count: 1, catchUpDays: 0 } }))).path, 'runs.count')
    await amend({ runs: { count: 4, catchUpDays: 0 } })
    assert.deepEqual((await entry()).terms.runs?.broadcasts, ['2027-02-01', '2027-03-01'])
  })

  test('a key for deals alone changes the price, and no rights', async () => {
    const at = await open()
    const { dealId, licences, rights, money } = await sold(at)
    const amendWith = async (scopes: Actor['scopes'], change: Partial<AmendmentToMake>) =>
      at.house.amendDeal({ ...rights, scopes }, { id: dealId, baseRevision: (await money()).deal.revision, entryIds: [...licences], effective: null, locale: 'en', ...change }) // prettier-ignore
    const refused = await failing(amendWith(['deals:write'], { exclusive: true, price: { minor: 1 } }))
    assert.deepEqual([refused.code, refused.details['scope']], ['not-allowed', 'rights:write'])
    assert.equal((await money()).price, 10_000_00)
    await amendWith(['deals:write'], { price: { minor: 11_000_00 } })
    await amendWith(['deals:write', 'rights:write'], { exclusive: true })
    assert.equal(await codeOf(amendWith(['rights:write'], { exclusive: false })), 'not-allowed')
  })

  test('amounts and days beyond what can be counted are refused', async () => {
    const at = await open()
    const { amend } = await sold(at)
    assert.equal(await codeOf(amend({ price: { minor: 20_000_00, payments: [{ minor: 20_000_00, event: 'day', days: 10_000, day: '9999-12-31' }] } })), 'invalid-input') // prettier-ignore
    assert.equal(await codeOf(amend({ price: { minor: 2 ** 53 } })), 'invalid-input')
  })

  test('of two licences of one film a language version is to be delivered once', async () => {
    const at = await open()
    const [titleId] = (await sold(at)).titleIds
    const salt = { title: 'Salt', titleId: titleId!, minor: 1 }
    const { amend, dealId, licences } = await sold(at, { company: 'Tele Rive', lines: [{ ...salt, territory: 'Germany' }, { ...salt, territory: 'France' }] }) // prettier-ignore
    assert.equal(licences.length, 2)
    await amend({ languages: { how: 'is', what: 'fr:dubbed' } })
    const { items } = await at.house.viewDeliverables(SYSTEM, { dealId })
    const keys = items.map(({ titleId, kind, detail }) => JSON.stringify([titleId, kind, detail]))
    assert.equal(new Set(keys).size, keys.length)
  })

  test('of two amendments at once, and of one against an invoice or an end, both are whole or one is refused', async () => {
    const at = await open()
    const { amend, money, owner, rights, dealId } = await sold(at)
    const { revision: baseRevision } = (await money()).deal // each would read it for itself, and the later one what the first had made
    const both = await Promise.allSettled([12_000_00, 13_000_00].map((minor) => amend({ baseRevision, price: { minor } })))
    assert.equal(both.filter(({ status }) => status === 'fulfilled').length, 1)
    addsUp(await money())
    const due = (await money()).instalments.filter(({ state }) => state === 'due').map(({ id }) => id)
    const [issued] = await Promise.allSettled([
      at.house.issueInvoice(owner, { dealId, instalmentIds: due }),
      amend({ price: { minor: 9_000_00 } }),
    ])
    addsUp(await money())
    const { instalments } = await money()
    assert.equal(
      instalments.some(({ state }) => state === 'invoiced'),
      issued.status === 'fulfilled',
    )
    const { revision } = (await money()).deal
    const end = () => at.house.terminateDeal(rights, { id: dealId, baseRevision: revision, lastDay: null, locale: 'en' })
    const ended = await Promise.allSettled([end(), amend({ baseRevision: revision, price: { minor: 11_000_00 } })])
    assert.equal(ended.filter(({ status }) => status === 'fulfilled').length, 1)
  })
})
