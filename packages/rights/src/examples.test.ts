/** Every example that the package gives is run: those of README.md, and those that stand in docstrings. */
import { strict as assert } from 'node:assert'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { Columns } from './shelf/columns.ts'
import * as rights from './index.ts'
import { exampleOfPage, examplesOfDocstrings, runExample, type Scope } from './testing/examples.ts'
import { columnsOf } from './shelf/testing/columns-of.ts'

const source = import.meta.dirname
const read = (path: string): string => readFileSync(join(source, path), 'utf8')

/** What examples take as given: a film that is sold here and there, a question about it, and the columns of two such films. */
function given(): Scope {
  const { readBook, linesByTitle, parseTerritories, parseMedia, dayOf, LanguageSet, CutSet, repairsOf } = rights
  const today = dayOf('2026-11-25')!
  const book = readBook({
    titles: [{ id: 't1', name: 'Salt', cuts: ['52'] }],
    entries: [
      { id: 'e1', kind: 'grant', title: 't1', exclusive: true, territory: 'World', media: 'all', from: '2020-01-01' },
      { id: 'e2', kind: 'licence', title: 't1', exclusive: true, territory: 'Lithuania', media: 'svod', from: '2025-01-01', to: '2027-12-31' },
    ],
  }) // prettier-ignore
  const lines = linesByTitle(book).get('t1')!
  const box = {
    territories: parseTerritories('Poland, Baltics').set,
    media: parseMedia('svod'),
    languages: LanguageSet.all,
    cuts: CutSet.all,
    from: dayOf('2027-01-01')!,
    to: dayOf('2029-12-31')!,
  }
  const request = { box, exclusive: true }
  const repair = repairsOf(request, lines, ['52'], today).find(({ changes }) => changes[0]!.kind === 'drop-territories')
  return { today, lines, box, request, repair, columns: columnsOf([lines, lines.slice(0, 1)]), Columns }
}

const modules = globSync('**/*.ts', { cwd: source, exclude: (name) => /[.]test[.]ts$|(^|\/)testing(\/|$)/.test(String(name)) }).sort() // prettier-ignore
const loaded = new Map<string, Scope>()
for (const path of modules) loaded.set(path, (await import(join(source, path))) as Scope)
const everywhere = Object.assign({}, ...loaded.values()) as Scope

let examples = 0
for (const path of modules)
  for (const example of examplesOfDocstrings(path, read(path))) {
    examples++
    test(`the example at ${example.place} comes out as it says`, () => {
      assert.ok(runExample(example, { ...everywhere, ...rights, ...loaded.get(path), ...given() }) > 0, 'it says no value')
    })
  }
test('examples were found', () => assert.ok(examples > 25, `${examples}`))

test('the examples of README.md come out as they say, with what the package exports', () => {
  const { place, lines } = exampleOfPage('README.md', read('../README.md'))
  const imports = lines.filter((line) => line.startsWith('import '))
  const names = imports.flatMap((line) => /\{(.*)\} from '@vitrine\/rights'/.exec(line)?.[1]?.split(',') ?? assert.fail(line))
  const scope = Object.fromEntries(names.map((name) => [name.trim(), (rights as Scope)[name.trim()] ?? assert.fail(`no export ${name}`)])) // prettier-ignore
  assert.ok(runExample({ place, lines: lines.filter((line) => !imports.includes(line)) }, scope) > 15)
})

const FALSE: [string, RegExp][] = [
  ["dayOf('1970-01-02') // 2", /dayOf/],
  ['dayOf(1970-01-02 // 2', /./],
  ["dayOf('1970-01-02') // the second day", /is no value/],
]
for (const [line, reason] of FALSE)
  test(`an example that is false is found: ${line}`, () => {
    assert.throws(() => runExample({ place: 'here', lines: [line] }, rights as Scope), reason)
  })
