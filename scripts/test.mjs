#!/usr/bin/env node
/**
 * `npm test`: its own set-up, then every test, the quick ones first. `npm test -- types domain` runs those phases alone.
 * The last line says how many passed and failed; failures stand in full above it. How long each phase and each file took, and how much
 * of the processor, is in test-output/tests.json, the slowest first.
 */
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { endWithPrograms, startProgram } from './setup/programs.mjs'
import { environment, main, node24, root, SetupError, setUp } from './setup/ready.mjs'
import { clearScratch, scratchFolder } from './setup/scratch.mjs'
import { bold, dim, duration, red, step } from './setup/steps.mjs'

/** A command that looks at what the building of the site writes, or at the site. The others run while it is built, which takes one core. */
const SITE = { wantsSite: true }

/**
 * A phase either runs commands, each of which counts as one test, or test files: those below `folders` that no phase before took.
 * Commands of all phases share the cores: the longest stand first, so that they end together.
 */
const PHASES = [
  {
    name: 'types',
    words: 'Types',
    commands: [
      ['npm', ['run', 'check', '--silent', '-w', '@vitrine/web'], SITE],
      ['node', ['node_modules/@typescript/native/bin/tsc', '--noEmit', '-p', 'tsconfig.json']],
    ],
  },
  {
    name: 'style',
    words: 'Format, lint, boundaries between the rooms',
    commands: [
      ['oxlint', ['--type-aware', '--quiet'], SITE],
      ['depcruise', ['packages', 'apps/server', 'apps/cli', 'demonstration', '--config', '.dependency-cruiser.mjs']],
      ['oxfmt', ['--check']],
    ],
  },
  {
    name: 'domain',
    words: 'Catalogue, rights, money, deals, exchange, press, messages, demonstration house',
    folders: [
      'packages/catalogue',
      'packages/rights',
      'packages/ledger',
      'packages/deals',
      'packages/exchange',
      'packages/press',
      'packages/messages',
      'demonstration',
    ],
    beforeSite: true, // nothing of it looks at the site, nor at the gathered program
  },
  {
    name: 'house',
    words: 'Store and use cases, on PGlite and PostgreSQL',
    folders: ['packages/store', 'packages/house', 'packages'],
  },
  // Half of its time it waits: until a process is up or gone, until a store that fails is asked again.
  { name: 'faults', words: 'Faults', folders: ['apps/server/test/faults'], last: true, lanes: 4 },
  { name: 'api', words: 'Server and API', folders: ['apps/server'], lanes: 3 },
  { name: 'cli', words: 'Command line', folders: ['apps/cli'] },
  // Each of its files has a house and a browser of its own. A page that is painted keeps its test waiting: two further lanes have the core meanwhile.
  { name: 'site', words: 'Site, in a real browser', folders: ['apps/web', 'apps'], lanes: 4 },
  { name: 'rest', words: 'Everything else', folders: [''], mayBeEmpty: true },
]
const SKIPPED_FOLDERS = new Set(['node_modules', 'build', '.svelte-kit', '.git', 'test-output', 'data', 'coverage'])
const CONCURRENCY = 2

function* testFiles(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isDirectory() && !SKIPPED_FOLDERS.has(entry.name)) yield* testFiles(join(folder, entry.name))
    else if (entry.isFile() && entry.name.endsWith('.test.ts'))
      yield relative(root, join(folder, entry.name)).split(sep).join('/')
  }
}

/** Gives each test file to the first phase that claims its folder: none is left out, none runs twice. */
function assignFiles() {
  const files = [...testFiles(root)]
  const taken = new Set()
  const assigned = new Map()
  for (const phase of PHASES) {
    if (!phase.folders) continue
    const mine = phase.folders.flatMap((folder) =>
      files.filter((file) => !taken.has(file) && (folder === '' || file.startsWith(`${folder}/`))),
    )
    const own = [...new Set(mine)]
    own.forEach((file) => taken.add(file))
    assigned.set(phase.name, own)
  }
  return assigned
}

const scratch = scratchFolder()
const runEnvironment = {
  VITRINE_TEST_RUN: String(process.pid),
  NODE_ENV: 'test',
  FORCE_COLOR: '0',
  NO_COLOR: '1',
  ...(scratch !== null && { TMPDIR: scratch }),
}

/** Answers with the failure of a command that failed, else with null. */
function runCommand([command, args]) {
  return new Promise((resolve) => {
    const child = startProgram(command, args, {
      cwd: root,
      env: environment(runEnvironment),
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    })
    let output = ''
    const hear = (chunk) => (output = (output + chunk).slice(-100_000))
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    const failed = (reason) =>
      resolve({
        name: [command, ...args].join(' '),
        file: '',
        line: null,
        error: `${output.trim()}\n${reason}`,
        output: '',
      })
    child.on('error', (error) => failed(`could not be started: ${error.message}`))
    child.on('close', (code) => (code === 0 ? resolve(null) : failed(`exit code ${code}`)))
  })
}

/** What a phase begins with; `say` is told of each change while the phase is shown. */
const noResults = () => ({ passed: 0, skipped: 0, failures: [], notes: [], files: [], say: () => {} })

/**
 * Starts the commands of these phases, as many at a time as test files run; the set-up that is under way counts as one, and once it has
 * failed none begins. Answers with what will come of each phase, by its name, and with the lanes: each is free once no command is left
 * that it could run, while another may still run its last.
 */
function startCommands(phases, settingUp) {
  const began = Date.now()
  const queue = []
  const started = phases.map(({ name, commands }) => {
    const results = noResults()
    const outcomes = commands.map((command) => new Promise((tell) => queue.push({ command, tell })))
    const done = Promise.all(outcomes).then((ended) => {
      results.failures.push(...ended.filter((failure) => failure !== null))
      results.passed = ended.length - results.failures.length
      return (Date.now() - began) / 1000
    })
    return [name, { results, done }]
  })
  let isBuilt = false
  const built = settingUp.then(
    () => (isBuilt = true),
    () => new Promise(() => {}),
  )
  const work = async () => {
    for (;;) {
      // What looks at the site is left to the lane that builds it.
      const at = queue.findIndex(({ command: [, , wants] }) => isBuilt || wants !== SITE)
      if (at === -1) return
      const [next] = queue.splice(at, 1)
      next.tell(await runCommand(next.command))
    }
  }
  const lanes = Array.from({ length: CONCURRENCY }, (_, lane) => (lane === 0 ? built.then(work) : work()))
  return { started: new Map(started), lanes }
}

/** Files that one process runs before another takes over: what they leave behind in memory goes with it. */
const TOGETHER = 96

/** Small files that take long: whole films are encoded in them, pictures painted, processes killed again and again. */
const LONG = new Set([
  'packages/screening/src/trace/trace.test.ts',
  'packages/screening/src/packaging/package.test.ts',
  'packages/house/src/faults/kill-during-import.test.ts',
  'packages/house/src/faults/kill-during-edit.test.ts',
  'packages/house/src/faults/kill-during-moving-in.test.ts',
  'demonstration/src/paint-pictures.test.ts',
  'apps/server/test/traced.test.ts',
  'apps/server/test/faults/folder.test.ts',
  'apps/server/test/faults/worker.test.ts',
  'apps/web/test/demonstration-film.test.ts',
  'apps/web/test/watch.test.ts',
])

/** The files of a phase; what takes longest does not start last, nor what is largest. */
function queueOf(files) {
  const weight = (file) => (LONG.has(file) ? Infinity : statSync(join(root, file)).size)
  const weighed = files.map((file) => ({ file, weight: weight(file) }))
  return weighed.sort((a, b) => (a.weight === b.weight ? 0 : b.weight - a.weight)).map(({ file }) => file)
}

/**
 * Runs the files of these phases in order, a process to each lane once it is free. A phase whose files wait a good deal has more lanes than
 * there are cores, once all are free; where nothing is left of a phase the next begins, while others end its last files. A phase that needs
 * what the set-up makes waits for it, and once that has failed none begins. Answers with what will come of each phase, by its name.
 */
function startFiles(phases, assigned, lanes, settingUp) {
  const runs = phases.map((phase) => {
    const run = { phase, queue: queueOf(assigned.get(phase.name)), results: noResults(), lanes: 0, began: 0 }
    run.done = new Promise((resolve) => (run.end = () => resolve((Date.now() - run.began) / 1000)))
    return run
  })
  let isBuilt = false
  let free = 0
  let busy = 0
  const begin = () => {
    const run = runs.find(({ queue }) => queue.length > 0)
    if (!run || (!isBuilt && !run.phase.beforeSite)) return
    if (busy >= (free < lanes.length ? free : (run.phase.lanes ?? lanes.length))) return
    if (run.began === 0) run.began = Date.now()
    void lane(run)
    begin()
  }
  const lane = async (run) => {
    busy++
    run.lanes++
    await runTogether(run.queue, run.results)
    busy--
    if (--run.lanes === 0 && run.queue.length === 0) run.end()
    begin()
  }
  settingUp
    .then(
      () => (isBuilt = true),
      () => runs.forEach(({ queue }) => queue.splice(0)),
    )
    .then(begin)
  for (const one of lanes) one.then(() => (free++, begin()))
  return new Map(runs.map((run) => [run.phase.name, { results: run.results, done: run.done }]))
}

/** Runs files from the queue in one process, until there are none or it has had its share of them. */
function runTogether(queue, results) {
  return new Promise((resolve) => {
    const reporter = join(root, 'scripts', 'setup', 'reporter.mjs')
    const how = [`--test-reporter=${reporter}`, '--test-reporter-destination=stdout']
    const child = startProgram(node24, [...how, join(root, 'scripts', 'setup', 'together.mjs')], {
      cwd: root,
      env: environment(runEnvironment),
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    const underWay = new Set()
    let handed = 0
    child.on('message', () => {
      const file = handed++ < TOGETHER ? queue.shift() : undefined
      if (file) underWay.add(file)
      child.send(file ? { file } : null)
    })
    let failed = false
    let rest = ''
    let complaint = ''
    child.stdout.setEncoding('utf8')
    child.stdout.on('data', (chunk) => {
      const lines = (rest + chunk).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) hear(line)
      results.say()
    })
    child.stderr.on('data', (chunk) => (complaint = (complaint + chunk).slice(-20_000)))
    const hear = (line) => {
      let event
      try {
        event = JSON.parse(line)
      } catch {
        complaint += `${line}\n`
        return
      }
      if (event.kind === 'passed') results.passed++
      else if (event.kind === 'skipped') results.skipped++
      else if (event.kind === 'note') results.notes.push(event.text)
      else if (event.kind === 'file') {
        const { kind: _, ...timed } = event
        results.files.push(timed)
        underWay.delete(event.file)
      } else {
        results.failures.push(event)
        failed = true
      }
    }
    const broken = (why) =>
      results.failures.push({ name: 'the test runner', file: '', line: null, error: `${why}\n${complaint}`, output: '' })
    child.on('error', (error) => broken(`could not be started: ${error.message}`))
    child.on('close', (code, signal) => {
      if (underWay.size > 0) broken(`ended with ${signal ?? `code ${code}`} in the midst of ${[...underWay].join(', ')}`)
      else if (code !== 0 && !failed) broken(`ended with ${signal ?? `code ${code}`} and named no failure`)
      resolve()
    })
  })
}

const inWords = ({ passed, failures }) => `${passed} passed${failures.length > 0 ? `, ${failures.length} failed` : ''}`

/** Shows a phase until it is over; answers with its results, and how many seconds it took. */
async function showPhase(phase, { results, done }) {
  let seconds = 0
  try {
    await step(phase.words, async (note) => {
      results.say = () => note(inWords(results))
      seconds = await done
      note(`${inWords(results)}${results.skipped > 0 ? `, ${results.skipped} skipped` : ''}`)
      if (results.failures.length > 0) throw new Error('failed')
    })
  } catch {
    // The line says so already; the failures are told at the end.
  }
  results.notes.forEach((text) => console.log(`    ${text}`))
  return { results, seconds }
}

function tell(failure, index) {
  const where = failure.file === '' ? '' : `${relative(root, failure.file)}${failure.line ? `:${failure.line}` : ''}`
  console.log(`\n${red(`${index + 1}. ${failure.name}`)}${where === '' ? '' : `\n   ${dim(where)}`}`)
  console.log(failure.error.replaceAll(/^/gm, '   '))
  if (failure.output.trim() !== '')
    console.log(`   ${dim('what it printed:')}\n${failure.output.trimEnd().replaceAll(/^/gm, '   | ')}`)
}

process.on('exit', () => clearScratch(scratch))
endWithPrograms()

await main(async () => {
  const began = Date.now()
  const wanted = process.argv.slice(2)
  const unknown = wanted.filter((name) => !PHASES.some((phase) => phase.name === name))
  if (unknown.length > 0)
    throw new SetupError(`There is no phase ${unknown.join(', ')}. Phases: ${PHASES.map((phase) => phase.name).join(', ')}.`)
  console.log(bold('Vitrine, every test'))
  await setUp({ built: false })

  const files = assignFiles()
  const total = { passed: 0, skipped: 0, failures: [], phases: [], files: [] }
  const ordered = [...PHASES.filter((phase) => !phase.last), ...PHASES.filter((phase) => phase.last)]
  const chosen = ordered.filter((phase) => wanted.length === 0 || wanted.includes(phase.name))
  const ofCommands = chosen.filter((phase) => phase.commands)
  const ofFiles = chosen.filter((phase) => !phase.commands && !(phase.mayBeEmpty && files.get(phase.name).length === 0))
  const empty = ofFiles.find((phase) => files.get(phase.name).length === 0)
  if (empty) throw new SetupError(`There is no test file for this phase: ${empty.words}.`)
  const settingUp = setUp()
  const commands = startCommands(ofCommands, settingUp)
  const started = new Map([...commands.started, ...startFiles(ofFiles, files, commands.lanes, settingUp)])
  await settingUp
  for (const phase of [...ofCommands, ...ofFiles]) {
    const { results, seconds } = await showPhase(phase, started.get(phase.name))
    total.phases.push({ phase: phase.name, seconds })
    total.files.push(...results.files)
    total.passed += results.passed
    total.skipped += results.skipped
    total.failures.push(...results.failures)
  }

  for (const timed of [total.phases, total.files]) timed.sort((a, b) => b.seconds - a.seconds)
  mkdirSync(join(root, 'test-output'), { recursive: true })
  writeFileSync(
    join(root, 'test-output', 'tests.json'),
    JSON.stringify({ ...total, seconds: (Date.now() - began) / 1000 }, null, 2),
  )
  total.failures.forEach(tell)
  console.log(`\nin ${duration(Date.now() - began)}`)
  console.log(`${total.passed} passed, ${total.failures.length} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`)
  return total.failures.length === 0 && total.passed > 0 ? 0 : 1
})
