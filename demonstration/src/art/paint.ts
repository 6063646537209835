import type { TitleSheet } from '@vitrine/catalogue'
import { encode } from './kit/encode.ts'
import { artOf } from './registry.ts'

/** One picture to paint; `name` is `poster` or `still-1`, `still-2`, … */
export interface Job {
  slug: string
  name: string
  sheet: TitleSheet
}

/**
 * Paints one picture as JPEG. The same job gives the same bytes on the same machine.
 *
 * @throws when the film has no art, or no still of that number
 */
export async function paint(job: Job): Promise<Uint8Array> {
  const art = await artOf(job.slug)
  if (job.name === 'poster') return encode(art.poster(job.sheet))
  const still = art.stills[Number(job.name.replace('still-', '')) - 1]
  if (!still) throw new Error(`The art of ${job.slug} has no ${job.name}`)
  return encode(still())
}
