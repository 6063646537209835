/**
 * The map of the world as paths that a browser only has to draw: Natural Earth through world-atlas, set once a process.
 * Countries too small for the coarse map are dots where the fine one has them.
 */
import { geoNaturalEarth1, geoPath } from 'd3-geo'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import coarse from 'world-atlas/countries-110m.json' with { type: 'json' }
import { LEAVES } from '@vitrine/rights/territories/leaves'
import { mapIdOf } from '@vitrine/rights/territories/map'
import { territoryName } from '@vitrine/rights/territories/names'
import type { Locale } from '@vitrine/messages'
import fine from 'world-atlas/countries-50m.json' with { type: 'json' }

/** Left, top, right, bottom. */
export type Frame = [number, number, number, number]

export interface WorldMap {
  width: number
  height: number
  /** By map id (`mapIdOf` of @vitrine/rights). */
  shapes: { id: string; d: string; box: Frame }[]
  dots: { id: string; x: number; y: number }[]
}

const WIDTH = 960
const HEIGHT = 468
/** Antarctica would take a fifth of the picture, and nobody buys there: it stands in the tables. */
const LEFT_OUT = new Set(['010'])

let made: WorldMap | null = null

export function worldMap(): WorldMap {
  made ??= draw()
  return made
}

/** The map with what its shapes are called, each leaf of the territories by its own name. */
export interface NamedWorld extends WorldMap {
  leaves: { leaf: string; map: string; name: string }[]
}

export const worldOf = (locale: Locale): NamedWorld => ({
  ...worldMap(),
  leaves: LEAVES.map((leaf) => ({ leaf, map: mapIdOf(leaf), name: territoryName(leaf, locale) })),
})

function draw(): WorldMap {
  const countries = (atlas: unknown) => {
    const topology = atlas as Topology<{ countries: GeometryCollection<{ name: string }> }>
    return feature(topology, topology.objects.countries).features.map((one) => ({
      one,
      id: String(one.id ?? one.properties.name),
    }))
  }
  const large = countries(coarse).filter(({ id }) => !LEFT_OUT.has(id))
  const projection = geoNaturalEarth1().fitSize([WIDTH, HEIGHT], {
    type: 'FeatureCollection',
    features: large.map(({ one }) => one),
  })
  const path = geoPath(projection).digits(1)
  const shapes = large
    .map(({ one, id }) => ({ id, d: path(one) ?? '' }))
    .filter(({ d }) => d !== '')
    .map((shape) => ({ ...shape, box: boxOf(shape.d) }))
  const drawn = new Set(shapes.map(({ id }) => id))
  const dots = countries(fine)
    .filter(({ id }) => !drawn.has(id) && !LEFT_OUT.has(id))
    .map(({ one, id }) => {
      const [x, y] = path.centroid(one)
      return { id, x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 }
    })
    .filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))
  return { width: WIDTH, height: HEIGHT, shapes, dots }
}

/** Where a country lies: its largest piece of land, as drawn. France is not looked for in South America, nor Russia on both sides. */
function boxOf(drawn: string): Frame {
  const pieces = drawn
    .split('M')
    .slice(1)
    .map((piece) => Float64Array.from(piece.match(/-?[\d.]+/g) ?? [], Number))
    .map((numbers): Frame => {
      const [xs, ys] = [numbers.filter((_, at) => at % 2 === 0), numbers.filter((_, at) => at % 2 === 1)]
      return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
    })
  const area = ([left, top, right, bottom]: Frame) => (right - left) * (bottom - top)
  return pieces.reduce((best, piece) => (area(piece) > area(best) ? piece : best))
}
