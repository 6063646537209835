/** Uploads on the disk while they come in, and their checksum, taken as their bytes are written. */
import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { FileStore } from '@tus/file-store'
import { ERRORS, Upload } from '@tus/server'

/** How long an upload may take, and how long what is left of it is kept. */
const UPLOAD_DAYS = 7
/** Checksums that are under way; of more than these the file is read again at its end. */
const MOST_RUNNING = 64

const DISK_FULL = { status_code: 507, body: 'disk-full' }

const ID = /^[0-9a-z]{26}$/
const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException | null)?.code ?? ''

/** Finds the file of an upload that was taken in; its path where it is on this machine, else the checksum that it was taken in with. */
export type Settled = (id: string) => Promise<{ size: number; path: string | null; checksum: string | null } | null>

export class UploadStore extends FileStore {
  readonly #folder: string
  readonly #settled: Settled[]
  readonly #running = new Map<string, { hash: Hash; size: number }>()

  /** @param settled where an upload may lie that was taken in: it is then known to be whole */
  constructor(folder: string, ...settled: Settled[]) {
    super({ directory: folder, expirationPeriodInMilliseconds: UPLOAD_DAYS * 86_400_000 })
    this.#folder = folder
    this.#settled = settled
    this.extensions = ['creation', 'creation-with-upload', 'termination', 'expiration'] // the size is said beforehand
  }

  path(id: string): string {
    if (!ID.test(id)) throw ERRORS.FILE_NOT_FOUND
    return join(this.#folder, id)
  }

  /** Writes what comes until it ends or breaks off; all that came is kept and counted, so that the next request goes on there. */
  override async write(readable: Readable, id: string, offset: number): Promise<number> {
    const file = await open(this.path(id), 'r+')
    let running = this.#running.get(id)
    if (offset === 0) running = { hash: createHash('sha256'), size: 0 }
    if (running?.size !== offset) running = undefined // another server had part of it, or this one was started anew
    this.#running.delete(id)
    if (running !== undefined) this.#running.set(id, running)
    let size = offset
    try {
      for await (const chunk of readable as AsyncIterable<Uint8Array>) {
        for (let done = 0; done < chunk.length;) {
          const { bytesWritten } = await file.write(chunk, done, chunk.length - done, size)
          running?.hash.update(chunk.subarray(done, done + bytesWritten))
          done += bytesWritten
          size += bytesWritten
          if (running !== undefined) running.size = size
        }
      }
    } catch (error) {
      throw ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(codeOf(error)) ? DISK_FULL : error
    } finally {
      await file.close()
      while (this.#running.size > MOST_RUNNING) this.#running.delete(this.#running.keys().next().value!)
    }
    return size
  }

  /** The SHA-256 of an upload that is whole, and on the disk. */
  async checksum(id: string, size: number): Promise<string> {
    const lies = await this.#lies(id)
    if (lies?.checksum) return lies.checksum // it is elsewhere, and was held against it on its way
    const path = lies?.path ?? this.path(id)
    const file = await open(path, 'r+')
    try {
      await file.datasync()
    } finally {
      await file.close()
    }
    const running = this.#running.get(id)
    this.#running.delete(id)
    if (running?.size === size) return running.hash.digest('hex')
    const hash = createHash('sha256')
    for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) hash.update(chunk as Uint8Array)
    return hash.digest('hex')
  }

  /** One that was taken in already is told as whole: whoever lost the last answer must not send it all again. */
  override async getUpload(id: string): Promise<Upload> {
    const known = ID.test(id) ? await this.configstore.get(id) : undefined
    if (known === undefined) throw ERRORS.FILE_NOT_FOUND
    const { size = 0, metadata = {}, creation_date = '' } = known // all three are written when an upload begins
    const file = await this.#lies(id)
    if (file === null) throw ERRORS.FILE_NO_LONGER_EXISTS
    return new Upload({ id, size, offset: file.size, metadata, creation_date })
  }

  /** Where the file of an upload is: here, or among the masters or copies. */
  async #lies(id: string): ReturnType<Settled> {
    const path = this.path(id)
    const found = await stat(path).catch(() => null)
    if (found !== null) return { path, size: found.size, checksum: null }
    for (const settled of this.#settled) {
      const taken = await settled(id)
      if (taken !== null) return taken
    }
    return null
  }

  override async remove(id: string): Promise<void> {
    this.#running.delete(id)
    await rm(this.path(id), { force: true })
    await rm(`${this.path(id)}.json`, { force: true })
  }

  /**
   * Removes uploads that never became whole in their time, what is noted of those that did, and files of which nothing is noted.
   *
   * @param forget removes what was carried elsewhere of one whose file is still here; one that it throws for stays, to be tried again
   */
  override async deleteExpired(
    now = Date.now(),
    forget: (upload: { id: string; metadata: Upload['metadata'] }) => Promise<void> = async () => {},
  ): Promise<number> {
    let removed = 0
    for (const id of await this.#ids()) {
      const about = (await stat(`${this.path(id)}.json`).catch(() => null)) ?? (await stat(this.path(id)).catch(() => null))
      if (about === null || now - about.mtimeMs < UPLOAD_DAYS * 86_400_000) continue
      const known = await this.configstore.get(id)
      const isHere = (await stat(this.path(id)).catch(() => null)) !== null
      try {
        if (known !== undefined && isHere) await forget({ id, metadata: known.metadata })
      } catch {
        continue // the S3 is away: nobody else would know what lies in it
      }
      await this.remove(id)
      removed += 1
    }
    return removed
  }

  /** Uploads that are whole, taken in or not: a server may die between moving a file and writing its row. */
  async whole(): Promise<Upload[]> {
    const found: Upload[] = []
    for (const id of await this.#ids()) {
      const upload = await this.getUpload(id).catch(() => null)
      if (upload !== null && upload.offset === upload.size) found.push(upload)
    }
    return found
  }

  async #ids(): Promise<string[]> {
    const names = (await readdir(this.#folder).catch(() => [])).map((name) => name.replace(/\.json$/, ''))
    return [...new Set(names)].filter((name) => ID.test(name))
  }
}
