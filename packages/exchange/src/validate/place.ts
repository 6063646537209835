/** Where an element stands: its line, and an XPath with the prefixes that the standards use. */
import type { XmlElement } from '../xml/read-xml.ts'
import { numberAmongBrothers } from './named-children.ts'
import type { Place } from './validation.ts'

/** An element and those above it, the root first. */
export type Above = readonly XmlElement[]

const PREFIXES: readonly [RegExp, string][] = [
  [/\/schema\/md\/v/, 'md:'],
  [/\/schema\/mdmec\//, 'mdmec:'],
  [/\/schema\/avails\//, 'avails:'],
  [/\/schema\/manifest\//, 'manifest:'],
]
const prefixOf = new Map<string, string>()

function named({ name, namespace }: XmlElement): string {
  let prefix = prefixOf.get(namespace)
  if (prefix === undefined) {
    prefix = PREFIXES.find(([pattern]) => pattern.test(namespace))?.[1] ?? ''
    if (prefixOf.size < 100) prefixOf.set(namespace, prefix)
  }
  return prefix + name
}

/**
 * The place of an element or of one of its attributes. An element is numbered where it has brothers of its name.
 *
 * @example
 * placeOf([list, avail, transaction]).path // "/avails:AvailList/avails:Avail[2]/avails:Transaction"
 */
export function placeOf(above: Above, attribute?: string): Place {
  const steps = above.map((element, depth) => {
    const parent = above[depth - 1]
    const number = parent === undefined ? null : numberAmongBrothers(parent, element)
    return number === null ? named(element) : `${named(element)}[${number}]`
  })
  if (attribute !== undefined) steps.push(`@${attribute}`)
  return { line: above.at(-1)!.line, path: `/${steps.join('/')}` }
}
