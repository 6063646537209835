/**
 * How much a document may take. One table, so that a house can change it in its configuration.
 *
 * A title sheet is a page or two; a catalogue of a whole season a few hundred. The defaults leave room for a sheet with
 * its pictures, and none for a bomb.
 */
export interface Limits {
  /** Bytes of one file as it was sent. */
  fileBytes: number
  /** UTF-16 units of the text that comes out. */
  textUnits: number
  /** Entries of a ZIP (a DOCX and an ODT are ZIPs too). */
  entries: number
  /** Bytes of all entries once inflated. */
  inflatedBytes: number
  /** Inflated over packed size of one entry, counted once it inflates to more than 1 MB. */
  ratio: number
  /** Pages of a PDF. */
  pages: number
  /** Wall-clock time for one document. */
  milliseconds: number
  /** Memory of the thread that reads it, in MB. */
  memoryMegabytes: number
  /** Bytes of an archive of sheets as it was sent. */
  archiveBytes: number
}

export const DEFAULT_LIMITS: Limits = {
  fileBytes: 10_000_000,
  textUnits: 5_000_000,
  entries: 2_000,
  inflatedBytes: 100_000_000,
  ratio: 100,
  pages: 200,
  milliseconds: 10_000,
  memoryMegabytes: 512,
  archiveBytes: 100_000_000,
}

/** A whole house of some thousand films has as many sheets and pictures; nobody unpacks its tables here. */
export const HOUSE_LIMITS: Limits = { ...DEFAULT_LIMITS, entries: 200_000, inflatedBytes: 4_000_000_000, ratio: 250 }

/** `12_500_000` as people write it: `12.5 MB`. */
export function megabytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  return bytes >= 1_000_000 ? `${Number((bytes / 1_000_000).toFixed(1))} MB` : `${Number((bytes / 1000).toFixed(1))} kB`
}
