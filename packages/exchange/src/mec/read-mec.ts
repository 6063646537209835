/** MEC files (2.4 to 2.12) as films: a record of its own each, its other cuts and its episodes folded into it. */
import { DocumentError } from '../documents/errors.ts'
import { DEFAULT_LIMITS } from '../documents/limits.ts'
import { openZip } from '../documents/zip.ts'
import { archiveProblem } from '../formats/archive-problem.ts'
import type { FilmIn, FilmsIn } from '../formats/format.ts'
import type { Finding } from '../formats/finding.ts'
import { child, children, textAt } from '../xml/look.ts'
import { readXml, type XmlElement } from '../xml/read-xml.ts'
import { xmlFilesOf } from './files-in-zip.ts'
import { readFilm } from './read-film.ts'
import { say, type CoreRecord, type Pieces } from './record.ts'

const NAMESPACE = /^https?:\/\/(?:www\.)?movielabs\.com\/schema\/mdmec\/v([\d.]+)/
const KNOWN_VERSION = /^2\.(?:[4-9]|1[0-2])(?:\.\d+)?$/
const ROOTS = ['CoreMetadata', 'CoreMetadataList', 'CoreMetadataListSigned']

/**
 * Reads a MEC file. What is wrong with it is a finding, what is not understood a doubt of its film.
 *
 * @example
 * readMec(bytes).films[0]?.sheet.title
 */
export function readMec(bytes: Uint8Array): FilmsIn {
  const { version, records, findings } = readRecords(bytes)
  return { format: 'mec', version, films: films(records), avails: [], findings }
}

/**
 * Reads a ZIP of MEC files, as a series is sent with a file for each episode: what belongs together is found across the files. A finding
 * names its file.
 *
 * @example
 * readMecFiles(zipped).films.length
 */
export function readMecFiles(bytes: Uint8Array): FilmsIn {
  const answer: FilmsIn = { format: 'mec-zip', version: null, films: [], avails: [], findings: [] }
  const records: CoreRecord[] = []
  try {
    const zip = openZip(bytes, DEFAULT_LIMITS)
    for (const entry of xmlFilesOf(zip)) {
      const read = readRecords(zip.read(entry))
      answer.version ??= read.version
      records.push(...read.records)
      answer.findings.push(...read.findings.map((finding) => ({ ...finding, path: inFile(entry.name, finding.path) })))
    }
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    answer.findings.push(archiveProblem(error))
  }
  answer.films = films(records)
  return answer
}

/** Where something stands in a file of an archive: `e1.xml: /CoreMetadata[1]/Basic[1]`. */
export const inFile = (name: string, path: string | null): string => (path === null ? name : `${name}: ${path}`)

interface Records {
  version: string | null
  records: CoreRecord[]
  findings: Finding[]
}

function readRecords(bytes: Uint8Array): Records {
  const { root, problem } = readXml(bytes)
  if (root === null) return { version: null, records: [], findings: [problem] }
  const version = NAMESPACE.exec(root.namespace)?.[1] ?? null
  if (version === null || !ROOTS.includes(root.name))
    return { version: null, records: [], findings: [say('fatal', 'mec/no-mec', root, { found: root.name })] }
  const findings = KNOWN_VERSION.test(version) ? [] : [say('warning', 'mec/version', root, { version })]
  const records = (root.name === 'CoreMetadata' ? [root] : children(root, 'CoreMetadata')).flatMap((core) => recordOf(core) ?? [])
  if (records.length === 0) findings.push(say('error', 'mec/no-film', root))
  return { version, records, findings }
}

function recordOf(core: XmlElement): CoreRecord | null {
  const basic = child(core, 'Basic')
  if (basic === null) return null
  const parent = children(basic, 'Parent').find((one) => child(one, 'ParentContentID') !== null)
  const parentId = parent === undefined ? null : textAt(parent, 'ParentContentID')
  return {
    core,
    basic,
    id: basic.attributes['ContentID']?.trim() ?? '',
    parent: parentId === null ? null : { id: parentId, how: parent!.attributes['relationshipType'] ?? '' },
  }
}

/** One film for each record that is no piece of another in the file. */
function films(records: CoreRecord[]): FilmIn[] {
  const byId = new Map(records.map((record) => [record.id, record]))
  const pieces = new Map<CoreRecord, CoreRecord[]>()
  const whole: CoreRecord[] = []
  for (const record of records) {
    const above = parentIn(byId, record)
    if (above === null) {
      whole.push(record)
      continue
    }
    const beside = pieces.get(above)
    if (beside === undefined) pieces.set(above, [record])
    else beside.push(record)
  }
  return whole.map((record) => readFilm(record, piecesOf(record, pieces)))
}

const FOLDED = new Set(['isepisodeof', 'isseasonof', 'isderivedfrom'])

function parentIn(byId: ReadonlyMap<string, CoreRecord>, record: CoreRecord): CoreRecord | null {
  if (record.parent === null || record.id === '' || !FOLDED.has(record.parent.how.toLowerCase())) return null
  const above = byId.get(record.parent.id) ?? null
  // a record above itself, however far, is one without a parent
  for (let one = above, steps = 0; one !== null; steps += 1) {
    if (one === record || steps > 4) return null
    one = one.parent === null ? null : (byId.get(one.parent.id) ?? null)
  }
  return above
}

function piecesOf(record: CoreRecord, pieces: ReadonlyMap<CoreRecord, CoreRecord[]>): Pieces {
  const below = (one: CoreRecord, how: string): CoreRecord[] =>
    (pieces.get(one) ?? []).filter(({ parent }) => parent!.how.toLowerCase() === how)
  const episodes = (one: CoreRecord): CoreRecord[] => [
    ...below(one, 'isepisodeof'),
    ...below(one, 'isseasonof').flatMap((season) => below(season, 'isepisodeof')),
  ]
  return {
    episodes: episodes(record),
    cuts: below(record, 'isderivedfrom').map((cut) => ({ record: cut, episodes: episodes(cut) })),
  }
}
