#!/usr/bin/env node
/**
 * `npm start`: whatever set-up is missing, then the house. Flags are passed on: `npm start -- --port 4000`; see docs/configuration.md.
 */
import { join } from 'node:path'
import { holdPortFree } from './setup/chosen-port.mjs'
import { programFolder } from './setup/gather.mjs'
import { handOver, main, setUp, wasBuilt } from './setup/ready.mjs'

await main(async () => {
  console.log('Vitrine')
  if (!wasBuilt()) await holdPortFree(process.argv.slice(2))
  await setUp()
  return handOver([join(programFolder, 'server.mjs'), ...process.argv.slice(2)], { NODE_ENV: 'production' })
})
