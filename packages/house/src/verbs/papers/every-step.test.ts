/** Papers: every step of their machine is taken by a verb, and what is no step is refused as such. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openPrintingRoom } from '@vitrine/press/printing-room'
import { PAPER, PAPER_STATES, type PaperState } from '@vitrine/deals/states/machines'
import { sql } from 'kysely'
import { SYSTEM, VISITOR } from '../../actors.ts'
import type { Actor } from '../../contract.ts'
import type { PaperView } from '../../contract/papers.ts'
import { isHouseError } from '../../errors.ts'
import { agreedDeal, type AgreedDeal, codeIn, newestLetter, tokenIn } from '../../testing/agreed-deal.ts'
import { eachHouse, type TestHouse } from '../../testing/house-for-tests.ts'

const MAIL = 'jon@kanal.example'
const PDF = new TextEncoder().encode('%PDF-1.7\n%%EOF')

interface Table extends TestHouse, AgreedDeal {
  sales: Actor
  rights: Actor
}
/** A paper as it stands, and the buyer's link to it once it has one. */
interface Laid {
  paper: PaperView
  token: string
}

/** What may be done with a paper, from where, and where it leads. */
const VERBS: Record<
  string,
  { from: Partial<Record<PaperState, PaperState>>; work: (table: Table, laid: Laid) => Promise<unknown> }
> = {
  // prettier-ignore
  submitPaper: { from: { draft: 'approved' }, work: ({ house, sales }, { paper }) => house.submitPaper(sales, { id: paper.id, baseRevision: paper.revision }) }, // prettier-ignore
  approvePaper: { from: { approving: 'approved' }, work: ({ house, rights }, { paper }) => house.approvePaper(rights, { id: paper.id, baseRevision: paper.revision }) }, // prettier-ignore
  returnPaper: { from: { approving: 'draft', approved: 'draft' }, work: ({ house, rights }, { paper }) => house.returnPaper(rights, { id: paper.id, baseRevision: paper.revision }) }, // prettier-ignore
  redraftPaper: { from: { draft: 'draft' }, work: ({ house, sales }, { paper }) => house.redraftPaper(sales, { id: paper.id, baseRevision: paper.revision }) }, // prettier-ignore
  sendPaper: { from: { approved: 'out', out: 'out' }, work: ({ house, sales, contactId }, { paper }) => house.sendPaper(sales, { id: paper.id, baseRevision: paper.revision, contactId }) }, // prettier-ignore
  countersignPaper: { from: { countersigning: 'executed' }, work: ({ house, rights }, { paper }) => house.countersignPaper(rights, { id: paper.id, baseRevision: paper.revision, name: 'Iris', locale: 'en' }) }, // prettier-ignore
  uploadPaper: { from: { approved: 'executed', out: 'executed', countersigning: 'executed' }, work: ({ house, rights }, { paper }) => house.uploadPaper(rights, { id: paper.id, baseRevision: paper.revision, fileName: 'signed.pdf', bytes: PDF, locale: 'en' }) }, // prettier-ignore
  voidPaper: { from: { draft: 'void', approving: 'void', approved: 'void', out: 'void', countersigning: 'void' }, work: ({ house, sales }, { paper }) => house.voidPaper(sales, { id: paper.id, baseRevision: paper.revision, reason: 'other terms' }) }, // prettier-ignore
  declinePaper: { from: { out: 'void' }, work: ({ house }, { token }) => house.declinePaper(VISITOR, { token }) },
}

async function sign({ house, ...rooms }: Table, { token }: Laid): Promise<void> {
  const { sha256 } = await house.openSigning(VISITOR, { token })
  await house.sendSigningCode(VISITOR, { token })
  const code = codeIn((await newestLetter({ house, ...rooms }, MAIL)).body)
  await house.signPaper(VISITOR, { token, code, name: 'Jon Arvid', consent: true, sha256 })
}

eachHouse('every step of a paper', (open) => {
  const print = openPrintingRoom()
  after(() => print.close())

  const atTable = async (): Promise<Table> => {
    const rooms = await open({ print })
    const deal = await agreedDeal(rooms, { minor: 2_000_000 })
    return { ...rooms, ...deal, sales: await rooms.member('sales'), rights: await rooms.member('rights') }
  }
  /** Whether a second person has to approve what is submitted from here on. */
  const approvals = async ({ house }: Table, needed: boolean) => {
    const settings = await house.viewSettings(SYSTEM)
    await house.changeSettings(SYSTEM, { settings: { papers: { ...settings.papers, approvalAbove: { currency: 'EUR', minor: needed ? 1 : 900_000_000 } } } }) // prettier-ignore
  }
  /** A paper that came to a state by its verbs. */
  async function laid(table: Table, state: PaperState, taken: Set<string>): Promise<Laid> {
    const { house, sales, dealId } = table
    const { id } = await house.draftPaper(sales, { dealId, kind: 'contract' })
    const now: Laid = { paper: await house.viewPaper(sales, { id }), token: '' }
    const go = async (work: () => Promise<unknown>) => {
      const before = now.paper.state
      await work()
      now.paper = await house.viewPaper(sales, { id })
      taken.add(`${before} ${now.paper.state}`)
    }
    const step = (verb: string) => go(() => VERBS[verb]!.work(table, now))
    await approvals(table, state === 'approving')
    if (state === 'void') await step('voidPaper')
    else if (state !== 'draft') await step('submitPaper')
    if (['out', 'countersigning', 'executed'].includes(state)) {
      await step('sendPaper')
      now.token = tokenIn((await newestLetter(table, MAIL)).body)
    }
    if (state === 'countersigning' || state === 'executed') await go(() => sign(table, now))
    if (state === 'executed') await step('countersignPaper')
    assert.equal(now.paper.state, state)
    return now
  }

  const taken = new Set<string>()
  for (const state of PAPER_STATES)
    test(`${state}: what follows is done by its verb, all else is wrong-state and changes nothing`, async () => {
      const refusing = await atTable()
      const still = await laid(refusing, state, taken)
      for (const [verb, { from, work }] of Object.entries(VERBS)) {
        const to = from[state]
        if (verb === 'declinePaper' && still.token === '') continue // nobody was asked to sign it
        if (to === undefined) {
          const thrown = await work(refusing, still).then(() => null, (error: unknown) => error) // prettier-ignore
          assert.ok(isHouseError(thrown) && thrown.code === 'wrong-state', `${verb} of a paper that is ${state}: ${String(thrown)}`) // prettier-ignore
          const { state: after, revision } = await refusing.house.viewPaper(refusing.sales, { id: still.paper.id })
          assert.deepEqual([after, revision], [state, still.paper.revision], verb)
          continue
        }
        const table = await atTable()
        const now = await laid(table, state, taken)
        await work(table, now)
        assert.equal((await table.house.viewPaper(table.sales, { id: now.paper.id })).state, to, verb)
        if (to !== state) taken.add(`${state} ${to}`)
      }
      const { rows } = await sql<{
        n: number
      }>`select count(*)::int as n from deal_entry x join rights_entry e on e.house_id = x.house_id and e.id = x.entry_id and e.kind = 'licence'
        where x.house_id = ${refusing.house.id}`.execute(refusing.database.db)
      assert.equal(rows[0]!.n, state === 'executed' ? 1 : 0, 'nothing that was refused wrote a licence')
    })

  test('those were all steps that there are', () => {
    const steps = PAPER.states.flatMap((from) => PAPER.steps[from].map((to) => `${from} ${to}`))
    assert.deepEqual([...taken].filter((step) => !/^(\S+) \1$/.test(step)).toSorted(), steps.toSorted())
  })
})
