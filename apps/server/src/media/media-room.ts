/**
 * What a player fetches while a film runs: `/media/<viewing>/…`. Each request is allowed by a short token of that viewing and by its
 * screener, which may have been revoked half a second ago. Files go out as streams; a path that is asked for is looked up in the reel and
 * never becomes the name of a file.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { isHouseError, type House, type ReelFile, type ViewingOver } from '@vitrine/house'
import { playlistPaths } from '@vitrine/screening/reel/playlists'
import type { FileAsset } from '@vitrine/screening/serving/addresses'
import type { TokenKey } from '@vitrine/screening/tokens/token'
import { describeError, type Log } from '../log.ts'
import { repeat } from '../repeat.ts'
import { countryOf } from './country.ts'
import { copiesFrom, fromHere, type Refused } from './from-here.ts'
import { readReport, REPORT_BYTES } from './report.ts'
import { sendCopy } from './send-copy.ts'
import { type OpenFile, say, sendFile } from './send-file.ts'
import { subtitleTexts } from './subtitle-texts.ts'
import { cookiesOf, cookieIn, DEVICE_COOKIE, REPLACED_FOR } from './tokens.ts'
import type { Viewer } from './viewer.ts'
import { createViewers, type Viewers } from './viewers.ts'

const FLUSH_SECONDS = 2
const ADDRESS = /^\/media\/([0-9a-z]{1,64})\/([^?#]{1,200})(?:\?|$)/

/** The files of reels, as the server reads them. */
export interface ReelFiles {
  /** `whole`: it will be read from end to end. */
  open(reelId: string, path: string, whole: boolean): Promise<ReelFile | null>
}

export interface MediaParts {
  house: Pick<House, 'takeViewing' | 'readSubtitleText' | 'endedViewings' | 'reportViewings' | 'moveViewing' | 'sendMarkedCopy'>
  reels: ReelFiles
  /** Copies to keep. */
  copies: { open(id: string): Promise<OpenFile | null> }
  keys: readonly TokenKey[]
  https: boolean
  log: Log
  now?: () => number
}

export interface MediaRoom {
  answer(request: IncomingMessage, response: ServerResponse): void
  /** `Set-Cookie` headers that let a device watch a viewing that has begun. */
  admit(viewing: string, device: string): string[]
  /** A `Set-Cookie` header that lets a device fetch the file of a copy. */
  admitToCopy(viewing: string, device: string): string
  readonly viewers: Viewers
  /** Writes what is not written yet. */
  stop(): Promise<void>
}

export function createMediaRoom({ house, reels, copies, keys, https, log, now = Date.now }: MediaParts): MediaRoom {
  const viewers = createViewers(house, log, now)
  const subtitles = subtitleTexts(house)
  const cookies = cookiesOf(keys, https)
  const copyFrom = copiesFrom(fromHere(house, log, now), now)
  const flushing = repeat('media', FLUSH_SECONDS, log, () => viewers.flush())

  return {
    viewers,
    admit(viewing, device) {
      // Who is let in asks for the film next: it is read from the database meanwhile. What goes wrong with that is said when they ask.
      viewers.admit(viewing).catch(() => {})
      return cookies.admit(viewing, device, now())
    },
    admitToCopy(viewing, device) {
      copyFrom.admit(viewing)
      return cookies.admitToCopy(viewing, device, now())
    },
    answer(request, response) {
      response.setHeader('cache-control', 'private, no-store')
      response.setHeader('vary', 'cookie')
      response.setHeader('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
      const [, id, path] = ADDRESS.exec(request.url ?? '') ?? []
      if (id === undefined || path === undefined) return say(response, 404, 'nothing')
      const answered =
        path === 'report'
          ? report(request, response, id)
          : path === 'copy.mp4'
            ? sendCopy({ house, refusedFrom: copyFrom.refused, copies, cookies, log, now }, request, response, id)
            : serve(request, response, id, path)
      answered.catch((error: unknown) => {
        log.error('media', describeError(error))
        if (response.headersSent) return void response.destroy()
        if (isHouseError(error) && error.code === 'not-found') return say(response, 404, 'nothing') // the viewing is gone
        response.setHeader('retry-after', '2')
        say(response, 503, isHouseError(error) && error.code === 'films-down' ? 'films-down' : 'later')
      })
    },
    async stop() {
      await flushing.stop()
      await viewers.flush()
    },
  }

  /** Who asks, if they may, else it was answered; of a report, why it is not to lead to leave. */
  async function admitted(
    request: IncomingMessage,
    response: ServerResponse,
    purpose: 'watch' | 'renew',
    id: string,
    path: string,
  ): Promise<{ viewer: Viewer; refused: Refused | ViewingOver } | null> {
    const asked = { viewing: id, path: `/media/${id}/${path}`, now: now() }
    const read = cookies.read(purpose, request.headers.cookie, asked)
    if (read === null || read.refused !== null) {
      // 401: report, be given another token, and ask again. Of a token that was never ours nothing is said.
      say(response, read === null || read.refused === 'expired' ? 401 : 403, read === null ? 'token' : read.refused === 'expired' ? 'expired' : 'refused') // prettier-ignore
      return null
    }
    const viewer = await viewers.find(id)
    if (viewer === null) return refuse(response, 404, 'nothing')
    const pending = viewers.check(viewer)
    if (pending !== null) await pending
    if (viewer.checkedAt === 0) return refuse(response, 503, 'later')
    // Who closed the page is let in anew first: what ran on it is told then.
    if (viewer.over !== null && (purpose === 'watch' || viewer.over === 'left')) return refuse(response, 410, viewer.over)
    const { turn } = read.leave
    if (turn < viewer.newest[purpose] - REPLACED_FOR) return refuse(response, 403, 'refused')
    const from = viewer.over ?? viewers.refusedFrom(viewer, countryOf(request))
    const refused = from instanceof Promise ? await from : from
    // What ran before the link ended, or its viewer came to where nothing is shown, ran: it is heard, and leave is not renewed for it.
    if (refused !== null && purpose === 'watch') return refuse(response, 410, refused)
    viewer.newest[purpose] = Math.max(viewer.newest[purpose], turn)
    viewer.askedAt = asked.now
    return { viewer, refused }
  }

  async function serve(request: IncomingMessage, response: ServerResponse, id: string, path: string): Promise<void> {
    if (request.method !== 'GET' && request.method !== 'HEAD') return say(response, 405, 'method')
    const asking = await admitted(request, response, 'watch', id, path)
    if (asking === null) return
    const { viewer } = asking
    if (path === playlistPaths.master) await viewers.refresh(viewer)
    const asset = viewer.at(path)
    if (asset === null) return say(response, 404, 'nothing')
    response.setHeader('content-type', asset.type)
    if (asset.kind === 'file') return send(request, response, viewer, asset)
    const text = asset.kind === 'subtitles' ? await subtitles(asset.id) : path === playlistPaths.master ? viewer.whole : Buffer.from(asset.text) // prettier-ignore
    if (text === null) return say(response, 404, 'missing')
    response.setHeader('content-length', text.length)
    response.end(request.method === 'HEAD' ? undefined : text)
  }

  async function send(request: IncomingMessage, response: ServerResponse, viewer: Viewer, asset: FileAsset): Promise<void> {
    const { segment } = asset
    const whole = request.method === 'GET' && request.headers.range === undefined
    const file = await reels.open(viewer.viewing.reelId, asset.path[segment === null ? 'a' : viewer.viewing.variants[segment]!], whole) // prettier-ignore
    if (file === null) {
      log.error('media', { missing: asset.path.a, reel: viewer.viewing.reelId })
      return say(response, 404, 'missing')
    }
    if (response.destroyed) return file.close() // whoever asked has gone meanwhile
    sendFile(request, response, file, log, (bytes) => {
      // Sent whole, in one piece: that is what counts as served.
      viewers.noteSent(viewer, bytes, bytes === file.size ? segment : null)
    })
  }

  async function report(request: IncomingMessage, response: ServerResponse, id: string): Promise<void> {
    if (request.method !== 'POST') return say(response, 405, 'method')
    const asking = await admitted(request, response, 'renew', id, 'report')
    if (asking === null) return
    const { viewer, refused } = asking
    if (refused !== null) {
      const told = viewers.mayReport(viewer) ? await readReport(request) : null
      if (told !== null && told !== 'too-large') viewers.note(viewer, told)
      return say(response, 410, refused)
    }
    if (!viewers.mayReport(viewer)) {
      response.setHeader('retry-after', '1')
      return say(response, 429, 'slower')
    }
    const device = cookieIn(request.headers.cookie, DEVICE_COOKIE)!
    const read = await readReport(request)
    if (read === 'too-large') {
      response.setHeader('connection', 'close')
      return say(response, 413, `at most ${REPORT_BYTES} bytes`)
    }
    if (read === null) return say(response, 422, 'report')
    const written = viewers.note(viewer, read)
    if (written !== null) response.setHeader('vitrine-written', written)
    response.setHeader('set-cookie', cookies.admit(id, device, now()))
    response.statusCode = 204
    response.end()
  }
}

/** The same for whoever is asked for somebody. */
function refuse(response: ServerResponse, status: number, word: string): null {
  say(response, status, word)
  return null
}
