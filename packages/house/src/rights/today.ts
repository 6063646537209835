import { type Day, dayOf } from '@vitrine/rights/days/day'
import type { HouseContext } from '../context.ts'

/** The calendar day it is for the house: of its clock, in UTC, so that every server of a house says the same. */
export const todayOf = (house: HouseContext): Day => dayOf(house.now().toISOString().slice(0, 10))!
