#!/usr/bin/env node
/**
 * `npm test`: its own set-up, then every test, the quick ones first. `npm test -- types domain` runs those phases alone.
 * The last line says how many passed and failed; failures stand in full above it.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { environment, main, node24, root, SetupError, setUp } from './setup/ready.mjs'
import { bold, dim, duration, red, step } from './setup/steps.mjs'

/**
 * A phase either runs commands, each of which counts as one test, or test files: those below `folders` that no phase before took.
 * Commands of all phases share the cores: the longest stand first, so that they end together.
 */
const PHASES = [
  {
    name: 'types',
    words: 'Types',
    commands: [
      ['npm', ['run', 'check', '--silent', '-w', '@vitrine/web']],
      ['tsc', ['--noEmit', '-p', 'tsconfig.json']],
    ],
  },
  {
    name: 'style',
    words: 'Format, lint, boundaries between the rooms',
    commands: [
      ['oxlint', ['--type-aware', '--quiet']],
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
  },
  {
    name: 'house',
    words: 'Store and use cases, on PGlite and PostgreSQL',
    folders: ['packages/store', 'packages/house', 'packages'],
  },
  { name: 'faults', words: 'Faults', folders: ['apps/server/test/faults'], last: true },
  { name: 'api', words: 'Server and API', folders: ['apps/server'] },
  { name: 'cli', words: 'Command line', folders: ['apps/cli'] },
  { name: 'site', words: 'Site, in a real browser', folders: ['apps/web', 'apps'] },
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

const runEnvironment = { VITRINE_TEST_RUN: String(process.pid), NODE_ENV: 'test', FORCE_COLOR: '0', NO_COLOR: '1' }

/** Answers with the failure of a command that failed, else with null. */
function runCommand([command, args]) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
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

/** Starts the commands of these phases, as many at a time as test files run; answers with what will come of each phase, by its name. */
function startCommands(phases) {
  const queue = []
  const outcomes = phases.map(({ name, commands }) => [
    name,
    Promise.all(commands.map((command) => new Promise((tell) => queue.push({ command, tell })))),
  ])
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) next.tell(await runCommand(next.command))
  }
  for (let i = 0; i < CONCURRENCY; i++) void work()
  return new Map(outcomes)
}

function runFiles(files, results, note) {
  return new Promise((resolve) => {
    const reporter = join(root, 'scripts', 'setup', 'reporter.mjs')
    const args = [
      '--test',
      `--test-concurrency=${CONCURRENCY}`,
      '--test-timeout=600000',
      `--test-reporter=${reporter}`,
      '--test-reporter-destination=stdout',
      ...files,
    ]
    const child = spawn(node24, args, { cwd: root, env: environment(runEnvironment), stdio: ['ignore', 'pipe', 'pipe'] })
    const before = results.failures.length
    let rest = ''
    let complaint = ''
    child.stdout.setEncoding('utf8')
    child.stdout.on('data', (chunk) => {
      const lines = (rest + chunk).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) hear(line)
      note(`${results.passed} passed${results.failures.length > 0 ? `, ${results.failures.length} failed` : ''}`)
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
      else results.failures.push(event)
    }
    const broken = (why) =>
      results.failures.push({ name: 'the test runner', file: '', line: null, error: `${why}\n${complaint}`, output: '' })
    child.on('error', (error) => broken(`could not be started: ${error.message}`))
    child.on('close', (code) => {
      if (code !== 0 && results.failures.length === before) broken(`ended with code ${code} and named no failure`)
      resolve()
    })
  })
}

async function runPhase(phase, files, outcomes) {
  const results = { passed: 0, skipped: 0, failures: [], notes: [] }
  try {
    await step(phase.words, async (note) => {
      if (outcomes) {
        for (const failure of await outcomes) {
          if (failure) results.failures.push(failure)
          else results.passed++
        }
      } else if (files.length === 0)
        results.failures.push({
          name: phase.words,
          file: '',
          line: null,
          error: 'There is no test file for this phase.',
          output: '',
        })
      else await runFiles(files, results, note)
      note(
        `${results.passed} passed${results.failures.length > 0 ? `, ${results.failures.length} failed` : ''}${results.skipped > 0 ? `, ${results.skipped} skipped` : ''}`,
      )
      if (results.failures.length > 0) throw new Error('failed')
    })
  } catch {
    // The line says so already; the failures are told at the end.
  }
  results.notes.forEach((text) => console.log(`    ${text}`))
  return results
}

function tell(failure, index) {
  const where = failure.file === '' ? '' : `${relative(root, failure.file)}${failure.line ? `:${failure.line}` : ''}`
  console.log(`\n${red(`${index + 1}. ${failure.name}`)}${where === '' ? '' : `\n   ${dim(where)}`}`)
  console.log(failure.error.replaceAll(/^/gm, '   '))
  if (failure.output.trim() !== '')
    console.log(`   ${dim('what it printed:')}\n${failure.output.trimEnd().replaceAll(/^/gm, '   | ')}`)
}

await main(async () => {
  const started = Date.now()
  const wanted = process.argv.slice(2)
  const unknown = wanted.filter((name) => !PHASES.some((phase) => phase.name === name))
  if (unknown.length > 0)
    throw new SetupError(`There is no phase ${unknown.join(', ')}. Phases: ${PHASES.map((phase) => phase.name).join(', ')}.`)
  console.log(bold('Vitrine, every test'))
  await setUp()

  const files = assignFiles()
  const total = { passed: 0, skipped: 0, failures: [] }
  const ordered = [...PHASES.filter((phase) => !phase.last), ...PHASES.filter((phase) => phase.last)]
  const chosen = ordered.filter((phase) => wanted.length === 0 || wanted.includes(phase.name))
  const commands = startCommands(chosen.filter((phase) => phase.commands))
  for (const phase of chosen) {
    const own = files.get(phase.name) ?? []
    if (phase.mayBeEmpty && own.length === 0) continue
    const results = await runPhase(phase, own, commands.get(phase.name))
    total.passed += results.passed
    total.skipped += results.skipped
    total.failures.push(...results.failures)
  }

  mkdirSync(join(root, 'test-output'), { recursive: true })
  writeFileSync(
    join(root, 'test-output', 'tests.json'),
    JSON.stringify({ ...total, seconds: (Date.now() - started) / 1000 }, null, 2),
  )
  total.failures.forEach(tell)
  console.log(`\nin ${duration(Date.now() - started)}`)
  console.log(`${total.passed} passed, ${total.failures.length} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`)
  return total.failures.length === 0 && total.passed > 0 ? 0 : 1
})
