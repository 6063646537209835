/** What a film looks like from far away: five small pictures a second, by which a clip is found in it. */
import type { Film } from '../frames.ts'

export const PRINT = { fps: 5, width: 64, height: 36 } as const

/** Part of a picture, from 0 to 1 each way. */
export interface Area {
  left: number
  top: number
  right: number
  bottom: number
}

export interface Print {
  pictures: Uint8Array[]
  /** Where there is a picture: black bars are left out. */
  area: Area
}

/** Luma that is still black, noise included. */
const BLACK = 30

export async function printOf(film: Film): Promise<Print> {
  const pictures: Uint8Array[] = []
  for await (const { luma } of film(PRINT)) pictures.push(luma)
  return { pictures, area: areaOf(pictures) }
}

/** The same clip, as in a mirror. */
export function mirroredPrint({ pictures, area }: Print): Print {
  return {
    pictures: pictures.map((picture) => mirrored(picture, PRINT.width)),
    area: { ...area, left: 1 - area.right, right: 1 - area.left },
  }
}

/** A picture as in a mirror. */
export function mirrored(picture: Uint8Array, width: number): Uint8Array {
  const turned = new Uint8Array(picture.length)
  for (let row = 0; row < picture.length; row += width)
    for (let x = 0; x < width; x++) turned[row + x] = picture[row + width - 1 - x]!
  return turned
}

/** Rows and columns that are black from the edge inwards in all pictures are bars. */
function areaOf(pictures: readonly Uint8Array[]): Area {
  const { width, height } = PRINT
  const rows = new Float64Array(height)
  const columns = new Float64Array(width)
  for (const picture of pictures)
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const level = picture[y * width + x]!
        if (level > rows[y]!) rows[y] = level
        if (level > columns[x]!) columns[x] = level
      }
  const [top, bottom] = inside(rows)
  const [left, right] = inside(columns)
  return { left, top, right, bottom }
}

function inside(most: Float64Array): [number, number] {
  let from = 0
  let to = most.length
  while (from < to && most[from]! < BLACK) from++
  while (to > from && most[to - 1]! < BLACK) to--
  // A clip that is black throughout has no bars; a bar wider than a third is a dark film.
  return from > most.length / 3 || to < (2 * most.length) / 3 ? [0, 1] : [from / most.length, to / most.length]
}
