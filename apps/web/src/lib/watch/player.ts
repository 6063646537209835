/**
 * The player: what plays the film (source.ts), what is told of it (reporting.ts), what ends it (leave.ts), and what is done with it by
 * hand (controls.ts) and by key (keyboard.ts), and what comes after it (next.ts). Nothing of it leaves this house.
 */
import { controls } from './controls.ts'
import { keyboard } from './keyboard.ts'
import { leaveOf } from './leave.ts'
import { moveMark } from './mark.ts'
import { offerNext } from './next.ts'
import { placeToBegin } from './place.ts'
import { preview } from './preview.ts'
import { reportOn } from './reporting.ts'
import { openSource } from './source.ts'
import { type Stage, stageOf } from './stage.ts'
import { tracksOf } from './tracks.ts'

/** Whoever comes by pressing Watch expects the film to run; whoever comes back to its page, reloads it or keeps its address does not. */
const wanted = location.hash === '#play'
if (wanted) history.replaceState(history.state, '', location.pathname + location.search)

for (const box of document.querySelectorAll<HTMLElement>('[data-player]')) play(box)

function play(box: HTMLElement): void {
  const stage = stageOf(box)
  const tracks = tracksOf(stage)
  stage.from = placeToBegin(stage)
  const refused = leaveOf(stage, () => source)
  /** A file was refused: what ran since the last report is told before the film is taken away. */
  const lastWord = (why: string): void => {
    if (why !== 'left') void report()
    refused(why)
  }
  const source = openSource(stage, tracks, { ready: () => void begin(stage), renew: () => report(), refused: lastWord })
  const report = reportOn(stage, source, tracks.readBefore || null, refused)
  const acts = controls(stage, source, tracks, () => void report())
  keyboard(stage, acts, tracks.subtitles)
  preview(stage)
  moveMark(stage)
  offerNext(stage)
}

/** Starts the film for who asked for it; where the browser refuses that, and for who only came to the page, one large button does. */
async function begin(stage: Stage): Promise<void> {
  const { film, part } = stage
  const offer = (): void => {
    part('begin').hidden = stage.over || !film.paused
  }
  if (!wanted) return offer()
  try {
    await film.play()
  } catch (error) {
    offer()
    if ((error as Error).name === 'NotAllowedError') part('begin').focus()
  }
}
