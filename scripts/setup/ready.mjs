/**
 * What a fresh clone lacks, and how to get it: dependencies, Node 24, the built site. Each is done only when it is missing
 * or out of date. Plain JavaScript without dependencies: it runs on any Node from 20 on, before anything is installed.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gathered, newest } from './gather.mjs'
import { oneAtATime } from './one-at-a-time.mjs'
import { startProgram } from './programs.mjs'
import { step } from './steps.mjs'

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const modules = join(root, 'node_modules')
const dependencyStamp = join(modules, '.vitrine-installed')
const webFolder = join(root, 'apps', 'web')
const webStamp = join(webFolder, 'build', '.vitrine-built')

/** The Node that everything runs on, whatever Node started this script. */
export const node24 = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

/** An error whose message is meant for the person at the terminal: shown without a stack. */
export class SetupError extends Error {}

const sha256 = (data) => createHash('sha256').update(data).digest('hex')

/** Runs a command quietly; its output is shown only when it fails. */
export function run(command, args, { cwd = root, env = {}, onLine } = {}) {
  return new Promise((resolve, reject) => {
    const child = startProgram(command, args, {
      group: false,
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    })
    let output = ''
    const hear = (chunk) => {
      output = (output + chunk).slice(-200_000)
      if (onLine) for (const line of String(chunk).split('\n')) if (line.trim() !== '') onLine(line.trim())
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('error', (error) => reject(new SetupError(`${command} could not be started: ${error.message}`)))
    child.on('close', (code, signal) => {
      if (code === 0) resolve(output)
      else reject(new SetupError(`${command} ${args.join(' ')} failed (${signal ?? `exit ${code}`}):\n${output.trimEnd()}`))
    })
  })
}

/** True when every package that the lock file wants here is in node_modules, in its version, as npm itself noted it. */
function installedAsLocked(lockText) {
  const noted = join(modules, '.package-lock.json')
  if (!existsSync(noted)) return false
  const installed = JSON.parse(readFileSync(noted, 'utf8')).packages ?? {}
  const wanted = JSON.parse(lockText).packages ?? {}
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || entry.link || !path.includes('node_modules/')) return true
    const found = installed[path]
    if (found === undefined) return entry.optional === true || entry.devOptional === true || entry.peer === true
    return found.version === entry.version && existsSync(join(root, path))
  })
}

async function ensureDependencies() {
  const lockText = readFileSync(join(root, 'package-lock.json'), 'utf8')
  const wanted = sha256(lockText)
  if (existsSync(dependencyStamp) && readFileSync(dependencyStamp, 'utf8') === wanted) return
  if (!installedAsLocked(lockText)) {
    await step('Installing the packages of package-lock.json (npm ci)', () =>
      run(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']),
    )
  }
  writeFileSync(dependencyStamp, wanted)
}

function nodeRuns() {
  if (!existsSync(node24)) return false
  const asked = spawnSync(node24, ['--version'], { encoding: 'utf8' })
  return asked.status === 0 && /^v(2[4-9]|[3-9]\d)\./.test(asked.stdout)
}

/** The npm package `node` fetches its program in an install script; where scripts were not allowed, it is run here. */
async function ensureNode24() {
  if (existsSync(node24) && existsSync(`${dependencyStamp}-node`)) return
  if (!nodeRuns()) {
    await step('Fetching Node 24 (the npm package "node")', () =>
      run(process.execPath, ['installArchSpecificPackage.js'], { cwd: join(modules, 'node') }),
    )
  }
  if (!nodeRuns()) {
    throw new SetupError(
      `Node 24 does not run at ${node24}. Remove node_modules and start again, or look at the npm package "node".`,
    )
  }
  writeFileSync(`${dependencyStamp}-node`, '')
}

const notSources = new Set(['node_modules', 'build', '.svelte-kit', 'test', 'test-output'])

/** Every file below `folder` that can change what the site is built to, in a stable order. */
function* sources(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (notSources.has(entry.name)) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* sources(path)
    else if (!/\.test\.[mc]?[jt]s$/.test(entry.name)) yield path
  }
}

/** Any package of ours may end up in the site: which ones do is for the bundler to say, not for a list here. */
const webSources = [
  webFolder,
  ...readdirSync(join(root, 'packages')).map((name) => join(root, 'packages', name, 'src')),
  join(root, 'apps/server/src'),
]

/** One fingerprint of all that the site is built from: its own sources, the packages it imports, the locked versions. */
function webFingerprint() {
  const hash = createHash('sha256')
  for (const folder of webSources) {
    for (const path of sources(folder)) {
      hash.update(`${relative(root, path).split(sep).join('/')}\n`)
      hash.update(readFileSync(path))
    }
  }
  hash.update(readFileSync(join(root, 'package-lock.json')))
  return hash.digest('hex')
}

/** True when no file that the site is built from was touched since: reading them all would take a quarter of a second of every start. */
function webUntouched() {
  const made = statSync(webStamp, { throwIfNoEntry: false })?.mtimeMs
  return (
    made !== undefined && [...webSources.map(newest), statSync(join(root, 'package-lock.json')).mtimeMs].every((at) => at < made)
  )
}

async function ensureWebBuild() {
  if (webUntouched()) return
  const wanted = webFingerprint()
  if (existsSync(webStamp) && readFileSync(webStamp, 'utf8') === wanted) return writeFileSync(webStamp, wanted) // touched, and the same
  // Without its stamp a build that is cut short is never taken for a whole one.
  rmSync(webStamp, { force: true })
  await step('Building the site (vite build)', () =>
    run(node24, [join(modules, 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'], {
      cwd: webFolder,
      env: {
        NODE_ENV: 'production',
        PATH: `${dirname(node24)}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`,
      },
    }),
  )
  mkdirSync(dirname(webStamp), { recursive: true })
  writeFileSync(webStamp, wanted)
}

async function ensureProgram() {
  if (gathered()) return
  await step('Gathering the program (rolldown)', () => run(node24, [join(root, 'scripts', 'setup', 'gather.mjs')]))
}

/** Whether the site was ever built here: the first time takes minutes. */
export const wasBuilt = () => existsSync(webStamp)

/** Everything `npm start` and `npm test` need before they can run. `built: false` leaves the site unbuilt and the program as its sources (for `npm run dev`). */
export async function setUp({ built = true } = {}) {
  const major = Number(process.versions.node.split('.')[0])
  if (major < 20) throw new SetupError(`Node ${process.versions.node} is too old: any Node from 20 on will do.`)
  await oneAtATime(join(root, '.vitrine-set-up'), async () => {
    await ensureDependencies()
    await ensureNode24()
    if (!built) return
    await ensureWebBuild()
    await ensureProgram()
  })
}

/** The environment in which `node` is Node 24, for programs that look it up on the path; compiled code is kept between runs. */
export function environment(extra = {}) {
  const separator = process.platform === 'win32' ? ';' : ':'
  return {
    ...process.env,
    PATH: [dirname(node24), join(modules, '.bin'), process.env.PATH ?? ''].join(separator),
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(modules, '.cache', 'node-compile'),
    ...extra,
  }
}

/** Hands over to a program under Node 24: same terminal, signals passed on, and its exit code becomes ours. */
export function handOver(args, extraEnvironment = {}) {
  const child = spawn(node24, args, { cwd: root, stdio: 'inherit', env: environment(extraEnvironment) })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // The terminal sends Ctrl-C to the whole group; a signal to this process alone is passed on. The child decides when to end.
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    })
  }
  return new Promise((resolve) => {
    child.on('close', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)))
  })
}

/** Runs a script's main function; a `SetupError` is told in words, anything else with its stack. */
export async function main(work) {
  try {
    process.exitCode = await work()
  } catch (error) {
    console.error(error instanceof SetupError ? `\n${error.message}` : error)
    process.exitCode = 1
  }
}
