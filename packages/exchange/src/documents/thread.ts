/** The other end of apart.ts: reads one document or message after the other, and answers for each. */
import { parentPort } from 'node:worker_threads'
import type { ReadingAnswer, ReadingOrder } from './apart.ts'
import { DocumentError } from './errors.ts'
import { readDocument } from './read.ts'

parentPort?.on('message', (order: ReadingOrder) => {
  void answer(order).then((reply) => parentPort?.postMessage(reply))
})

// pdf.js leaves promises behind when a page fails; the page's own failure has been answered for.
process.on('unhandledRejection', () => undefined)

async function answer({ what, bytes, fileName, limits }: ReadingOrder): Promise<ReadingAnswer> {
  try {
    if (what === 'mail') {
      const { messageOrFault } = await import('../mail/message.ts')
      return { outcome: 'read', value: await messageOrFault(bytes) }
    }
    return { outcome: 'read', value: await readDocument(bytes, fileName, limits) }
  } catch (error) {
    if (error instanceof DocumentError) return { outcome: 'refused', code: error.code, params: error.params }
    return { outcome: 'refused', code: 'damaged', params: {} }
  }
}
