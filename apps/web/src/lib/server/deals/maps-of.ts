/** Where what a deal takes off the shelf is seen on the map of each of its films. */
import type { DealView } from '@vitrine/house'
import { addressOf } from '../rights/asked.ts'

/**
 * The films of the version that stands, asked for its own media and days, all over the world: a film that was taken out of the offer is
 * not sold by this deal, also while it is still noted as one that was spoken of. Before there is a version, every film of the deal.
 */
export function mapsOf({ offers, titles }: Pick<DealView, 'offers' | 'titles'>): { title: string; query: string }[] {
  const standing = offers.find(({ state }) => state === 'accepted') ?? offers.find(({ state }) => state === 'live') ?? offers[0]
  if (standing === undefined) return titles.map(({ id, title }) => ({ title, query: id }))
  const first = standing.lines.filter(({ titleId }, at, lines) => lines.findIndex((line) => line.titleId === titleId) === at)
  return first.map(({ titleId, title, boxes: [box] }) => {
    const asked = box?.from ? `?${addressOf({ media: box.media.text, from: box.from, to: box.to, exclusive: true })}` : ''
    return { title, query: `${titleId}${asked}` }
  })
}
