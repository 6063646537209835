/**
 * A sale from its request to its end, in which every write of every verb is refused once by the database: whatever a verb had written
 * by then is gone, so that it can be asked again, and no reader ever sees a part of it.
 */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Database } from '@vitrine/store/database/database'
import { writes } from '@vitrine/store/database/disk-room'
import { type KyselyPlugin, sql } from 'kysely'
import { SYSTEM, VISITOR } from '../actors.ts'
import type { Actor, House } from '../contract.ts'
import type { OfferView } from '../contract/deals.ts'
import { codeIn, newestLetter, tokenIn } from '../testing/agreed-deal.ts'
import { aFilm, someTerms } from '../testing/deal-for-tests.ts'
import { eachHouse, testHouse, type TestHouse } from '../testing/house-for-tests.ts'
import { billing, seller } from '../testing/invoiced.ts'

const REFUSED = 'the database was lost'

/** Lets so many writes through and refuses the next. */
class Fault implements KyselyPlugin {
  left = Infinity
  fired = false

  transformQuery({ node }: Parameters<KyselyPlugin['transformQuery']>[0]) {
    if (writes(node) && this.left-- <= 0) {
      this.left = Infinity
      this.fired = true
      throw new Error(REFUSED)
    }
    return node
  }
  transformResult: KyselyPlugin['transformResult'] = async ({ result }) => result
}

/** Everything that one house has in the database, as one value. */
async function everything({ db }: Database, houseId: string): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`
    select c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = current_schema() and c.column_name = 'house_id' and t.table_type = 'BASE TABLE' order by 1`.execute(db)
  const each = tables.map(({ name }) => sql`select ${sql.lit(name)} as name, sum(hashtextextended(t::text, 0))::text as sum from ${sql.table(name)} t where house_id = ${houseId}`) // prettier-ignore
  const { rows } = await sql<{ name: string; sum: string | null }>`${sql.join(each, sql` union all `)}`.execute(db)
  return JSON.stringify(rows)
}

interface Table extends TestHouse {
  /** Asks until nothing is refused any more. @returns the answer */
  tried<T>(verb: keyof House, ask: () => Promise<T>): Promise<T>
}

eachHouse('nothing is ever half done', (open) => {
  async function laid(): Promise<Table> {
    const { database, folder, house } = await open()
    const fault = new Fault()
    const print = {
      printPaper: async () => Buffer.from('%PDF-1.7 a paper %%EOF'),
      printSignatureRecord: async () => Buffer.from('%PDF'),
    }
    const at = await testHouse(
      { ...database, db: database.db.withPlugin(fault) },
      join(folder, 'files'),
      `${house.id}-refused`,
      print,
    )
    return {
      ...at,
      async tried(verb, ask) {
        const before = await everything(database, at.house.id)
        for (let through = 0; ; through++) {
          fault.fired = false
          fault.left = through
          const answer = await ask().then((value) => ({ value }), (thrown: unknown) => ({ thrown })) // prettier-ignore
          fault.left = Infinity
          if ('value' in answer) {
            assert.ok(through > 0, `${verb} writes something`)
            return answer.value
          }
          const said = answer.thrown instanceof Error ? answer.thrown : new Error('not an error')
          assert.ok(fault.fired, `${verb}: ${said.message}`)
          assert.equal(await everything(database, at.house.id), before, `${verb}, refused at its write ${through + 1}`)
        }
      },
    }
  }

  interface Sale {
    owner: Actor
    film: string
    companyId: string
    contactId: string
    dealId: string
  }
  const deal = ({ house }: Table, { owner, dealId }: Sale) => house.viewDeal(owner, { id: dealId, reader: 'en' })
  const terms = ({ film }: Sale, minor = 1_000_000) =>
    someTerms(film, {
      lines: [{ ...someTerms(film).lines[0]!, minor, materials: [{ kind: 'poster', detail: null, days: 10 }] }],
      payments: [{ share: 5000, event: 'signature', days: 0, day: null }, { share: 5000, event: 'signature', days: 60, day: null }], // prettier-ignore
    })

  async function begun(at: Table): Promise<Sale> {
    const { house, tried } = at
    const owner = await at.member('owner')
    const film = await aFilm(house)
    const companyId = (await house.addCompany(owner, { company: { name: 'Kanal Ost', country: 'PL' } })).id
    const contactId = (await house.addContact(owner, { contact: { name: 'Ana Nowak', companyId, email: 'ana@kanal.example' } }))
      .id
    const asked = await tried('sendRequest', () => house.sendRequest(owner, { kind: 'terms', titleIds: [film], name: 'Ana Nowak', email: 'ana@kanal.example', company: 'Kanal Ost', message: null, locale: 'en' })) // prettier-ignore
    await tried('matchRequest', () => house.matchRequest(owner, { id: asked.id, companyId, contactId, reader: 'en' }))
    await tried('changeRequest', () => house.changeRequest(owner, { id: asked.id, change: { kind: 'other' }, reader: 'en' }))
    await tried('stepRequest', () => house.stepRequest(owner, { id: asked.id, from: 'new', state: 'taken', reader: 'en' }))
    await tried('enterRequest', () => house.enterRequest(owner, { request: { kind: 'terms', titleIds: [film], name: 'Ana', companyId, contactId }, reader: 'en' })) // prettier-ignore
    const opened = await tried('openDeal', () => house.openDeal(owner, { deal: { companyId, contactId, titleIds: [film], requestId: asked.id }, reader: 'en' })) // prettier-ignore
    const sale = { owner, film, companyId, contactId, dealId: opened.id }
    await tried('changeDeal', () => house.changeDeal(owner, { id: opened.id, revision: opened.revision, change: { name: 'Salt', titleIds: [film] }, reader: 'en' })) // prettier-ignore
    return sale
  }
  async function offered(at: Table, sale: Sale): Promise<OfferView> {
    const { house, tried } = at
    const { owner, dealId } = sale
    const draft = await tried('draftOffer', () => house.draftOffer(owner, { dealId, terms: terms(sale, 1), reader: 'en' }))
    const again = await tried('redraftOffer', () => house.redraftOffer(owner, { id: draft.id, revision: draft.revision, terms: terms(sale), reader: 'en' })) // prettier-ignore
    return tried('sendOffer', () => house.sendOffer(owner, { id: draft.id, revision: again.revision, letIn: true, reader: 'en' }))
  }
  async function declined(at: Table, { owner, dealId, contactId, film }: Sale): Promise<void> {
    const { house, tried } = at
    const { id, revision } = await house.draftPaper(owner, { dealId, kind: 'contract' })
    const ready = await house.submitPaper(owner, { id, baseRevision: revision })
    await house.sendPaper(owner, { id, baseRevision: ready.revision, contactId })
    const token = tokenIn((await newestLetter(at, 'ana@kanal.example')).body)
    const view = await tried('declinePaper', () => house.declinePaper(VISITOR, { token, reason: 'the term is too short' }))
    assert.deepEqual(view, await house.openSigning(VISITOR, { token }))
    const { items } = await house.listEntries(SYSTEM, { titleId: film, locale: 'en' })
    assert.equal(items.filter(({ kind, status }) => kind === 'option' && status === 'signed').length, 1, 'what was agreed is held still') // prettier-ignore
  }
  async function signed(at: Table, sale: Sale): Promise<void> {
    const { house, tried } = at
    const { owner, dealId, contactId } = sale
    const { id } = await tried('draftPaper', () => house.draftPaper(owner, { dealId, kind: 'contract' }))
    const revision = async () => (await house.viewPaper(owner, { id })).revision
    const step = async <T>(verb: keyof House, ask: (baseRevision: number) => Promise<T>) => {
      const baseRevision = await revision()
      return tried(verb, () => ask(baseRevision))
    }
    await step('redraftPaper', (baseRevision) => house.redraftPaper(owner, { id, baseRevision, draft: { buyerSignatory: 'Ana Nowak' } })) // prettier-ignore
    await step('submitPaper', (baseRevision) => house.submitPaper(owner, { id, baseRevision }))
    await step('returnPaper', (baseRevision) => house.returnPaper(owner, { id, baseRevision, note: 'a name' }))
    await step('submitPaper', (baseRevision) => house.submitPaper(owner, { id, baseRevision }))
    await step('sendPaper', (baseRevision) => house.sendPaper(owner, { id, baseRevision, contactId }))
    const token = tokenIn((await newestLetter(at, 'ana@kanal.example')).body)
    const { sha256 } = await house.openSigning(VISITOR, { token })
    await tried('sendSigningCode', () => house.sendSigningCode(VISITOR, { token }))
    const code = codeIn((await newestLetter(at, 'ana@kanal.example')).body)
    const view = await tried('signPaper', () => house.signPaper(VISITOR, { token, code, name: 'Ana Nowak', consent: true, sha256 })) // prettier-ignore
    assert.deepEqual(view, await house.openSigning(VISITOR, { token }))
    await step('countersignPaper', (baseRevision) => house.countersignPaper(owner, { id, baseRevision, name: 'Iris', locale: 'en' })) // prettier-ignore
  }

  test('from a request to a signature', async () => {
    const at = await laid()
    const { house, tried } = at
    const sale = await begun(at)
    const { owner } = sale
    const first = await offered(at, sale)
    await tried('declineOffer', () => house.declineOffer(owner, { id: first.id, reader: 'en' }))
    await tried('undoOffer', () => house.undoOffer(owner, { id: first.id, reader: 'en' }))
    const theirs = await tried('counterOffer', () => house.counterOffer(owner, { id: first.id, terms: terms(sale, 900_000), reader: 'en' })) // prettier-ignore
    await tried('acceptOffer', () => house.acceptOffer(owner, { id: theirs.id, reader: 'en' }))
    await tried('withdrawOffer', () => house.withdrawOffer(owner, { id: theirs.id, reader: 'en' }))
    const { revision } = await deal(at, sale)
    await tried('loseDeal', () => house.loseDeal(owner, { id: sale.dealId, revision, reason: 'price', reader: 'en' }))
    const lost = (await deal(at, sale)).revision
    await tried('reopenDeal', () => house.reopenDeal(owner, { id: sale.dealId, revision: lost, reader: 'en' }))
    const last = await offered(at, sale)
    await house.acceptOffer(owner, { id: last.id, reader: 'en' })
    const { id, revision: baseRevision } = await house.draftPaper(owner, { dealId: sale.dealId, kind: 'memo' })
    await tried('voidPaper', () => house.voidPaper(owner, { id, baseRevision, reason: 'a contract at once' }))
    await declined(at, sale)
    await signed(at, sale)
    assert.equal((await deal(at, sale)).state, 'signed')
  })

  test('from a signature to the end of the licence', async () => {
    const at = await laid()
    const { house, tried } = at
    const sale = await begun(at)
    const { owner, dealId, companyId, film } = sale
    await house.acceptOffer(owner, { id: (await offered(at, sale)).id, reader: 'en' })
    await signed(at, sale)
    await tried('changeAccounts', () => house.changeAccounts(owner, { accounts: { seller } }))
    await tried('changeBilling', () => house.changeBilling(owner, { companyId, billing }))
    await tried('importRates', () => house.importRates(owner, { bytes: Buffer.from('Date, USD\n20 November 2026, 1.25\n') }))

    await tried('addDeliverable', () => house.addDeliverable(owner, { dealId, titleId: film, kind: 'stills', detail: null, dueOn: null })) // prettier-ignore
    const wanted = async () => (await house.viewDeliverables(owner, { dealId })).items
    const [item] = await wanted()
    const file = await tried('addDeliverableFile', () => house.addDeliverableFile(owner, { id: item!.id, fileName: 'poster.pdf', bytes: Buffer.from('%PDF-1.7 a poster %%EOF') })) // prettier-ignore
    await tried('removeDeliverableFile', () => house.removeDeliverableFile(owner, { id: item!.id, fileId: file.id }))
    const at1 = (await wanted())[0]!
    await tried('changeDeliverable', () => house.changeDeliverable(owner, { id: at1.id, revision: at1.revision, lies: 'in the vault' })) // prettier-ignore
    const items = (await wanted()).map(({ id, revision }) => ({ id, revision }))
    await tried('stepDeliverables', () => house.stepDeliverables(owner, { dealId, items, to: 'sent' }))
    const at2 = (await wanted())[0]!
    await tried('answerDeliverable', () => house.answerDeliverable(owner, { id: at2.id, revision: at2.revision, answer: 'accepted' })) // prettier-ignore

    const { instalments } = await house.viewMoney(owner, { dealId })
    await tried('dateInstalment', () => house.dateInstalment(owner, { id: instalments[1]!.id, dueOn: '2027-01-15' }))
    const { row: invoice } = await tried('issueInvoice', () => house.issueInvoice(owner, { dealId, instalmentIds: instalments.map(({ id }) => id) })) // prettier-ignore
    const pay = { invoiceId: invoice.id, receivedOn: '2026-11-22', minor: 1_000_000 }
    const paid = await tried('notePayment', () => house.notePayment(owner, pay))
    await tried('undoPayment', () => house.undoPayment(owner, { invoiceId: invoice.id, id: paid.payments[0]!.id }))
    await tried('sendReminder', () => house.sendReminder(owner, { invoiceId: invoice.id, level: 1, to: 'ana@kanal.example', subject: 'A reminder', text: 'Please' })) // prettier-ignore
    await tried('creditInvoice', () => house.creditInvoice(owner, { id: invoice.id, reason: 'half is wrong', parts: [{ line: 0, minor: 100_000 }] })) // prettier-ignore

    const entryIds = (await house.listEntries(SYSTEM, { kind: 'licence', status: 'signed', locale: 'en' })).items.map(
      ({ id }) => id,
    )
    const { revision } = await deal(at, sale)
    await tried('amendDeal', () => house.amendDeal(owner, { id: dealId, baseRevision: revision, entryIds, territory: { how: 'plus', what: 'Austria' }, price: { minor: 1_200_000 }, effective: null, acceptWarnings: true, locale: 'en' })) // prettier-ignore
    await tried('renewDeal', () => house.renewDeal(owner, { id: dealId, locale: 'en' }))
    const { revision: now } = await deal(at, sale)
    await tried('terminateDeal', () => house.terminateDeal(owner, { id: dealId, baseRevision: now, lastDay: '2027-06-30', locale: 'en' })) // prettier-ignore
    assert.equal((await deal(at, sale)).state, 'terminated')
  })
})
