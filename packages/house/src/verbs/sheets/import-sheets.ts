import { KnownFilms } from '@vitrine/catalogue/duplicates/known-films'
import { findSheetImport } from '@vitrine/store/sheets/sheet-imports'
import { listTitleMarks } from '@vitrine/store/titles/marks'
import type { HouseContext } from '../../context.ts'
import type { Actor, ImportItem, ImportProgress, ImportReport } from '../../contract.ts'
import { HouseError, isHouseError } from '../../errors.ts'
import { newId } from '../../ids.ts'
import { Id, parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { importBatch } from '../../sheets/import-batch.ts'
import { type IncomingFile, readIncoming } from '../../sheets/read-incoming.ts'
import { filesIn } from '../../sheets/read-file.ts'
import { FAILURES_OF_A_FILE, type FileToRead } from '../../sheets/read-films.ts'
import { openReadingRoom } from '../../sheets/reading-room.ts'
import { write } from '../../write.ts'

const FILES_A_BATCH = 200
const BYTES_A_BATCH = 8_000_000
const ITEMS_KEPT = 10_000 // of those that need nobody; the others are all kept

/**
 * Takes in any number of files. Each batch is one transaction: stopped at any moment, by `signal`, by `kill -9`, by a power cut,
 * what was stored is whole, and running it again goes on from there. A file is known by its content; a film by its EIDR,
 * its ISAN, or its folded title with year and director: neither ever makes a second title. What is new becomes a title at once, to be
 * taken back in one step; what would change a title that was there before, or is called nearly as one is, waits at the desk beside it. With
 * `update` titles are changed at once too, but never one that a person has edited, nor a published one by a sheet with grave warnings.
 * `continues` names an import that goes on. Memory grows with the titles of the catalogue by their names alone, not with the files.
 */
export async function importSheets(
  house: HouseContext,
  actor: Actor,
  args: {
    files: AsyncIterable<{ path: string; bytes: Uint8Array }>
    total: number | null
    publish?: boolean
    update?: boolean
    continues?: string | null
    onProgress?: (p: ImportProgress) => void
    signal?: AbortSignal
  },
): Promise<ImportReport> {
  authorise(actor, 'importSheets')
  const report: ImportReport = {
    id: (await reachImport(house, args.continues ?? null)) ?? newId(house.now().getTime()),
    created: 0,
    updated: 0,
    unchanged: 0,
    needsAnEye: 0,
    failed: 0,
    items: [],
  }
  const meter = startMeter(args.total, args.onProgress)
  const manner = {
    importId: report.id,
    publish: args.publish === true,
    update: args.update === true,
    known: new KnownFilms(await listTitleMarks(house.db, house.houseId)),
  }
  const room = openReadingRoom()

  let batch: FileToRead[] = []
  let bytes = 0
  let storing: Promise<unknown> = Promise.resolve()
  // One batch is stored while the next is read.
  const flush = async (): Promise<void> => {
    const files = batch
    batch = []
    bytes = 0
    if (files.length === 0) return
    const incoming = await readIncoming(house, room, files)
    await storing
    if (args.signal?.aborted) return
    storing = importBatch(house, actor, incoming, manner).then((items) => {
      for (const item of items) note(report, item)
      meter.pass(incoming)
    })
    storing.catch(() => {}) // it is awaited before the next batch and at the end, and fails there
  }
  try {
    for await (const outer of args.files) {
      if (args.signal?.aborted) break
      try {
        for await (const file of filesIn(outer)) {
          batch.push(file)
          bytes += file.bytes.length
          if (batch.length >= FILES_A_BATCH || bytes >= BYTES_A_BATCH) await flush()
        }
      } catch (thrown) {
        // An archive that cannot be opened is one failed file; anything else stops the import, and what is stored stays.
        if (!isHouseError(thrown) || !FAILURES_OF_A_FILE.includes(thrown.code)) throw thrown
        const reason = String(thrown.details['reason'] ?? thrown.code)
        note(report, { file: outer.path, part: 0, title: null, titleId: null, outcome: 'failed', reason, warnings: 0 })
      }
    }
    await flush()
  } finally {
    await storing.finally(() => room.close())
  }
  const { created, updated, unchanged, needsAnEye, failed } = report
  await write(house, actor, async (writing) => {
    writing.audit({
      verb: 'importSheets',
      subject: 'House',
      subjectId: report.id,
      detail: { created, updated, unchanged, needsAnEye, failed, stopped: args.signal?.aborted === true },
    })
  })
  return report
}

/** The import that goes on; none where it has stored nothing yet, so that one is begun. */
async function reachImport(house: HouseContext, said: string | null): Promise<string | null> {
  if (said === null) return null
  const found = await findSheetImport(house.db, house.houseId, parse(Id, said))
  if (found !== null && found.undoneAt !== null) throw new HouseError('wrong-state', { subject: 'Import', state: 'undone' })
  return found?.id ?? null
}

function note(report: ImportReport, item: ImportItem): void {
  const counted = item.outcome === 'needs-an-eye' ? 'needsAnEye' : item.outcome
  report[counted] += 1
  if (item.outcome === 'needs-an-eye' || item.outcome === 'failed' || item.warnings > 0 || report.items.length < ITEMS_KEPT)
    report.items.push(item)
}

function startMeter(
  total: number | null,
  onProgress?: (p: ImportProgress) => void,
): { pass(files: readonly IncomingFile[]): void } {
  const began = performance.now()
  let done = 0
  let bytes = 0
  return {
    pass(files) {
      done += files.length
      bytes += files.reduce((sum, file) => sum + file.bytes, 0)
      const perSecond = done / Math.max((performance.now() - began) / 1000, 0.001)
      const secondsLeft = total === null ? null : Math.max(0, (total - done) / perSecond)
      onProgress?.({ done, total, bytes, perSecond, secondsLeft })
    },
  }
}
