/** A worker thread that paints what it is sent, one job after the other. */
import { parentPort } from 'node:worker_threads'
import { paint } from './paint.ts'
import type { Job } from './paint.ts'

parentPort?.on('message', (job: Job & { ticket: number }) => {
  paint(job).then(
    (bytes) => parentPort?.postMessage({ ticket: job.ticket, bytes }),
    (error: unknown) =>
      parentPort?.postMessage({
        ticket: job.ticket,
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      }),
  )
})
