/** The rating systems that a validation goes by: the published list where it is at hand, else the well-known ones. */
import type { SchemaFolder } from '../schema-folder.ts'
import { readRatingSystems } from './published.ts'
import type { RatingSystems } from './rating-system.ts'
import { WELL_KNOWN } from './well-known.ts'

const readSystems = new WeakMap<SchemaFolder, RatingSystems>()

export function ratingSystems(folder: SchemaFolder | null): RatingSystems {
  if (folder === null) return WELL_KNOWN
  let systems = readSystems.get(folder)
  if (systems === undefined) {
    const bytes = folder.ratings()
    systems = (bytes === null ? null : readRatingSystems(bytes)) ?? WELL_KNOWN
    readSystems.set(folder, systems)
  }
  return systems
}
