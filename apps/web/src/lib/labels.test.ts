/** A label and what it is about are joined by the colon of their language: no page sets a bare one behind words of the house. */
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parse } from 'svelte/compiler'

const SOURCE = join(import.meta.dirname, '..')
const BARE = /^:(?=\s|$)/
/** What a program reads: a key, and no label. */
const NO_LABEL = new Set(['data-key'])

type Node = Record<string, unknown>
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Where a text of a page begins with a colon behind an expression or an element: `{words.film}: `, `${words.film}: `. */
function bareColons(page: string): number[] {
  const found: number[] = []
  const look = (value: unknown): void => {
    if (Array.isArray(value))
      for (const [n, one] of (value as unknown[]).entries()) {
        const before: unknown = value[n - 1]
        if (isNode(one) && one['type'] === 'Text' && isNode(before) && before['type'] !== 'Comment' && BARE.test(String(one['data'])))
          found.push(Number(one['start']))
        look(one)
      } // prettier-ignore
    if (!isNode(value) || value['type'] === 'StyleSheet') return
    if (value['type'] === 'Attribute' && NO_LABEL.has(String(value['name']))) return
    if (value['type'] === 'TemplateLiteral')
      for (const quasi of (value['quasis'] as { value: { cooked: string }; start: number }[]).slice(1))
        if (/^:\s/.test(quasi.value.cooked)) found.push(quasi.start)
    for (const inner of Object.values(value)) look(inner)
  }
  const { fragment, instance, module } = parse(page, { modern: true })
  for (const part of [fragment, instance, module]) look(part)
  return found
}

test('a bare colon behind a label is found', () => {
  assert.equal(bareColons('<p>{w.film}: {name}</p>').length, 1)
  assert.equal(bareColons('<p aria-label="{w.film}: {name}"><b>{w.film}</b>: {name}</p>').length, 2)
  assert.equal(bareColons('<script>const said = `${w.film}: ${name}`</script>').length, 1)
  assert.equal(bareColons('<p data-key="{a}:{b}">{w.film}{colon(locale)} {name} {`${a}:${b}`}</p>').length, 0)
})

test('no page sets a bare colon behind a label', () => {
  const pages = globSync('**/*.svelte', { cwd: SOURCE })
  const bare = pages.flatMap((path) => {
    const page = readFileSync(join(SOURCE, path), 'utf8')
    return bareColons(page).map((at) => `${path}: ${page.slice(Math.max(0, at - 40), at + 10)}`)
  })
  assert.deepEqual(bare, [])
  assert.ok(pages.length > 150, `${pages.length} pages`)
})
