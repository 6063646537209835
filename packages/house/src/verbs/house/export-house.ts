import { crc32 } from 'node:zlib'
import { ZipWriter } from '@vitrine/exchange/archive/write-zip'
import { houseReadme } from '@vitrine/messages/house-archive'
import { schemaNumber } from '@vitrine/store/house-copy/schema-number'
import { houseTables } from '@vitrine/store/house-copy/tables'
import { namedFiles, walkRows } from '@vitrine/store/house-copy/walk-rows'
import { readSettings } from '@vitrine/store/settings/settings'
import { walkTitles } from '@vitrine/store/titles/find-title'
import { sha256 } from '../../canonical.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { translated } from '../../files/disk-faults.ts'
import { translate } from '../../failures.ts'
import {
  ARCHIVE_FORMAT,
  fileMember,
  MANIFEST,
  type Manifest,
  type MemberNote,
  README,
  tableMember,
} from '../../moving/manifest.ts'
import { type Packed, removeFolder, Spool, spoolFolder } from '../../moving/spool.ts'
import { authorise } from '../../policies/authorise.ts'
import { withDefaults } from '../../settings/defaults.ts'
import { toStoredTitle } from '../../titles/reach-title.ts'
import { write } from '../../write.ts'
import { exportContacts } from '../contacts/export-contacts.ts'
import { exportRights } from '../rights/export-rights.ts'

const STEP = 200

/**
 * The whole house as one ZIP: every row of every table as it stood at one moment, every file that a row names, and the films,
 * the rights and the contacts once more as people read them. docs/exchange.md, "The whole house".
 */
export async function* exportHouse(house: HouseContext, actor: Actor): AsyncGenerator<Uint8Array> {
  authorise(actor, 'exportHouse')
  let folder: string | null = null
  let spool: Spool | null = null
  try {
    await write(house, actor, async ({ audit }) => audit({ verb: 'exportHouse', subject: 'House', subjectId: null }))
    folder = await translated(spoolFolder)
    spool = await Spool.open(folder)
    const { manifest, files } = await packRows(house, actor, spool)
    const zip = new ZipWriter(new Date(manifest.at))
    for (const member of spool.members) {
      yield zip.begin(member)
      yield* spool.read(member)
    }
    for (const name of files) {
      const bytes = await house.files.get(name)
      if (bytes === null || sha256(bytes) !== name) {
        manifest.missing.push(name)
        continue
      }
      manifest.members[fileMember(name)] = { size: bytes.length, sha256: name }
      yield* stored(zip, fileMember(name), bytes)
    }
    yield* stored(zip, MANIFEST, Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`))
    yield zip.end()
  } catch (thrown) {
    throw translate(thrown)
  } finally {
    await spool?.close()
    if (folder !== null) await removeFolder(folder)
  }
}

function* stored(zip: ZipWriter, name: string, bytes: Uint8Array): Generator<Uint8Array> {
  yield zip.begin({ name, method: 0, crc: crc32(bytes), size: bytes.length, packed: bytes.length })
  yield bytes
}

/** Everything but the files, in one transaction that sees the house at one moment and keeps nobody from writing. */
function packRows(house: HouseContext, actor: Actor, spool: Spool): Promise<{ manifest: Manifest; files: string[] }> {
  return house.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const settings = withDefaults((await readSettings(trx, house.houseId))?.settings)
      const at = house.now().toISOString()
      const members: Record<string, MemberNote> = {}
      const note = ({ name, size, sha256: hash }: Packed, more: Partial<MemberNote> = {}): void => {
        members[name] = { size, sha256: hash, ...more }
      }
      note(await spool.add(README, [houseReadme({ house: settings.name, at })]))
      const tables = await houseTables(trx)
      for (const table of tables) {
        let rows = 0
        const lines = async function* (): AsyncGenerator<string> {
          for await (const some of walkRows(trx, house.houseId, table)) {
            rows += some.length
            yield `${some.join('\n')}\n`
          }
        }
        const packed = await spool.add(tableMember(table.name), lines())
        note(packed, { rows, columns: table.columns.map(({ name }) => name) })
      }
      const here = { ...house, db: trx }
      for (let after = ''; ;) {
        const rows = await walkTitles(trx, house.houseId, after, STEP)
        for (const row of rows)
          note(await spool.add(`titles/${row.slug}.json`, [`${JSON.stringify(toStoredTitle(row), null, 2)}\n`]))
        if (rows.length < STEP) break
        after = rows.at(-1)!.id
      }
      const locale = settings.defaultLocale === 'fr' ? 'fr' : 'en'
      const rights = await exportRights(here, actor, { format: 'json', locale })
      note(await spool.add('rights.json', [Buffer.from(rights.bytes).toString()]))
      const contacts = await exportContacts(here, actor, { format: 'csv', locale })
      note(await spool.add('contacts.csv', [Buffer.from(contacts.bytes).toString()]))
      const manifest: Manifest = {
        format: 'vitrine-house',
        version: ARCHIVE_FORMAT,
        schema: await schemaNumber(trx),
        house: { id: house.houseId, name: settings.name },
        at,
        missing: [],
        members,
      }
      return { manifest, files: await namedFiles(trx, house.houseId, tables) }
    })
}
