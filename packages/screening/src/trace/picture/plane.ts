/** A picture of numbers, row by row. */
export interface Plane {
  width: number
  height: number
  data: Float32Array
}

export function planeOf(bytes: ArrayLike<number>, width: number, height: number): Plane {
  return { width, height, data: new Float32Array(bytes) }
}

/** Mean over squares of 2 · radius + 1 samples; beyond an edge its last sample goes on. */
export function blurredPlane({ width, height, data }: Plane, radius: number): Plane {
  const along = new Float32Array(data.length)
  const both = new Float32Array(data.length)
  const size = 2 * radius + 1
  for (let y = 0; y < height; y++) {
    const start = y * width
    let sum = 0
    for (let i = -radius; i <= radius; i++) sum += data[start + Math.max(0, Math.min(width - 1, i))]!
    for (let x = 0; x < width; x++) {
      along[start + x] = sum / size
      sum += data[start + Math.min(width - 1, x + radius + 1)]! - data[start + Math.max(0, x - radius)]!
    }
  }
  const sums = new Float64Array(width)
  for (let i = -radius; i <= radius; i++) {
    const row = Math.max(0, Math.min(height - 1, i)) * width
    for (let x = 0; x < width; x++) sums[x]! += along[row + x]!
  }
  for (let y = 0; y < height; y++) {
    const coming = Math.min(height - 1, y + radius + 1) * width
    const going = Math.max(0, y - radius) * width
    for (let x = 0; x < width; x++) {
      both[y * width + x] = sums[x]! / size
      sums[x]! += along[coming + x]! - along[going + x]!
    }
  }
  return { width, height, data: both }
}

/** Half the size each way: the mean of four samples. */
export function halvedPlane({ width, height, data }: Plane): Plane {
  const half = { width: width >> 1, height: height >> 1 }
  const out = new Float32Array(half.width * half.height)
  for (let y = 0; y < half.height; y++)
    for (let x = 0; x < half.width; x++) {
      const at = 2 * y * width + 2 * x
      out[y * half.width + x] = (data[at]! + data[at + 1]! + data[at + width]! + data[at + width + 1]!) / 4
    }
  return { ...half, data: out }
}

/** How fast a picture changes along x or y, a sample. */
export function slopePlane({ width, height, data }: Plane, along: 'x' | 'y'): Plane {
  const out = new Float32Array(data.length)
  const step = along === 'x' ? 1 : width
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * width + x
      const place = along === 'x' ? x : y
      const last = (along === 'x' ? width : height) - 1
      const before = place === 0 ? at : at - step
      const after = place === last ? at : at + step
      out[at] = (data[after]! - data[before]!) / Math.max(1, (after - before) / step)
    }
  return { width, height, data: out }
}
