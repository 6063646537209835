import { artOf } from '../art/registry.ts'
import { halved, shown, type Plate } from './camera.ts'
import { scripts, type Script } from './scripts.ts'
import { soundOf } from './sound.ts'
import { cardsOf, type Card } from './titles.ts'

/** A film of a minute or so, made by code from the stills of an invented film: to be encoded, packaged and watched. */
export interface MovingFilm {
  slug: string
  seconds: number
  width: number
  height: number
  /** Frames a second, as numerator and denominator. */
  rate: [number, number]
  /** Pictures one after another, three bytes a pixel. */
  pixels: 'rgb24'
  frames: () => Generator<Uint8Array>
  /** What ffmpeg does with the pictures: film grain over them, and the colours of television, as a producer’s master says them. */
  filters: string[]
  /** Samples of 16 bits at 48 kHz, left and right in turn, a second at a time. */
  sound: { channels: 2; samples: () => Generator<Uint8Array> }
  /** Language of the sound, in ISO 639-3. */
  language: string
  subtitles: { language: string; sdh: boolean; webvtt: string }[]
}

const WIDTH = 640
const HEIGHT = 360
const RATE = 25
const FILTERS = [
  'noise=alls=5:allf=t',
  'scale=out_color_matrix=smpte170m:out_range=tv',
  'format=yuv420p',
  'setparams=range=tv:colorspace=smpte170m:color_primaries=smpte170m:color_trc=bt709',
]

/** Slugs of the films that move. */
export const movingFilms: readonly string[] = scripts.map(({ slug }) => slug)

/**
 * Makes ready one of the films that move: its stills are painted, its pictures are drawn when they are asked for. The same film has the same
 * pictures and sounds each time. Encoding it takes as long as it lasts, or less: keep the file.
 *
 * @example
 * const film = await movingFilm('salt-is-a-slow-clock')
 * await compose('/data/masters/salt.mp4', { ...film, frames: film.frames(), sound: { channels: 2, samples: film.sound.samples() } }) // @vitrine/screening
 *
 * @throws when no such film moves
 */
export async function movingFilm(slug: string): Promise<MovingFilm> {
  const script = scripts.find((one) => one.slug === slug)
  if (!script) throw new Error(`${slug} does not move`)
  const { stills } = await artOf(slug)
  const plates = new Map(script.shots.map(({ still }) => [still, halved(stills[still]!())]))
  const cards = cardsOf(script, WIDTH, HEIGHT)
  const seconds = lengthOf(script)
  return {
    slug,
    seconds,
    width: WIDTH,
    height: HEIGHT,
    rate: [RATE, 1],
    pixels: 'rgb24',
    frames: () => framesOf(script, plates, cards, seconds),
    filters: FILTERS,
    sound: { channels: 2, samples: () => soundOf(script.music, seconds) },
    language: script.language,
    subtitles: script.subtitles.map(({ language, sdh, lines }) => ({ language, sdh, webvtt: webvtt(lines) })),
  }
}

const lengthOf = (script: Script) => script.shots.reduce((sum, { seconds }) => sum + seconds, 0)

function* framesOf(script: Script, plates: Map<number, Plate>, cards: Card[], seconds: number): Generator<Uint8Array> {
  const beside = new Uint8Array(WIDTH * HEIGHT * 3)
  for (let number = 0; number < seconds * RATE; number++) {
    const time = number / RATE
    const picture = new Uint8Array(WIDTH * HEIGHT * 3)
    let begins = 0
    let index = 0
    while (index < script.shots.length - 1 && time >= begins + script.shots[index]!.seconds)
      begins += script.shots[index++]!.seconds
    const shot = script.shots[index]!
    shown(plates.get(shot.still)!, shot, (time - begins) / shot.seconds, picture, WIDTH, HEIGHT)
    const next = script.shots[index + 1]
    const left = begins + shot.seconds - time
    if (next && left < DISSOLVE) {
      // The shot that comes moves already, a little before its own beginning.
      shown(plates.get(next.still)!, next, -left / next.seconds, beside, WIDTH, HEIGHT)
      mixed(picture, beside, 1 - left / DISSOLVE)
    }
    faded(picture, Math.min(1, time / FADE, (seconds - time - 0.5) / FADE))
    for (const card of cards) card.over(picture, time)
    yield picture
  }
}

const DISSOLVE = 1.2
const FADE = 2

function mixed(picture: Uint8Array, other: Uint8Array, share: number): void {
  const part = Math.round(share * share * (3 - 2 * share) * 256)
  for (let at = 0; at < picture.length; at++) picture[at] = (picture[at]! * (256 - part) + other[at]! * part) >> 8
}

function faded(picture: Uint8Array, share: number): void {
  if (share >= 1) return
  const part = Math.round(Math.max(0, share) * 256)
  for (let at = 0; at < picture.length; at++) picture[at] = (picture[at]! * part) >> 8
}

function webvtt(lines: [from: number, to: number, text: string][]): string {
  const stamp = (seconds: number) => {
    const tenths = Math.round(seconds * 10)
    return `00:${String(Math.floor(tenths / 600)).padStart(2, '0')}:${String(Math.floor(tenths / 10) % 60).padStart(2, '0')}.${tenths % 10}00`
  }
  return `WEBVTT\n\n${lines.map(([from, to, text]) => `${stamp(from)} --> ${stamp(to)}\n${text}\n`).join('\n')}`
}
