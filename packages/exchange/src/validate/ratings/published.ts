/**
 * MovieLabs' list of rating systems (Common Metadata Ratings), read where it is at hand. It has a hundred systems in a megabyte and a
 * document names one or two of them: it is cut into its systems, and only one that is asked for is read.
 */
import { children, everyElement, textAt } from '../../xml/look.ts'
import { readXml, xmlText, type XmlElement } from '../../xml/read-xml.ts'
import type { RatingSystem, RatingSystems } from './rating-system.ts'

/** The root as it is opened, behind a declaration and remarks. */
const ROOT = /^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*(<((?:[\w.-]+:)?)RatingSystemSet(?:\s[^>]*)?>)/

/** Null when this is not that list, or not the whole of it. */
export function readRatingSystems(bytes: Uint8Array): RatingSystems | null {
  const text = xmlText(bytes)
  const [start, opened, prefix] = ROOT.exec(text) ?? []
  if (start === undefined || opened === undefined || !text.trimEnd().endsWith(`</${prefix}RatingSystemSet>`)) return null
  const pieces = Map.groupBy(cutIn(text, start.length, `${prefix}RatingSystem`), (piece) => named(piece, prefix!))
  const systems = new Map<string | null, RatingSystem[]>()
  let complete = pieces.size > 0
  const read = (name: string): RatingSystem[] => {
    const here: RatingSystem[] = []
    const mine = pieces.get(name)
    // the list outlives the documents: what they name that is not in it is not kept
    if (mine === undefined) return here
    for (const piece of mine) {
      const { root } = readXml(new TextEncoder().encode(`${opened}${piece}</${prefix}RatingSystemSet>`))
      const one = root?.children[0]
      if (one !== undefined && textAt(one, 'RatingSystemID', 'System') === name) here.push(system(one))
      // A list that cannot be read here says nothing about what it has not.
      else complete = false
    }
    systems.set(name, here)
    return here
  }
  const list: RatingSystems = {
    of: (name) => systems.get(name) ?? read(name),
    get complete() {
      return complete
    },
  }
  return pieces.size === 0 ? null : list
}

/** Every element of this name, as it is written. None holds another. */
function cutIn(text: string, from: number, name: string): string[] {
  const pieces: string[] = []
  const [opening, closing] = [new RegExp(`<${name}[\\s>]`, 'g'), `</${name}>`]
  opening.lastIndex = from
  for (let found = opening.exec(text); found !== null; found = opening.exec(text)) {
    const end = text.indexOf(closing, found.index)
    if (end === -1) break
    pieces.push(text.slice(found.index, (opening.lastIndex = end + closing.length)))
  }
  return pieces
}

/** What a system calls itself, before it is read. */
function named(piece: string, prefix: string): string | null {
  const start = piece.indexOf(`<${prefix}System>`)
  if (start === -1) return null
  const written = piece.slice(start + `<${prefix}System>`.length, piece.indexOf('<', start + 1)).trim()
  return written.includes('&') ? (readXml(new TextEncoder().encode(`<name>${written}</name>`)).root?.text ?? null) : written
}

function system(one: XmlElement): RatingSystem {
  const regions = children(one, 'AdoptiveRegion').flatMap((region) => [
    textAt(region, 'country'),
    textAt(region, 'countryRegion'),
  ])
  const ratings = children(one, 'Rating')
  const id = (rating: XmlElement) => rating.attributes['ratingID'] ?? ''
  const reasons = [...everyElement(one)]
    .filter(({ name }) => name === 'RatingReason')
    .map((reason) => reason.attributes['reasonID'] ?? '')
  return {
    regions: new Set(regions.filter((region) => region !== null)),
    ratings: new Set(ratings.map(id)),
    former: new Set(ratings.filter((rating) => textAt(rating, 'Deprecated') === 'true').map(id)),
    reasons: reasons.length === 0 ? null : new Set(reasons),
  }
}
