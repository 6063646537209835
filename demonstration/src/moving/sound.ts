import { dice } from '../art/kit/random.ts'

/** What a film sounds like: a chord that breathes, wind, and plucked notes. */
export interface Music {
  /** Seed of what is left to chance. */
  name: string
  /** The lowest note, in hertz, and the others as multiples of it. */
  root: number
  chord: number[]
  /** Notes that are plucked, as multiples of the root, and seconds between them on average. */
  notes: number[]
  pace: number
  /** How much wind there is, from 0 to 1. */
  wind: number
  /** Nothing but the wind from this second to that. */
  hush?: [from: number, to: number]
}

const RATE = 48_000

/** A second of sound at a time, left and right in turn, 16 bits each. */
export function* soundOf(music: Music, seconds: number): Generator<Uint8Array> {
  const roll = dice(`${music.name}/sound`)
  const voices = music.chord.map((ratio) => ({
    step: (2 * Math.PI * music.root * ratio) / RATE,
    left: roll(),
    right: roll(),
    slow: roll.between(0.05, 0.13),
  }))
  const strings: Pluck[] = []
  let nextNote = 3
  const gust = [0, 0]
  const low = [0, 0]
  for (let second = 0; second < seconds; second++) {
    const samples = new Int16Array(RATE * 2)
    for (; nextNote < second + 1; nextNote += music.pace * roll.between(0.5, 1.5)) {
      if (!hushed(music, nextNote)) strings.push(plucked(music.root * roll.pick(music.notes), Math.round(nextNote * RATE), roll))
    }
    for (let i = 0; i < RATE; i++) {
      const at = second * RATE + i
      const time = at / RATE
      const loud = Math.min(1, time / 3, (seconds - time) / 4) * (hushed(music, time) ? 0.06 : 1)
      const swell = 0.55 + 0.45 * Math.sin(time * 0.31) * Math.sin(time * 0.173 + 1)
      for (let side = 0; side < 2; side++) {
        let value = 0
        for (const voice of voices) {
          const phase = at * voice.step + (side ? voice.right : voice.left) * 6.28
          const breath = 0.6 + 0.4 * Math.sin(6.28 * (voice.slow * time + (side ? voice.right : voice.left)))
          value += Math.sin(phase) * breath
        }
        gust[side] = gust[side]! * 0.985 + (roll() - 0.5) * 0.015
        low[side] = low[side]! * 0.9 + gust[side]! * 0.1
        const wind = low[side]! * 9 * music.wind * swell * Math.min(1, time / 2, (seconds - time) / 3)
        samples[i * 2 + side] = 32_767 * Math.max(-0.95, Math.min(0.95, (value * 0.055 * loud) / Math.sqrt(voices.length) + wind))
      }
    }
    for (const string of strings) string.into(samples, second * RATE)
    while (strings[0] && strings[0].begins + 6 * RATE < (second + 1) * RATE) strings.shift()
    yield new Uint8Array(samples.buffer)
  }
}

const hushed = ({ hush }: Music, time: number) => hush !== undefined && time >= hush[0] && time < hush[1]

interface Pluck {
  begins: number
  into: (samples: Int16Array, from: number) => void
}

/** A plucked string, after Karplus and Strong: a burst of noise that goes round and loses its edges. */
function plucked(pitch: number, begins: number, roll: () => number): Pluck {
  const round = Math.max(2, Math.round(RATE / pitch))
  const string = Float32Array.from({ length: round }, () => roll() - 0.5)
  const left = 0.35 + roll() * 0.3
  let at = 0
  return {
    begins,
    into(samples, from) {
      for (let i = Math.max(0, begins - from); i * 2 < samples.length; i++, at = (at + 1) % round) {
        const value = string[at]!
        string[at] = 0.4985 * (value + string[(at + 1) % round]!)
        samples[i * 2] = samples[i * 2]! + value * 8000 * (1 - left)
        samples[i * 2 + 1] = samples[i * 2 + 1]! + value * 8000 * left
      }
    },
  }
}
