#!/usr/bin/env node
/**
 * `npm start`: whatever set-up is missing, then the house. Flags are passed on: `npm start -- --port 4000`; see docs/configuration.md.
 */
import { join } from 'node:path'
import { programFolder } from './setup/gather.mjs'
import { handOver, main, setUp } from './setup/ready.mjs'

await main(async () => {
  console.log('Vitrine')
  await setUp()
  return handOver([join(programFolder, 'server.mjs'), ...process.argv.slice(2)], { NODE_ENV: 'production' })
})
