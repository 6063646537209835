/** Films as MovieLabs' Media Entertainment Core metadata. */
import { zipSync } from 'fflate'
import type { FilmOut, WriteOptions, Written } from '../formats/format.ts'
import { endOf, houseCode } from '../movielabs/content-id.ts'
import { element, writeXml, type Element } from '../xml/write-xml.ts'
import { mecLosses } from './losses.ts'
import { settingOf, type Setting } from './setting.ts'
import { basicsOf } from './write-basic.ts'

/**
 * One MEC file: a `CoreMetadata` for a film alone, a `CoreMetadataList` for several films, cuts or episodes.
 *
 * @example
 * writeMec([film], { version: '2.6', locale: 'en', sender, today }).fileName // 'mec-2.6.xml'
 * @throws RangeError for a version that is not written
 */
export function writeMec(films: readonly FilmOut[], options: WriteOptions): Written {
  const setting = settingOf(options)
  const records = films.flatMap((film) => recordsOf(film, setting))
  const root =
    records.length === 1
      ? core(records[0]!, setting, namesOf(setting))
      : element(
          'mdmec:CoreMetadataList',
          namesOf(setting),
          records.map((record) => core(record, setting)),
        )
  return {
    fileName: `mec-${setting.version}.xml`,
    mediaType: 'application/xml',
    bytes: encode(root),
    losses: films.flatMap((film) => mecLosses(film, setting.version)),
  }
}

/**
 * A ZIP with a file for each film, cut, series and episode, called by the end of its ContentID: Prime Video takes one record a file.
 *
 * @example
 * writeMecFiles([series], { version: '2.6', locale: 'en', sender, today }).fileName // 'mec-2.6.zip'
 */
export function writeMecFiles(films: readonly FilmOut[], options: WriteOptions): Written {
  const setting = settingOf(options)
  const files = new Map<string, Uint8Array>()
  for (const [at, record] of films.flatMap((film) => recordsOf(film, setting)).entries()) {
    const name = endOf(record.basic.attributes['ContentID']!)
    files.set(files.has(`${name}.xml`) ? `${name}-${at + 1}.xml` : `${name}.xml`, encode(core(record, setting, namesOf(setting))))
  }
  return {
    fileName: `mec-${setting.version}.zip`,
    mediaType: 'application/zip',
    // The day of the export and no moment: the same films give the same file.
    bytes: zipSync(Object.fromEntries(files), { level: 6, mtime: new Date(`${options.today}T12:00:00`) }),
    losses: films.flatMap((film) => mecLosses(film, setting.version)),
  }
}

interface MecRecord {
  basic: Element
  alias: string
}
const recordsOf = (film: FilmOut, setting: Setting): MecRecord[] =>
  basicsOf(film, setting).map((basic) => ({ basic, alias: film.sheet.title }))

const core = ({ basic, alias }: MecRecord, setting: Setting, attributes = {}): Element =>
  element('mdmec:CoreMetadata', attributes, basic, element('mdmec:TitleInternalAlias', {}, alias), sourceOf(setting))

const namesOf = ({ version }: Setting) => ({
  'xmlns:mdmec': `http://www.movielabs.com/schema/mdmec/v${version}`,
  'xmlns:md': `http://www.movielabs.com/schema/md/v${version}/md`,
})

const encode = (root: Element): Uint8Array => new TextEncoder().encode(writeXml(root))

const sourceOf = ({ sender }: Setting): Element =>
  element('mdmec:Source', { organizationID: houseCode(sender) }, element('md:DisplayName', {}, sender.name))
