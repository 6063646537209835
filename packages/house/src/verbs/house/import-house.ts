import { lockHouse } from '@vitrine/store/audit/lock-house'
import { appendAudit } from '@vitrine/store/audit/append-audit'
import { countSalesWhereTheyHold } from '@vitrine/store/after/sales'
import type { Asker } from '@vitrine/store/asker'
import { firstTableInUse, makeHouseFindable, makeRoom, type MovingMember, seatMembers } from '@vitrine/store/house-copy/move-in'
import { putRows } from '@vitrine/store/house-copy/put-rows'
import { schemaNumber } from '@vitrine/store/house-copy/schema-number'
import { type HouseTable, houseTables } from '@vitrine/store/house-copy/tables'
import { makeLinesAnew } from '@vitrine/store/rights/make-lines-anew'
import { openHouseRow } from '@vitrine/store/settings/settings'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { MovedIn, MovingProgress } from '../../contract/moving.ts'
import { HouseError } from '../../errors.ts'
import { fileMember, type Manifest, tableMember } from '../../moving/manifest.ts'
import { type Archive, openArchive, unreadable } from '../../moving/open-archive.ts'
import { removeFolder, spoolFolder } from '../../moving/spool.ts'
import { authorise } from '../../policies/authorise.ts'
import { sealed } from '../../write.ts'

const BATCH_ROWS = 500
const BATCH_LETTERS = 4_000_000
/** What PostgreSQL says of rows that are not those of a house: values (class 22), references and rules (class 23). */
const NOT_ROWS = /^(22|23)/

/**
 * A house moves in: its archive is checked whole, its files are kept, and then all its rows are written in one transaction.
 * Only into an empty house; whatever ends it before the end leaves that house as empty as it was.
 */
export async function importHouse(
  house: HouseContext,
  actor: Actor,
  args: { archive: AsyncIterable<Uint8Array>; onProgress?: (progress: MovingProgress) => void },
): Promise<MovedIn> {
  authorise(actor, 'importHouse')
  const progress = args.onProgress ?? (() => {})
  await refuseUnlessEmpty(house, house.db)
  const folder = await spoolFolder()
  let archive: Archive | null = null
  try {
    archive = await openArchive(folder, args.archive, await schemaNumber(house.db))
    const tables = await houseTables(house.db)
    refuseStrange(archive.manifest, tables)
    const files = Object.keys(archive.manifest.members).filter((name) => name.startsWith('files/'))
    for (const [done, name] of files.entries()) {
      const kept = await house.files.put(await archive.file(name))
      if (fileMember(kept) !== name) throw unreadable('damaged', name)
      progress({ step: 'files', done: done + 1, total: files.length })
    }
    const rows = await writeRows(house, actor, archive, tables, progress)
    const { house: from, at, missing } = archive.manifest
    return { house: from.name, exportedAt: at, rows, files: files.length, missing: missing.length }
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && NOT_ROWS.test(String(thrown.code))) throw unreadable('rows', null, thrown)
    throw thrown
  } finally {
    await archive?.close()
    await removeFolder(folder)
  }
}

async function refuseUnlessEmpty(house: HouseContext, db: Asker): Promise<void> {
  const table = await firstTableInUse(db, house.houseId)
  if (table !== null) throw new HouseError('house-not-empty', { table })
}

/** Rows of tables or columns that nobody here knows are not dropped in silence. */
function refuseStrange({ members }: Manifest, tables: readonly HouseTable[]): void {
  const known = new Map(tables.map((table) => [tableMember(table.name), table]))
  for (const [name, { columns }] of Object.entries(members)) {
    if (name.startsWith('files/') && name !== fileMember(members[name]!.sha256)) throw unreadable('damaged', name)
    if (!name.startsWith('tables/')) continue
    const table = known.get(name)
    if (table === undefined || columns === undefined) throw unreadable('strange-table', name)
    for (const column of columns) if (!table.columns.some((one) => one.name === column)) throw unreadable('strange-table', name)
  }
  if (!(tableMember('house') in members)) throw unreadable('absent', tableMember('house'))
}

function writeRows(
  house: HouseContext,
  actor: Actor,
  archive: Archive,
  tables: readonly HouseTable[],
  progress: (progress: MovingProgress) => void,
): Promise<number> {
  const { houseId } = house
  const { manifest } = archive
  const total = Object.values(manifest.members).reduce((sum, { rows }) => sum + (rows ?? 0), 0)
  return house.writeTurn(() =>
    house.db.transaction().execute(async (trx) => {
      await openHouseRow(trx, houseId)
      const before = await lockHouse(trx, houseId)
      if (!before) throw new Error('the house has no row and takes none')
      await refuseUnlessEmpty(house, trx)
      await makeRoom(trx, houseId)
      const at = house.now().toISOString()
      let done = 0
      for (const table of tables) {
        const member = tableMember(table.name)
        const columns = manifest.members[member]?.columns
        if (columns === undefined) continue
        if (table.name === 'member') await seat(archive, trx, houseId, at)
        let rows = 0
        for await (const lines of batches(archive.lines(member))) {
          await putRows(trx, houseId, table, columns, lines, before.changeSeq)
          rows += lines.length
          progress({ step: 'rows', done: done + rows, total })
        }
        if (rows !== manifest.members[member]?.rows || (table.name === 'house' && rows !== 1)) throw unreadable('damaged', member)
        done += rows
      }
      await makeHouseFindable(trx, houseId)
      const head = await lockHouse(trx, houseId)
      if (!head) throw new Error('the house that moved in has no row')
      await makeLinesAnew(trx, houseId, head.changeSeq + 1) // an earlier program may have packed them
      await countSalesWhereTheyHold(trx, houseId) // an earlier program may have counted them elsewhere
      const detail = { from: manifest.house.id, exportedAt: manifest.at, rows: done, linesBefore: before.auditSeq, sealBefore: before.auditHash } // prettier-ignore
      const lines = sealed(head, [{ verb: 'importHouse', subject: 'House', subjectId: null, detail }], actor, at)
      await appendAudit(trx, houseId, lines, head.changeSeq + 1)
      return done
    }),
  )
}

/** The people of the house, before their rows: by what they sign in with. */
async function seat(archive: Archive, trx: Asker, houseId: string, at: string): Promise<void> {
  for await (const lines of archive.lines(tableMember('member'))) {
    const members = lines.map((line): MovingMember => {
      const { user_id: userId, name, email } = JSON.parse(line) as Record<string, unknown>
      if (typeof userId !== 'string' || typeof name !== 'string' || typeof email !== 'string') throw unreadable('rows', 'tables/member.ndjson') // prettier-ignore
      return { userId, name, email }
    })
    const elsewhere = await seatMembers(trx, houseId, members, at)
    if (elsewhere !== null) throw new HouseError('user-exists', { email: elsewhere })
  }
}

async function* batches(some: AsyncIterable<string[]>): AsyncGenerator<string[]> {
  let batch: string[] = []
  let letters = 0
  for await (const lines of some)
    for (const line of lines) {
      batch.push(line)
      letters += line.length
      if (batch.length < BATCH_ROWS && letters < BATCH_LETTERS) continue
      yield batch
      batch = []
      letters = 0
    }
  if (batch.length > 0) yield batch
}
