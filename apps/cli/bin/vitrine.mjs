#!/usr/bin/env node
/**
 * `vitrine` on any Node from 20 on: under Node 24 it goes straight on, under an older one it hands over to the Node 24 that
 * was installed with the project. Compiled code is kept between runs, so that the command is there at once; where the program was gathered
 * by `npm start` and nothing was changed since, that is what runs.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '..', '..', '..')
const cache = process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules', '.cache', 'node-compile')

if (Number(process.versions.node.split('.')[0]) >= 24) {
  const { enableCompileCache } = await import('node:module')
  enableCompileCache(cache)
  const { gathered, programFolder } = await import('../../../scripts/setup/gather.mjs')
  await import(gathered() ? pathToFileURL(join(programFolder, 'cli.mjs')).href : '../src/main.ts')
} else {
  const node24 = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (!existsSync(node24)) {
    console.error('Vitrine is not set up yet: run "npm start" (or "npm ci") in its folder first.')
    process.exit(1)
  }
  const child = spawn(node24, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, NODE_COMPILE_CACHE: cache },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal)))
  child.on('error', (error) => {
    console.error(error.message)
    process.exit(1)
  })
  child.on('close', (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0)))
}
