/** The controls below the film, which are the page's own elements: they do what is done with them, and say how the film stands. */
import { clock } from './clock.ts'
import type { Source } from './source.ts'
import type { Stage } from './stage.ts'
import type { Tracks } from './tracks.ts'

/** What can be done with the film, by hand or by key. */
export interface Acts {
  toggle(): void
  /** Goes to a place, in seconds. */
  go(to: number): void
  louder(by: number): void
  mute(): void
  /** Chooses what is read along, -1 for nothing. */
  choose(subtitles: number): void
  full(): void
}

/** @param told says at once what was chosen: whoever comes back begins with it */
export function controls(stage: Stage, source: Source, tracks: Tracks, told: () => void): Acts {
  const { box, film, part, say, seconds, words } = stage
  const { sound, subtitles, size } = tracks
  const [seek, volume] = [part<HTMLInputElement>('seek'), part<HTMLInputElement>('volume')]
  const acts: Acts = {
    toggle: () => void (film.paused ? film.play().catch(() => {}) : film.pause()),
    go: (to) => {
      film.currentTime = Math.min(Math.max(0, to), seconds - 0.1)
    },
    louder: (by) => {
      film.volume = Math.min(1, Math.max(0, film.volume + by))
    },
    mute: () => {
      film.muted = !film.muted
    },
    choose: (track) => {
      tracks.picked = track
      source.read(track)
      told()
    },
    full: () =>
      void (document.fullscreenElement === null
        ? (box.requestFullscreen?.() ?? (film as { webkitEnterFullscreen?: () => void }).webkitEnterFullscreen?.())
        : document.exitFullscreen()),
  }

  part('play').addEventListener('click', acts.toggle)
  part('begin').addEventListener('click', acts.toggle)
  film.addEventListener('click', acts.toggle)
  part('mute').addEventListener('click', acts.mute)
  part('full').addEventListener('click', acts.full)
  volume.addEventListener('input', () => (film.volume = Number(volume.value)))
  seek.addEventListener('input', () => acts.go(Number(seek.value)))
  sound.addEventListener('change', () => {
    source.hear(Number(sound.value))
    told()
  })
  subtitles.addEventListener('change', () => acts.choose(Number(subtitles.value)))
  size.addEventListener('change', () => source.show(Number(size.value)))
  const speed = part<HTMLSelectElement>('speed')
  speed.addEventListener('change', () => (film.playbackRate = Number(speed.value)))
  const chapters = box.querySelector<HTMLSelectElement>('[data-chapters]')
  chapters?.addEventListener('change', () => acts.go(Number(chapters.value)))
  if (document.pictureInPictureEnabled && box.querySelector('[data-mark]') === null) {
    part('beside').hidden = false // the name over the picture would stay behind
    part('beside').addEventListener('click', () => void film.requestPictureInPicture().catch(() => {}))
  }

  film.addEventListener('timeupdate', () => {
    seek.value = String(Math.floor(film.currentTime))
    seek.setAttribute('aria-valuetext', clock(film.currentTime))
    part('clock').textContent = clock(film.currentTime)
  })
  film.addEventListener('waiting', () => say(words.slow))
  for (const goes of ['playing', 'canplay'] as const) film.addEventListener(goes, () => stage.over || say(''))
  film.addEventListener('play', () => {
    if (document.activeElement === part('begin')) part('play').focus()
    part('begin').hidden = true
  })
  for (const change of ['play', 'pause'] as const)
    film.addEventListener(change, () => {
      part('play').setAttribute('aria-label', film.paused ? words.play : words.pause)
      part('play').classList.toggle('is-playing', !film.paused)
    })
  film.addEventListener('volumechange', () => {
    volume.value = String(film.muted ? 0 : film.volume)
    part('mute').setAttribute('aria-pressed', String(film.muted))
    part('mute').setAttribute('aria-label', film.muted ? words.unmute : words.mute)
  })
  return acts
}
