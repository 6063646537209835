/** Runs the examples that documentation gives, and compares what comes out with what they say comes out. */
import { strict as assert } from 'node:assert'
import { stripTypeScriptTypes } from 'node:module'

export interface Example {
  /** Where it stands. */
  readonly place: string
  readonly lines: readonly string[]
}
export type Scope = Readonly<Record<string, unknown>>

/** The `@example`s of a file's docstrings. */
export function examplesOfDocstrings(path: string, source: string): Example[] {
  return [...source.matchAll(/\/\*\*[\s\S]*?\*\//g)].flatMap(({ 0: comment, index }) => {
    const [, example] = /@example([\s\S]*?)(?=\n\s*\* @|\*\/)/.exec(comment) ?? []
    if (example === undefined) return []
    const lines = example.split('\n').map((line) => line.replace(/^\s*\* ?/, '').trim())
    return [{ place: `${path}:${source.slice(0, index).split('\n').length}`, lines: lines.filter((line) => line !== '') }]
  })
}

/** The TypeScript of a page, as one example: later blocks build on earlier ones. */
export function exampleOfPage(place: string, markdown: string): Example {
  const blocks = [...markdown.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(({ 1: code }) => code!)
  return { place, lines: blocks.join('\n').split('\n').filter((line) => line.trim() !== '') } // prettier-ignore
}

/**
 * Runs an example. A line is a statement, or a value with what it should be behind it as a comment: an expression, which a colon
 * and words may follow. `'…'` stands for any text. Gives the number of values that were compared.
 */
export function runExample({ place, lines }: Example, scope: Scope): number {
  const names = Object.keys(scope)
  const body: string[] = []
  const expected: { code: string; said: string }[] = []
  for (const line of lines) {
    const [, code, said] = /^(.*?)\s*(?:(?<=^|\s)\/\/ (.*))?$/.exec(line)!
    if (code === '') continue
    if (said === undefined) {
      body.push(code!)
      continue
    }
    body.push(`compare(${expected.length}, (${code}))`)
    expected.push({ code: code!, said })
  }
  const compare = (at: number, value: unknown): void => {
    const { code, said } = expected[at]!
    assert.deepEqual(blanked(value, valueOf(said, scope, place)), valueOf(said, scope, place), `${place}: ${code}`)
  }
  evaluate(body.join('\n'), [...names, 'compare'], [...Object.values(scope), compare])
  return expected.length
}

/** What a comment says comes out: its longest beginning, up to a colon, that is an expression. */
function valueOf(said: string, scope: Scope, place: string): unknown {
  const ends = [said.length, ...[...said.matchAll(/: /g)].map(({ index }) => index).toReversed()]
  for (const end of ends) {
    try {
      return evaluate(`return (${said.slice(0, end)})`, Object.keys(scope), Object.values(scope))
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
    }
  }
  return assert.fail(`${place}: “${said}” is no value`)
}

function evaluate(body: string, names: readonly string[], values: readonly unknown[]): unknown {
  const code = stripTypeScriptTypes(`(function (${names.join(', ')}) {{\n${body}\n}})`)
  // oxlint-disable-next-line no-eval -- the project's own documentation, in a test
  return ((0, eval)(code) as (...given: unknown[]) => unknown)(...values)
}

/** The value with `'…'` wherever that is expected of a text. */
function blanked(value: unknown, expected: unknown): unknown {
  if (expected === '…' && typeof value === 'string') return '…'
  if (Array.isArray(value) && Array.isArray(expected)) return value.map((one, at) => blanked(one, expected[at]))
  if (value === null || typeof value !== 'object' || expected === null || typeof expected !== 'object') return value
  if (Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, blanked(one, (expected as Scope)[key])]))
}
