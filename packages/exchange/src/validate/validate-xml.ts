/** The validation of MovieLabs' XML: schema, structure, words, codes, identifiers, in one walk through the document. */
import type { XmlElement } from '../xml/read-xml.ts'
import { addAvails, checkAvailList } from './avails-check.ts'
import { addCountries, checkLanguages } from './codes/code-check.ts'
import { checkIdentifiers } from './identifier-check.ts'
import type { MovieLabsKind } from './kinds.ts'
import { addLocalized } from './localized-check.ts'
import { checkManifest } from './manifest-check.ts'
import { addRatings } from './ratings/rating-check.ts'
import type { RatingSystems } from './ratings/rating-system.ts'
import { ratingSystems } from './ratings/systems.ts'
import { addRequired } from './required.ts'
import type { SchemaFolder } from './schema-folder.ts'
import { AVAILS_RULES } from './structure/avails.ts'
import { COMMON_RULES } from './structure/common.ts'
import { MEC_RULES } from './structure/mec.ts'
import { addRules, type Checks } from './structure/rule-check.ts'
import { addValues } from './value-check.ts'
import { compareVersions, NO_PLACE, within, type Findings } from './validation.ts'
import { AVAILS_WORDS, COMMON_WORDS, NEWEST } from './words/known-words.ts'
import { AVAILS_PLACES, COMMON_PLACES } from './words/word-places.ts'
import { addWords } from './words/word-check.ts'
import { wordsOf } from './words/words-of.ts'

/** The versions whose rules are known. */
export const KNOWN_VERSIONS = {
  mec: { from: '2.4', until: '2.12' },
  avails: { from: '2.2', until: '2.6' },
} as const

/**
 * Looks a document through. A document of a version that is not known is held against the rules of the nearest one, and
 * that is said.
 *
 * @returns whether the published schema was there
 */
export async function checkXml(
  { root, bytes, kind, folder }: { root: XmlElement; bytes: Uint8Array; kind: MovieLabsKind; folder: SchemaFolder | null },
  findings: Findings,
  notes: Findings,
): Promise<boolean> {
  const schema = folder !== null && (await import('./schema-check.ts')).checkSchema(bytes, kind.schema, folder, findings)
  const checks = checksFor(kind, schema, folder)
  walk(root, checks, findings)
  if (kind.format === 'avails' && (root.name === 'AvailList' || root.name === 'Avail')) checkAvailList(root, findings)
  if (kind.format === 'mmc') {
    checkManifest(root, findings)
    notes.add('notice', 'note/manifest', NO_PLACE)
  }
  const known = kind.format === 'mec' || kind.format === 'avails' ? KNOWN_VERSIONS[kind.format] : null
  if (known !== null && !within(kind.version, known.from, known.until))
    notes.add('notice', 'note/version', NO_PLACE, { version: kind.version, from: known.from, until: known.until })
  return schema
}

function checksFor({ format, version, common }: MovieLabsKind, schema: boolean, folder: SchemaFolder | null): Checks {
  const checks: Checks = new Map()
  addRules(checks, COMMON_RULES, common, schema)
  addRequired(checks, 'common', common)
  addLocalized(checks)
  addCountries(checks)
  let systems: RatingSystems | null = null
  addRatings(checks, () => (systems ??= ratingSystems(folder)))
  addWords(checks, COMMON_PLACES, wordsOf(COMMON_WORDS, common, NEWEST.common, published(folder, 'cm', common, NEWEST.common)))
  if (!schema) addValues(checks)
  if (format === 'mec') addRules(checks, MEC_RULES, version, schema)
  if (format === 'avails') {
    addRules(checks, AVAILS_RULES, version, schema)
    addRequired(checks, 'avails', version)
    addAvails(checks)
    addWords(
      checks,
      AVAILS_PLACES,
      wordsOf(AVAILS_WORDS, version, NEWEST.avails, published(folder, 'avail', version, NEWEST.avails)),
    )
  }
  return checks
}

/** Words that were published for a version which is newer than those that we know. */
function published(
  folder: SchemaFolder | null,
  name: 'cm' | 'avail',
  version: string,
  newest: string,
): Record<string, string[]> | null {
  if (folder === null || compareVersions(version, newest) <= 0) return null
  const bytes = folder.vocabulary(`vocab_${name}_v${version}.json`)
  if (bytes === null) return null
  try {
    const lists = (JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>)[name]
    if (typeof lists !== 'object' || lists === null) return null
    const listed = Object.entries(lists as Record<string, unknown>).filter(([, words]) => Array.isArray(words))
    return Object.fromEntries(listed.map(([list, words]) => [list, (words as unknown[]).map(String)]))
  } catch {
    return null
  }
}

function walk(root: XmlElement, checks: Checks, findings: Findings): void {
  const above: XmlElement[] = []
  const visit = (element: XmlElement): void => {
    above.push(element)
    const here = checks.get(element.name)
    if (here !== undefined) for (const check of here) check(above, findings)
    checkLanguages(above, findings)
    checkIdentifiers(above, findings)
    for (const child of element.children) visit(child)
    above.pop()
  }
  visit(root)
}
