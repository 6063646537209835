/**
 * What really ran is told to the house every ten seconds, and the answer is leave for the next minutes. Each report tells everything that
 * the house has not said to be written, so nothing is lost with an answer, or with a server, and nothing is counted twice.
 */
import { keepPlace, standsAt } from './place.ts'
import { running } from './ran.ts'
import type { Source } from './source.ts'
import type { Stage } from './stage.ts'
import { dropUntold, keepUntold, untoldBefore } from './untold.ts'

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
  const page = nameOfPage()
  const earlier = untoldBefore(stage)
  let reports = 0

  const send = (body: string): Promise<Response | null> =>
    fetch(`${base}report`, {
      method: 'POST',
      body,
      keepalive: true,
      headers: { 'content-type': 'application/json' },
    }).catch(() => null)
  /** How much of what ran on a page is written, as an answer says; null: it does not. */
  const writtenIn = (answer: Response | null): number | null => {
    const said = answer?.headers.get('vitrine-written') ?? null
    return said === null ? null : Number(said)
  }
  const readNow = (): string | null => {
    const shown = source.subtitles()
    return shown === undefined ? read : shown
  }
  /** `number` 0: it tells what ran, and nothing of where the film stands. */
  const bodyOf = (number: number, left = false): string =>
    JSON.stringify({
      page,
      report: number,
      ...ran.untold(MOST_STRETCHES),
      at: Math.round(standsAt(stage) * 1000),
      language: source.language(),
      subtitles: readNow(),
      left,
      openedAt: stage.openedAt,
    })

  async function report(): Promise<boolean> {
    if (stage.over) return false
    const sent = await send(bodyOf((reports += 1)))
    ran.written(writtenIn(sent) ?? 0)
    if (sent?.status === 410) refused((await sent.text()).trim())
    // While it was asked the film may have ended for good: what that says stays.
    if (!stage.over && (sent?.status === 401 || sent?.status === 403)) say(words.sleeping)
    return sent?.status === 204
  }
  /** What pages before this one left behind, until it is written. */
  async function reportEarlier(): Promise<void> {
    for (const one of earlier.splice(0)) {
      const answer = await send(one.body)
      const { before, played } = JSON.parse(one.body) as { before: number; played: [number, number][] }
      const all = before + played.reduce((sum, [from, to]) => sum + (to - from), 0)
      if ((writtenIn(answer) ?? -1) >= all) dropUntold(stage, one.page)
      else if (!stage.over) earlier.push(one)
    }
  }

  const note = (jumped = false): void => ran.tick(film.currentTime, film.playbackRate, source.language(), readNow(), jumped)
  const tick = (jumped = false): void => {
    if (!film.paused && !film.seeking && film.readyState > 2) note(jumped)
  }
  film.addEventListener('timeupdate', () => tick())
  film.addEventListener('seeked', () => tick(true))
  film.addEventListener('ratechange', () => tick())
  // Between two ticks of its clock a film is told where it began and where it stopped.
  film.addEventListener('playing', () => tick())
  for (const still of ['pause', 'ended', 'waiting'] as const)
    film.addEventListener(still, () => {
      if (!film.seeking) note()
      ran.stop()
    })
  film.addEventListener('seeking', () => ran.stop())
  film.addEventListener('pause', () => void report())

  // At once as well: a page that is loaded again says goodbye when the new one has been answered, and would be taken for closed.
  void report().then(reportEarlier)
  setInterval(() => void report().then(reportEarlier), REPORT_SECONDS * 1000)
  addEventListener('pagehide', () => {
    keepPlace(stage)
    if (stage.over) return
    void send(bodyOf((reports += 1), true))
    if (ran.untold(1).played.length > 0) keepUntold(stage, { page, body: bodyOf(0) })
  })
  // A page that the browser brings back tells it itself.
  addEventListener('pageshow', () => dropUntold(stage, page))
  return report
}

/** Tells the reports of one page from those of another: where the page is not served over https a browser makes no UUID. */
const nameOfPage = (): string => Array.from(crypto.getRandomValues(new Uint32Array(3)), (one) => one.toString(36)).join('-')
