/** The XML files of an archive that has one for each film, in the order of their names, as numbers are counted (`f2` before `f10`). */
import type { Zip, ZipEntry } from '../documents/zip.ts'

/** `__MACOSX/` holds what a Mac keeps beside each file. */
const ASIDE = /(?:^|\/)(?:__MACOSX\/|\.)/

export function xmlFilesOf({ entries }: Pick<Zip, 'entries'>): ZipEntry[] {
  return entries
    .filter(({ name, directory, symbolicLink }) => !directory && !symbolicLink && /\.xml$/i.test(name) && !ASIDE.test(name))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))
}
