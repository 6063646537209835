/** Credits as MEC's job functions, both ways. The first name of a role is the one that is written. */
import type { CreditRole } from '@vitrine/catalogue'

const NAMES: Record<Exclude<CreditRole, 'other'> | 'director' | 'producer', readonly string[]> = {
  director: ['Director'],
  producer: ['Producer'],
  'co-director': ['Co-Director'],
  writer: ['Writer', 'Screenwriter', 'Author'],
  photography: ['Director of Photography', 'Cinematographer', 'Cinematography'],
  editing: ['Editor', 'Film Editor'],
  sound: ['Sound', 'Sound Recordist', 'Sound Engineer'],
  'sound-mix': ['Sound Mixer', 'Re-recording Mixer'],
  music: ['Composer', 'Music'],
  narrator: ['Narrator', 'Voice-over'],
  cast: ['Actor', 'Cast', 'Self'],
  animation: ['Animator', 'Animation'],
  graphics: ['Graphic Designer', 'Graphics'],
  research: ['Researcher', 'Research'],
  'colour-grading': ['Colorist', 'Colourist'],
  'executive-producer': ['Executive Producer'],
  'line-producer': ['Line Producer'],
  'commissioning-editor': ['Commissioning Editor'],
  'production-manager': ['Production Manager'],
  'set-design': ['Production Designer', 'Set Designer'],
}

export type Job = keyof typeof NAMES

const jobs = new Map(
  Object.entries(NAMES).flatMap(([job, names]) => names.map((name) => [name.toLowerCase(), job as Job] as const)),
)

export const functionOf = (job: Job): string => NAMES[job][0]!

/** The role of a job function; null where the house has none for it. */
export const jobOf = (jobFunction: string): Job | null => jobs.get(jobFunction.trim().toLowerCase()) ?? null
