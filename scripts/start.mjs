#!/usr/bin/env node
/**
 * `npm start`: whatever set-up is missing, then the house. Flags are passed on: `npm start -- --port 4000`; see docs/configuration.md.
 */
import { join } from 'node:path'
import { handOver, main, root, setUp } from './setup/ready.mjs'

await main(async () => {
  console.log('Vitrine')
  await setUp()
  return handOver([join(root, 'apps', 'server', 'src', 'main.ts'), ...process.argv.slice(2)], { NODE_ENV: 'production' })
})
