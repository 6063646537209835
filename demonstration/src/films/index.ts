import type { DemonstrationFilm } from '../film.ts'
import { centralAsia } from './central-asia-the-call-of-isis.ts'
import { eadni } from './eadni.ts'
import { fourMinutesOfNight } from './four-minutes-of-night.ts'
import { reelEleven } from './reel-eleven.ts'
import { saltIsASlowClock } from './salt-is-a-slow-clock.ts'
import { theMeterReader } from './the-meter-reader.ts'
import { theWellKeepers } from './the-well-keepers.ts'
import { threeDeltas } from './three-deltas.ts'

/** Every film of the demonstration house, in the order of its references. */
export const films: DemonstrationFilm[] = [centralAsia, theWellKeepers, fourMinutesOfNight, saltIsASlowClock, eadni, theMeterReader, threeDeltas, reelEleven]
