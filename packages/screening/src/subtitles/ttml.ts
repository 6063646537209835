import { SaxesParser, type SaxesTagNS } from 'saxes'
import { rootName } from '../xml/root-name.ts'
import { type Cue, escaped, tidy } from './cue.ts'

/** No subtitles are nested deeper. */
const DEEPEST = 64

/** What an element hands down to those within it. */
interface Scope {
  name: string
  /** Seconds from the start of the film that its times are counted from, and where it ends. */
  begins: number
  ends: number
  italic: boolean
  region: string | null
  /** White space is kept as it is written. */
  spaces: boolean
}

/**
 * Reads TTML, and EBU-TT-D, IMSC and the rest that are made of it: paragraphs with their times, counted from those of what they stand in;
 * line breaks; italics, by their own word or a style’s; regions at the top. A document type ends the reading: nothing is ever expanded.
 */
export function readTtml(text: string): Cue[] {
  const parser = new SaxesParser({ xmlns: true })
  const cues: Cue[] = []
  const italics = new Set<string>()
  const tops = new Set<string>()
  const scopes: Scope[] = []
  let clock = { rate: 30, ticks: 1 }
  let said = ''

  parser.on('doctype', () => {
    throw new SyntaxError('a document type is not read')
  })
  parser.on('error', (error) => {
    throw new SyntaxError(error.message)
  })
  parser.on('opentag', (tag) => {
    if (scopes.length >= DEEPEST) throw new SyntaxError('nested too deeply')
    const get = (name: string) => attribute(tag, name)
    if (tag.local === 'tt') clock = clockOf(get)
    const italic = get('fontStyle') === 'italic' || get('fontStyle') === 'oblique'
    if (tag.local === 'style' && italic) italics.add(get('id') ?? '')
    if (tag.local === 'region' && get('displayAlign') === 'before') tops.add(get('id') ?? '')
    const above = scopes.at(-1)
    const begins = (above?.begins ?? 0) + (seconds(get('begin'), clock) ?? 0)
    const lasts = seconds(get('dur'), clock)
    const ends = seconds(get('end'), clock)
    const styled = (get('style') ?? '').split(/\s+/).some((style) => italics.has(style))
    scopes.push({
      name: tag.local,
      begins,
      ends:
        lasts !== null ? begins + lasts : ends !== null ? (above?.begins ?? 0) + ends : (above?.ends ?? Number.POSITIVE_INFINITY),
      italic: get('fontStyle') === 'normal' ? false : italic || styled || (above?.italic ?? false),
      region: get('region') ?? above?.region ?? null,
      spaces: get('space') === undefined ? (above?.spaces ?? false) : get('space') === 'preserve',
    })
    if (tag.local === 'p') said = ''
    if (tag.local === 'br') said += '\n'
  })
  parser.on('text', (written) => {
    const scope = scopes.at(-1)
    if (!scope || !scopes.some(({ name }) => name === 'p') || scopes.some(({ name }) => name === 'metadata')) return
    const words = escaped(scope.spaces ? written : written.replace(/\s+/g, ' '))
    said += scope.italic && words.trim() !== '' ? `<i>${words}</i>` : words
  })
  parser.on('closetag', () => {
    const scope = scopes.pop()!
    if (scope.name !== 'p') return
    const words = tidy(said.replaceAll('</i><i>', ''))
    if (words === '' || !Number.isFinite(scope.ends)) return
    cues.push({
      from: round(scope.begins),
      to: round(scope.ends),
      text: words,
      top: scope.region !== null && tops.has(scope.region),
    })
  })
  parser.write(text.replace(/^\uFEFF/, '')).close()
  return cues
}

/** Whether text is TTML: its root element is `tt`. */
export const isTtml = (text: string): boolean => rootName(text) === 'tt'

const attribute = (tag: SaxesTagNS, local: string): string | undefined =>
  Object.values(tag.attributes)
    .find((one) => one.local === local)
    ?.value.trim()

function clockOf(get: (name: string) => string | undefined) {
  const [over, under] = (get('frameRateMultiplier') ?? '1 1').split(/[\s:]+/).map(Number)
  const rate = (Number(get('frameRate')) || 30) * (over && under ? over / under : 1)
  return { rate, ticks: Number(get('tickRate')) || (get('frameRate') ? rate : 1) }
}

/** A time expression: `00:01:02.5`, `00:01:02:12` in frames, `62.5s`, `1500f`, `90000t`. */
function seconds(written: string | undefined, clock: { rate: number; ticks: number }): number | null {
  if (!written) return null
  const time = /^(\d{2,}):(\d\d):(\d\d)(?:(\.\d+)|:(\d{2,})(?:\.\d+)?)?$/.exec(written)
  if (time) {
    const [, hours, minutes, whole, fraction, frames] = time
    return Number(hours) * 3600 + Number(minutes) * 60 + Number(whole) + Number(fraction ?? 0) + Number(frames ?? 0) / clock.rate
  }
  const offset = /^(\d+(?:\.\d+)?)(h|m|s|ms|f|t)$/.exec(written)
  if (!offset) return null
  const unit = { h: 3600, m: 60, s: 1, ms: 0.001, f: 1 / clock.rate, t: 1 / clock.ticks }[offset[2]!]!
  return Number(offset[1]) * unit
}

const round = (value: number) => Math.round(value * 1000) / 1000
