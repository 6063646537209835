/** Things as Turtle (W3C RDF 1.1): one block a thing, every text escaped. */
import { isThing, PREFIXES, type Literal, type Thing } from './thing.ts'

/** @example writeTurtle([film]).startsWith('@prefix ec: ') */
export function writeTurtle(things: readonly Thing[]): string {
  const blocks: string[] = []
  for (const thing of things) write(thing, blocks)
  const prefixes = Object.entries(PREFIXES).map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .`)
  return `${[prefixes.join('\n'), ...blocks].join('\n\n')}\n`
}

function write({ iri, types, says }: Thing, blocks: string[]): void {
  const lines = [`${iriRef(iri)} a ${types.join(', ')}`]
  const inside: Thing[] = []
  for (const [property, value] of says) {
    if (isThing(value)) inside.push(value)
    lines.push(`${property} ${isThing(value) ? iriRef(value.iri) : literal(value)}`)
  }
  blocks.push(`${lines.join(' ;\n  ')} .`)
  for (const one of inside) write(one, blocks)
}

// oxlint-disable-next-line no-control-regex -- what an IRIREF must not hold (Turtle, production 18)
const NOT_IN_IRIS = /[\u0000-\u0020<>"{}|^`\\]/g

const iriRef = (iri: string): string =>
  `<${iri.toWellFormed().replace(NOT_IN_IRIS, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`)}>`

const ESCAPES: Record<string, string> = {
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
}
// oxlint-disable-next-line no-control-regex -- these are the characters that must not stand as they are
const SPECIAL = /[\\"\u0000-\u001f\u007f]/g

/** A string of one line, in which nothing can end it. */
export const quoted = (text: string): string =>
  `"${text.toWellFormed().replace(SPECIAL, (character) => ESCAPES[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}`)}"`

const literal = ({ text, language, type }: Literal): string =>
  quoted(text) + (language === undefined ? (type === undefined ? '' : `^^${type}`) : `@${language}`)
