/** An amendment on paper: what it says it amends, its films in the order of the schedule, and its first version, which has none before it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RedlineInput } from '@vitrine/press/input'
import { sectionsOf } from '@vitrine/deals/papers/sections'
import { eachHouse } from '../../testing/house-for-tests.ts'
import { signDeal } from '../../testing/signed-deal.ts'

eachHouse('an amendment on paper', (open) => {
  test('names the deal that it amends and not itself, and has nothing to be compared with at first', async () => {
    const printed: RedlineInput[] = []
    const paper = async () => new Uint8Array([1])
    const at = await open({ print: { printPaper: paper, printRedline: async (input) => (printed.push(input), paper()) } })
    const owner = await at.member('owner')
    const { dealId, licences } = await signDeal(at, { lines: [{ title: 'Salt', minor: 40_00 }, { title: 'Ferry', minor: 60_00 }], payments: [{ share: 10_000, event: 'signature', days: 30, day: null }] }) // prettier-ignore
    const amend = async (minor: number) => {
      const { deal } = await at.house.viewMoney(owner, { dealId })
      await at.house.amendDeal(owner, { id: dealId, baseRevision: deal.revision, entryIds: [...licences], to: '2031-12-31', price: { minor }, effective: null, locale: 'en', acceptWarnings: true }) // prettier-ignore
    }
    await amend(120_00)
    for (const [locale, said] of [
      ['en', /their agreement D-\d+ of 22 November 2026 as follows/],
      ['fr', /leur accord D-\d+ du 22 novembre 2026 comme suit/],
    ] as const) {
      const drafted = await at.house.draftPaper(owner, { dealId, kind: 'amendment', draft: { locale } })
      const text = sectionsOf(drafted.content)
        .map((section) => section.text)
        .join('\n')
      assert.match(text.replaceAll('\u00a0', ' '), said)
      assert.match(text, locale === 'fr' ? /Prix\u00a0: 100,00/ : /Price: €100\.00/)
      assert.deepEqual(drafted.content.changes!.flatMap(({ films }) => films.map(({ title }) => title)), drafted.content.films.map(({ title }) => title)) // prettier-ignore
      if (locale === 'fr') continue
      await at.house.printRedline(owner, { id: drafted.id })
      assert.deepEqual([printed[0]!.isFirst, printed[0]!.sections], [true, []])
      assert.doesNotMatch(printed[0]!.title, /against/)
      await at.house.redraftPaper(owner, { id: drafted.id, baseRevision: drafted.revision })
      await at.house.printRedline(owner, { id: drafted.id })
      assert.equal(printed[1]!.isFirst, false)
      assert.match(printed[1]!.title, /version 2 against .*version 1$/)
    }
  })

  test('says which payments are added, and which stand in place of which', async () => {
    const at = await open({ print: { printPaper: async () => new Uint8Array([1]) } })
    const owner = await at.member('owner')
    const half = { share: 5_000, event: 'signature' as const, days: 30, day: null }
    const { dealId, licences } = await signDeal(at, { lines: [{ title: 'Salt', minor: 100_00 }], payments: [half, { ...half, event: 'delivery' }] }) // prettier-ignore
    const rows = async (price: { minor: number; payments?: { minor: number; event: 'day'; days: number; day: string }[] }) => {
      const { deal } = await at.house.viewMoney(owner, { dealId })
      await at.house.amendDeal(owner, { id: dealId, baseRevision: deal.revision, entryIds: [...licences], price, effective: null, locale: 'en', acceptWarnings: true }) // prettier-ignore
      const { content } = await at.house.draftPaper(owner, { dealId, kind: 'amendment', draft: { locale: 'en' } })
      return content.changes!.at(-1)!.price.filter(({ label }) => label === 'Payment').map(({ was, becomes }) => [was, becomes]) // prettier-ignore
    }
    assert.deepEqual(await rows({ minor: 120_00 }), [['–', '€20.00, on 22 December 2026']])
    assert.deepEqual(await rows({ minor: 120_00, payments: [{ minor: 120_00, event: 'day', days: 0, day: '2027-03-01' }] }), [
      ['€50.00, 30 days after signature', '–'],
      ['€50.00, 30 days after delivery', '–'],
      ['€20.00, on 22 December 2026', '–'],
      ['–', '€120.00, on 1 March 2027'],
    ])
  })
})
