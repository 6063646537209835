/** Where a film is sold, as the map of the producer's room draws it. */
import type { OwnSale } from '@vitrine/house'
import { MEDIA_TREE } from '@vitrine/rights/media/tree'
import { mapIdOf } from '@vitrine/rights/territories/map'
import { territoryName } from '@vitrine/rights/territories/names'
import type { Locale } from '@vitrine/messages'
import { worldMap } from '#lib/rights/world.ts'

export const MEDIA_CHOICES = ['all', 'tv', 'vod', 'other'] as const
export type MediaChoice = (typeof MEDIA_CHOICES)[number]

const branch = (code: string): string[] => MEDIA_TREE.find((one) => one.code === code)!.leaves.map((leaf) => leaf.code)
const TV = new Set(branch('tv'))
const VOD = new Set(branch('vod'))
const FITS: Record<MediaChoice, (leaf: string) => boolean> = {
  all: () => true,
  tv: (leaf) => TV.has(leaf),
  vod: (leaf) => VOD.has(leaf),
  other: (leaf) => !TV.has(leaf) && !VOD.has(leaf),
}

/** Whether a sale still counts on a day, or will. */
export const isOver = ({ lastDay, undated }: Pick<OwnSale, 'lastDay' | 'undated'>, today: string): boolean => !undated && lastDay !== null && lastDay < today // prettier-ignore

/** By territory: sold exclusively somewhere in these media, or not. Countries sold in parts take the stronger of them. */
export function soldIn(sales: readonly OwnSale[], media: MediaChoice, today: string): Map<string, 'exclusive' | 'shared'> {
  const found = new Map<string, 'exclusive' | 'shared'>()
  for (const sale of sales) {
    if (isOver(sale, today)) continue
    for (const box of sale.boxes) {
      if (!box.media.leaves.some(FITS[media])) continue
      for (const leaf of box.territories.leaves)
        if (sale.exclusive || !found.has(leaf)) found.set(leaf, sale.exclusive ? 'exclusive' : 'shared')
    }
  }
  return found
}

export interface SoldMap {
  width: number
  height: number
  lands: { d: string; how: 'exclusive' | 'shared' | 'nowhere'; name: string }[]
  dots: { x: number; y: number; how: 'exclusive' | 'shared'; name: string }[]
}

export function soldMap(sales: readonly OwnSale[], media: MediaChoice, today: string, locale: Locale): SoldMap {
  const { width, height, shapes, dots } = worldMap()
  const places = new Map<string, { how: 'exclusive' | 'shared'; names: string[] }>()
  for (const [leaf, how] of soldIn(sales, media, today)) {
    const place = places.get(mapIdOf(leaf))
    const name = territoryName(leaf, locale)
    if (place === undefined) places.set(mapIdOf(leaf), { how, names: [name] })
    else {
      place.names.push(name)
      if (how === 'exclusive') place.how = how
    }
  }
  return {
    width,
    height,
    lands: shapes.map(({ id, d }) => ({ d, how: places.get(id)?.how ?? ('nowhere' as const), name: places.get(id)?.names.join(', ') ?? '' })), // prettier-ignore
    dots: dots.flatMap(({ id, x, y }) => {
      const place = places.get(id)
      return place === undefined ? [] : [{ x, y, how: place.how, name: place.names.join(', ') }]
    }),
  }
}
