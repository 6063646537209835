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
  for (const part of line
    .split(/[,;/&\n]/)
    .map((p) => p.trim())
    .filter((p) => p !== '')) {
    const cut = readCut(part)
    if (cut === null) unknown.push(part)
    else if (!cuts.some((known) => known.minutes === cut.minutes && known.episodes === cut.episodes)) cuts.push(cut)
  }
  return { cuts, unknown }
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
