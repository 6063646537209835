/** The house's clauses: checked when they are saved, every version kept, and each paper keeps the version it was made with. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { EXAMPLE_CLAUSES } from '@vitrine/deals/clauses/example-clauses'
import type { ClauseTerms } from '@vitrine/deals/clauses/clause'
import { readSchedule, meaningOf } from '@vitrine/deals/schedule/read-schedule'
import { readTerms } from '@vitrine/rights/book/read-book'
import { openPrintingRoom } from '@vitrine/press/printing-room'
import { SYSTEM } from '../../actors.ts'
import type { HouseError } from '../../errors.ts'
import { agreedDeal, LICENCE } from '../../testing/agreed-deal.ts'
import { eachHouse } from '../../testing/house-for-tests.ts'

eachHouse('clauses', (open) => {
  const print = openPrintingRoom()
  after(() => print.close())
  const words = (heading: string, text: string) => ({ heading, text })
  const terms = (text: string, fr = text): ClauseTerms => ({ kinds: ['contract'], when: 'always', place: 5, en: words('Own', text), fr: words('Propre', fr) }) // prettier-ignore

  test('an unknown or malformed variable is refused with its place', async () => {
    const { house, member } = await open()
    const rights = await member('rights')
    const refused = (await house.saveClause(rights, { terms: terms('{{byuer}} pays', '{{buyer} paie') }).catch((thrown: unknown) => thrown)) as HouseError // prettier-ignore
    assert.equal(refused.code, 'invalid-input')
    assert.deepEqual((refused.details['issues'] as { path: string; message: string }[]).map(({ path, message }) => [path, message]), [['en.text', 'unknown-variable at 0: {{byuer}}'], ['fr.text', 'malformed at 0: {{']]) // prettier-ignore
    assert.ok(
      (await house.listClauses(rights)).every(({ id }) => id === null),
      'nothing was saved',
    )
    const judged = await house.checkClause(rights, { en: '{{buyer}} pays {{price}}.', fr: '{{prix}}' })
    assert.deepEqual(judged.preview.en, ['Kanal Nord pays €12,500.00.'])
    assert.deepEqual(judged.faults.fr.map(({ suggestion }) => suggestion), ['price']) // prettier-ignore
    await assert.rejects(house.saveClause(await member('sales'), { terms: terms('x') }), { code: 'not-allowed' })
  })

  test('the first clause that is saved takes the rest of the example in; versions are kept, and a paper keeps its own', async () => {
    const rooms = await open({ print })
    const { house } = rooms
    const rights = await rooms.member('rights')
    const { dealId } = await agreedDeal(rooms)
    const first = await house.draftPaper(rights, { dealId, kind: 'contract' })
    assert.equal(first.content.example, true)
    const saved = await house.saveClause(rights, { terms: terms('{{buyer}} is glad.') })
    assert.equal((await house.listClauses(rights)).length, EXAMPLE_CLAUSES.length + 1)
    const again = await house.redraftPaper(rights, { id: first.id, baseRevision: first.revision })
    assert.deepEqual([again.version, again.content.example, again.content.clauses[0]!.heading], [2, false, 'Own'])
    const changed = await house.saveClause(rights, { id: saved.id, baseVersion: 1, terms: terms('{{buyer}} is very glad.') })
    assert.equal(changed.version, 2)
    await assert.rejects(house.saveClause(rights, { id: saved.id, baseVersion: 1, terms: terms('x') }), { code: 'revision-changed' }) // prettier-ignore
    assert.deepEqual((await house.viewClause(rights, { id: saved.id! })).map(({ version }) => version), [2, 1]) // prettier-ignore
    assert.equal((await house.viewPaper(rights, { id: first.id })).content.clauses[0]!.version, 1)
    await house.retireClause(rights, { id: saved.id!, baseVersion: 2 })
    const third = await house.redraftPaper(rights, { id: first.id, baseRevision: again.revision })
    assert.notEqual(third.content.clauses[0]!.heading, 'Own')
    assert.equal((await house.verifyPaper(rights, { id: first.id })).files.length, 3)
  })

  test('a clause of the example is changed in its place, and is not there twice', async () => {
    const { house, member } = await open()
    const rights = await member('rights')
    const [, second] = EXAMPLE_CLAUSES
    await house.saveClause(rights, { id: null, terms: { ...second!, en: words('Ours', 'Our own words.') } })
    const all = await house.listClauses(rights)
    assert.equal(all.length, EXAMPLE_CLAUSES.length)
    assert.equal(all[1]!.terms.en.heading, 'Ours')
  })

  test('a paper says the offer, word by word, and its schedule is read back to the boxes that are signed', async () => {
    const rooms = await open({ print })
    const { house } = rooms
    const { dealId } = await agreedDeal(rooms)
    for (const locale of ['en', 'fr'] as const) {
      const { content } = await house.draftPaper(SYSTEM, { dealId, kind: 'contract', draft: { locale, paper: 'letter', buyerSignatory: 'Jon Arvid', own: [{ heading: 'Besides', text: '{{buyer}} brings *cake* for {{price}}.' }] } }) // prettier-ignore
      assert.deepEqual(readSchedule(content.films[0]!.schedule, locale), meaningOf(readTerms(LICENCE, 'x')))
      assert.deepEqual(content.payments.length, 2)
      assert.ok(
        content.prices.total.amount.includes(locale === 'en' ? '12,500.00' : '12\u202f500,00'),
        content.prices.total.amount,
      )
      const own = content.clauses.at(-1)!
      assert.deepEqual([own.id, own.version, own.heading], [null, null, 'Besides'])
      assert.match((own.paragraphs[0] as { text: string }).text, /^Kanal Nord brings \*cake\* for /)
    }
  })

  test('a redline names what changed and nothing else', async () => {
    const rooms = await open({ print })
    const { house } = rooms
    const rights = await rooms.member('rights')
    const { dealId } = await agreedDeal(rooms)
    const paper = await house.draftPaper(rights, { dealId, kind: 'contract' })
    assert.deepEqual((await house.redlinePaper(rights, { id: paper.id })).sections, [])
    const own = [{ heading: 'Besides', text: 'Cake.' }]
    const second = await house.redraftPaper(rights, { id: paper.id, baseRevision: paper.revision, draft: { own } })
    const added = await house.redlinePaper(rights, { id: paper.id })
    assert.deepEqual(added.sections.map(({ heading, parts }) => [heading, parts.map(({ kind }) => kind)]), [['Besides', ['ins']]]) // prettier-ignore
    assert.match(added.before, /version 1/)
    await house.redraftPaper(rights, { id: paper.id, baseRevision: second.revision, draft: { own: [{ heading: 'Besides', text: 'Good cake.' }] } }) // prettier-ignore
    const changed = await house.redlinePaper(rights, { id: paper.id })
    assert.deepEqual(changed.sections.map(({ parts }) => parts.filter(({ kind }) => kind !== 'same').map(({ text }) => text.trim())), [['Cake', 'Good cake']]) // prettier-ignore
    const { bytes } = await house.printRedline(rights, { id: paper.id })
    assert.equal(Buffer.from(bytes.subarray(0, 5)).toString(), '%PDF-')
  })
})
