/** Looking into a tree of elements by their names; namespaces are compared where a format is recognised, not at every step. */
import type { XmlElement } from './read-xml.ts'

export const children = (of: XmlElement, name: string): XmlElement[] => of.children.filter((one) => one.name === name)

export const child = (of: XmlElement, name: string): XmlElement | null => of.children.find((one) => one.name === name) ?? null

/**
 * The text at the end of a path of first children; null where the path ends early or holds nothing.
 *
 * @example
 * textAt(basic, 'LocalizedInfo', 'TitleDisplayUnlimited')
 */
export function textAt(of: XmlElement, ...path: string[]): string | null {
  let here: XmlElement | null = of
  for (const name of path) here = here === null ? null : child(here, name)
  return here === null || here.text === '' ? null : here.text
}

/** Every element beneath, itself first, in the order of the document. */
export function* everyElement(of: XmlElement): Generator<XmlElement> {
  const ahead = [of]
  for (let one = ahead.pop(); one !== undefined; one = ahead.pop()) {
    yield one
    for (let at = one.children.length - 1; at >= 0; at--) ahead.push(one.children[at]!)
  }
}
