/**
 * A house in a process of its own that can be killed: `import PLACE FILES COUNT` or `edit PLACE FILES TITLE`. PLACE is a folder or a
 * postgres address. It prints a line for everything that was acknowledged to it, and nothing before.
 */
import { openDatabase } from '@vitrine/store/database/open-database'
import { SYSTEM } from '../actors.ts'
import { openFiles } from '../files/open-files.ts'
import { createHouse } from '../house.ts'
import { manySheets } from './many-sheets.ts'

const [verb, place = '', folder = '', argument = ''] = process.argv.slice(2)
const database = await openDatabase(place.startsWith('postgres') ? { url: place } : { folder: place })
const house = createHouse({ database, files: await openFiles(folder) })
const say = (text: string) => process.stdout.write(`${text}\n`)

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
}
await house.close()
