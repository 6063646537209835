/** Copies that turned up. */
import { setTimeout as pause } from 'node:timers/promises'
import type { TraceReading } from '@vitrine/house/contract/traces'
import type { Part } from './connection.ts'
import { sendCopy } from './send-copy.ts'

export const traces: Part<'traceCopy'> = (server) => ({
  async traceCopy({ onProgress, ...copy }) {
    const id = await sendCopy(server.send, copy)
    for (;;) {
      const trace = await server.json<TraceReading>(`/traces/${id}`)
      if (trace.state !== 'waiting' && trace.state !== 'tracing') return trace
      onProgress(trace)
      await pause(1000)
    }
  },
})
