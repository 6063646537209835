/** Turns what `node --test` reports into one JSON object a line, for scripts/test.mjs: results, and failures with all that is known of them. */
import { readFileSync } from 'node:fs'
import { inspect } from 'node:util'

/** Told to the process when a file has ended, however it ended. */
export const ENDED = 'test-file-ended'

export default async function* reporter(source) {
  const output = new Map()
  let before = process.cpuUsage()
  let programsBefore = secondsOfPrograms()
  for await (const { type, data } of source) {
    if (type === 'test:stdout' || type === 'test:stderr') {
      const kept = `${output.get(data.file) ?? ''}${data.message}`
      output.set(data.file, kept.slice(-8000))
      continue
    }
    if (type === 'test:diagnostic' && data.message.startsWith('score:'))
      yield line({ kind: 'note', text: data.message.slice(6).trim() })
    if (type !== 'test:pass' && type !== 'test:fail') continue
    const suite = data.details?.type === 'suite'
    // The outermost suites of a process that runs several files are the files (together.mjs).
    if (suite && data.nesting === 0 && data.name.endsWith('.test.ts')) {
      const { user, system } = process.cpuUsage(before)
      before = process.cpuUsage()
      const cpuSeconds = Math.round((user + system) / 1000) / 1000
      const programs = secondsOfPrograms()
      const ofPrograms = Math.round((programs - programsBefore) * 100) / 100
      programsBefore = programs
      yield line({ kind: 'file', file: data.name, seconds: Math.round(data.details.duration_ms) / 1000, cpuSeconds, ofPrograms })
      process.emit(ENDED)
    }
    if (type === 'test:pass') {
      if (suite) continue
      yield line({ kind: data.skip !== undefined || data.todo !== undefined ? 'skipped' : 'passed' })
      continue
    }
    const error = data.details?.error
    // A suite, or a test with tests inside, fails because of them; they are told themselves.
    if (error?.failureType === 'subtestsFailed') continue
    yield line({
      kind: 'failed',
      name: data.name,
      file: data.file ?? '',
      line: data.line ?? null,
      error: inspect(error?.cause ?? error, { depth: 6, breakLength: 120 }),
      output: output.get(data.file) ?? '',
    })
  }
}

/**
 * Seconds of the processor that programs took which this process started and which have ended: browsers, engines, databases. Linux tells it
 * (proc_pid_stat(5), cutime and cstime, in hundredths); elsewhere it is 0.
 */
function secondsOfPrograms() {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1].split(' ')
    return (Number(fields[13]) + Number(fields[14])) / 100
  } catch {
    return 0
  }
}

const line = (value) => `${JSON.stringify(value)}\n`
