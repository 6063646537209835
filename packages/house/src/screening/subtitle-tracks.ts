/** Subtitles that were handed in, as tracks of a reel. */
import type { Asker } from '@vitrine/store/asker'
import { noteReel, type ReelRow, reelsOfTitle } from '@vitrine/store/reels/reels'
import { subtitlesOfCut, type SubtitlesRow } from '@vitrine/store/reels/subtitles'
import { readSubtitles, webvttOf } from '@vitrine/screening'
import { type Reel, reelPaths } from '@vitrine/screening/reel/reel'
import type { HouseContext } from '../context.ts'
import type { CutPlace, ReelWork, ScreeningFinding, SubtitlesView } from '../contract-reels.ts'
import { filmsOf } from './reach-reel.ts'

/** The tracks that a reel of a cut carries. One whose file is gone is left out. */
export async function tracksOf(house: HouseContext, db: Asker, titleId: string, place: CutPlace): Promise<ReelWork['subtitles']> {
  const tracks: ReelWork['subtitles'] = []
  for (const { language, sdh, contentHash } of await subtitlesOfCut(db, house.houseId, titleId, place)) {
    const bytes = await house.files.get(contentHash)
    if (bytes === null) continue
    const { cues } = readSubtitles(bytes, { language })
    tracks.push({ name: sdh ? `${language}-sdh` : language, language, sdh, webvtt: webvttOf(cues) })
  }
  return tracks
}

/** Lays the tracks of its cut beside a reel and says so in its reel.json. Answers what it is made of now. */
export async function layTracks(
  house: HouseContext,
  db: Asker,
  row: Pick<ReelRow, 'id' | 'titleId' | 'cut' | 'episode'>,
  reel: Reel,
): Promise<Reel> {
  const { reels } = filmsOf(house)
  const tracks = await tracksOf(house, db, row.titleId, row)
  for (const { name, webvtt } of tracks) await reels.write(row.id, reelPaths.subtitles(name), Buffer.from(webvtt))
  const laid = { ...reel, subtitles: tracks.map(({ name, language, sdh }) => ({ name, language, sdh })) }
  await reels.write(row.id, reelPaths.manifest, Buffer.from(`${JSON.stringify(laid, null, 2)}\n`))
  return laid
}

/** The same for every reel of a cut that is ready. */
export async function layTracksOfCut(
  house: HouseContext,
  trx: Asker,
  titleId: string,
  place: CutPlace,
  at: string,
): Promise<void> {
  for (const row of await reelsOfTitle(trx, house.houseId, titleId, at))
    if (row.state === 'ready' && row.cut === place.cut && row.episode === place.episode)
      await noteReel(trx, house.houseId, row.id, await layTracks(house, trx, row, row.reel as Reel), at)
}

export function toSubtitlesView(row: SubtitlesRow): SubtitlesView {
  const { titleId: _, contentHash: _hash, findings, ...told } = row
  return { ...told, findings: findings as ScreeningFinding[] }
}
