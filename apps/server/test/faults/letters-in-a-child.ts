/** A server's round of letters in a process of its own that can be killed: FOLDER SMTP-PORT. Its clock is an hour ahead for each start before it. */
import { createHouse, SYSTEM } from '@vitrine/house'
import { openFiles } from '@vitrine/house/files/open-files'
import { openDatabase } from '@vitrine/store/database/open-database'
import { createLog } from '../../src/log.ts'
import { mailByServer } from '../../src/mail/mail-by-server.ts'
import { sendLetters } from '../../src/mail/send-letters.ts'

const [folder = '', port = '', starts = '0'] = process.argv.slice(2)
const database = await openDatabase({ folder: `${folder}/database` })
const ahead = Number(starts) * 3_600_000
const house = createHouse({ database, files: await openFiles(folder), clock: () => new Date(Date.now() + ahead) })
const log = createLog('silent')
const mail = mailByServer(`smtp://127.0.0.1:${port}`, 'house@films.example', log, [])
while ((await sendLetters(house, mail, log, new AbortController().signal)) > 0);
const { counts } = await house.listLetters(SYSTEM, {})
await house.close()
process.stdout.write(JSON.stringify(counts))
