import assert from 'node:assert/strict'
import { test } from 'node:test'
import { traceWords } from '@vitrine/messages/screening-trace'
import { LIMITS, reportOf } from './report.ts'
import { STORIES } from './statistics/decoders.ts'
import type { Verdict } from './statistics/verdict.ts'

const nobody: Verdict = { verdict: 'nobody', because: 'nothing read', named: [], nearest: [], candidates: 3, segments: 0, promised: 1e-3, stories: 8, draws: 0 } // prettier-ignore
const nothing = {
  readings: [],
  placed: null,
  transform: null,
  area: { left: 0, top: 0, right: 1, bottom: 1 },
  alike: 0,
  pictures: 0,
  strange: 0,
}
const asked = { at: '2026-03-01T10:00:00.000Z', reel: 'r', lengths: [2, 2, 1.2], files: [], custody: [] }

test('a clip that was not found makes a report that says so, and nothing else', () => {
  const report = reportOf({ read: nothing, verdict: nobody }, asked)
  assert.deepEqual([report.clip.found, report.segments, report.limits], ['not in time', [], ['nobody clears nobody', 'short']])
})

test('each segment stands with its place in the film, and with its variant only where that is clear', () => {
  const readings = [{ index: 1, level: -0.5, deviation: 0.1 }, { index: 2, level: 0.1, deviation: 0.1 }] // prettier-ignore
  const { segments } = reportOf({ read: { ...nothing, readings }, verdict: nobody }, asked)
  assert.deepEqual(segments.map(({ from, to, variant }) => [from, to, variant]), [[2, 4, 'a'], [4, 5.2, null]]) // prettier-ignore
})

test('every story and every limit has its words, in both languages', () => {
  for (const words of [traceWords.en, traceWords.fr]) {
    for (const { name } of STORIES) assert.ok(`story.${name}` in words, name)
    for (const limit of LIMITS) assert.ok(`limit.${limit}` in words, limit)
  }
})

test('a probability is told as one in so many, never smaller than it is', () => {
  assert.match(traceWords.en.bound(2.4e-7), /once in 4,000,000 traces/)
  assert.match(traceWords.en.bound(1e-30), /10¹²/)
})
