/** Children by their names, remembered where there are many: a document with a hundred thousand brothers is looked through once. */
import type { XmlElement } from '../xml/read-xml.ts'

/** Up to so many are gone through each time. */
export const FEW = 16
const known = new WeakMap<XmlElement, Map<string, XmlElement[]>>()
const numbers = new WeakMap<XmlElement, Map<XmlElement, number>>()

function byName(of: XmlElement): Map<string, XmlElement[]> {
  let names = known.get(of)
  if (names === undefined) known.set(of, (names = Map.groupBy(of.children, ({ name }) => name)))
  return names
}

export const namedChildren = (of: XmlElement, name: string): readonly XmlElement[] =>
  of.children.length <= FEW ? of.children.filter((one) => one.name === name) : (byName(of).get(name) ?? [])

/** The number of a child among its brothers of its name, from 1; null where it has none. */
export function numberAmongBrothers(parent: XmlElement, child: XmlElement): number | null {
  const brothers = namedChildren(parent, child.name)
  if (brothers.length < 2) return null
  if (parent.children.length <= FEW) return brothers.indexOf(child) + 1
  let counted = numbers.get(parent)
  if (counted === undefined) {
    counted = new Map()
    for (const all of byName(parent).values()) all.forEach((one, i) => counted!.set(one, i + 1))
    numbers.set(parent, counted)
  }
  return counted.get(child) ?? null
}
