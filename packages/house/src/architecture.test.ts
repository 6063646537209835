/** The map of the program, held against its folders. */
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const root = join(import.meta.dirname, '../../..')
const map = readFileSync(join(root, 'docs/architecture.md'), 'utf8')
const folders = (pattern: string): string[] =>
  globSync(pattern, { cwd: root, withFileTypes: true }).flatMap((one) => (one.isDirectory() ? one.name : []))

test('every package and app has its line', () => {
  for (const place of ['packages', 'apps'])
    for (const name of folders(`${place}/*`)) assert.match(map, new RegExp(`^\\| \`${place}/${name}\` \\|`, 'm'))
})

test('every room of the rights, the deals, the ledger, the catalogue, the screening room, the store and the house is named', () => {
  for (const place of ['catalogue', 'rights', 'ledger', 'deals', 'screening', 'store', 'house'])
    for (const name of folders(`packages/${place}/src/*`))
      assert.ok(map.includes(`\`${name}/\``), `docs/architecture.md does not say what packages/${place}/src/${name} is for`)
})

test('what it names is there', () => {
  const rooms = new Set([...folders('packages/*/src/*'), ...folders('packages/*/sql'), ...folders('apps/*/src/*')])
  rooms.add('decisions')
  for (const [, name] of map.matchAll(/`([a-z-]+)\/`/g)) assert.ok(rooms.has(name!), `no room is called ${name}`)
})
