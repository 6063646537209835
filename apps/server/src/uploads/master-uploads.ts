/**
 * Masters, and copies that are to be traced, come in by the tus protocol (tus.io), at /api/uploads: in pieces, from where they broke off, as
 * large as the house allows. Who may hand one in is asked again with every piece, and an upload is its sender's alone.
 */
import { mkdirSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { Metadata, Server, type Upload } from '@tus/server'
import { HouseError, mayEver, SYSTEM, type Actor, type House } from '@vitrine/house'
import { newId } from '@vitrine/house/ids'
import { preferredLocale } from '@vitrine/messages/locale'
import { Hono } from 'hono'
import { askerBy, type AskerParts, refuseForeignPage } from '../api/asker.ts'
import { isKnown, Problem, problemResponse } from '../api/problem.ts'
import { describeError, type Log } from '../log.ts'
import { type Purpose, purposesIn, toldOf } from './purposes.ts'
import { type Settled, UploadStore } from './upload-store.ts'

export const UPLOADS_PATH = '/api/uploads'

export interface UploadParts extends AskerParts {
  folder: string
  /** What was taken in already: masters, and copies to be traced. */
  settled: Settled[]
  /** Each removes what of an upload was carried to where masters, or copies, are kept. */
  forget: ((id: string) => Promise<void>)[]
  mostBytes: number
  log: Log
  /** Bytes that are free where uploads lie; asked of the disk itself unless a test says otherwise. */
  free?: () => Promise<number>
}

export interface MasterUploads {
  routes: Hono
  /** Takes in what was whole already when an earlier server died, and removes what never became whole. */
  tidy(): Promise<{ taken: number; expired: number }>
}

const METHODS = new Set(['POST', 'HEAD', 'PATCH', 'DELETE', 'OPTIONS'])

export function masterUploads(parts: UploadParts): MasterUploads {
  const { house, log } = parts
  mkdirSync(parts.folder, { recursive: true, mode: 0o700 })
  const store = new UploadStore(parts.folder, ...parts.settled)
  const purposes = purposesIn(house)
  const free = parts.free ?? (async () => freeIn(parts.folder))
  /** Who sent a request: tus hands the request through as it is. */
  const senders = new WeakMap<object, Actor>()
  const tus = new Server({
    path: UPLOADS_PATH,
    datastore: store,
    relativeLocation: true,
    allowedOrigins: [],
    maxSize: parts.mostBytes,
    disableTerminationForFinishedUploads: true,
    namingFunction: () => newId(Date.now()),
    onUploadCreate: (request, upload) => {
      const sender = senders.get(request)
      return Promise.resolve({ metadata: { ...toldOf(upload.metadata), by: sender?.userId ?? null } })
    },
    onUploadFinish: async (request, upload) => {
      const { id } = await takeIn(senders.get(request) ?? SYSTEM, upload)
      return { headers: { [purposes.of(toldOf(upload.metadata)).header]: id } }
    },
    onResponseError: (_request, error) => {
      if ('status_code' in error) return undefined
      if (!isKnown(error) && error.name !== 'AbortError') log.error('upload', describeError(error))
      const { status, code } = error instanceof HouseError ? error : { status: 500, code: 'internal' }
      return { status_code: status, body: code }
    },
  })

  /** Uploads that are being taken in at this moment: of a large one the checksum alone may take minutes. */
  const taking = new Set<string>()
  /** Uploads whose time is over and that are being deleted at this moment: none of them is taken in any more. */
  const leaving = new Set<string>()

  async function takeIn(actor: Actor, upload: Upload) {
    if (leaving.has(upload.id)) throw new HouseError('not-found', { subject: 'Upload' })
    taking.add(upload.id)
    try {
      return await takenIn(actor, upload)
    } finally {
      taking.delete(upload.id)
    }
  }

  async function takenIn(actor: Actor, { id, size = 0, metadata }: Upload) {
    const told = toldOf(metadata)
    const purpose = purposes.of(told)
    mayHandIn(actor, purpose)
    await purpose.hold(told) // before hundreds of gigabytes are read for their checksum
    const checksum = await store.checksum(id, size)
    return purpose.takeIn(actor, told, { id, size, checksum, path: store.path(id) })
  }

  /** Refuses before a byte is taken: who may not, of a film that is none, for what would not fit. */
  async function admit(actor: Actor, request: Request): Promise<void> {
    mayHandIn(actor, ...purposes.all)
    if (request.method === 'OPTIONS') return
    if (request.method === 'POST') {
      const told = toldOf(metadataOf(request))
      const purpose = purposes.of(told)
      mayHandIn(actor, purpose)
      const size = Number(request.headers.get('upload-length') ?? Number.NaN)
      if (!Number.isSafeInteger(size) || size < 1) throw new HouseError('invalid-input', { issues: [{ path: 'Upload-Length', message: 'The size of the file, in bytes' }] }) // prettier-ignore
      if (size > parts.mostBytes) throw new HouseError('too-large', { limit: parts.mostBytes })
      await purpose.hold(told)
      if (size > (await free())) throw new HouseError('disk-full')
      return
    }
    const id = new URL(request.url).pathname.split('/').at(-1) ?? ''
    const upload = await store.getUpload(id).catch(() => null)
    if (upload === null || (upload.metadata?.['by'] ?? null) !== actor.userId)
      throw new HouseError('not-found', { subject: 'Upload' })
    mayHandIn(actor, purposes.of(toldOf(upload.metadata)))
  }

  /** What was carried of an upload that was never taken in, and whose time is over. */
  async function forget({ id, metadata }: { id: string; metadata: Upload['metadata'] }): Promise<void> {
    if (taking.has(id)) throw new Error('it is being taken in at this moment')
    leaving.add(id)
    try {
      if (await purposes.of(toldOf(metadata)).isIn(id)) return
      for (const remove of parts.forget) await remove(id)
    } catch (error) {
      leaving.delete(id) // it stays
      throw error
    }
  }

  const routes = new Hono()
  routes.onError((error, context) => {
    if (!isKnown(error)) log.error('upload', describeError(error))
    return problemResponse(error, preferredLocale(context.req.header('accept-language') ?? null, 'en'))
  })
  routes.all('*', async (context) => {
    const request = context.req.raw
    if (!METHODS.has(request.method)) throw new Problem('no-such-endpoint')
    const actor = await askerBy(request.headers, parts)
    refuseForeignPage(request.method === 'HEAD' ? 'HEAD' : 'POST', request.headers, parts.origins())
    await admit(actor, request)
    senders.set(request, actor)
    return tus.handleWeb(request)
  })

  return {
    routes,
    async tidy() {
      let taken = 0
      for (const upload of await store.whole()) {
        try {
          if (taking.has(upload.id) || (await purposes.of(toldOf(upload.metadata)).isIn(upload.id))) continue
          await takeIn(await senderOf(house, upload), upload)
          taken += 1
        } catch (error) {
          log.warn('upload', { upload: upload.id, ...describeError(error) }) // the others are taken in all the same
        }
      }
      try {
        return { taken, expired: await store.deleteExpired(Date.now(), forget) }
      } finally {
        leaving.clear()
      }
    },
  }
}

/** Refuses whoever may hand in nothing for any of these purposes. */
function mayHandIn(actor: Actor, ...purposes: Purpose[]): void {
  if (!purposes.some(({ verb }) => mayEver(actor, verb)))
    throw new HouseError(actor.kind === 'visitor' ? 'sign-in-needed' : 'not-allowed', { verb: purposes[0]!.verb })
}

function metadataOf(request: Request): Upload['metadata'] {
  try {
    return Metadata.parse(request.headers.get('upload-metadata') ?? undefined)
  } catch {
    throw new HouseError('invalid-input', { issues: [{ path: 'Upload-Metadata', message: 'Not as tus writes it' }] })
  }
}

/** Who sent an upload that is taken in later: themselves if they still belong to the house, else the house. */
async function senderOf(house: House, upload: Upload): Promise<Actor> {
  const by = upload.metadata?.['by'] ?? null
  return (by === null ? null : await house.actorForUser(by)) ?? SYSTEM
}

async function freeIn(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}
