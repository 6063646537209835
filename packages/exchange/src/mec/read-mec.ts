/** MEC files (2.4 to 2.12) as films: a record of its own each, its other cuts and its episodes folded into it. */
import type { FilmIn, FilmsIn } from '../formats/format.ts'
import type { Finding } from '../formats/finding.ts'
import { child, children, textAt } from '../xml/look.ts'
import { readXml, type XmlElement } from '../xml/read-xml.ts'
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
  const { root, problem } = readXml(bytes)
  const answer = (films: FilmIn[], findings: Finding[], version: string | null = null): FilmsIn => ({
    format: 'mec',
    version,
    films,
    avails: [],
    findings,
  })
  if (root === null) return answer([], [problem])
  const version = NAMESPACE.exec(root.namespace)?.[1] ?? null
  if (version === null || !ROOTS.includes(root.name)) return answer([], [say('fatal', 'mec/no-mec', root, { found: root.name })])
  const findings = KNOWN_VERSION.test(version) ? [] : [say('warning', 'mec/version', root, { version })]
  const records = (root.name === 'CoreMetadata' ? [root] : children(root, 'CoreMetadata')).flatMap((core) => recordOf(core) ?? [])
  if (records.length === 0) findings.push(say('error', 'mec/no-film', root))
  return answer(films(records), findings, version)
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
