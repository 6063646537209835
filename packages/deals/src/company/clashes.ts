/** Meetings at which somebody would have to be in two places. */

export interface Appointment {
  id: string
  day: string
  fromMinute: number
  toMinute: number
  /** Everybody who is to be there, on whichever side. */
  people: readonly string[]
}

/**
 * For each meeting the others at the same time that need one of the same people; a meeting that begins when another ends does not clash.
 *
 * @example
 * clashes([{ id: 'a', day: '2027-04-12', fromMinute: 600, toMinute: 630, people: ['u1'] }, …]).get('a') // [{ id: 'b', people: ['u1'] }]
 */
export function clashes(appointments: readonly Appointment[]): Map<string, { id: string; people: string[] }[]> {
  const found = new Map<string, { id: string; people: string[] }[]>()
  const sorted = appointments.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.fromMinute - b.fromMinute))
  const note = (one: string, other: string, people: string[]) =>
    found.set(one, [...(found.get(one) ?? []), { id: other, people }])
  sorted.forEach((one, at) => {
    for (const other of sorted.slice(at + 1)) {
      if (other.day !== one.day || other.fromMinute >= one.toMinute) break
      const people = one.people.filter((person) => other.people.includes(person))
      if (people.length === 0) continue
      note(one.id, other.id, people)
      note(other.id, one.id, people)
    }
  })
  return found
}
