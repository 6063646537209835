import type { Cue } from './cue.ts'

/** Subtitles as WebVTT, whole. A subtitle that ends before it begins is left out: players stumble over it. */
export function webvttOf(cues: Cue[]): string {
  const blocks = cues
    .filter(({ from, to }) => to > from && from >= 0)
    .map(({ from, to, text, top }) => `${stamp(from)} --> ${stamp(to)}${top ? ' line:0' : ''}\n${text.replaceAll('\n\n', '\n')}`)
  return ['WEBVTT', ...blocks].join('\n\n') + '\n'
}

/** A moment as WebVTT writes it: `01:02:03.450`. */
export function stamp(seconds: number): string {
  const whole = Math.round(seconds * 1000)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(whole / 3_600_000))}:${two(Math.floor(whole / 60_000) % 60)}:${two(Math.floor(whole / 1000) % 60)}.${String(whole % 1000).padStart(3, '0')}`
}
