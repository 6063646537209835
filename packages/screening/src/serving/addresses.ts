/**
 * What each address below `/media/<viewing>/` is: made from the reel alone. A path that a browser asks for is only ever looked up here;
 * it never becomes the name of a file.
 */
import { masterPlaylist, playlistPaths, soundPlaylist, subtitlePlaylist, videoPlaylist } from '../reel/playlists.ts'
import { type Reel, reelPaths, type Variant } from '../reel/reel.ts'
import { chapterTrack, storyboardTrack } from '../reel/tracks.ts'

/** A file of the reel; the two variants of a segment of the picture have one address. */
export interface FileAsset {
  kind: 'file'
  type: string
  /** Below the reel’s folder, for either variant. */
  path: Record<Variant, string>
  /** Which segment of the picture it is. */
  segment: number | null
}
/** Written from the reel when it is asked for. */
export interface TextAsset {
  kind: 'text'
  type: string
  text: string
}
/** Subtitles that the house keeps, by their id. */
export interface SubtitlesAsset {
  kind: 'subtitles'
  type: string
  id: string
}
export type Asset = FileAsset | TextAsset | SubtitlesAsset

const PLAYLIST = 'application/vnd.apple.mpegurl'
const MP4 = 'video/mp4'
const SOUND = 'audio/mp4'
const VTT = 'text/vtt; charset=utf-8'
const SEGMENT = /^(video|sound)\/([a-z0-9][a-z0-9-]{0,39})\/(\d{5})\.m4s$/
const NAME = /^[a-z0-9][a-z0-9-]{0,39}$/

/**
 * The addresses of a reel. Segments are told by their number, everything else stands in a table, so that a long film in many sizes
 * takes no more room than a short one.
 *
 * @throws {RangeError} for a reel whose tracks are named as no folder is
 */
export function addressesOf(reel: Reel): (path: string) => Asset | null {
  const names = [...reel.rungs, ...reel.sound, ...reel.subtitles].map(({ name }) => name)
  if (!names.every((name) => NAME.test(name))) throw new RangeError('A track of a reel is named by letters, figures and dashes.')
  const marked = reel.variants.length === 2
  const known = new Map<string, Asset>()
  const add = (address: string, type: string, path = address): unknown =>
    known.set(address, { kind: 'file', type, path: { a: path, b: path }, segment: null })
  const addText = (address: string, type: string, text: string | null): unknown =>
    text !== null && known.set(address, { kind: 'text', type, text })

  addText(playlistPaths.master, PLAYLIST, masterPlaylist(reel))
  const ofPicture = videoPlaylist(reel)
  for (const { name } of reel.rungs) {
    addText(playlistPaths.video(name), PLAYLIST, ofPicture)
    add(reelPaths.videoStart(name), MP4)
  }
  const ofSound = new Map(reel.sound.map(({ name, lengths }) => [name, lengths.length]))
  for (const track of reel.sound) {
    addText(playlistPaths.sound(track.name), PLAYLIST, soundPlaylist(track))
    add(reelPaths.soundStart(track.name), SOUND)
  }
  for (const track of reel.subtitles) {
    addText(playlistPaths.subtitles(track.name), PLAYLIST, subtitlePlaylist(reel, track))
    if (track.of === undefined) add(reelPaths.subtitles(track.name), VTT)
    else known.set(reelPaths.subtitles(track.name), { kind: 'subtitles', type: VTT, id: track.of })
  }
  for (let sheet = 0; sheet < (reel.storyboard?.sheets ?? 0); sheet++) add(reelPaths.storyboard(sheet), 'image/jpeg')
  addText('storyboard.vtt', VTT, storyboardTrack(reel))
  addText('chapters.vtt', VTT, chapterTrack(reel))
  if (reel.poster) add(reelPaths.poster, 'image/jpeg')
  const rungs = new Set(reel.rungs.map(({ name }) => name))

  return (path) => {
    const fixed = known.get(path)
    if (fixed !== undefined) return fixed
    const [, kind, track, number] = SEGMENT.exec(path) ?? []
    if (track === undefined) return null
    const index = Number(number)
    if (kind === 'sound') {
      if (index >= (ofSound.get(track) ?? 0)) return null
      const file = reelPaths.soundSegment(track, index)
      return { kind: 'file', type: SOUND, path: { a: file, b: file }, segment: null }
    }
    if (!rungs.has(track) || index >= reel.lengths.length) return null
    const a = reelPaths.videoSegment(track, 'a', index)
    return { kind: 'file', type: MP4, path: { a, b: marked ? reelPaths.videoSegment(track, 'b', index) : a }, segment: index }
  }
}
