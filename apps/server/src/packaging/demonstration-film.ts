/** One of the invented films moves: it is made, handed in and packaged behind the back of whoever looks round the demonstration house. */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, rmSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { SYSTEM, type House } from '@vitrine/house'
import { newId } from '@vitrine/house/ids'
import { languageOf } from '@vitrine/screening/packaging/language'
import type { Packaging } from './packaging.ts'

/** The film that is packaged in a demonstration house (demonstration/src/moving). */
const SLUG = 'salt-is-a-slow-clock'
const FILE = `${SLUG}.mp4`

export interface DemonstrationParts {
  house: House
  packaging: Packaging
  /** Films that this server packages at once: where there are none it would wait for ever. */
  workers: number
  /** Where uploads lie: the disk of the masters. */
  uploads: string
  /** There until the film is in. */
  note: string
  signal: AbortSignal
}

/**
 * Goes on from wherever an earlier start had come, also from one at which nothing was packaged here: years may lie between them, and the
 * house may be somebody's own by now. Answers whether there was something to do.
 *
 * @throws PackagingFailure `no-engine` where nothing can make films: it is tried again at the next start
 */
export async function showFilm({ house, packaging, workers, uploads, note, signal }: DemonstrationParts): Promise<boolean> {
  if (!existsSync(note) || workers === 0) return false
  const doing = { signal, onProgress: () => {} }
  const { id: titleId, sheet } = await house.viewTitle(SYSTEM, { slug: SLUG, locale: 'en' })
  const here = () => house.listReels(SYSTEM, { titleId })
  const { masters, cuts, reels } = await here()
  const { demonstration } = await house.viewSettings(SYSTEM)
  // A film that somebody handed in or had packaged needs none of ours; nor does a house in which nothing is invented any more.
  if (!demonstration || reels.length > 0 || masters.some(({ fileName }) => fileName !== FILE)) {
    rmSync(note, { force: true })
    return false
  }
  const place = { cut: cuts[0] ?? null, episode: null }
  if (masters.length === 0) {
    const id = newId(Date.now())
    const path = join(uploads, id)
    try {
      const subtitles = await packaging.compose(SLUG, path, doing)
      const { size } = await stat(path)
      await house.receiveMaster(SYSTEM, { id, titleId, ...place, fileName: FILE, size, checksum: await sha256Of(path), path }) // prettier-ignore
      for (const { language, sdh, webvtt } of subtitles)
        await house.addSubtitles(SYSTEM, { titleId, ...place, language, sdh, fileName: `${SLUG}.${language}.vtt`, bytes: Buffer.from(webvtt) }) // prettier-ignore
    } finally {
      rmSync(path, { force: true })
    }
  }
  for (;;) {
    const [master] = (await here()).masters
    if (master === undefined || master.failure !== null) break
    if (master.report !== null) {
      const languages = master.report.sound.map(() => languageOf(sheet.originalLanguages[0] ?? null)) // the file does not say it
      await house.orderReel(SYSTEM, { masterId: master.id, marked: true, languages })
      break
    }
    await pause(1000, undefined, { signal, ref: false })
  }
  rmSync(note, { force: true })
  return true
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array)
  return hash.digest('hex')
}
