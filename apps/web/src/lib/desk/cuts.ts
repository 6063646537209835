/** A cut as it is typed at the desk. Sheets in the wild are the reader's business (packages/catalogue); this is one line. */
export interface TypedCut {
  minutes: number
  episodes: number | null
}

/**
 * @example
 * readCuts("52', 3 x 52'") // { cuts: [{ minutes: 52, episodes: null }, { minutes: 52, episodes: 3 }], unknown: [] }
 */
export function readCuts(line: string): { cuts: TypedCut[]; unknown: string[] } {
  const cuts: TypedCut[] = []
  const unknown: string[] = []
  for (const part of parts(line)) {
    const cut = readCut(part)
    if (cut === null) unknown.push(part)
    else if (!cuts.some((known) => known.minutes === cut.minutes && known.episodes === cut.episodes)) cuts.push(cut)
  }
  return { cuts, unknown }
}

/**
 * A line in which something could not be read, when its record changes meanwhile: what the record says now without what was taken out of
 * the line, and what was typed into it.
 *
 * @param now the record's cuts as a line
 * @param before the same when somebody began to type
 *
 * @example
 * withTypedCuts("52', 26'", "52'", "52', an hour") // "52', 26', an hour"
 */
export function withTypedCuts(now: string, before: string, line: string): string {
  const [here, began, typed] = [parts(now), parts(before), parts(line)]
  const isIn = (list: readonly string[], part: string) => list.some((each) => sayCut(each) === sayCut(part))
  const kept = here.filter((part) => isIn(typed, part) || !isIn(began, part))
  return [...kept, ...typed.filter((part) => !isIn(began, part) && !isIn(here, part))].join(', ')
}

const parts = (line: string): string[] =>
  line
    .split(/[,;/&\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** Alike for `90'` and `1h30`. */
function sayCut(part: string): string {
  const cut = readCut(part)
  return cut === null ? part : `${cut.episodes} × ${cut.minutes}`
}

function readCut(part: string): TypedCut | null {
  const match = /^(?:(\d{1,4})\s*[x×*]\s*)?(?:(\d{1,2})\s*h\s*)?(\d{1,4})?\s*(?:['’′]|min\.?|mn|minutes?|m)?$/i.exec(part)
  if (match === null) return null
  const [, episodes, hours, rest] = match
  if (hours === undefined && rest === undefined) return null
  const minutes = Number(hours ?? 0) * 60 + Number(rest ?? 0)
  const count = episodes === undefined ? null : Number(episodes)
  return minutes >= 1 && minutes <= 6000 && (count === null || (count >= 1 && count <= 2000))
    ? { minutes, episodes: count }
    : null
}
