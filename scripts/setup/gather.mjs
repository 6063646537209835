/**
 * Gathers the program: its two thousand modules become some hundred files in build/program, which are loaded in half the time. In
 * development and inside tests the sources run. What a module finds beside itself (steps, templates, threads) it finds where it was written.
 */
import { readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
export const programFolder = join(root, 'build', 'program')
const stamp = join(programFolder, '.gathered')

const ENTRIES = {
  server: 'apps/server/src/main.ts',
  cli: 'apps/cli/src/main.ts',
  // The house that tests kill, some thirty times a run: from its sources each start would take another second and a half of the processor.
  'house-in-a-child': 'packages/house/src/faults/house-in-a-child.ts',
}

/** Left where they are: they look for files of their own (programs, WebAssembly, tables, threads). */
const LEFT = /^(sharp|node-av|libxml2-wasm|vite|unpdf|imapflow|nodemailer|pino|iso-639-3|i18n-iso-countries|cldr-[a-z-]+|@electric-sql\/.*|@myriaddreamin\/.*)(\/|$)/ // prettier-ignore

/** Days for which files of an earlier program stay. */
const KEPT_DAYS = 30

const SOURCES = ['packages', join('apps', 'server'), join('apps', 'cli'), 'demonstration'].map((folder) => join(root, folder))
const NOT_SOURCES = new Set(['node_modules', 'build', '.svelte-kit', 'test', 'testing', 'corpus', 'sql', 'templates', 'data'])

/**
 * The moment of the last change of a file, or of a folder and all below it: of a file there, or of a folder from which one went. Two
 * thousand files are asked before every command, so each is asked once, and no path is put together with more than a stroke.
 */
export function newest(path) {
  const found = statSync(path)
  let latest = found.mtimeMs
  if (!found.isDirectory()) return latest
  for (const name of readdirSync(path)) {
    if (NOT_SOURCES.has(name) || name.endsWith('.test.ts')) continue
    const changed = newest(`${path}/${name}`)
    if (changed > latest) latest = changed
  }
  return latest
}

/** True when nothing was changed since the program was gathered. */
export function gathered() {
  const made = statSync(stamp, { throwIfNoEntry: false })?.mtimeMs
  return (
    made !== undefined && [...SOURCES.map(newest), statSync(join(root, 'package-lock.json')).mtimeMs].every((at) => at < made)
  )
}

/** `import.meta` of a source is that of where it was written. */
const where = {
  name: 'where-it-was-written',
  transform(code, id) {
    if (id.includes('node_modules') || !code.includes('import.meta')) return null
    const path = JSON.stringify(relative(programFolder, id).split(sep).join('/'))
    const url = `new URL(${path}, import.meta.url).href`
    return code
      .replaceAll('import.meta.dirname', `process.getBuiltinModule('node:path').join(import.meta.dirname, ${path}, '..')`)
      .replaceAll('import.meta.url', url)
  },
}

/**
 * A file `.made.ts` exports functions without arguments whose answers are plain data, the same every time: the program has their answers,
 * and neither the functions nor what they are worked out from.
 */
const made = {
  name: 'made-beforehand',
  async load(id) {
    if (!id.endsWith('.made.ts')) return null
    const answers = Object.entries(await import(pathToFileURL(id).href)).map(
      ([name, answer]) => `export const ${name} = () => JSON.parse(${JSON.stringify(JSON.stringify(answer()))})\n`,
    )
    return { code: answers.join(''), moduleType: 'js' }
  },
}

export async function gather() {
  const { rolldown } = await import('rolldown')
  const began = new Date()
  const bundle = await rolldown({
    cwd: root,
    input: Object.fromEntries(Object.entries(ENTRIES).map(([name, path]) => [name, join(root, path)])),
    platform: 'node',
    external: LEFT,
    plugins: [made, where],
    logLevel: 'silent',
  })
  await bundle.write({ dir: programFolder, entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' })
  await bundle.close()
  // A house that was started before still loads what it has not needed yet.
  for (const name of readdirSync(programFolder)) {
    const path = join(programFolder, name)
    if (began.getTime() - statSync(path).mtimeMs > KEPT_DAYS * 86_400_000) rmSync(path)
  }
  // What is changed while it is gathered counts as changed after.
  writeFileSync(stamp, '')
  utimesSync(stamp, began, began)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await gather()
