/** A file, or the range of it that is asked for, as a stream. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { describeError, type Log } from '../log.ts'
import { readRange } from './range.ts'

export interface OpenFile {
  size: number
  stream(from?: number, to?: number): Readable
  pour?(into: Writable, from: number, to: number): Promise<void>
  /** Lets go of it unread. */
  close?(): void
}

/** A word for a program; people read none of these. */
export function say(response: ServerResponse, status: number, word: string): void {
  response.statusCode = status
  response.setHeader('content-type', 'text/plain; charset=utf-8')
  response.end(`${word}\n`)
}

/** @param sent called with the number of bytes once all that was asked for has gone out */
export function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: OpenFile,
  log: Log,
  sent: (bytes: number) => void,
): void {
  const range = readRange(request.headers.range, file.size)
  response.setHeader('accept-ranges', 'bytes')
  if (range === 'beyond') {
    file.close?.()
    response.setHeader('content-range', `bytes */${file.size}`)
    return say(response, 416, 'range')
  }
  const [from, to] = range ?? [0, file.size - 1]
  response.statusCode = range === null ? 200 : 206
  if (range !== null) response.setHeader('content-range', `bytes ${from}-${to}/${file.size}`)
  response.setHeader('content-length', to - from + 1)
  if (request.method === 'HEAD' || file.size === 0) {
    file.close?.()
    return void response.end()
  }
  response.on('close', () => {
    if (response.writableFinished) sent(to - from + 1)
  })
  const out = file.pour?.(response, from, to).then(() => response.end()) ?? pipeline(file.stream(from, to), response)
  out.catch((error: unknown) => {
    if (!gone(error)) log.error('media', describeError(error))
    response.destroy()
  })
}

/** Whoever asked has gone away: that is theirs to do. */
const gone = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ERR_STREAM_PREMATURE_CLOSE'
