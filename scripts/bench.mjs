#!/usr/bin/env node
/** `npm run bench`: measures, and prints one table. `-- --only search` runs the measures of the files whose name has that word. */
import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { environment, main, node24, root, SetupError, setUp } from './setup/ready.mjs'
import { bold, dim, green, red, step } from './setup/steps.mjs'

/** Each file has a process of its own, so that one measure's memory and compiled code do not colour the next. */
function measure(file, note) {
  return new Promise((resolve) => {
    const program = `
      const { bench } = await import(${JSON.stringify(join(root, 'bench', file))})
      const results = await bench()
      process.send(results)
    `
    const child = spawn(node24, ['--expose-gc', '--input-type=module', '--eval', program], {
      cwd: root,
      env: environment({ NODE_ENV: 'production', VITRINE_TEST_RUN: String(process.pid) }),
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    let results = null
    let output = ''
    child.on('message', (message) => {
      results = message
      child.disconnect()
    })
    const hear = (chunk) => {
      output = (output + chunk).slice(-20_000)
      const last = String(chunk).trim().split('\n').at(-1)
      if (last) note(last.slice(0, 60))
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    // 'exit', not 'close': a database that the file started may keep the pipe of its output open after it.
    child.on('exit', (code) => {
      if (code === 0 && Array.isArray(results)) resolve(results)
      else resolve([{ name: file, value: Number.NaN, unit: '', target: 'to run', ok: false, error: `exit ${code}\n${output}` }])
    })
  })
}

const number = (value) =>
  Number.isFinite(value) ? value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0 }) : '–'

function table(results) {
  const rows = results.map((one) => [
    one.name,
    number(one.value),
    one.unit,
    String(one.target ?? ''),
    one.ok === undefined || one.ok === null ? '' : one.ok ? 'met' : 'MISSED',
  ])
  const all = [['Measure', 'Value', 'Unit', 'Target', ''], ...rows]
  const widths = all[0].map((_, column) => Math.max(...all.map((row) => row[column].length)))
  const put = (row, paint = (text) => text) =>
    console.log(
      `  ${row.map((cell, column) => (column === 1 ? cell.padStart(widths[column]) : column === 4 ? paint(cell) : cell.padEnd(widths[column]))).join('  ')}`,
    )
  console.log('')
  put(all[0])
  console.log(`  ${dim('─'.repeat(widths.reduce((sum, width) => sum + width + 2, -2)))}`)
  rows.forEach((row) => put(row, row[4] === 'met' ? green : red))
  console.log('')
}

await main(async () => {
  const at = process.argv.indexOf('--only')
  const only = at === -1 ? null : (process.argv[at + 1] ?? '')
  console.log(bold('Vitrine, measured'))
  await setUp()
  const files = readdirSync(join(root, 'bench'))
    .filter((name) => name.endsWith('.ts') && !name.startsWith('_') && (only === null || name.includes(only)))
    .sort()
  if (files.length === 0) throw new SetupError(`There is nothing to measure${only === null ? '' : ` whose name has "${only}"`}.`)
  const results = []
  for (const file of files) {
    await step(file.replace(/\.ts$/, ''), async (note) => {
      results.push(...(await measure(file, note)))
      note('')
    })
  }
  table(results)
  for (const one of results) if (one.error) console.log(`${red(one.name)}\n${one.error}\n`)
  mkdirSync(join(root, 'test-output'), { recursive: true })
  const machine = {
    processor: cpus()[0]?.model ?? '',
    cores: cpus().length,
    memoryGB: Math.round(totalmem() / 2 ** 30),
    node: '24',
  }
  writeFileSync(
    join(root, 'test-output', 'bench.json'),
    `${JSON.stringify({ at: new Date().toISOString(), machine, results }, null, 2)}\n`,
  )
  return results.every((one) => one.ok !== false) ? 0 : 1
})
