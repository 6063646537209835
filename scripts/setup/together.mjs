/**
 * Runs test files in one process, one after the other, as the process above hands them out (`{ file }`; nothing more: null): loading the
 * house's modules costs more than most files' tests. Each file is a suite of its own, so that what it sets up before and clears after
 * its tests stays its own.
 */
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { ENDED } from './reporter.mjs'
import { fileBegins, fileEnded } from './tests-told-by-scope.mjs'

const { describe } = await import('node:test')

const MINUTES = 10

/**
 * Opening PGlite is set up for a command that asks a few questions, and puts off V8's optimizing compiler for longer than most tests last
 * (decision 063). Here file after file asks PGlite thousands of questions: what is optimized after a fifth of that pays off.
 */
const PGLITE_LASTS = '--wasm-tiering-budget=100000000'

/** Nobody hands out files any more. */
const left = () => process.exit(1)
process.once('disconnect', left)

/** A test may wait for what keeps no process alive by itself. */
const alive = setInterval(() => {}, 60_000)

const next = () =>
  new Promise((answer) => {
    process.once('message', answer)
    process.send('next')
  })

for (let handed = await next(); handed; handed = await next()) {
  const { file } = handed
  // A test belongs to the suite in whose turn it is told of: the next file is loaded when this one has ended.
  await new Promise((ended) => {
    process.once(ENDED, ended)
    describe(file, { timeout: MINUTES * 60_000 }, async () => {
      fileBegins()
      await import(pathToFileURL(resolve(file)).href)
      // The import set it; a database that the file's tests open goes by what is set then.
      setFlagsFromString(PGLITE_LASTS)
    })
  })
  fileEnded()
}
clearInterval(alive)
process.off('disconnect', left)
process.disconnect()
