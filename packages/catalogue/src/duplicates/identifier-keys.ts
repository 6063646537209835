/** Identifiers as keys: two spellings of one number are one key. */

const LONGEST = 100 // of an identifier: both standards need fewer than 40, and an index cannot hold whatever is sent

const letters = (identifier: string | null): string | null => {
  const bare = identifier?.toUpperCase().replace(/[^0-9A-Z]/g, '') ?? ''
  return bare === '' ? null : bare.slice(0, LONGEST)
}

/** An EIDR without its prefix's spelling: "10.5240/7791-8534-2C23-9030-8610-5" and its URL are one. */
export function eidrKey(identifier: string | null): string | null {
  if (identifier === null) return null
  const doi = /10\.5240\/([0-9A-Z-]+)/i.exec(identifier)
  return letters(doi?.[1] ?? identifier)
}

/** An ISAN by the 16 digits of its root and episode: the version part and the check characters may or may not be printed. */
export function isanKey(identifier: string | null): string | null {
  const bare = letters(identifier?.replace(/^\s*ISAN[\s:]*/i, '') ?? null)
  if (bare === null) return null
  return bare.length >= 16 ? bare.slice(0, 16) : bare
}
