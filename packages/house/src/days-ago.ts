import type { HouseContext } from './context.ts'

const DAY = 86_400_000

/** The house as it was so many days ago: what its verbs write carries that moment. Only for a history that is invented whole. */
export const daysAgo = (house: HouseContext, days: number): HouseContext =>
  days === 0 ? house : { ...house, now: () => new Date(house.now().getTime() - days * DAY) }
