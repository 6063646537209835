/** What can be found in subtitles: a closed list, worded by `packages/messages/src/screening-report.ts`. */
export const SUBTITLE_RULES = [
  'not-subtitles',
  'no-cues',
  'too-large',
  'not-read',
  'encoding',
  'backwards',
  'overlap',
  'too-short',
  'too-long',
  'too-fast',
  'line-long',
  'lines-many',
  'past-end',
  'more',
] as const

/** Nobody reads more findings about one file, subtitles or film: that there are more is said. */
export const MOST_FINDINGS = 300

export interface Finding {
  rule: (typeof SUBTITLE_RULES)[number]
  /** `number` counts subtitles from 1, `at` is where it stands in the film, in seconds. */
  values: Record<string, string | number>
}
