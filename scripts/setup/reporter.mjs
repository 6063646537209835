/** Turns what `node --test` reports into one JSON object a line, for scripts/test.mjs: results, and failures with all that is known of them. */
import { inspect } from 'node:util'

/** Told to the process when a file has ended, however it ended. */
export const ENDED = 'test-file-ended'

export default async function* reporter(source) {
  const output = new Map()
  let before = process.cpuUsage()
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
      // Of this process: a browser or an engine that a test starts has its own.
      const { user, system } = process.cpuUsage(before)
      before = process.cpuUsage()
      const cpuSeconds = Math.round((user + system) / 1000) / 1000
      yield line({ kind: 'file', file: data.name, seconds: Math.round(data.details.duration_ms) / 1000, cpuSeconds })
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

const line = (value) => `${JSON.stringify(value)}\n`
