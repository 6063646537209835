import assert from 'node:assert/strict'
import { test } from 'node:test'
import { randomFrom } from '../testing/random.ts'
import { lengthOf, type Stretch } from './intervals.ts'
import { notYetTold, ranUntil, type PageReport, type PageTold, speaksLast, withTold } from './told.ts'

const random = randomFrom(20_26)
type Sent = PageReport<Stretch> & { place: number }

test('of what ran until now, what had run a while ago', () => {
  const ran = [{ from: 0, to: 6_000, speed: 1 }, { from: 20_000, to: 24_000, speed: 2 }] // prettier-ignore
  assert.deepEqual(ranUntil(ran, 0), ran)
  assert.deepEqual(ranUntil(ran, 500), [ran[0], { from: 20_000, to: 23_000, speed: 2 }])
  assert.deepEqual(ranUntil(ran, 2_000), [ran[0]])
  assert.deepEqual(ranUntil(ran, 5_000), [{ from: 0, to: 3_000, speed: 1 }])
  assert.deepEqual(ranUntil(ran, 60_000), [])
  assert.deepEqual(
    ranUntil([...ran, { from: 0, to: 9_000, speed: 0 }], 8_000),
    [],
    'what claims to have stood still hides nothing',
  )
})

/** The naive model of what ran: every millisecond of film in the order in which it ran. */
const each = (stretches: readonly Stretch[]): number[] => stretches.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)) // prettier-ignore
/** What of it comes after so much. */
function after(stretches: readonly Stretch[], much: number): Stretch[] {
  const joined: Stretch[] = []
  for (const at of each(stretches).slice(much)) {
    const last = joined.at(-1)
    if (last?.to === at) last.to += 1
    else joined.push({ from: at, to: at + 1 })
  }
  return joined
}

test('whatever is lost, comes twice, comes late or dies with a server: what ran on a page is written once, all of it', () => {
  for (let n = 0; n < 400; n++) {
    const ran: Stretch[] = []
    let [acknowledged, number, clock] = [0, 0, 0]
    const line: Sent[] = []
    /** Of each server, what it heard last and has not written. */
    const servers: (Sent | null)[] = [null, null]
    const written = { pages: [] as PageTold[], ran: [] as Stretch[], place: -1, report: 0 }
    const told = (): number => written.pages[0]?.told ?? 0
    const send = (): Sent => ({ page: 'p', report: (number += 1), before: acknowledged, played: after(ran, acknowledged), at: String(clock), place: number }) // prettier-ignore
    const hear = (server: number, one: Sent): void => {
      if ((servers[server]?.report ?? 0) < one.report) servers[server] = { ...one, at: new Date(clock).toISOString() }
    }
    const write = (server: number): void => {
      const one = servers[server]
      servers[server] = null
      if (one === null || one === undefined) return
      written.ran.push(...notYetTold(one, told()))
      if (speaksLast(written.pages, one)) Object.assign(written, { place: one.place, report: one.report })
      assert.ok(written.report >= one.report, 'an older report never overrides a newer one')
      written.pages = withTold(written.pages, one)
    }
    for (let step = 0; step < 60; step++) {
      clock += random.whole(4)
      const server = random.whole(2)
      const at = random.whole(line.length)
      ;[
        () => { const from = random.whole(40); ran.push({ from, to: from + 1 + random.whole(20) }) }, // it runs
        () => void line.push(send()),
        () => line[at] !== undefined && hear(server, line[at]), // and again, if it is heard again
        () => line[at] !== undefined && void line.splice(at, 1), // lost, or heard for the last time
        () => write(server),
        () => { servers[server] = null }, // killed
        () => { acknowledged = Math.max(acknowledged, random.next() < 0.5 ? told() : acknowledged) }, // an answer, or a lost one
      ][random.whole(7)]!() // prettier-ignore
      assert.deepEqual(each(written.ran), each(ran).slice(0, told()), 'nothing twice, nothing left out')
      assert.ok(acknowledged <= told(), 'what is acknowledged is written')
    }
    hear(0, send())
    write(0)
    assert.deepEqual(each(written.ran), each(ran))
    assert.equal(written.place, number)
    assert.equal(told(), lengthOf(ran))
  }
})

test('of several pages the one that was heard last says where the film stands; one that tells what ran alone never does', () => {
  const at = (second: number): string => new Date(second * 1000).toISOString()
  const report = (page: string, number: number, second: number) => ({
    page,
    report: number,
    before: 0,
    played: [],
    at: at(second),
  })
  let pages = withTold([], report('one', 3, 10))
  assert.deepEqual([speaksLast(pages, report('one', 2, 12)), speaksLast(pages, report('one', 4, 9))], [false, true])
  assert.deepEqual([speaksLast(pages, report('two', 1, 9)), speaksLast(pages, report('two', 1, 11)), speaksLast(pages, report('two', 0, 11))], [false, true, false]) // prettier-ignore
  pages = withTold(pages, report('two', 1, 11))
  pages = withTold(pages, report('one', 2, 30))
  assert.deepEqual(
    pages.map(({ page, report: number, at: when }) => [page, number, when]),
    [['two', 1, at(11)], ['one', 3, at(10)]], // prettier-ignore
  )
  for (let n = 0; n < 40; n++) pages = withTold(pages, report(`page ${n}`, 1, 100 + n))
  assert.deepEqual(
    [pages.length, pages.at(-1)!.page],
    [16, 'page 39'],
    'however many pages report, what is kept of them is small',
  )
})
