/** The Dockerfile and the compose file, held to the program even where no Docker runs: paths, ports, settings, versions. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { readConfig, SETTINGS } from '../src/config.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const dockerfile = read('Dockerfile')
  .replaceAll(/\\\n/g, ' ')
  .split('\n')
  .map((line) => line.trim())
  .filter((line) => line !== '' && !line.startsWith('#'))
const lines = (word: string): string[] =>
  dockerfile.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1).trim())
const imageEnv = Object.fromEntries(
  lines('ENV')
    .flatMap((line) => line.split(/\s+/))
    .map((pair) => pair.split('=', 2) as [string, string]),
)

interface Service {
  build?: string
  image?: string
  environment?: Record<string, string>
  ports?: string[]
  volumes?: string[]
  depends_on?: Record<string, { condition: string }>
  healthcheck?: { test: string[] }
}
const compose = parse(read('compose.yaml')) as { services: Record<string, Service>; volumes: Record<string, null> }
const own = new Set<string>(SETTINGS.map((setting) => setting.env))

describe('the Dockerfile', () => {
  test('copies the package.json of every workspace before it installs, and nothing that is not there', () => {
    const { workspaces } = JSON.parse(read('package.json')) as { workspaces: string[] }
    const folders = workspaces
      .flatMap((pattern) =>
        pattern.endsWith('/*')
          ? readdirSync(join(root, pattern.slice(0, -2))).map((name) => pattern.replace('*', name))
          : [pattern],
      )
      .filter((folder) => existsSync(join(root, folder, 'package.json')))
    const install = dockerfile.findIndex((line) => line.includes('npm ci'))
    const copied = dockerfile
      .slice(0, install)
      .filter((line) => line.startsWith('COPY '))
      .flatMap((line) => line.split(/\s+/).slice(1, -1))
    for (const folder of folders) assert.ok(copied.includes(`${folder}/package.json`), folder)
    for (const path of copied) assert.ok(existsSync(join(root, path)), path)
  })

  test('runs a program that exists, under the Node that the project pins, and not as root', () => {
    const [command] = lines('CMD').slice(-1)
    const [program, file] = JSON.parse(command!) as [string, string]
    assert.equal(program, 'node')
    assert.ok(existsSync(join(root, file)), file)
    const pinned = (JSON.parse(read('package.json')) as { devDependencies: { node: string } }).devDependencies.node.split('.')[0]
    for (const image of lines('FROM')) assert.match(image, new RegExp(`^node:${pinned}-`))
    assert.equal(lines('USER').at(-1), 'node')
  })

  test('its settings are settings of the program, and can be read', () => {
    const known = new Set([...own, 'NODE_ENV', 'NODE_COMPILE_CACHE'])
    for (const name of Object.keys(imageEnv)) assert.ok(known.has(name), name)
    const config = readConfig([], imageEnv)
    assert.equal(config.host, '0.0.0.0')
    assert.equal(config.dataFolder, lines('VOLUME')[0])
    assert.equal(String(config.port), lines('EXPOSE')[0])
  })

  test('its health check asks a path that the server answers', () => {
    const check = dockerfile.find((line) => line.startsWith('HEALTHCHECK '))!
    const path = /PORT\+'(\/[a-z]+)'/.exec(check)?.[1]
    assert.ok(path !== undefined && read('apps/server/src/api/health.ts').includes(`app.get('${path}'`))
  })

  test('builds with a script that exists, and leaves out what was built or kept here', () => {
    const [, workspace] = /npm run build --workspace (\S+)/.exec(read('Dockerfile'))!
    assert.equal((JSON.parse(read('apps/web/package.json')) as { name: string; scripts: { build: string } }).name, workspace)
    for (const path of ['**/node_modules', 'data', '.git', '.env'])
      assert.ok(read('.dockerignore').split('\n').includes(path), path)
  })
})

describe('the compose file', () => {
  const { vitrine, database } = compose.services as { vitrine: Service; database: Service }
  /** `${NAME:-value}` as compose would fill it in when nothing is set. */
  const filled = (value: string): string => value.replaceAll(/\$\{\w+:-([^}]*)\}/g, '$1')

  test('the program’s settings are settings, and can be read as they stand', () => {
    for (const name of Object.keys(vitrine.environment!)) assert.ok(own.has(name), name)
    const given = Object.fromEntries(Object.entries(vitrine.environment!).map(([name, value]) => [name, filled(value)]))
    const config = readConfig([], { ...imageEnv, ...given })
    const url = new URL(config.databaseUrl!)
    assert.equal(url.hostname, 'database')
    assert.equal(url.username, database.environment!['POSTGRES_USER'])
    assert.equal(url.password, filled(database.environment!['POSTGRES_PASSWORD']!))
    assert.equal(url.pathname, `/${database.environment!['POSTGRES_DB']}`)
  })

  test('ports, volumes and order fit', () => {
    assert.ok(vitrine.ports!.every((port) => port.endsWith(`:${imageEnv['PORT']}`)))
    assert.ok(vitrine.volumes!.some((volume) => volume.endsWith(`:${imageEnv['VITRINE_DATA']}`)))
    for (const volume of [...vitrine.volumes!, ...database.volumes!]) assert.ok(volume.split(':')[0]! in compose.volumes, volume)
    assert.equal(vitrine.depends_on!['database']!.condition, 'service_healthy')
    assert.ok(database.healthcheck!.test.join(' ').includes('pg_isready'))
    assert.ok(Number(/^postgres:(\d+)/.exec(database.image!)![1]) >= 15)
  })
})
