/** The package as it is published: JavaScript and types that work from node_modules, with nothing of this repository beside them. */
import { strict as assert } from 'node:assert'
import { execFileSync } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'

const root = join(import.meta.dirname, '../../..')
const place = mkdtempSync(join(tmpdir(), 'rights-'))
const build = join(place, 'node_modules/@vitrine/rights')
const run = (script: string, args: readonly string[], cwd: string): string => execFileSync(process.execPath, [script, ...args], { cwd, encoding: 'utf8' }) // prettier-ignore

const PROGRAM = `import { dayOf, readBook, type RightsBook } from '@vitrine/rights'
import { territoryGroups } from '@vitrine/rights/territories/groups'
const book: RightsBook = readBook({ titles: [{ id: 't' }] })
const days: number | null = dayOf('1970-01-02')
console.log(book.titles.length, days, territoryGroups().length > 50)
`

describe('the published package', () => {
  before(() => {
    run(join(root, 'scripts/pack-rights.mjs'), [build], root)
    const modules = join(place, 'node_modules')
    const { dependencies } = JSON.parse(readFileSync(join(build, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>
    }
    for (const name of Object.keys(dependencies)) symlinkSync(join(root, 'node_modules', name), join(modules, name))
    writeFileSync(join(place, 'package.json'), '{ "type": "module" }')
    writeFileSync(join(place, 'program.ts'), PROGRAM)
  })
  after(() => rmSync(place, { recursive: true, force: true }))

  test('is used by a program with its types, and runs', () => {
    const compile = ['--module', 'nodenext', '--target', 'es2024', '--strict', 'program.ts']
    run(join(root, 'node_modules/typescript/bin/tsc'), compile, place)
    assert.equal(run('program.js', [], place).trim(), '1 1 true')
  })

  test('has no test and no TypeScript in it, and needs no other room', () => {
    const files = globSync('**/*.*', { cwd: build })
    assert.deepEqual(files.filter((file) => /test|testing|(?<![.]d)[.]ts$/.test(file)), []) // prettier-ignore
    for (const file of ['README.md', 'package.json', 'src/index.js', 'src/index.d.ts']) assert.ok(files.includes(file), file)
    for (const file of files.filter((one) => /[.](js|d[.]ts)$/.test(one)))
      assert.doesNotMatch(readFileSync(join(build, file), 'utf8'), /^(import|export) .*from '@vitrine\//m, file)
  })
})
