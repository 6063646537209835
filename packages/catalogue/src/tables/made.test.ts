import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { test } from 'node:test'

const packages = new URL('../../../', import.meta.url)

test('what is worked out when the program is gathered is plain data, and the same whenever it is asked for', async () => {
  const files = globSync('*/src/**/*.made.ts', { cwd: packages })
  assert.ok(files.length >= 4)
  for (const file of files) {
    const made = (await import(new URL(file, packages).href)) as Record<string, unknown>
    for (const [name, answer] of Object.entries(made)) {
      assert.ok(typeof answer === 'function' && answer.length === 0, `${file}: ${name} takes no argument`)
      const told: unknown = answer()
      assert.deepEqual(JSON.parse(JSON.stringify(told)), told, `${file}: ${name}`)
      assert.deepEqual(answer(), told, `${file}: ${name}`)
    }
  }
})
