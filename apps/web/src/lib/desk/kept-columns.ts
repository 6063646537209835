/** Which columns of a list somebody took the last time, on this device: a convenience, and nothing is lost without it. */
const keyOf = (list: string): string => `vitrine.columns.${list}`

/** Those that were taken the last time and still are columns of the list; null where none are known. */
export function keptColumns(storage: Pick<Storage, 'getItem'> | null, list: string, known: readonly string[]): string[] | null {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(keyOf(list)) ?? 'null')
    if (!Array.isArray(kept)) return null
    const still = known.filter((column) => kept.includes(column))
    return still.length === 0 ? null : still
  } catch {
    return null // somebody else wrote there, or nothing may be read
  }
}

export function keepColumns(storage: Pick<Storage, 'setItem'> | null, list: string, chosen: readonly string[]): void {
  try {
    storage?.setItem(keyOf(list), JSON.stringify(chosen))
  } catch {
    // full, or forbidden: the next time all are ticked again
  }
}

/** The device's own storage, where there is one that may be used. */
export function storageHere(): Storage | null {
  try {
    return localStorage
  } catch {
    return null
  }
}
