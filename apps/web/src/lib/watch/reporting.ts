/** What really ran is told to the house every ten seconds, and the answer is leave for the next minutes. */
import { keepPlace, standsAt } from './place.ts'
import { running } from './ran.ts'
import type { Source } from './source.ts'
import type { Stage } from './stage.ts'

const REPORT_SECONDS = 10
/** As many as the server reads in one report. */
const MOST_STRETCHES = 200

/**
 * Follows the film, and answers how it is told now: whether leave to watch was renewed.
 *
 * @param read what is read along while nobody knows which subtitles there are: what they read last is not forgotten
 * @param refused is told why the house lets nothing be watched any more
 */
export function reportOn(
  stage: Stage,
  source: Source,
  read: string | null,
  refused: (why: string) => void,
): () => Promise<boolean> {
  const { film, base, words, say } = stage
  const ran = running()

  async function report(left = false): Promise<boolean> {
    if (stage.over) return false
    const played = ran.take(MOST_STRETCHES)
    const shown = source.subtitles()
    const body = JSON.stringify({
      played,
      at: Math.round(standsAt(stage) * 1000),
      language: source.language(),
      subtitles: shown === undefined ? read : shown,
      left,
      openedAt: stage.openedAt,
    })
    const sent = await fetch(`${base}report`, {
      method: 'POST',
      body,
      keepalive: true,
      headers: { 'content-type': 'application/json' },
    }).catch(() => null)
    const why = sent?.status === 410 ? (await sent.text()).trim() : null
    // Of a page that was taken for closed nothing was read: what ran is told again when the film goes on here.
    if (why === 'left') ran.giveBack(played)
    if (why !== null) refused(why)
    if (sent?.status === 401 || sent?.status === 403) say(words.sleeping)
    // The line, the server or its database was away: what ran is told again. What was read and refused is not, nor what was heard where the film may not be shown.
    if (sent === null || sent.status === 401 || sent.status === 429 || sent.status >= 500) ran.giveBack(played)
    return sent?.status === 204
  }

  const tick = (jumped = false): void => {
    if (!film.paused && !film.seeking && film.readyState > 2) ran.tick(film.currentTime, film.playbackRate, jumped)
  }
  film.addEventListener('timeupdate', () => tick())
  film.addEventListener('seeked', () => tick(true))
  film.addEventListener('ratechange', () => tick())
  for (const still of ['pause', 'ended', 'seeking', 'waiting'] as const) film.addEventListener(still, () => ran.stop())
  film.addEventListener('pause', () => void report())

  // At once as well: a page that is loaded again says goodbye when the new one has been answered, and would be taken for closed.
  void report()
  setInterval(() => void report(), REPORT_SECONDS * 1000)
  addEventListener('pagehide', () => {
    keepPlace(stage)
    void report(true)
  })
  return () => report()
}
