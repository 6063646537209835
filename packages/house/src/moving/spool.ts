/** Members of an archive, packed onto the disk while the house is read: reading takes seconds, however slowly it is fetched. */
import { createHash } from 'node:crypto'
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { crc32, createDeflateRaw } from 'node:zlib'
import type { ZipEntry } from '@vitrine/exchange/archive/write-zip'

export interface Packed extends ZipEntry {
  sha256: string
  at: number
}

const CHUNK = 256 * 1024

/** A folder that only this user reads; whoever asked for it removes it. */
export const spoolFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'vitrine-house-'))
export const removeFolder = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true })

export class Spool {
  readonly members: Packed[] = []
  readonly #file: FileHandle
  #end = 0

  private constructor(file: FileHandle) {
    this.#file = file
  }

  static async open(folder: string): Promise<Spool> {
    return new Spool(await open(join(folder, 'packed'), 'wx+', 0o600))
  }

  /** Packs the texts behind each other as one member. */
  async add(name: string, texts: AsyncIterable<string> | Iterable<string>): Promise<Packed> {
    const deflate = createDeflateRaw({ chunkSize: CHUNK })
    const at = this.#end
    const written = this.#write(deflate)
    const hash = createHash('sha256')
    let crc = 0
    let size = 0
    try {
      for await (const text of texts) {
        const bytes = Buffer.from(text)
        hash.update(bytes)
        crc = crc32(bytes, crc)
        size += bytes.length
        if (!deflate.write(bytes)) await new Promise((resolve) => deflate.once('drain', resolve))
      }
      deflate.end()
      await finished(deflate, { writable: true, readable: false })
      await written
    } catch (thrown) {
      deflate.destroy()
      await written.catch(() => {})
      throw thrown
    }
    const member: Packed = { name, method: 8, crc, size, packed: this.#end - at, sha256: hash.digest('hex'), at }
    this.members.push(member)
    return member
  }

  async #write(chunks: AsyncIterable<Uint8Array>): Promise<void> {
    for await (const chunk of chunks) {
      for (let done = 0; done < chunk.length;) {
        const { bytesWritten } = await this.#file.write(chunk, done, chunk.length - done, this.#end)
        done += bytesWritten
        this.#end += bytesWritten
      }
    }
  }

  async *read({ at, packed }: Packed): AsyncGenerator<Uint8Array> {
    for (let done = 0; done < packed;) {
      const { buffer, bytesRead } = await this.#file.read(Buffer.alloc(Math.min(CHUNK, packed - done)), 0, undefined, at + done)
      if (bytesRead === 0) throw new Error('the spool ended before its members did')
      done += bytesRead
      yield buffer.subarray(0, bytesRead)
    }
  }

  async close(): Promise<void> {
    await this.#file.close()
  }
}
