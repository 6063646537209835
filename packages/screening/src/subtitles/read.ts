import { readBlocks } from './blocks.ts'
import { checkCues } from './check.ts'
import type { Cue } from './cue.ts'
import { decodeText } from './decode.ts'
import { type Finding, MOST_FINDINGS } from './finding.ts'
import { isStl, readStl } from './stl.ts'
import { isTtml, readTtml } from './ttml.ts'

export interface Subtitles {
  format: 'srt' | 'webvtt' | 'stl' | 'ttml' | null
  /** In the order in which they are shown. */
  cues: Cue[]
  findings: Finding[]
}

export interface ReadOptions {
  /** ISO 639-3: what is comfortable to read, and how an old file is encoded. */
  language: string
  /** Length of the film, where it is known. */
  filmSeconds?: number
}

/** Subtitles of a long film are some hundred kilobytes. */
const LARGEST = 8 * 1024 * 1024
const MOST_CUES = 50_000

const WEBVTT = /^\uFEFF?WEBVTT(\s|$)/

/**
 * Reads subtitles in SRT, WebVTT, EBU STL or TTML, told apart by what is in them and never by their name, and checks them. What cannot be
 * read is a finding; nothing is thrown.
 */
export function readSubtitles(bytes: Uint8Array, options: ReadOptions): Subtitles {
  const findings: Finding[] = []
  const none = (rule: Finding['rule']): Subtitles => ({ format: null, cues: [], findings: [{ rule, values: {} }] })
  if (bytes.length > LARGEST) return none('too-large')
  let format: Subtitles['format']
  let cues: Cue[]
  if (isStl(bytes)) {
    format = 'stl'
    cues = readStl(bytes)
  } else {
    const { text, guessed } = decodeText(bytes, options.language)
    if (guessed) findings.push({ rule: 'encoding', values: { encoding: guessed } })
    if (isTtml(text)) {
      format = 'ttml'
      try {
        cues = readTtml(text)
      } catch {
        return none('not-subtitles')
      }
    } else if ((WEBVTT.test(text) || text.includes('-->')) && !text.includes('\0')) {
      format = WEBVTT.test(text) ? 'webvtt' : 'srt'
      cues = readBlocks(text, findings)
    } else return none('not-subtitles')
  }
  cues = cues.filter(({ text }) => text !== '').toSorted((one, other) => one.from - other.from || one.to - other.to)
  if (cues.length === 0) return { format, cues, findings: [...findings, { rule: 'no-cues', values: {} }] }
  if (cues.length > MOST_CUES) return none('too-large')
  for (const finding of checkCues(cues, options.language, options.filmSeconds ?? null)) {
    if (findings.length === MOST_FINDINGS) break
    findings.push(finding)
  }
  if (findings.length === MOST_FINDINGS) findings.push({ rule: 'more', values: { listed: MOST_FINDINGS } })
  return { format, cues, findings }
}
