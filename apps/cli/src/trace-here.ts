/** A copy traced by this very command, where no server has the house: it is copied in, worked on here, and told. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, mkdir, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { SYSTEM, type House, type TraceReading } from '@vitrine/house'
import { newId } from '@vitrine/house/ids'
import { createLog } from '@vitrine/server/log'
import { packagingInProcess } from '@vitrine/server/packaging/in-a-process'
import { traceOnce } from '@vitrine/server/packaging/worker'
import type { TraceRequest } from './reach.ts'

/** @param uploads the folder in which uploads come in: the disk of the copies */
export async function traceHere(house: House, uploads: string, { path, titleId, where, onProgress }: TraceRequest): Promise<TraceReading> {
  const id = newId(Date.now())
  const copy = join(uploads, id)
  const hash = createHash('sha256')
  await mkdir(uploads, { recursive: true, mode: 0o700 })
  try {
    await copyFile(path, copy)
    for await (const piece of createReadStream(copy, { highWaterMark: 1024 * 1024 })) hash.update(piece as Buffer)
    const { size } = await stat(copy)
    await house.startTrace(SYSTEM, { id, titleId, fileName: basename(path), foundWhere: where, size, checksum: hash.digest('hex'), path: copy }) // prettier-ignore
  } finally {
    await rm(copy, { force: true })
  }
  const told = setInterval(() => void house.viewTrace(SYSTEM, { id }).then(onProgress, () => {}), 500)
  const parts = { house, packaging: packagingInProcess(), log: createLog('silent'), atOnce: 1 }
  try {
    for (;;) {
      const now = await house.viewTrace(SYSTEM, { id })
      if (now.state !== 'waiting' && now.state !== 'tracing') return now
      // What was handed in before comes first; another worker over the same database may have taken it.
      const worked = now.state === 'waiting' && (await traceOnce(parts, `command-${process.pid}`, new AbortController().signal))
      if (!worked) await pause(500)
    }
  } finally {
    clearInterval(told)
  }
} // prettier-ignore
