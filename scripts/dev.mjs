#!/usr/bin/env node
/**
 * `npm run dev`: the site from its sources, reloaded on change. A change to the site shows at once (vite, in the same process as
 * the house); a change to the server or to a package starts the server again (`node --watch`).
 */
import { join } from 'node:path'
import { handOver, main, root, setUp } from './setup/ready.mjs'

await main(async () => {
  console.log('Vitrine, for development')
  await setUp({ built: false })
  const watched = ['apps/server/src', 'packages', 'demonstration/src'].flatMap((path) => ['--watch-path', join(root, path)])
  return handOver(
    ['--watch-preserve-output', ...watched, join(root, 'apps', 'server', 'src', 'main.ts'), '--dev', ...process.argv.slice(2)],
    { NODE_ENV: 'development' },
  )
})
