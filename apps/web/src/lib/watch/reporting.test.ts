import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reportOn } from './reporting.ts'
import type { Source } from './source.ts'
import type { Stage } from './stage.ts'

test('what ran is told again when a page that was taken for closed goes on, and not where the house has heard it', async (t) => {
  t.mock.timers.enable({ apis: ['setInterval'] })
  const answers: [number, string][] = [[410, 'left'], [410, 'country'], [204, '']] // prettier-ignore
  const told: unknown[] = []
  t.mock.method(globalThis, 'fetch', (_: string, { body }: { body: string }) => {
    const { played } = JSON.parse(body) as { played: unknown[] }
    told.push(played)
    const [status, text] = played.length === 0 && told.length === 1 ? [204, ''] as const : answers.shift()! // prettier-ignore
    return Promise.resolve(new Response(status === 204 ? null : text, { status }))
  })
  Object.assign(globalThis, { addEventListener: () => {} }) // the page is never left
  t.after(() => Reflect.deleteProperty(globalThis, 'addEventListener'))
  const film = Object.assign(new EventTarget(), { paused: false, seeking: false, readyState: 4, currentTime: 0, playbackRate: 1 })
  const stage = { film, base: '/media/v/', words: {}, say: () => {}, openedAt: '', from: 0, over: false } as unknown as Stage
  const whys: string[] = []
  const report = reportOn(stage, { language: () => 'fra', subtitles: () => null } as unknown as Source, null, (why) =>
    whys.push(why),
  )
  for (const at of [0, 1, 2]) {
    film.currentTime = at
    film.dispatchEvent(new Event('timeupdate'))
  }
  const ran = [[0, 2_000, 1]]
  for (let n = 0; n < 3; n++) await report()
  assert.deepEqual(told, [[], ran, ran, []])
  assert.deepEqual(whys, ['left', 'country'])
})
