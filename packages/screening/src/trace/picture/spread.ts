import type { Plane } from './plane.ts'

/** How one picture and another vary, alone and together, where both are known. */
export interface Spread {
  n: number
  /** Sums of their levels. */
  film: number
  over: number
  /** Sums of squares, and of products, about their means. */
  filmVaries: number
  overVaries: number
  together: number
}

export function spreadOf(film: Plane, over: Plane): Spread {
  let n = 0
  let a = 0
  let b = 0
  let aa = 0
  let bb = 0
  let ab = 0
  for (let i = 0; i < film.data.length; i++) {
    const there = over.data[i]!
    if (Number.isNaN(there)) continue
    const here = film.data[i]!
    n++
    a += here
    b += there
    aa += here * here
    bb += there * there
    ab += here * there
  }
  return { n, film: a, over: b, filmVaries: aa - (a * a) / n, overVaries: bb - (b * b) / n, together: ab - (a * b) / n }
}
