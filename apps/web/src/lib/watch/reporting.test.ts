import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { reportOn } from './reporting.ts'
import type { Source } from './source.ts'
import type { Stage } from './stage.ts'

interface Told {
  page: string
  report: number
  before: number
  played: unknown[]
  left: boolean
}
type Answer = [status: number, text: string, written?: number | undefined]

/** A page of the player, in a browser that keeps what is given, and a house that answers; an answer of null is lost. */
function aPage(t: TestContext, kept: Map<string, string>, answerTo: (told: Told) => Answer | null | Promise<Answer>) {
  t.mock.timers.enable({ apis: ['setInterval'] })
  const told: Told[] = []
  t.mock.method(globalThis, 'fetch', async (_: string, { body }: { body: string }) => {
    const one = JSON.parse(body) as Told
    told.push(one)
    const answer = await answerTo(one)
    if (answer === null) throw new TypeError('lost')
    const [status, text, written] = answer
    return new Response(status === 204 ? null : text, { status, headers: written === undefined ? {} : { 'vitrine-written': String(written) } }) // prettier-ignore
  })
  const page = new EventTarget()
  const storage = new Proxy({ getItem: (key: string) => kept.get(key), setItem: (key: string, value: string) => kept.set(key, value), removeItem: (key: string) => kept.delete(key) }, { ownKeys: () => [...kept.keys()], getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }) }) // prettier-ignore
  const world = { addEventListener: page.addEventListener.bind(page), localStorage: storage, sessionStorage: storage }
  const before = Object.keys(world).map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const)
  for (const [name, value] of Object.entries(world)) Object.defineProperty(globalThis, name, { value, configurable: true, writable: true }) // prettier-ignore
  t.after(() => {
    for (const [name, was] of before)
      if (was === undefined) Reflect.deleteProperty(globalThis, name)
      else Object.defineProperty(globalThis, name, was)
    t.mock.reset()
  })
  const film = Object.assign(new EventTarget(), { paused: false, seeking: false, readyState: 4, currentTime: 0, playbackRate: 1 })
  const says: string[] = []
  const stage = {
    film,
    base: '/media/v/',
    words: { sleeping: 'asleep' },
    say: (text: string) => says.push(text),
    openedAt: '',
    from: 0,
    over: false,
  } as unknown as Stage
  const whys: string[] = []
  const source = { language: () => 'fra', subtitles: () => null } as unknown as Source
  const report = reportOn(stage, source, null, (why) => whys.push(why))
  const run = (...places: number[]): void => {
    for (const at of places) {
      film.currentTime = at
      film.dispatchEvent(new Event('timeupdate'))
    }
  }
  const stand = (name: string, at: number, other: Partial<typeof film> = {}): void => {
    Object.assign(film, { currentTime: at }, other)
    film.dispatchEvent(new Event(name))
  }
  return { told, whys, says, stage, report, run, stand, close: () => page.dispatchEvent(new Event('pagehide')) }
}
const ran = (from: number, to: number) => [from, to, 1, 'fra', null]
const stretches = (told: readonly Told[]): unknown[] => told.map(({ before, played }) => [before, ...played])

test('what ran is told until the house says that it is written, by reports that are numbered', async (t) => {
  const answers: (Answer | null)[] = [[204, ''], null, [410, 'left'], [204, ''], [204, '', 2_000], [204, '', 2_000]]
  const { told, whys, report, run } = aPage(t, new Map(), () => answers.shift()!)
  run(0, 1, 2)
  for (let n = 0; n < 4; n++) await report()
  run(3)
  await report()
  const all = [0, ran(0, 2_000)]
  assert.deepEqual(stretches(told), [[0], all, all, all, [0, ran(0, 2_000)], [2_000, ran(2_000, 3_000)]])
  assert.deepEqual(told.map((one) => one.report), [1, 2, 3, 4, 5, 6]) // prettier-ignore
  assert.equal(new Set(told.map(({ page }) => page)).size, 1)
  assert.deepEqual(whys, ['left'])
})

test('once a film is over nothing more is told of it, and an answer that comes late says nothing over why it ended', async (t) => {
  const late = Promise.withResolvers<Answer>()
  const { told, says, stage, report, run, close } = aPage(t, new Map(), ({ report: number }) =>
    number === 2 ? late.promise : [401, ''],
  )
  await new Promise((resolve) => setImmediate(resolve))
  assert.deepEqual(says, ['asleep'], 'whoever was away for long is told so')
  run(0, 1)
  const asked = report()
  stage.over = true
  late.resolve([401, ''])
  assert.equal(await asked, false)
  assert.deepEqual(says, ['asleep'], 'not over what says that it was taken back')
  assert.equal(await report(), false)
  t.mock.timers.tick(30_000)
  close()
  await new Promise((resolve) => setImmediate(resolve))
  assert.equal(told.length, 2)
})

test('a film is told from where it began to where it stopped, and not where it was moved to', async (t) => {
  const { told, report, run, stand } = aPage(t, new Map(), () => [204, ''])
  stand('playing', 0)
  run(0.25, 0.5)
  stand('pause', 0.7, { paused: true })
  stand('playing', 0.7, { paused: false })
  run(0.9)
  stand('seeking', 40, { seeking: true })
  stand('pause', 40, { paused: true })
  stand('seeked', 40, { seeking: false })
  stand('playing', 40, { paused: false })
  stand('ended', 41.5)
  await report()
  assert.deepEqual(told.at(-1)!.played, [ran(0, 700), ran(700, 900), ran(40_000, 41_500)]) // prettier-ignore
})

test('what a page had told when it was closed is told by the next, until it is written', async (t) => {
  const kept = new Map<string, string>()
  await t.test('closed', async (one) => {
    const { told, run, close } = aPage(one, kept, () => null)
    run(0, 1, 2)
    close()
    assert.deepEqual([told.at(-1)!.left, told.at(-1)!.played], [true, [ran(0, 2_000)]])
    await Promise.resolve()
  })
  await t.test('opened again', async (two) => {
    const house: { written?: number } = {}
    const { told, report } = aPage(two, kept, () => [204, '', house.written])
    while (told.length < 2) await new Promise((resolve) => setImmediate(resolve))
    assert.deepEqual(stretches(told), [[0], [0, ran(0, 2_000)]])
    assert.deepEqual([told[1]!.report, told[1]!.left], [0, false], 'of where the film stands it says nothing')
    assert.notEqual(told[0]!.page, told[1]!.page)
    assert.equal([...kept.keys()].filter((key) => key.startsWith('vitrine-ran')).length, 1)
    house.written = 2_000
    two.mock.timers.tick(10_000)
    while (told.length < 4) await new Promise((resolve) => setImmediate(resolve))
    await report()
    assert.equal([...kept.keys()].filter((key) => key.startsWith('vitrine-ran')).length, 0)
    two.mock.timers.tick(10_000)
    await new Promise((resolve) => setImmediate(resolve))
    assert.equal(told.filter(({ report: number }) => number === 0).length, 2, 'and no more')
  })
})
