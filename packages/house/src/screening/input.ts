import { z } from 'zod'

/** Which cut, and which episode of it. */
export const Place = z.object({
  cut: z.string().min(1).max(40).nullable(),
  episode: z.int().min(1).max(2000).nullable(),
})

/** A language as reels and subtitles name it: ISO 639-3. */
export const Spoken = z.string().regex(/^[a-z]{3}$/)
