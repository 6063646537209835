import { seedOf } from './random.ts'

/** Distances to the nearest and the second nearest of scattered points, one a unit square (Worley 1996), and the nearest one's number. */
export function cells(
  seed: string,
  jitter = 0.85,
): (x: number, y: number, out: { near: number; next: number; id: number }) => void {
  const salt = seedOf(seed)
  const hash = (x: number, y: number) => {
    let h = Math.imul(x, 374761393) ^ Math.imul(y, 668265263) ^ salt
    h = Math.imul(h ^ (h >>> 13), 1274126177)
    return (h ^ (h >>> 16)) >>> 0
  }
  return (x, y, out) => {
    const cx = Math.floor(x)
    const cy = Math.floor(y)
    out.near = out.next = 9
    for (let j = cy - 1; j <= cy + 1; j++)
      for (let i = cx - 1; i <= cx + 1; i++) {
        const h = hash(i, j)
        const dx = i + 0.5 + ((h & 0xffff) / 65535 - 0.5) * jitter - x
        const dy = j + 0.5 + ((h >>> 16) / 65535 - 0.5) * jitter - y
        const d = Math.sqrt(dx * dx + dy * dy)
        if (d < out.near) {
          out.next = out.near
          out.near = d
          out.id = h
        } else if (d < out.next) out.next = d
      }
  }
}
