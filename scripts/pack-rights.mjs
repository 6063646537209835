#!/usr/bin/env node
/**
 * `npm run rights:pack`: the rights engine as a package of its own, in packages/rights/build or the folder that is named. In this repository it is used as
 * TypeScript; Node takes no TypeScript from node_modules, so what is published is JavaScript with its types.
 * Look at it with `npm pack --dry-run ./packages/rights/build`, publish it with `npm publish` of the same folder.
 */
import { execFileSync } from 'node:child_process'
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = join(import.meta.dirname, '..')
const rights = join(root, 'packages/rights')
const build = resolve(process.argv[2] ?? join(rights, 'build'))

rmSync(build, { recursive: true, force: true })
execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(rights, 'tsconfig.build.json'), '--outDir', join(build, 'src')], { stdio: 'inherit' }) // prettier-ignore
const { name, version, description, license, type, keywords, engines, sideEffects, dependencies } = JSON.parse(readFileSync(join(rights, 'package.json'), 'utf8')) // prettier-ignore
const entry = (path) => ({ types: `./src/${path}.d.ts`, default: `./src/${path}.js` })
const published = { name, version, description, license, type, keywords, engines, sideEffects, exports: { '.': entry('index'), './*': entry('*') }, dependencies } // prettier-ignore
writeFileSync(join(build, 'package.json'), `${JSON.stringify(published, null, 2)}\n`)
copyFileSync(join(rights, 'README.md'), join(build, 'README.md'))
copyFileSync(join(root, 'LICENSE'), join(build, 'LICENSE'))
