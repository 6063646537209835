/**
 * Elements that must say something when they stand there. The schemas take an empty one for a text; who sends it has filled
 * a form without an answer. Facts of the schemas: which elements of a simple type are not optional, and since when.
 */
import { placeOf } from './place.ts'
import { addCheck, type Checks } from './structure/rule-check.ts'
import { within } from './validation.ts'

const COMMON: readonly (readonly [at: string, from?: string | undefined, until?: string])[] = [
  ['Basic/ReleaseYear'],
  ['Basic/WorkType'],
  ['BasicMetadata/ReleaseYear'],
  ['BasicMetadata/WorkType'],
  ['LocalizedInfo/Summary190', undefined, '2.7.1'],
  ['AltIdentifier/Namespace'],
  ['AltIdentifier/Identifier'],
  ['Identifier/Namespace'],
  ['Identifier/Identifier'],
  ['Rating/Value'],
  ['Parent/ParentContentID'],
  ['Compatibility/SpecVersion'],
  ['ReleaseHistory/ReleaseType'],
  ['Job/JobFunction'],
  ['GroupingEntity/Type'],
  ['GroupingEntity/GroupIdentity'],
]
const AVAILS: typeof COMMON = [
  ['Avail/ALID'],
  ['Avail/AvailType'],
  ['Avail/ShortDescription'],
  ['Disposition/EntryType'],
  ['Asset/WorkType'],
  ['Metadata/TitleInternalAlias'],
  ['EpisodeMetadata/TitleInternalAlias'],
  ['SeasonMetadata/SeasonContentID'],
  ['SeasonMetadata/SeasonTitleInternalAlias'],
  ['SeriesMetadata/SeriesContentID'],
  ['SeriesMetadata/SeriesTitleInternalAlias'],
  ['VolumeMetadata/VolumeContentID'],
  ['VolumeMetadata/VolumeTitleInternalAlias'],
  ['BundledAsset/BundledALID'],
  ['Transaction/LicenseType'],
  ['Transaction/FormatProfile'],
  ['Transaction/StartCondition'],
  ['Transaction/EndCondition'],
  ['Term/Text'],
  ['Term/ID'],
]
const TABLES = { common: COMMON, avails: AVAILS }

export function addRequired(checks: Checks, table: keyof typeof TABLES, version: string): void {
  for (const [at, from, until] of TABLES[table]) {
    if (!within(version, from, until)) continue
    const [parent, name] = at.split('/') as [string, string]
    addCheck(checks, name, (above, findings) => {
      const element = above.at(-1)!
      if (element.text !== '' || element.children.length > 0 || above.at(-2)?.name !== parent) return
      findings.add('error', `required/${at}`, placeOf(above), { element: name })
    })
  }
}
