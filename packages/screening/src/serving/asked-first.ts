import { playlistPaths } from '../reel/playlists.ts'
import { type Reel, reelPaths } from '../reel/reel.ts'

/**
 * What a player asks for before the first segment of a film, below `/media/<viewing>/`: so that a page can have it fetched while its script is
 * still on the way. The smallest size stands first in the playlist, and is what a player begins with.
 *
 * @param sound the track that stands first for this viewer
 * @example
 * askedFirst(reel, 'fra') // ['index.m3u8', 'video/360p/index.m3u8', 'video/360p/init.mp4', 'sound/fra/index.m3u8', 'sound/fra/init.mp4']
 */
export function askedFirst(reel: Reel, sound: string | null): string[] {
  const smallest = reel.rungs.toSorted((one, other) => one.height * one.width - other.height * other.width)[0]
  const track = reel.sound.find(({ name }) => name === sound) ?? reel.sound[0]
  return [
    playlistPaths.master,
    ...(smallest === undefined ? [] : [playlistPaths.video(smallest.name), reelPaths.videoStart(smallest.name)]),
    ...(track === undefined ? [] : [playlistPaths.sound(track.name), reelPaths.soundStart(track.name)]),
  ]
}
