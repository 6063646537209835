/**
 * XML from outside, read into a plain tree that knows its lines.
 *
 * There is no DTD: a document type declaration ends the reading, so that no entity is defined, expanded or fetched (XXE,
 * "billion laughs"). Depth, elements and characters are bounded. Well-formedness is saxes' strict one; schemas are another
 * matter (`validate/`).
 */
import { SaxesParser } from 'saxes'
import { decodeAsWritten, utf8AsWritten } from '../documents/encoding.ts'
import type { Finding } from '../formats/finding.ts'

export interface XmlElement {
  /** Without its prefix. */
  name: string
  namespace: string
  /** 1-based. */
  line: number
  /** By name as written (`xml:lang`, `ContentID`); declarations of namespaces are not among them. */
  attributes: Readonly<Record<string, string>>
  children: readonly XmlElement[]
  /** What stands directly inside, trimmed; not what its children hold. */
  text: string
}

export const XML_LIMITS = { characters: 128 * 1024 * 1024, elements: 4_000_000, depth: 200 }

export type XmlRead = { root: XmlElement; problem: null } | { root: null; problem: Finding }

/**
 * Reads a document. What is wrong with it is one finding of severity `fatal`, with its line; nothing is thrown.
 *
 * @example
 * readXml(new TextEncoder().encode('<a x="1"><b>two</b></a>')).root?.children[0]?.text // "two"
 */
export function readXml(bytes: Uint8Array, limits = XML_LIMITS): XmlRead {
  const problem = (rule: string, line: number | null, values: Record<string, string> = {}): XmlRead => ({
    root: null,
    problem: { severity: 'fatal', rule: `xml/${rule}`, line, path: null, values },
  })
  const text = xmlText(bytes)
  if (text.length > limits.characters) return problem('too-large', null, { limit: String(limits.characters) })

  const parser = new SaxesParser({ xmlns: true, position: true })
  const open: XmlElement[] = []
  // Children lie on one heap until their parent closes, and become a list of just their number then: lists that grow take room for more.
  const closed: XmlElement[] = []
  const firstChild: number[] = []
  const named = onlyNames()
  let root: XmlElement | null = null
  let elements = 0
  let tagLine = 1
  let wrong: XmlRead | null = null
  const stop = (found: XmlRead): never => {
    wrong = found
    throw new Stopped()
  }
  // Six handlers and no more: set by name, a seventh turns the parser into a table that V8 looks every field up in, and reading takes
  // four times as long. So what is not well-formed is thrown, and caught below.
  parser.on('doctype', () => stop(problem('doctype', parser.line)))
  parser.on('opentagstart', () => {
    tagLine = parser.line
  })
  parser.on('opentag', (tag) => {
    elements += 1
    if (elements > limits.elements) stop(problem('too-many-elements', parser.line, { limit: String(limits.elements) }))
    if (open.length >= limits.depth) stop(problem('too-deep', parser.line, { limit: String(limits.depth) }))
    let attributes: Record<string, string> | null = null
    for (const written in tag.attributes) {
      const { name, prefix, value } = tag.attributes[written]!
      if (prefix !== 'xmlns' && name !== 'xmlns') (attributes ??= {})[name] = value
    }
    const element: XmlElement = {
      name: named(tag.local),
      namespace: tag.uri,
      line: tagLine,
      attributes: attributes ?? NO_ATTRIBUTES,
      children: NO_CHILDREN,
      text: '',
    }
    if (open.length === 0) root = element
    open.push(element)
    firstChild.push(closed.length)
  })
  const take = (piece: string) => {
    const element = open.at(-1)
    // White space at the beginning is trimmed away in the end, and most of a document is that.
    if (element !== undefined && (element.text !== '' || (piece !== '\n' && /\S/.test(piece)))) element.text += piece
  }
  parser.on('text', take)
  parser.on('cdata', take)
  parser.on('closetag', () => {
    const element = open.pop()!
    if (element.text !== '') element.text = element.text.trim()
    const first = firstChild.pop()!
    if (closed.length > first) element.children = closed.splice(first)
    closed.push(element)
  })
  try {
    parser.write(text).close()
  } catch (error) {
    if (isOfParser(error)) return problem('not-well-formed', parser.line, { said: error.message.replace(/^[\d:]+\s*/, '') })
    if (!(error instanceof Stopped)) throw error
  }
  if (wrong !== null) return wrong
  return root === null ? problem('not-well-formed', 1, { said: 'no element' }) : { root, problem: null }
}

/** A document's characters, in the encoding that its bytes and its declaration tell. */
export const xmlText = (bytes: Uint8Array): string => decodeAsWritten(bytes, declaredEncoding(bytes))

/** What most elements have. */
const NO_ATTRIBUTES: Readonly<Record<string, string>> = Object.freeze({})
const NO_CHILDREN: readonly XmlElement[] = []

/**
 * A document has few names and says them a hundred thousand times: each is kept once. As a key of an object it is also one that V8
 * tells from another by its address, which is what our rules do most.
 */
function onlyNames(): (name: string) => string {
  const names = Object.create(null) as Record<string, string>
  let left = MOST_NAMES
  return (name) => names[name] ?? (left-- > 0 ? (names[name] = name) : name)
}
const MOST_NAMES = 10_000

/** The same in UTF-8. */
export const xmlUtf8 = (bytes: Uint8Array): Uint8Array => utf8AsWritten(bytes, declaredEncoding(bytes))

class Stopped extends Error {}

/** Saxes throws plain errors; those of a program have a kind of their own (TypeError, RangeError). */
const isOfParser = (error: unknown): error is Error => error instanceof Error && error.constructor === Error

/** What the XML declaration says of its encoding; read from the first bytes, which are ASCII in every encoding that has one here. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  return /^<\?xml[^>]*encoding=["']([A-Za-z0-9._-]+)["']/.exec(head)?.[1] ?? null
}
