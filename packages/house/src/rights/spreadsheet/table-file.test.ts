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
    await assert.rejects(pagedFile('tasks', head, endless(), { format, locale: 'en', mostBytes: 200_000 }), {
      code: 'limit-reached',
      details: { limit: 200_000, of: 'bytes' },
    })
    assert.ok(page < 100, `${page}`)
  }
})

test('a file that goes somewhere goes there as it is made, a page and no more ahead, and none of it is in the answer', async () => {
  for (const format of ['csv', 'xlsx'] as const) {
    let [asked, length] = [0, 0]
    async function* pages() {
      for (; asked < 200; asked += 1) yield Array.from({ length: 500 }, (_, at) => [`${asked}.${at} ${Math.random()}`])
    }
    const made = await pagedFile('tasks', head, pages(), {
      format,
      locale: 'en',
      into: async (pieces) => {
        let first = true
        for await (const piece of pieces) {
          length += piece.length
          if (piece.length > 1_000 && first) {
            assert.ok(asked < 20, `${asked} pages were read before the first piece went`)
            first = false
          }
        }
      },
    })
    assert.deepEqual([made.rows, made.bytes.length, made.fileName], [100_000, 0, `tasks.${format}`])
    assert.ok(length > 500_000)
  }
})
