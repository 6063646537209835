import { dice } from './random.ts'

/** Smooth noise over the plane, about -1 to 1; features are one unit wide. */
export interface Noise {
  at(x: number, y: number): number
  /** Fractal sum of `octaves`, each twice as fine and `gain` as strong. */
  fbm(x: number, y: number, octaves?: number, gain?: number): number
  /** Sharp crests, 0 to 1: mountains, veins, cracks. */
  ridge(x: number, y: number, octaves?: number): number
  /** fbm of a place that fbm has moved: smoke, marble, currents. */
  warped(x: number, y: number, strength: number, octaves?: number): number
}

/** Gradient noise (Perlin 2002) on a table shuffled by the seed. */
export function noise(seed: string): Noise {
  const roll = dice(`noise:${seed}`)
  const table = new Uint8Array(512)
  for (let i = 0; i < 256; i++) table[i] = i
  for (let i = 255; i > 0; i--) {
    const j = Math.floor(roll() * (i + 1))
    const kept = table[i]!
    table[i] = table[j]!
    table[j] = kept
  }
  table.copyWithin(256, 0, 256)
  const gx = new Float64Array(256)
  const gy = new Float64Array(256)
  for (let i = 0; i < 256; i++) {
    gx[i] = Math.cos((i * Math.PI) / 128) * 1.5
    gy[i] = Math.sin((i * Math.PI) / 128) * 1.5
  }
  const at = (x: number, y: number) => {
    const fx = Math.floor(x)
    const fy = Math.floor(y)
    const dx = x - fx
    const dy = y - fy
    const xi = fx & 255
    const yi = fy & 255
    const u = dx * dx * dx * (dx * (dx * 6 - 15) + 10)
    const v = dy * dy * dy * (dy * (dy * 6 - 15) + 10)
    const a = table[xi]! + yi
    const b = table[xi + 1]! + yi
    const h00 = table[a & 511]!
    const h01 = table[(a + 1) & 511]!
    const h10 = table[b & 511]!
    const h11 = table[(b + 1) & 511]!
    const n00 = gx[h00]! * dx + gy[h00]! * dy
    const n10 = gx[h10]! * (dx - 1) + gy[h10]! * dy
    const n01 = gx[h01]! * dx + gy[h01]! * (dy - 1)
    const n11 = gx[h11]! * (dx - 1) + gy[h11]! * (dy - 1)
    const top = n00 + u * (n10 - n00)
    return top + v * (n01 + u * (n11 - n01) - top)
  }
  const fbm = (x: number, y: number, octaves = 5, gain = 0.5) => {
    let sum = 0
    let strength = 1
    let whole = 0
    for (let i = 0; i < octaves; i++) {
      sum += strength * at(x, y)
      whole += strength
      strength *= gain
      x = x * 2.03 + 17.1
      y = y * 2.03 + 9.7
    }
    return sum / whole
  }
  const ridge = (x: number, y: number, octaves = 5) => {
    let sum = 0
    let strength = 1
    let whole = 0
    let previous = 1
    for (let i = 0; i < octaves; i++) {
      let n = 1 - Math.abs(at(x, y))
      n *= n
      sum += n * strength * previous
      whole += strength
      previous = n
      strength *= 0.5
      x = x * 2.07 + 31.3
      y = y * 2.07 + 11.9
    }
    return sum / whole
  }
  const warped = (x: number, y: number, strength: number, octaves = 4) => {
    const wx = fbm(x + 5.2, y + 1.3, 3)
    const wy = fbm(x - 8.1, y + 2.8, 3)
    return fbm(x + strength * wx, y + strength * wy, octaves)
  }
  return { at, fbm, ridge, warped }
}
