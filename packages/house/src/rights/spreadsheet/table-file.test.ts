import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pagedFile } from './table-file.ts'

const head = { name: 'Tasks', columns: [{ heading: 'Task', width: 30 }] }

test('a file that grows too large is given up while it grows, not when it is whole', async () => {
  for (const format of ['csv', 'xlsx'] as const) {
    let page = 0
    async function* endless() {
      for (;;) {
        page += 1
        yield Array.from({ length: 500 }, (_, at) => [`${page}.${at} ${Math.random()}`])
      }
    }
    await assert.rejects(pagedFile('tasks', head, endless(), format, 'en', 200_000), {
      code: 'limit-reached',
      details: { limit: 200_000, of: 'bytes' },
    })
    assert.ok(page < 100, `${page}`)
  }
})
