/** No smaller change exists: on tiny books every change there is, and every two together, are put to the definition. */
import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import { type Line, meets, type Request } from '../book/line.ts'
import { CutSet } from '../box/cut-set.ts'
import type { Day } from '../days/day.ts'
import { LanguageSet } from '../languages/language-set.ts'
import type { Use } from '../languages/languages.ts'
import { mediaOf } from '../media/media-set.ts'
import { MEDIA } from '../media/tree.ts'
import { naiveCell } from '../naive/naive.ts'
import { below, CUTS, LAST, oneOf, type Random, randomFrom, randomLines, TODAY } from '../testing/random-book.ts'
import { TerritorySet } from '../territories/territory-set.ts'
import type { Change } from './change.ts'
import { COST, repairsOf } from './repairs.ts'

/** Nothing in these books begins or ends later. */
const FAR = LAST + 40

/** A request whose sides can be listed. */
interface Tiny {
  territories: string[]
  media: string[]
  languages: string[]
  cuts: string[]
  from: Day
  to: Day
  exclusive: boolean
}

function tinyRequest(random: Random): Tiny {
  const some = (list: readonly string[], most: number): string[] => {
    const count = 1 + below(random, most)
    return [...list].map((one) => ({ one, at: random() })).sort((a, b) => a.at - b.at).slice(0, count).map(({ one }) => one) // prettier-ignore
  }
  const from = TODAY + below(random, 20)
  return {
    territories: some(['FR', 'BE-fr', 'PL', 'CH-de'], 3),
    media: some(['svod', 'free-tv', 'catch-up'], 3),
    languages: some(['fr:dubbed', 'de:original', 'fr:subtitled'], 3),
    cuts: oneOf(random, [[...CUTS], ['52'], ['52', '90']]),
    from,
    to: from + below(random, 6),
    exclusive: random() < 0.7,
  }
}

const requestOf = (tiny: Tiny): Request => ({
  exclusive: tiny.exclusive,
  box: {
    territories: TerritorySet.of(tiny.territories),
    media: mediaOf(tiny.media),
    languages: LanguageSet.of(tiny.languages),
    cuts: tiny.cuts.length === CUTS.length ? CutSet.all : CutSet.of(tiny.cuts),
    from: tiny.from,
    to: tiny.to,
  },
})

/** The definition's word on a request, each cell asked once. */
function askedOnce(lines: readonly Line[]): (tiny: Tiny) => boolean {
  const known = new Map<string, ReturnType<typeof naiveCell>['status']>()
  return ({ territories, media, languages, cuts, from, to, exclusive }) =>
    territories.every((territory) =>
      media.every((code) =>
        languages.every((spoken) =>
          cuts.every((cut) => {
            for (let day = from; day <= to; day++) {
              const key = `${territory} ${code} ${spoken} ${cut} ${day}`
              let status = known.get(key)
              if (status === undefined) {
                const [language, use] = spoken.split(':') as [string, Use]
                const medium = MEDIA.findIndex((leaf) => leaf.code === code)
                known.set(key, (status = naiveCell(lines, { territory, medium, language, use, cut, day }, TODAY).status))
              }
              if (!meets(status, exclusive)) return false
            }
            return true
          }),
        ),
      ),
    )
}

interface Step {
  kind: Change['kind']
  to: Partial<Tiny>
}
const parts = (list: readonly string[]): string[][] =>
  Array.from({ length: 2 ** list.length - 2 }, (_, at) => list.filter((_one, bit) => ((at + 1) >>> bit) & 1))

/** Every single change there is. */
function steps(tiny: Tiny): Step[] {
  const found: Step[] = [
    ...parts(tiny.territories).map((territories): Step => ({ kind: 'drop-territories', to: { territories } })),
    ...parts(tiny.media).map((media): Step => ({ kind: 'drop-media', to: { media } })),
    ...parts(tiny.languages).map((languages): Step => ({ kind: 'drop-languages', to: { languages } })),
    ...CUTS.filter((cut) => tiny.cuts.join() !== cut).map((cut): Step => ({ kind: 'other-cut', to: { cuts: [cut] } })),
  ]
  if (tiny.exclusive) found.push({ kind: 'non-exclusive', to: { exclusive: false } })
  for (let from = tiny.from; from <= tiny.to; from++)
    for (let to = from; to <= tiny.to; to++)
      if (to - from < tiny.to - tiny.from) found.push({ kind: 'shorten-dates', to: { from, to } })
  for (let from = TODAY; from <= FAR; from++)
    if (from !== tiny.from) found.push({ kind: 'shift-dates', to: { from, to: from + tiny.to - tiny.from } })
  return found
}

const sizeOf = ({ territories, media, languages, cuts, from, to }: Tiny): number =>
  territories.length * media.length * languages.length * cuts.length * (to - from + 1)

function costOf(asked: Tiny, changed: Tiny, kinds: readonly Change['kind'][]): number {
  const whole = kinds.includes('other-cut') ? { ...asked, cuts: changed.cuts } : asked
  const shifted = kinds.includes('shift-dates') ? (Math.abs(changed.from - asked.from) / 365.25) * COST.yearShifted : 0
  return (
    1 - sizeOf(changed) / sizeOf(whole) + shifted +
    (kinds.includes('other-cut') ? COST.otherCut : 0) + (kinds.includes('non-exclusive') ? COST.nonExclusive : 0) +
    (kinds.length - 1) * COST.secondChange
  ) // prettier-ignore
}

const DATES: readonly Change['kind'][] = ['shift-dates', 'shorten-dates']
const nameOf = (kinds: readonly Change['kind'][]): string => [...kinds].sort().join(' + ')

/** By which changes a request can be mended, and at what cost at the least. */
function leastCosts(tiny: Tiny, isMet: (tiny: Tiny) => boolean): Map<string, number> {
  const least = new Map<string, number>()
  const note = (changed: Tiny, kinds: readonly Change['kind'][]) => {
    const [name, cost] = [nameOf(kinds), costOf(tiny, changed, kinds)]
    if (cost < (least.get(name) ?? Infinity) && isMet(changed)) least.set(name, cost)
  }
  const all = steps(tiny)
  for (const [at, one] of all.entries()) {
    note({ ...tiny, ...one.to }, [one.kind])
    for (const two of all.slice(at + 1))
      if (two.kind !== one.kind && !(DATES.includes(one.kind) && DATES.includes(two.kind)))
        note({ ...tiny, ...one.to, ...two.to }, [one.kind, two.kind])
  }
  return least
}

test('no change of one step or two is smaller than those that are proposed, nor is there any where none is', () => {
  const seen = new Map<string, number>()
  let mended = 0
  for (let seed = 1; seed <= 500; seed++) {
    const random = randomFrom(seed)
    const lines = randomLines(random)
    const tiny = tinyRequest(random)
    const isMet = askedOnce(lines)
    if (isMet(tiny)) continue
    const least = leastCosts(tiny, isMet)
    const repairs = repairsOf(requestOf(tiny), lines, CUTS, TODAY)
    const [first] = repairs
    const smallest = Math.min(...least.values())
    assert.equal(first === undefined, least.size === 0, `seed ${seed}: ${repairs.length} proposed, ${least.size} possible`)
    if (first === undefined) continue
    mended++
    const told = JSON.stringify({ tiny, least: [...least].sort((a, b) => a[1] - b[1]).slice(0, 3), first: { kinds: first.changes.map(({ kind }) => kind), cost: first.cost } }) // prettier-ignore
    assert.ok(Math.abs(first.cost - smallest) < 1e-9, `seed ${seed}: a smaller one exists: ${told}`)
    for (const { changes, cost } of repairs) {
      const name = nameOf(changes.map(({ kind }) => kind))
      seen.set(name, (seen.get(name) ?? 0) + 1)
      // of one kind there may be two, an earlier and a later window
      assert.ok(cost > (least.get(name) ?? Infinity) - 1e-9 && (changes.length === 1 || Math.abs(cost - least.get(name)!) < 1e-9), `seed ${seed}: ${name} at ${cost}, ${least.get(name)}`) // prettier-ignore
    }
  }
  assert.ok(mended > 150, `${mended} requests could be mended`)
  for (const pair of ['drop-languages + drop-media', 'drop-languages + drop-territories', 'drop-media + drop-territories', 'drop-territories + shift-dates', 'drop-media + shorten-dates', 'drop-languages + other-cut', 'non-exclusive + shift-dates'])
    assert.ok((seen.get(pair) ?? 0) > 0, `${pair} was never proposed: ${JSON.stringify([...seen])}`) // prettier-ignore
})
