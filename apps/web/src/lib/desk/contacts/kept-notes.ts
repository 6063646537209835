/**
 * Notes that survive a lost connection: what is typed stays on the telephone until the house has it. `seen` is what stood in
 * the house when the writing began; the house never writes over anything else.
 */

export interface KeptNotes {
  seen: string
  notes: string
}

const key = (meetingId: string) => `vitrine.meeting.${meetingId}`

/** What was typed and not sent, or null. */
export function keptNotes(storage: Pick<Storage, 'getItem'>, meetingId: string): KeptNotes | null {
  try {
    const kept: unknown = JSON.parse(storage.getItem(key(meetingId)) ?? 'null')
    if (kept === null || typeof kept !== 'object') return null
    const { seen, notes } = kept as Partial<KeptNotes>
    return typeof seen === 'string' && typeof notes === 'string' ? { seen, notes } : null
  } catch {
    return null // storage that is shut off, or holds somebody else's
  }
}

/** Keeps what is typed, or lets it go (null) once the house has it. */
export function keepNotes(storage: Pick<Storage, 'setItem' | 'removeItem'>, meetingId: string, kept: KeptNotes | null): void {
  try {
    if (kept === null) storage.removeItem(key(meetingId))
    else storage.setItem(key(meetingId), JSON.stringify(kept))
  } catch {
    // a full or forbidden storage: the field itself still holds the words
  }
}

/**
 * Two people's notes as one: what both have once, then what only the second wrote.
 *
 * @example
 * together('Wants rivers.', 'Wants rivers.\nWants ice.') // 'Wants rivers.\nWants ice.'
 */
export function together(theirs: string, mine: string): string {
  const there = new Set(theirs.split('\n').map((line) => line.trim()))
  const added = mine.split('\n').filter((line) => !there.has(line.trim()))
  return theirs.trim() === '' ? mine : added.length === 0 ? theirs : [theirs.trimEnd(), ...added].join('\n')
}
