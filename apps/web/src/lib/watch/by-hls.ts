/** The film played by hls.js, which says what fails and why. */
import Hls, { type ErrorData } from 'hls.js'
import type { Asks, Source } from './source.ts'
import type { Stage } from './stage.ts'
import type { Tracks } from './tracks.ts'

/** Milliseconds after which what cannot be fetched is asked for again. */
const AGAIN = 3_000

export function playByHls(stage: Stage, tracks: Tracks, asks: Asks): Source {
  const { box, base, words, say } = stage
  const { sound, subtitles, size, list } = tracks
  const playlist = `${base}index.m3u8`
  const hls = new Hls({
    startPosition: stage.from,
    capLevelToPlayerSize: true,
    maxBufferLength: 24,
    backBufferLength: 60,
    startFragPrefetch: true,
    enableWorker: false, // segments are handed on as they are: a thread of its own costs more than it takes off this one
  })
  hls.on(Hls.Events.ERROR, (_, error) => void failed(error))
  hls.on(Hls.Events.AUDIO_TRACKS_UPDATED, () =>
    list(
      sound,
      hls.audioTracks.map(({ name }) => name),
      hls.audioTrack,
    ),
  )
  hls.on(Hls.Events.AUDIO_TRACK_SWITCHED, () => (sound.value = String(hls.audioTrack)))
  hls.on(Hls.Events.SUBTITLE_TRACKS_UPDATED, () => {
    list(subtitles, [words.none, ...hls.subtitleTracks.map(({ name }) => name)], hls.subtitleTrack, -1)
    hls.subtitleDisplay = true
    const first = tracks.first() ?? suiting()
    // After this, hls.js switches to what stands as default in the playlist, which is none.
    if (first !== null) queueMicrotask(() => read(first))
  })
  hls.on(Hls.Events.MANIFEST_PARSED, (_, { levels }) => {
    if (size.length > 1) return // it was loaded again
    for (const [n, level] of levels.entries()) size.add(new Option(`${level.height}p`, String(n)))
    say('')
    asks.ready()
  })
  hls.loadSource(playlist)
  hls.attachMedia(stage.film)

  /** Subtitles in the viewer's language, where that is not the one that is spoken. */
  function suiting(): number | null {
    const own = box.dataset['locale']
    const spoken = hls.audioTracks[Math.max(0, hls.audioTrack)]?.lang
    const suits = hls.subtitleTracks.findIndex(({ lang }) => lang === own)
    return spoken !== own && suits >= 0 ? suits : null
  }
  function read(track: number): void {
    subtitles.value = String(track)
    hls.subtitleTrack = track
  }

  /**
   * 410: it was revoked or has run out, or the goodbye of the page before a reload came late: then it is given again by now.
   * 401: leave to watch has run out, and a report renews it.
   */
  async function failed(error: ErrorData): Promise<void> {
    const status = error.response?.code
    const refused = status === 410 ? await word(error.url ?? error.response?.url ?? error.frag?.url ?? base) : null
    if (refused !== null) return asks.refused(refused)
    if (status === 410 || status === 401 || status === 403) {
      if ((status !== 410 && !(await asks.renew())) || stage.over) return
      return error.details === Hls.ErrorDetails.MANIFEST_LOAD_ERROR ? hls.loadSource(playlist) : hls.startLoad()
    }
    if (!error.fatal || stage.over) return
    if (error.type === Hls.ErrorTypes.MEDIA_ERROR) return hls.recoverMediaError()
    say(status === 503 ? words.away : words.broken)
    setTimeout(() => stage.over || hls.startLoad(), AGAIN)
  }

  return {
    language: () => hls.audioTracks[hls.audioTrack]?.lang ?? null,
    subtitles: () => (hls.subtitleTracks.length === 0 ? undefined : (hls.subtitleTracks[hls.subtitleTrack]?.lang ?? null)),
    hear: (track) => (hls.audioTrack = track),
    read,
    show: (level) => (hls.nextLevel = level),
    takeUp: () => (hls.levels.length === 0 ? hls.loadSource(playlist) : hls.startLoad()),
    close: () => hls.destroy(),
  }
}

/** Why a file is refused, by its own word; null where it is given by now. */
const word = (url: string): Promise<string | null> =>
  fetch(url).then(
    async (answer) => (answer.status === 410 ? (await answer.text()).trim() : null),
    () => null,
  )
