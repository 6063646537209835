import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { test } from 'node:test'

test('the package loads none of its heavy readers until they are needed, and its threads end with the program', () => {
  const script = `
    import { registerHooks } from 'node:module'
    const seen = []
    registerHooks({ resolve(name, context, next) { seen.push(name); return next(name, context) } })
    const { documentText } = await import('@vitrine/exchange')
    const { text } = await documentText(new TextEncoder().encode('The Salt Road'))
    const light = seen.filter((name) => /unpdf|hucre|htmlparser2|worker_threads/.test(name))
    await documentText(new TextEncoder().encode('The Salt Road '.repeat(50_000)))
    console.log(JSON.stringify({ text, light, apart: seen.includes('node:worker_threads') }))`
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: import.meta.dirname,
    encoding: 'utf8',
    timeout: 60_000,
  })
  assert.deepEqual(JSON.parse(output), { text: 'The Salt Road', light: [], apart: true })
})
