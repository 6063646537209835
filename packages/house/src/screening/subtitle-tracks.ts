/**
 * Subtitles that were handed in, as tracks of a reel. Their text is the house's and lies in its database: a reel only names them, so that
 * no store of films is asked when they come or go.
 */
import type { Asker } from '@vitrine/store/asker'
import { noteReel, reelsOfTitle } from '@vitrine/store/reels/reels'
import { subtitlesOfCut, textOfSubtitles, type SubtitlesRow } from '@vitrine/store/reels/subtitles'
import { readSubtitles, webvttOf } from '@vitrine/screening'
import type { Reel, SubtitleTrack } from '@vitrine/screening/reel/reel'
import type { Cue } from '@vitrine/screening/subtitles/cue'
import type { HouseContext } from '../context.ts'
import type { CutPlace, ScreeningFinding, SubtitlesView } from '../contract/reels.ts'

/** The tracks that a reel of a cut carries. */
export async function tracksOf(house: HouseContext, db: Asker, titleId: string, place: CutPlace): Promise<SubtitleTrack[]> {
  const rows = await subtitlesOfCut(db, house.houseId, titleId, place)
  return rows.map(({ id, language, sdh }) => ({ name: sdh ? `${language}-sdh` : language, language, sdh, of: id }))
}

/** Has every reel of a cut that is ready carry what that cut has now. */
export async function layTracksOfCut(
  house: HouseContext,
  trx: Asker,
  titleId: string,
  place: CutPlace,
  at: string,
): Promise<void> {
  const subtitles = await tracksOf(house, trx, titleId, place)
  for (const row of await reelsOfTitle(trx, house.houseId, titleId, at))
    if (row.state === 'ready' && row.cut === place.cut && row.episode === place.episode)
      await noteReel(trx, house.houseId, row.id, { ...(row.reel as Reel), subtitles }, at)
}

/** Cues as players read them, and as a database takes them. */
export const playedText = (cues: Cue[]): string => webvttOf(cues).replaceAll('\0', '').toWellFormed()

/** What players read of subtitles. Null: there are none of this id, or the file of some that came long ago is gone. */
export async function textOf(house: HouseContext, id: string): Promise<string | null> {
  const found = await textOfSubtitles(house.db, house.houseId, id)
  if (found === null || found.webvtt !== null) return found?.webvtt ?? null
  const bytes = await house.files.get(found.contentHash)
  return bytes === null ? null : playedText(readSubtitles(bytes, { language: found.language }).cues)
}

export function toSubtitlesView(row: SubtitlesRow): SubtitlesView {
  const { titleId: _, contentHash: _hash, findings, ...told } = row
  return { ...told, findings: findings as ScreeningFinding[] }
}
