/** Why a piece of work on pictures and sound could not be done: a closed list. `packages/messages` words each. */
export const WORK_FAILURES = [
  /** Neither ffmpeg nor the library is on this machine. */
  'no-engine',
  /** The file is empty. */
  'empty',
  /** The bytes are those of no format of film that is read. */
  'not-a-film',
  /** A playlist or a script, that would have other files read. Never opened. */
  'playlist',
  /** The file cannot be read as what it says it is: cut off, or damaged. */
  'broken',
  'no-picture',
  /** Its colours are Dolby Vision's own (profile 5): whatever is made of them without its decoder has wrong ones. */
  'dolby-vision',
  /** More pixels than any film has. */
  'too-large',
  /** Longer than any film. */
  'too-long',
  'no-space',
  'cannot-write',
  /** Nothing happened for long, or the work took longer than allowed. */
  'timed-out',
  'too-much-memory',
  /** The program that did the work was killed. */
  'killed',
  /** The work ended, but what it left is not what was asked for. */
  'not-as-asked',
  'failed',
] as const

/** The same, and that somebody broke it off. */
export const ENGINE_FAILURES = [...WORK_FAILURES, 'cancelled'] as const

export type EngineFailureReason = (typeof ENGINE_FAILURES)[number]

export class EngineFailure extends Error {
  readonly reason: EngineFailureReason
  /** The last words of the program that failed, for the log: never shown to a visitor. */
  readonly detail: string

  constructor(reason: EngineFailureReason, detail = '') {
    super(detail === '' ? reason : `${reason}: ${detail}`)
    this.name = 'EngineFailure'
    this.reason = reason
    this.detail = detail
  }
}

/** What is said of a stream that is announced and of which no piece comes. */
export const NOTHING_IN_IT = 'no packet of the stream'

/** Whether work ended because there is nothing at all in the stream that it was about. */
export const foundNothing = (error: unknown): boolean => error instanceof EngineFailure && error.detail.startsWith(NOTHING_IN_IT)

/** What a program says when it fails, and what that is in the closed list: the first that fits. */
const SAID: [RegExp, EngineFailureReason][] = [
  [/no space left|disk quota|file too large|errno 28\b/i, 'no-space'],
  [/permission denied|read-only file system|not a directory|is a directory/i, 'cannot-write'],
  [/cannot allocate memory|out of memory/i, 'too-much-memory'],
  [/max_pixels|picture size|video size .* exceeds/i, 'too-large'],
  [
    /invalid data|moov atom not found|end of file|could not find codec parameters|error opening input|decoder .* not found|no frame|no packet/i,
    'broken',
  ],
]

/** The reason behind the last words of a program. */
export function reasonOf(said: string): EngineFailureReason {
  return SAID.find(([pattern]) => pattern.test(said))?.[1] ?? 'failed'
}
