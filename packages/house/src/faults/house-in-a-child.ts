/**
 * A house in a process of its own that can be killed: `import PLACE FILES COUNT`, `edit PLACE FILES TITLE` or
 * `sign PLACE FILES TITLE,TITLE… SEED COUNT` or `move-in PLACE FILES ARCHIVE` or `countersign PLACE FILES PAPER,PAPER…` or `demonstrate PLACE FILES MODULE`. PLACE is a folder or a postgres address. It prints a line for everything that was acknowledged to it, and nothing before.
 */
import { createInterface } from 'node:readline'
import { openDatabase } from '@vitrine/store/database/open-database'
import { SYSTEM } from '../actors.ts'
import type { Demonstration } from '../contract.ts'
import { openFiles } from '../files/open-files.ts'
import { createHouse } from '../house.ts'
import { briefDemonstration } from './brief-demonstration.ts'
import { manySheets } from './many-sheets.ts'
import { compareBook, drawWanted, signMany } from './many-signatures.ts'

const [verb, place = '', folder = '', argument = '', ...more] = process.argv.slice(2)
// Opened as a command opens it: making room for 128 MB of pages costs each start, and none of these houses lives long.
const database = await openDatabase(place.startsWith('postgres') ? { url: place } : { folder: place, brief: true })
const say = (text: string) => process.stdout.write(`${text}\n`)
let looks = 0
/** The demonstration house's history says how far it is by its looks at the clock. */
const clock = () => {
  if (verb === 'demonstrate') say(`look ${++looks}`)
  return new Date()
}
const house = createHouse({ database, files: await openFiles(folder), clock })

if (verb === 'import') {
  say('open')
  await house.importSheets(SYSTEM, {
    files: manySheets(Number(argument)),
    total: Number(argument),
    onProgress: ({ done }) => say(`stored ${done}`),
  })
  say('done')
} else if (verb === 'edit') {
  let title = await house.openTitle(SYSTEM, { id: argument })
  say('open')
  for (;;) {
    const sheet = { ...title.sheet, synopsis: { en: `Text number ${title.revision + 1}. `.repeat(200) } }
    const answer = await house.editTitle(SYSTEM, { id: title.id, baseRevision: title.revision, sheet })
    title = { ...title, ...answer.title }
    say(`saved ${title.revision}`)
  }
} else if (verb === 'move-in') {
  const { createReadStream } = await import('node:fs')
  await house.importHouse(SYSTEM, { archive: createReadStream(argument), onProgress: ({ step, done }) => say(`${step} ${done}`) })
  say('done')
} else if (verb === 'countersign') {
  for (const id of argument.split(',')) {
    const { revision } = await house.viewPaper(SYSTEM, { id })
    await house.countersignPaper(SYSTEM, { id, baseRevision: revision, name: 'Iris Okafor', locale: 'en' })
    say(`executed ${id}`)
  }
  say('done')
} else if (verb === 'demonstrate') {
  const whole = (await import(argument)) as Demonstration
  await house.seedDemonstration(SYSTEM, { demonstration: briefDemonstration(whole) })
  say('done')
} else if (verb === 'sign') {
  const [seed, count] = more.map(Number)
  // houses side by side in one process do not wait for one another in memory: it is the database that has to part them
  const beside = await Promise.all([1, 2, 3].map(async () => createHouse({ database, files: await openFiles(folder) })))
  const said = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
  say('open')
  await said.next() // whoever started this says when all are open, and when everybody has finished
  await signMany([house, ...beside], drawWanted(argument.split(','), seed!, count!), say)
  say('signed all')
  await said.next()
  // now the book in this memory is held against the others
  say(`book ${await compareBook(house)}`)
  await house.close()
  process.exit(0)
}
await house.close()
