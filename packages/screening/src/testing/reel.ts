import type { Reel } from '../reel/reel.ts'

/** A short reel in two sizes, for tests: what is served, not what is in it. */
export function reelForTest(segments = 5, other: Partial<Reel> = {}): Reel {
  const lengths = Array.from({ length: segments }, (_, at) => (at === segments - 1 ? 1.2 : 2))
  return {
    format: 1,
    seconds: lengths.reduce((sum, one) => sum + one, 0),
    frameRate: [25, 1],
    lengths,
    variants: ['a', 'b'],
    rungs: [
      { name: '360p', width: 640, height: 360, peak: 900_000, average: 600_000, codecs: 'avc1.64001e' },
      { name: '720p', width: 1280, height: 720, peak: 3_200_000, average: 2_400_000, codecs: 'avc1.64001f' },
    ],
    sound: [
      { name: 'fra', language: 'fra', channels: 2, average: 128_000, codecs: 'mp4a.40.2', lengths },
      { name: 'eng', language: 'eng', channels: 2, average: 128_000, codecs: 'mp4a.40.2', lengths: lengths.slice(0, -1) },
    ],
    subtitles: [
      { name: 'eng', language: 'eng', sdh: false },
      { name: 'fra-2', language: 'fra', sdh: true },
    ],
    storyboard: { sheets: 1, columns: 5, rows: 5, every: 2, width: 160, height: 90 },
    poster: true,
    chapters: [
      { at: 0, name: 'The river' },
      { at: 4, name: 'Ice & <light>' },
    ],
    ...other,
  }
}
