/** TMDB's jobs that have other names elsewhere. */
import type { Job } from '../mec/jobs.ts'

const JOBS: Readonly<Record<string, Job>> = {
  'original music composer': 'music',
  'original film writer': 'writer',
  screenplay: 'writer',
  scenario: 'writer',
  camera: 'photography',
  'camera operator': 'photography',
  'editorial staff': 'editing',
  'sound re-recording mixer': 'sound-mix',
  'sound mixer': 'sound',
  'location sound recordist': 'sound',
  'sound designer': 'sound',
  researcher: 'research',
  'archival footage research': 'research',
  'digital colorist': 'colour-grading',
  'set decoration': 'set-design',
  'lead animator': 'animation',
  'motion graphics': 'graphics',
}

/** A job in words that are known elsewhere. */
export const jobName = (job: string): string => JOBS[job.trim().toLowerCase()] ?? job
