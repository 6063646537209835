/** PSNR and SSIM (8 × 8 windows, luma) of two encodes against the pictures that they were made from, one picture a second. */
import type { Film } from '@vitrine/screening/trace/frames'

interface Size {
  width: number
  height: number
  fps: number
}

export async function quality(
  master: Iterable<Uint8Array>,
  plain: Film,
  marked: Film,
  { width, height, fps }: Size,
  seconds: number,
) {
  const originals = new Map<number, Uint8Array>()
  let n = 0
  for (const picture of master) {
    const at = n++ / fps
    if (at >= seconds) break
    if (at % 2 === 0) originals.set(at, picture.slice())
  }
  const against = async (film: Film) => {
    let error = 0
    let likeness = 0
    let count = 0
    for await (const frame of film({ fps: 0.5, width, height, to: seconds })) {
      const original = originals.get(frame.seconds)
      if (!original) continue
      error += meanSquare(original, frame.luma)
      likeness += ssim(original, frame.luma, width, height)
      count++
    }
    return { psnr: 10 * Math.log10((255 * 255 * count) / error), ssim: likeness / count }
  }
  return { plain: await against(plain), marked: await against(marked) }
}

function meanSquare(one: Uint8Array, other: Uint8Array): number {
  let sum = 0
  for (let i = 0; i < one.length; i++) sum += (one[i]! - other[i]!) ** 2
  return sum / one.length
}

/** Z. Wang and others, 2004, with flat windows of 8 × 8 samples. */
function ssim(one: Uint8Array, other: Uint8Array, width: number, height: number): number {
  const SIDE = 8
  let sum = 0
  let count = 0
  for (let top = 0; top + SIDE <= height; top += SIDE)
    for (let left = 0; left + SIDE <= width; left += SIDE) {
      let a = 0
      let b = 0
      let aa = 0
      let bb = 0
      let ab = 0
      for (let y = top; y < top + SIDE; y++)
        for (let x = left; x < left + SIDE; x++) {
          const p = one[y * width + x]!
          const q = other[y * width + x]!
          a += p
          b += q
          aa += p * p
          bb += q * q
          ab += p * q
        }
      const n = SIDE * SIDE
      const [ma, mb] = [a / n, b / n]
      const [va, vb, vab] = [aa / n - ma * ma, bb / n - mb * mb, ab / n - ma * mb]
      sum += ((2 * ma * mb + 6.5025) * (2 * vab + 58.5225)) / ((ma * ma + mb * mb + 6.5025) * (va + vb + 58.5225))
      count++
    }
  return sum / count
}
