/** The answer to a request for one title: full, partial or none; why; how much of it; and from when all of it. */
import { type Answer, type Line, meets, type Request } from '../book/line.ts'
import { type Box, isEmptyBox } from '../box/box.ts'
import type { Day } from '../days/day.ts'
import { firstFullyMet } from './first-fully-met.ts'
import { type Region, regionsOf } from './regions.ts'
import { cellsIn, cutsKnown } from './size.ts'

export interface TitleAnswer {
  readonly answer: Answer
  /** The part of the request's cells that is met, from 0 to 1. */
  readonly share: number
  /** Disjoint, together exactly what is on offer of the request. */
  readonly regions: readonly Region[]
  /** The first day from which all of it can be had, for as long as was asked; null when there is none. */
  readonly firstFullyMet: Day | null
}

/** What of a box is on offer on a day: days before today never are. */
export const onOffer = (box: Box, today: Day): Box => ({ ...box, from: Math.max(box.from, today) })

/**
 * Answers a request.
 *
 * @param cuts the title's cuts, to weigh a request for all of them; those that its entries name count beside them
 * @example
 * answerRequest({ box, exclusive: true }, lines, ['52'], dayOf('2026-11-22')!).answer // 'partial'
 */
export function answerRequest(request: Request, lines: readonly Line[], cuts: readonly string[], today: Day): TitleAnswer {
  const box = onOffer(request.box, today)
  if (isEmptyBox(box)) return { answer: 'none', share: 0, regions: [], firstFullyMet: null }
  const regions = regionsOf(box, lines, today)
  const met = regions.filter((region) => meets(region.status, request.exclusive))
  const known = cutsKnown(cuts, lines, box.cuts)
  const share = met.reduce((sum, region) => sum + cellsIn(region.box, known), 0) / cellsIn(box, known)
  const answer = met.length === 0 ? 'none' : met.length === regions.length ? 'full' : 'partial'
  return {
    answer,
    share: answer === 'full' ? 1 : share,
    regions,
    firstFullyMet: answer === 'full' ? box.from : firstFullyMet({ ...request, box }, lines, today),
  }
}
