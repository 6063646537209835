/** A file sent to the server that runs on this machine, piece by piece, as tus 1.0.0 says. */
import { open } from 'node:fs/promises'
import { basename } from 'node:path'

const PIECE = 16 * 1024 * 1024

/** What a server is asked for a path of it; throws where it refuses. */
export type Send = (path: string, init: RequestInit) => Promise<Response>

/** The id of the trace that it became. */
export async function sendCopy(
  send: Send,
  { path, titleId, where, onSent }: { path: string; titleId: string; where: string | null; onSent: (share: number) => void },
): Promise<string> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const told = { purpose: 'trace', titleId, filename: basename(path), ...(where === null ? {} : { where }) }
    const words = Object.entries(told).map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
    const begun = await send('/api/uploads', {
      method: 'POST',
      headers: { 'tus-resumable': '1.0.0', 'upload-length': String(size), 'upload-metadata': words.join(',') },
    })
    const address = begun.headers.get('location') ?? ''
    const piece = Buffer.alloc(Math.min(PIECE, size))
    for (let at = 0; ;) {
      const { bytesRead } = await file.read(piece, 0, piece.length, at)
      const answer = await send(address, {
        method: 'PATCH',
        headers: { 'tus-resumable': '1.0.0', 'content-type': 'application/offset+octet-stream', 'upload-offset': String(at) },
        body: piece.subarray(0, bytesRead),
      })
      at += bytesRead
      onSent(at / size)
      const id = answer.headers.get('x-trace')
      if (id !== null) return id
      if (bytesRead === 0) throw new Error(`${path} became shorter while it was sent`)
    }
  } finally {
    await file.close()
  }
}
