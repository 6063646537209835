/** The whole book as it was recorded: what was answered at a moment is answered of that moment ever after. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { randomFrom } from '@vitrine/rights/testing/random-book'
import { SYSTEM } from '../../actors.ts'
import type { AsOf, EntryView, RightsQuestion } from '../../contract/rights.ts'
import { HouseError } from '../../errors.ts'
import { aSheet, eachHouse } from '../../testing/house-for-tests.ts'

const locale = 'en'
const grant = { kind: 'grant', exclusive: true, territory: 'World', media: 'all', from: '2020-01-01' }
const questions: RightsQuestion[] = [
  { territory: 'Europe', media: 'svod, free-tv', from: '2027-01-01', to: '2029-12-31', exclusive: true },
  { territory: 'France, Poland', media: 'svod', from: '2027-06-01', to: '2028-05-31', exclusive: false },
]

eachHouse('the book as it was recorded', (open) => {
  test('of every moment, the answers are those that were given then: of the catalogue, of a film, for a program', async () => {
    const { house, member } = await open()
    const rights = await member('rights')
    const titles: string[] = []
    for (const name of ['Salt', 'Ash', 'Reed', 'Fog']) titles.push((await house.createTitle(SYSTEM, { sheet: aSheet(name) })).id)
    const random = randomFrom(17)
    const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!

    const answers = async (asOf?: AsOf) => {
      const found = []
      for (const question of questions) {
        const { rows } = await house.askAvailabilities(rights, { question, locale, ...(asOf && { asOf }) })
        found.push(rows.map(({ card, answer, share, soonestFree }) => [card.id, answer, share, soonestFree]))
      }
      const [titleId, question] = [titles[0]!, questions[1]!]
      found.push((await house.answerAvailabilities(rights, { question, ...asOf })).titles)
      const { regions, entries } = await house.viewAvailability(rights, { titleId, question, locale, ...(asOf && { asOf }) })
      return [...found, regions, Object.keys(entries).sort()]
    }

    const kept: { recordedAt: string; said: unknown }[] = []
    const live: EntryView[] = []
    const keep = async (entry: EntryView) => kept.push({ recordedAt: entry.history.at(-1)!.at, said: await answers() })
    for (const titleId of titles.slice(0, 3)) await keep(await house.enterEntry(rights, { titleId, entry: grant, locale }))
    const terms = (kind = one(['licence', 'licence', 'holdback', 'option'])) => ({
      kind,
      territory: one(['France', 'Poland', 'Benelux', 'Europe']),
      media: one(['svod', 'free-tv', 'tv']),
      from: one(['2027-01-01', '2027-07-01']),
      to: one(['2028-06-30', '2029-12-31', '2030-12-31']),
      ...(kind === 'option' && { expires: '2099-12-31' }),
      ...(kind === 'licence' && { exclusive: random() < 0.5, runs: 1, catchUpDays: 7 }),
    })
    for (let step = 0; step < 24; step++) {
      const at = live.findIndex(() => random() < 0.3)
      const entry = live[at]
      try {
        if (entry === undefined || random() < 0.4) {
          const written = await house.enterEntry(rights, { titleId: one(titles), entry: terms(), acceptWarnings: true, locale })
          live.push(written)
          await keep(written)
          continue
        }
        const same = { id: entry.id, baseVersion: entry.version, acceptWarnings: true, locale } as const
        const effective = one([null, '2027-10-01', '2028-02-29'])
        const act = entry.kind === 'licence' ? one(['amend', 'end', 'date'] as const) : one(['amend', 'end'] as const)
        const next =
          act === 'amend'
            ? await house.amendEntry(rights, { ...same, entry: terms(entry.kind), effective })
            : act === 'end'
              ? await house.terminateEntry(rights, { ...same, lastDay: effective })
              : await house.dateEntry(rights, { ...same, broadcast: one(['2027-09-01', '2028-01-15']) })
        live.splice(at, 1, ...(next.status === 'signed' ? [next] : []))
        await keep(next)
      } catch (thrown) {
        if (
          !(thrown instanceof HouseError) ||
          (thrown.code === 'invalid-input' && !JSON.stringify(thrown.details).includes('runs are used'))
        )
          throw thrown // the book refused it: so be it
      }
    }
    assert.ok(kept.length > 12, `${kept.length} moments`)
    assert.ok(new Set(kept.map(({ said }) => JSON.stringify(said))).size > 10, 'they differ')
    for (const { recordedAt, said } of [...kept, ...kept.toReversed().filter((_, at) => at % 4 === 0)]) {
      assert.deepEqual(await answers({ recordedAt }), said, recordedAt)
      if (random() < 0.1) await house.enterEntry(rights, { titleId: titles[3]!, entry: grant, acceptWarnings: true, locale }) // what is written since does not show
    }
    const before = await house.askAvailabilities(rights, { question: questions[0]!, locale, asOf: { recordedAt: '2020-01-01T00:00:00Z' } }) // prettier-ignore
    assert.deepEqual([before.counts, before.asOf], [{ full: 0, partial: 0, none: 4 }, 0])
    assert.deepEqual(await answers({ recordedAt: '2199-01-01T00:00:00Z' }), await answers(), 'a moment to come is now')
  })

  test('on another day of asking an option has lapsed, and what was before it is over', async () => {
    const { house, member } = await open()
    const sales = await member('rights')
    const { id: titleId } = await house.createTitle(SYSTEM, { sheet: aSheet('Salt') })
    await house.enterEntry(sales, { titleId, entry: grant, locale })
    await house.enterEntry(sales, { titleId, entry: { ...grant, kind: 'option', territory: 'Europe', expires: '2026-12-15' }, acceptWarnings: true, locale }) // prettier-ignore
    const on = async (today: string) => {
      const { rows, today: said } = await house.askAvailabilities(sales, { question: questions[0]!, locale, asOf: { today } })
      assert.equal(said, today)
      return rows[0]!.answer
    }
    assert.deepEqual([await on('2026-12-15'), await on('2026-12-16'), await on('2030-01-01')], ['none', 'full', 'none'])
    await assert.rejects(on('2026-02-30'), { code: 'invalid-input' })
  })
})
