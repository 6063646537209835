import assert from 'node:assert/strict'
import { test } from 'node:test'
import { HouseError, SYSTEM } from '@vitrine/house'
import { Hono } from 'hono'
import type { ApiEnv } from './define.ts'
import { importAnswer } from './import.ts'

async function importThatFailsWith(error: Error): Promise<{ lines: Record<string, { code: string }>[]; noted: unknown[] }> {
  const noted: unknown[] = []
  const app = new Hono<ApiEnv>()
  app.post('/import', (context) => {
    context.set('locale', 'en')
    context.set('fault', (fault) => noted.push(fault))
    const house = { importSheets: () => Promise.reject(error) } as never
    return importAnswer({
      house,
      actor: SYSTEM,
      locale: 'en',
      params: {},
      query: { publish: 'false', update: 'false' },
      body: undefined,
      context,
    })
  })
  const answer = await app.request('/import', { method: 'POST' })
  const text = await answer.text()
  return { lines: text.split('\n').filter(Boolean).map((line) => JSON.parse(line)), noted } // prettier-ignore
}

test('an import that breaks says so as its last line, and a mistake of ours is written down', async () => {
  const torn = new Error('torn')
  const broken = await importThatFailsWith(torn)
  assert.equal(broken.lines.at(-1)?.['problem']?.code, 'internal')
  assert.deepEqual(broken.noted, [torn])
  assert.ok(!JSON.stringify(broken.lines).includes('torn'))
  const full = await importThatFailsWith(new HouseError('disk-full'))
  assert.deepEqual([full.lines.at(-1)?.['problem']?.code, full.noted], ['disk-full', []])
})
