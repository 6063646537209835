import { type Described, type DescribedPicture, type DescribedSound } from '../engine/described.ts'
import { coloursOf, doubtOf } from '../packaging/colour.ts'
import { seenSize } from '../packaging/ladder.ts'
import { pictureSeconds } from '../packaging/picture-of.ts'
import { constantRate } from '../packaging/rate.ts'
import { MOST_FINDINGS } from '../subtitles/finding.ts'
import type { Measured } from './measure.ts'

/** What a technical report can find: a closed list, worded by `packages/messages/src/screening-report.ts`. */
export const REPORT_RULES = [
  'bars',
  'black',
  'black-throughout',
  'channels',
  'colours-unsaid',
  'colours-unusual',
  'cut-off',
  'full-range',
  'hdr',
  'interlaced',
  'language-missing',
  'loudness',
  'mono',
  'more',
  'no-sound',
  'one-sided',
  'pixels-not-square',
  'peak',
  'range-doubtful',
  'rate-varies',
  'rate-unusual',
  'silence',
  'silent-track',
  'small',
  'sound-ends',
  'sampled',
  'turned',
  'wide-gamut',
] as const

export type ReportRule = (typeof REPORT_RULES)[number]

/** `warning`: an editor should look at it; `note`: packaging has seen to it, or it is only said. */
export interface ReportFinding {
  rule: ReportRule
  severity: 'warning' | 'note'
  values: Record<string, string | number>
}

/** The technical report of a master: what it is, what was measured, and what an editor should know. */
export interface TechnicalReport {
  described: Described
  measured: Measured
  findings: ReportFinding[]
}

/** Loudness that broadcasters in Europe ask for (EBU R 128), in LUFS, and how far off is still right. */
const LOUDNESS = -23
const TOLERANCE = 1
const MOST_PEAK = -1
/** Black or silence shorter than this, in seconds, is a cut or a breath. */
const LONG_BLACK = 3
const LONG_SILENCE = 5
/** Seconds that a picture or a sound may end before it says, or before the other. */
const EARLY_END = 1

/** What an editor should know of a master, from what it says and what was measured of it. */
export function findingsOf(described: Described, measured: Measured): ReportFinding[] {
  const picture = described.streams.find((stream): stream is DescribedPicture => stream.kind === 'picture')
  const found: ReportFinding[] = []
  const add = (severity: ReportFinding['severity'], rule: ReportRule, values: ReportFinding['values'] = {}) =>
    found.push({ rule, severity, values })
  if (picture) aboutPicture(picture, described, measured, add)
  aboutSound(measured, described, add)
  const sorted = found.toSorted((one, other) => Number(one.severity === 'note') - Number(other.severity === 'note'))
  if (sorted.length <= MOST_FINDINGS) return sorted
  return [...sorted.slice(0, MOST_FINDINGS), { rule: 'more', severity: 'note', values: { listed: MOST_FINDINGS } }]
}

type Add = (severity: ReportFinding['severity'], rule: ReportRule, values?: ReportFinding['values']) => void

function aboutPicture(picture: DescribedPicture, described: Described, measured: Measured, add: Add): void {
  const seen = seenSize(picture)
  const rate = constantRate(picture)
  const perSecond = round(picture.rate[0] / picture.rate[1])
  const lasts = pictureSeconds(described, picture)
  if (measured.ends < lasts - EARLY_END) add('warning', 'cut-off', { ends: measured.ends, lasts })
  if (Math.min(seen.width, seen.height) < 700)
    add('warning', 'small', { width: Math.round(seen.width), height: Math.round(seen.height) })
  if (measured.bars) add('warning', 'bars', measured.bars)
  const { light, gamut } = coloursOf(picture)
  if (light !== 'usual') add('note', 'hdr', { transfer: light === 'pq' ? 'PQ' : 'HLG' })
  else if (gamut !== 'bt709') add('note', 'wide-gamut', { gamut: gamut === 'p3' ? 'P3' : 'BT.2020' })
  const doubt = doubtOf(picture)
  if (doubt !== null) add(doubt.rule === 'colours-unsaid' ? 'note' : 'warning', doubt.rule, { shown: doubt.shown, usual: doubt.usual }) // prettier-ignore
  const { range } = picture.colour
  if (measured.range !== null && measured.range !== (range === 'pc' ? 'full' : 'limited'))
    add('warning', 'range-doubtful', { said: range === 'pc' ? 'full' : range === 'tv' ? 'limited' : 'nothing' })
  else if (range === 'pc') add('note', 'full-range')
  const black = measured.black.reduce((sum, { from, to }) => sum + to - from, 0)
  const looked = measured.looked.reduce((sum, { from, to }) => sum + to - from, 0)
  if (looked > 0 && black > looked * 0.9) add('warning', 'black-throughout')
  else for (const { from, to } of measured.black) if (to - from >= LONG_BLACK) add('warning', 'black', { from, to })
  if (picture.interlaced || measured.interlaced > 30) add('note', 'interlaced')
  if (!measured.constant) add('note', 'rate-varies', { average: perSecond, constant: round(rate[0] / rate[1]) })
  else if (Math.abs(perSecond / (rate[0] / rate[1]) - 1) > 0.002)
    add('note', 'rate-unusual', { rate: perSecond, constant: round(rate[0] / rate[1]) })
  if (picture.pixel[0] !== picture.pixel[1])
    add('note', 'pixels-not-square', { width: Math.round(seen.width), height: Math.round(seen.height) })
  if (picture.rotation !== 0) add('note', 'turned', { degrees: picture.rotation })
  if (looked < lasts - 1) add('note', 'sampled', { share: Math.round((100 * looked) / lasts) })
}

function aboutSound(measured: Measured, described: Described, add: Add): void {
  if (measured.sound.length === 0) add('warning', 'no-sound')
  for (const [index, track] of measured.sound.entries()) {
    const which = { track: index + 1 }
    if (track.loudness === null) {
      add('warning', 'silent-track', which)
      continue
    }
    if (Math.abs(track.loudness - LOUDNESS) > TOLERANCE)
      add('note', 'loudness', { ...which, loudness: track.loudness, wanted: LOUDNESS })
    if (track.peak !== null && track.peak > MOST_PEAK) add('warning', 'peak', { ...which, peak: track.peak })
    for (const { from, to } of track.silent) if (to - from >= LONG_SILENCE) add('warning', 'silence', { ...which, from, to })
    if (track.language === 'und') add('warning', 'language-missing', which)
    const { channels } = described.streams.find(({ index: at }) => at === track.streams[0]) as DescribedSound
    if (channels > 2) add('note', 'channels', { ...which, channels })
    if (track.channels === 1) add('note', 'mono', which)
    if (track.mute !== null) add('warning', 'one-sided', { ...which, side: track.mute })
    if (track.ends < measured.ends - EARLY_END) add('warning', 'sound-ends', { ...which, ends: track.ends, lasts: measured.ends })
  }
}

const round = (value: number) => Math.round(value * 1000) / 1000
