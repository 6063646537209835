import type { HouseContext } from '../../context.ts'
import type { Actor, ImportItem, ImportProgress, ImportReport } from '../../contract.ts'
import { isHouseError } from '../../errors.ts'
import { newId } from '../../ids.ts'
import { authorise } from '../../policies/authorise.ts'
import { importBatch, type IncomingFile, readIncoming } from '../../sheets/import-batch.ts'
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
 * its ISAN, or its folded title with year and director: neither ever makes a second title. A title that a person has edited
 * is never written over, nor a published one by a sheet with grave warnings: the new sheet waits at the desk beside it. Memory does not grow with the number of files.
 */
export async function importSheets(
  house: HouseContext,
  actor: Actor,
  args: {
    files: AsyncIterable<{ path: string; bytes: Uint8Array }>
    total: number | null
    publish?: boolean
    onProgress?: (p: ImportProgress) => void
    signal?: AbortSignal
  },
): Promise<ImportReport> {
  authorise(actor, 'importSheets')
  const report: ImportReport = {
    id: newId(house.now().getTime()),
    created: 0,
    updated: 0,
    unchanged: 0,
    needsAnEye: 0,
    failed: 0,
    items: [],
  }
  const meter = startMeter(args.total, args.onProgress)
  const publish = args.publish === true

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
    storing = importBatch(house, actor, incoming, publish, report.id).then((items) => {
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
