import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'

/** The faces that the posters are set in; all under the SIL Open Font License, shipped as TTF by their packages. */
const FACES = {
  abril: ['abril-fatface/400Regular/AbrilFatface_400Regular.ttf', 'Abril Fatface', 400],
  alfa: ['alfa-slab-one/400Regular/AlfaSlabOne_400Regular.ttf', 'Alfa Slab One', 400],
  anton: ['anton/400Regular/Anton_400Regular.ttf', 'Anton', 400],
  archivo: ['archivo/500Medium/Archivo_500Medium.ttf', 'Archivo', 500],
  archivoBold: ['archivo/700Bold/Archivo_700Bold.ttf', 'Archivo', 700],
  archivoBlack: ['archivo/900Black/Archivo_900Black.ttf', 'Archivo', 900],
  bowlby: ['bowlby-one/400Regular/BowlbyOne_400Regular.ttf', 'Bowlby One', 400],
  bricolage: ['bricolage-grotesque/800ExtraBold/BricolageGrotesque_800ExtraBold.ttf', 'Bricolage Grotesque', 800],
  bricolageText: ['bricolage-grotesque/500Medium/BricolageGrotesque_500Medium.ttf', 'Bricolage Grotesque', 500],
  climate: ['climate-crisis/400Regular/ClimateCrisis_400Regular.ttf', 'Climate Crisis', 400],
  dela: ['dela-gothic-one/400Regular/DelaGothicOne_400Regular.ttf', 'Dela Gothic One', 400],
  elite: ['special-elite/400Regular/SpecialElite_400Regular.ttf', 'Special Elite', 400],
  fraunces: ['fraunces/900Black/Fraunces_900Black.ttf', 'Fraunces', 900],
  frauncesLight: ['fraunces/300Light/Fraunces_300Light.ttf', 'Fraunces', 300],
  gloock: ['gloock/400Regular/Gloock_400Regular.ttf', 'Gloock', 400],
  inter: ['inter/500Medium/Inter_500Medium.ttf', 'Inter', 500],
  interBlack: ['inter/900Black/Inter_900Black.ttf', 'Inter', 900],
  interThin: ['inter/200ExtraLight/Inter_200ExtraLight.ttf', 'Inter', 200],
  league: ['league-gothic/400Regular/LeagueGothic_400Regular.ttf', 'League Gothic', 400],
  mono: ['space-mono/400Regular/SpaceMono_400Regular.ttf', 'Space Mono', 400],
  monoBold: ['space-mono/700Bold/SpaceMono_700Bold.ttf', 'Space Mono', 700],
  playfair: ['playfair-display/900Black/PlayfairDisplay_900Black.ttf', 'Playfair Display', 900],
  playfairText: ['playfair-display/500Medium/PlayfairDisplay_500Medium.ttf', 'Playfair Display', 500],
  rakkas: ['rakkas/400Regular/Rakkas_400Regular.ttf', 'Rakkas', 400],
  serif: ['instrument-serif/400Regular/InstrumentSerif_400Regular.ttf', 'Instrument Serif', 400],
  shoulders: ['big-shoulders-display/BigShouldersDisplay_900Black.ttf', 'Big Shoulders Display', 900],
  shrikhand: ['shrikhand/400Regular/Shrikhand_400Regular.ttf', 'Shrikhand', 400],
  space: ['space-grotesk/700Bold/SpaceGrotesk_700Bold.ttf', 'Space Grotesk', 700],
  spaceText: ['space-grotesk/400Regular/SpaceGrotesk_400Regular.ttf', 'Space Grotesk', 400],
  syne: ['syne/800ExtraBold/Syne_800ExtraBold.ttf', 'Syne', 800],
  unbounded: ['unbounded/900Black/Unbounded_900Black.ttf', 'Unbounded', 900],
  unboundedLight: ['unbounded/300Light/Unbounded_300Light.ttf', 'Unbounded', 300],
} as const satisfies Record<string, readonly [string, string, number]>
export type Face = keyof typeof FACES

const require = createRequire(import.meta.url)
/** Where the face's file lies; asked of the module loader, so that it does not matter where packages are installed. */
function fileOf(face: Face): string {
  const [path] = FACES[face]
  const [name, ...rest] = path.split('/')
  return join(dirname(require.resolve(`@expo-google-fonts/${name}/package.json`)), ...rest)
}

export function fontOptions(faces: Iterable<Face>) {
  return { fontFiles: [...faces].map(fileOf), loadSystemFonts: false }
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)

export interface Setting {
  x?: number
  y?: number
  size?: number
  fill?: string
  anchor?: 'start' | 'middle' | 'end'
  spacing?: number // share of the size
  turn?: number // degrees around (x, y)
  opacity?: number
  vertical?: boolean
  more?: string
}

/** One line of text as SVG. `y` is the baseline. */
export function line(face: Face, text: string, set: Setting = {}): string {
  const { x = 0, y = 0, size = 100, fill = '#000', anchor = 'start', spacing = 0, turn = 0, opacity = 1, more = '' } = set
  const [, family, weight] = FACES[face]
  return `<text x="${x}" y="${y}" font-family="${family}" font-weight="${weight}" font-size="${size}" fill="${fill}" text-anchor="${anchor}" letter-spacing="${spacing * size}"${turn ? ` transform="rotate(${turn} ${x} ${y})"` : ''}${opacity < 1 ? ` opacity="${opacity}"` : ''} ${more}>${escaped(text)}</text>`
}

const measured = new Map<string, number>()
/** How wide a line is at size 100. */
export function widthOf(face: Face, text: string, spacing = 0): number {
  const key = `${face}|${spacing}|${text}`
  const known = measured.get(key)
  if (known !== undefined) return known
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="400">${line(face, text, { x: 0, y: 200, size: 100, spacing })}</svg>`
  const box = new Resvg(svg, { font: fontOptions([face]) }).getBBox()
  if (!box) throw new Error(`The face ${face} cannot set "${text}"`)
  measured.set(key, box.width)
  return box.width
}

/** The size at which a line is `width` wide. */
export function sizeFor(face: Face, text: string, width: number, spacing = 0): number {
  return (width / widthOf(face, text, spacing)) * 100
}
