import type { DemonstrationFilm } from '../film.ts'
import { belowThisStone } from './below-this-stone.ts'
import { brittleSeason } from './brittle-season.ts'
import { centralAsia } from './central-asia-the-call-of-isis.ts'
import { eadni } from './eadni.ts'
import { elevenAgainstTheWind } from './eleven-against-the-wind.ts'
import { fourMinutesOfNight } from './four-minutes-of-night.ts'
import { nightFreight } from './night-freight.ts'
import { polyphony } from './polyphony-for-a-drowned-valley.ts'
import { ravaneti } from './ravaneti.ts'
import { reelEleven } from './reel-eleven.ts'
import { saltIsASlowClock } from './salt-is-a-slow-clock.ts'
import { theLastLinotype } from './the-last-linotype.ts'
import { theMeterReader } from './the-meter-reader.ts'
import { theRainLedger } from './the-rain-ledger.ts'
import { theTreeRingCourt } from './the-tree-ring-court.ts'
import { theWellKeepers } from './the-well-keepers.ts'
import { theWrestlersOfPikine } from './the-wrestlers-of-pikine.ts'
import { threeDeltas } from './three-deltas.ts'
import { unbuilt } from './unbuilt.ts'
import { whatTheNoseRemembers } from './what-the-nose-remembers.ts'
import { landingStation } from './landing-station.ts'
import { storni } from './storni.ts'
import { theAnchovyYear } from './the-anchovy-year.ts'
import { theInterpretersSilence } from './the-interpreters-silence.ts'
import { theKitchenBorder } from './the-kitchen-border.ts'
import { theRadioTeacher } from './the-radio-teacher.ts'

/** Every film of the demonstration house, in the order of its references. */
export const films: DemonstrationFilm[] = [
  centralAsia,
  theWellKeepers,
  fourMinutesOfNight,
  saltIsASlowClock,
  eadni,
  theMeterReader,
  threeDeltas,
  reelEleven,
  theTreeRingCourt,
  polyphony,
  theLastLinotype,
  nightFreight,
  belowThisStone,
  theWrestlersOfPikine,
  unbuilt,
  brittleSeason,
  theRainLedger,
  ravaneti,
  whatTheNoseRemembers,
  elevenAgainstTheWind,
  theAnchovyYear,
  storni,
  theInterpretersSilence,
  landingStation,
  theRadioTeacher,
  theKitchenBorder,
]
