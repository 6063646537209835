import { worldHere } from '#lib/desk/rights/world-here.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ data, parent }) => ({ ...data, world: await worldHere((await parent()).locale) })
