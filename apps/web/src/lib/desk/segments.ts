/**
 * Cuts a source text into the stretches that the workbench paints: which facts were read from a stretch, and what the copy
 * desk says of it. Marks may overlap in any way; the stretches never do, and together they are the text.
 */
export interface Mark {
  start: number
  end: number
  /** A fact's field, `directors`, or a finding's number, as `finding:3`. */
  of: string
}

export interface Segment {
  start: number
  text: string
  of: string[]
}

/**
 * @example
 * segmentsOf('Year: 2020', [{ start: 6, end: 10, of: 'year' }])
 * // [{ start: 0, text: 'Year: ', of: [] }, { start: 6, text: '2020', of: ['year'] }]
 */
export function segmentsOf(text: string, marks: readonly Mark[]): Segment[] {
  const inside = marks.filter((mark) => mark.start >= 0 && mark.end <= text.length && mark.start < mark.end)
  const opening = Map.groupBy(inside, (mark) => mark.start)
  const closing = Map.groupBy(inside, (mark) => mark.end)
  const cuts = [...new Set([0, text.length, ...opening.keys(), ...closing.keys()])].sort((a, b) => a - b)
  const open = new Set<Mark>()
  const segments: Segment[] = []
  cuts.forEach((start, index) => {
    for (const mark of closing.get(start) ?? []) open.delete(mark)
    for (const mark of opening.get(start) ?? []) open.add(mark)
    const end = cuts[index + 1]
    if (end !== undefined && end > start)
      segments.push({ start, text: text.slice(start, end), of: [...new Set([...open].map((mark) => mark.of))] })
  })
  return segments
}
