/**
 * What colours a master has, and what is done so that a screener shows them as they are meant: light that goes beyond a usual screen is
 * brought into its range, wide gamuts into that of BT.709, and every output says which colours it has.
 */
import type { DescribedPicture } from '../engine/described.ts'

/** How light is written: as a usual screen shows it, by absolute brightness (PQ, HDR10), or by that of the scene (HLG). */
export type Light = 'usual' | 'pq' | 'hlg'
export type Gamut = 'bt709' | 'bt2020' | 'p3'
export interface Colours {
  light: Light
  gamut: Gamut
}

/** Where the table that maps colours lies while a film is packaged, below the reel’s folder. */
export const CUBE = 'colours.cube'

type Coloured = Pick<DescribedPicture, 'colour' | 'pixelFormat' | 'height' | 'width' | 'rate'>

/** As a file says of itself; of one that says nothing, what films usually are. */
export function coloursOf({ colour }: Pick<DescribedPicture, 'colour'>): Colours {
  const light = colour.transfer === 'smpte2084' ? 'pq' : colour.transfer === 'arib-std-b67' ? 'hlg' : 'usual'
  if (colour.primaries === 'smpte432') return { light, gamut: 'p3' }
  if (colour.primaries === 'bt2020') return { light, gamut: 'bt2020' }
  // Who writes high dynamic range and forgets to say its gamut has that of the standard.
  const unsaid = colour.primaries === 'unknown' && (light !== 'usual' || WIDE.has(colour.space))
  return { light, gamut: unsaid ? 'bt2020' : 'bt709' }
}
const WIDE: ReadonlySet<string> = new Set(['bt2020nc', 'bt2020c'])

/**
 * Whether only a decoder of Dolby Vision can show a picture: profile 5, and those after it whose picture is nothing else without its layer
 * (IPT-PQ-C2). Others lie over a picture in HDR10, HLG or SDR, which is what is packaged.
 */
export function isDolbyAlone({ colour, dolbyVision }: Pick<DescribedPicture, 'colour' | 'dolbyVision'>): boolean {
  if (colour.space === 'ipt-c2') return true
  return dolbyVision !== null && (dolbyVision.profile === 5 || (dolbyVision.profile >= 10 && dolbyVision.compatible === 0))
}

/** Whether colours go through the table: else they are what a screener has, and are only named. */
export const areMapped = ({ light, gamut }: Colours): boolean => light !== 'usual' || gamut !== 'bt709'

const isRgb = (pixelFormat: string) => /^(gbr|rgb|bgr|argb|abgr|0rgb|0bgr|x2rgb|x2bgr|pal8)/.test(pixelFormat)

/** By which of the two ways brightness and colour of a screener are told apart: that of its master, or of high definition. */
export function matrixOf(picture: Coloured): 'bt709' | 'bt601' {
  const { space } = picture.colour
  if (areMapped(coloursOf(picture)) || space === 'bt709' || isRgb(picture.pixelFormat)) return 'bt709'
  if (space === 'bt470bg' || space === 'smpte170m') return 'bt601'
  return isSmall(picture) ? 'bt601' : 'bt709'
}
/** The names that a file gives to how it tells brightness and colour apart, as people know them. */
const MATRICES: Readonly<Record<string, string>> = {
  bt709: 'BT.709',
  bt470bg: 'BT.601',
  smpte170m: 'BT.601',
  bt2020nc: 'BT.2020',
  bt2020c: 'BT.2020',
}

/** As a file says; null where it does not, or is of red, green and blue. */
const matrixSaid = (picture: Pick<Coloured, 'colour' | 'pixelFormat'>): string | null =>
  isRgb(picture.pixelFormat) ? null : (MATRICES[picture.colour.space] ?? null)

/** The colours of a picture as its file says them, in short: BT.2020 PQ. */
export function coloursSaid(picture: Coloured): string | null {
  const { light } = coloursOf(picture)
  const said = isRgb(picture.pixelFormat) ? 'RGB' : matrixSaid(picture)
  return [said, light === 'usual' ? null : light.toUpperCase()].filter((one) => one !== null).join(' ') || null
}

/** What is doubtful of what a file says, or does not say, of a picture in standard range; it is shown as said here. */
export function doubtOf(picture: Coloured): { rule: 'colours-unsaid' | 'colours-unusual'; shown: string; usual: string } | null {
  if (areMapped(coloursOf(picture)) || isRgb(picture.pixelFormat)) return null
  const shown = matrixOf(picture) === 'bt709' ? 'BT.709' : 'BT.601'
  const usual = isSmall(picture) ? 'BT.601' : 'BT.709'
  if (matrixSaid(picture) === null) return { rule: 'colours-unsaid', shown, usual }
  return shown === usual ? null : { rule: 'colours-unusual', shown, usual }
}

/** As large as television was before high definition: what says nothing is taken to be of that time. */
const isSmall = ({ width, height }: Coloured) => Math.max(width, height) <= 1024 && Math.min(width, height) <= 576

/** Filters after which a picture, in its largest size, has the colours of a screener and says so. */
export function colourFilters(picture: Coloured, top: { width: number; height: number }): string[] {
  if (!areMapped(coloursOf(picture))) return [`setparams=${named(picture)}`]
  const { space } = picture.colour
  const from = isRgb(picture.pixelFormat) ? '' : `:in_color_matrix=${space === 'bt709' ? 'bt709' : 'bt2020'}`
  return [
    // Made smaller first: a table is asked for every point of the picture.
    `scale=${top.width}:${top.height}:flags=bicubic${from}`,
    'format=gbrp16le',
    `lut3d=file=${CUBE}:interp=tetrahedral`,
    'scale=out_color_matrix=bt709:out_range=tv',
    'format=yuv420p',
    'setparams=colorspace=bt709:color_primaries=bt709:color_trc=bt709',
  ]
}

function named(picture: Coloured): string {
  const { primaries } = picture.colour
  const said = primaries === 'bt709' || primaries === 'bt470bg' || primaries === 'smpte170m' ? primaries : null
  const frames = picture.rate[0] / picture.rate[1]
  const european = picture.height === 576 || frames === 25 || frames === 50
  const usual = matrixOf(picture) === 'bt709' ? 'bt709' : european ? 'bt470bg' : 'smpte170m'
  const matrix = matrixOf(picture) === 'bt709' ? 'bt709' : 'smpte170m'
  const space = isRgb(picture.pixelFormat) ? '' : `colorspace=${matrix}:`
  // All of them are written by the same curve, whatever it is called.
  return `${space}color_primaries=${said ?? usual}:color_trc=bt709`
}
