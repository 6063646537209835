/**
 * Moving pictures made by code that look to a machine as filmed ones do: textures with the spectrum of nature, a camera that pans and zooms,
 * things that move before it, cuts, flat skies, night, still shots, light that changes, grain. Always the same for the same name.
 */
import { drawsOf } from '../trace/statistics/random.ts'

export interface MadeFilm {
  name: string
  width: number
  height: number
  fps: number
  seconds: number
  /** Levels of luma: standard deviation of the grain. */
  grain?: number
}

interface Shot {
  until: number
  kind: 'open' | 'dark' | 'flat' | 'still'
  x: number
  y: number
  speedX: number
  speedY: number
  zoom: number
  zoomBy: number
  light: number
  contrast: number
  things: { x: number; y: number; speedX: number; speedY: number; wide: number; high: number; light: number; from: number }[]
}

const TEXTURE = 1024
const GRAIN = 512
/** Share of each kind among the shots. */
const KINDS = ['open', 'open', 'open', 'dark', 'open', 'flat', 'open', 'still', 'open', 'dark'] as const

/** The pictures of a film, as luma, one after another. The array is used again for the next one. */
export function* madeFilm(film: MadeFilm): Generator<Uint8Array> {
  const random = drawsOf(film.name)
  const texture = textureOf(random)
  const grain = grainOf(random, film.grain ?? 2.5)
  const { width, height, fps } = film
  const picture = new Uint8Array(width * height)
  const shots = shotsOf(film, random)
  const row = new Int32Array(width)
  const share = new Float32Array(width)
  for (let n = 0, current = 0, began = 0; n < film.seconds * fps; n++) {
    const seconds = n / fps
    while (seconds >= shots[current]!.until) began = shots[current++]!.until
    const shot = shots[current]!
    const at = seconds - began
    const zoom = shot.zoom * (1 + shot.zoomBy * at) * (640 / width)
    const light = shot.light + 3 * Math.sin(seconds * 1.7)
    const grainAt = Math.floor(random() * GRAIN * GRAIN)
    for (let x = 0; x < width; x++) {
      const place = (shot.x + shot.speedX * at + (x - width / 2) * zoom + TEXTURE * 64) % TEXTURE
      row[x] = place | 0
      share[x] = place - row[x]!
    }
    for (let y = 0; y < height; y++) {
      const place = (shot.y + shot.speedY * at + (y - height / 2) * zoom + TEXTURE * 64) % TEXTURE
      const above = (place | 0) * TEXTURE
      const below = (((place | 0) + 1) & (TEXTURE - 1)) * TEXTURE
      const down = place - (place | 0)
      // A sky grows darker upwards.
      const base = light + (shot.kind === 'flat' ? 30 * (y / height) : 0)
      for (let x = 0; x < width; x++) {
        const left = row[x]!
        const right = (left + 1) & (TEXTURE - 1)
        const high = texture[above + left]! + (texture[above + right]! - texture[above + left]!) * share[x]!
        const low = texture[below + left]! + (texture[below + right]! - texture[below + left]!) * share[x]!
        const level = base + shot.contrast * (high + (low - high) * down) + grain[(grainAt + y * 733 + x) & (GRAIN * GRAIN - 1)]!
        picture[y * width + x] = level < 16 ? 16 : level > 235 ? 235 : level
      }
    }
    for (const thing of shot.things) draw(thing, at, picture, width, height, texture, grain, grainAt)
    yield picture
  }
}

function draw(
  thing: Shot['things'][number],
  at: number,
  picture: Uint8Array,
  width: number,
  height: number,
  texture: Float32Array,
  grain: Float32Array,
  grainAt: number,
) {
  const middleX = (thing.x + thing.speedX * at) * width
  const middleY = (thing.y + thing.speedY * at) * height
  const wide = thing.wide * width
  const high = thing.high * height
  for (let y = Math.max(0, Math.floor(middleY - high)); y < Math.min(height, middleY + high); y++)
    for (let x = Math.max(0, Math.floor(middleX - wide)); x < Math.min(width, middleX + wide); x++) {
      const off = ((x - middleX) / wide) ** 2 + ((y - middleY) / high) ** 2
      if (off > 1) continue
      const where =
        ((thing.from + Math.floor(y - middleY)) & (TEXTURE - 1)) * TEXTURE +
        ((thing.from + Math.floor(x - middleX)) & (TEXTURE - 1))
      const level = thing.light + 40 * texture[where]! - 25 * off + grain[(grainAt + y * 733 + x) & (GRAIN * GRAIN - 1)]!
      picture[y * width + x] = level < 16 ? 16 : level > 235 ? 235 : level
    }
}

function shotsOf({ seconds }: MadeFilm, random: () => number): Shot[] {
  const between = (low: number, high: number) => low + (high - low) * random()
  const shots: Shot[] = []
  for (let until = 0, n = 0; until < seconds + 1; n++) {
    until += between(2, 9)
    const kind = KINDS[n % KINDS.length]!
    const moves = kind === 'still' ? 0 : 1
    shots.push({
      until,
      kind,
      x: between(0, TEXTURE),
      y: between(0, TEXTURE),
      speedX: moves * between(-60, 60),
      speedY: moves * between(-15, 15),
      zoom: between(0.4, 1.1),
      zoomBy: moves * between(-0.02, 0.02),
      light: kind === 'dark' ? between(20, 34) : kind === 'flat' ? between(110, 160) : between(90, 140),
      contrast: kind === 'dark' ? between(6, 14) : kind === 'flat' ? between(1, 4) : between(28, 48),
      things: Array.from({ length: kind === 'flat' ? 1 : Math.floor(between(1, 5)) }, () => ({
        x: between(0.1, 0.9),
        y: between(0.3, 0.9),
        speedX: between(-0.12, 0.12),
        speedY: between(-0.03, 0.03),
        wide: between(0.03, 0.12),
        high: between(0.08, 0.3),
        light: kind === 'dark' ? between(25, 70) : between(40, 200),
        from: Math.floor(between(0, TEXTURE)),
      })),
    })
  }
  return shots
}

/** Noise of all sizes, the larger the stronger: about zero, with a standard deviation of one. */
function textureOf(random: () => number): Float32Array {
  const out = new Float32Array(TEXTURE * TEXTURE)
  for (let cell = 256, strength = 1; cell >= 1; cell /= 2, strength *= 0.6) {
    const cells = TEXTURE / cell
    const grid = Float32Array.from({ length: cells * cells }, () => random() * 2 - 1)
    for (let y = 0; y < TEXTURE; y++)
      for (let x = 0; x < TEXTURE; x++) {
        const left = Math.floor(x / cell)
        const top = Math.floor(y / cell)
        const right = (left + 1) % cells
        const bottom = (top + 1) % cells
        const alongX = x / cell - left
        const alongY = y / cell - top
        const high = grid[top * cells + left]! + (grid[top * cells + right]! - grid[top * cells + left]!) * alongX
        const low = grid[bottom * cells + left]! + (grid[bottom * cells + right]! - grid[bottom * cells + left]!) * alongX
        out[y * TEXTURE + x]! += strength * (high + (low - high) * alongY)
      }
  }
  const mean = out.reduce((sum, value) => sum + value, 0) / out.length
  const spread = Math.sqrt(out.reduce((sum, value) => sum + (value - mean) ** 2, 0) / out.length)
  return out.map((value) => (value - mean) / spread)
}

function grainOf(random: () => number, deviation: number): Float32Array {
  return Float32Array.from(
    { length: GRAIN * GRAIN },
    () => deviation * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()),
  )
}
