import type { CutPlace } from '../contract/reels.ts'
import { HouseError } from '../errors.ts'
import { parse } from '../input.ts'
import { Place } from './input.ts'

/**
 * Which cut somebody means, and which episode of it, held against the cuts of the sheet.
 *
 * @throws HouseError `invalid-input` unless the sheet has this cut, and the cut this episode
 * @example
 * readPlace({ cut: '3x52', episode: 2 }, ['90', '3x52'])
 */
export function readPlace(said: { cut: unknown; episode: unknown }, cuts: readonly string[]): CutPlace {
  const place = parse(Place, { cut: said.cut, episode: said.episode })
  const { cut, episode } = place
  const issues: { path: string; message: string }[] = []
  if (cut !== null && !cuts.includes(cut)) issues.push({ path: 'cut', message: 'Not a cut of this film' })
  const episodes = Number(/^(\d+)x/.exec(cut ?? '')?.[1] ?? 0)
  if (episode !== null && episode > episodes) issues.push({ path: 'episode', message: 'Not an episode of this cut' })
  if (issues.length > 0) throw new HouseError('invalid-input', { issues })
  return place
}
