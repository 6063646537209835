/**
 * The XML that nearly every document is made of, read three times as fast as the strict reader does: elements, attributes,
 * namespaces, texts, comments, CDATA, ASCII names. It judges nothing: whatever is not plainly right, or is rarer than that (a
 * document type, processing instructions, other names, XML 1.1), is left to the strict reader, which begins anew and says what it is.
 */
import type { XmlElement } from './read-xml.ts'

interface Name {
  written: string
  prefix: string
  local: string
  /** The namespace that it had last, and where. */
  scope: Scope | null
  uri: string
}
type Scope = ReadonlyMap<string, string>

/** What most elements have. */
export const NO_ATTRIBUTES: Readonly<Record<string, string>> = Object.freeze({})
const NO_CHILDREN: readonly XmlElement[] = []

const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace'
const OF_XML = new Set([XML_NAMESPACE, 'http://www.w3.org/2000/xmlns/'])
const DECLARATION =
  /^<\?xml[ \n\t]+version="1\.0"(?:[ \n\t]+encoding="[A-Za-z][\w.-]*")?(?:[ \n\t]+standalone="(?:yes|no)")?[ \n\t]*\?>/
const ENTITY = /&(?:(amp|lt|gt|quot|apos)|#x([\da-fA-F]{1,6})|#(\d{1,7}));|&/g
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
// oxlint-disable-next-line no-control-regex -- characters that no document may have
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/

const [NEW_LINE, BLANK, TAB, LESS, GREATER, SLASH, EQUALS, QUOTE, APOSTROPHE, COLON] = [10, 32, 9, 60, 62, 47, 61, 34, 39, 58]
/** 1: begins a name or stands in it, 2: only stands in it. */
const IN_NAME = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code)
  return /[A-Za-z_]/.test(character) ? 1 : /[\d.-]/.test(character) ? 2 : 0
})

/**
 * @param given a document's characters
 * @returns null for what the strict reader has to look at
 */
export function readPlainXml(given: string, limits: { elements: number; depth: number }): XmlElement | null {
  const text = given.includes('\r') ? given.replace(/\r\n?/g, '\n') : given
  if (FORBIDDEN.test(text) || !text.isWellFormed()) return null
  const mayEndCdata = text.includes(']]>')
  const names = new Map<string, Name>()
  const open: XmlElement[] = []
  // Children wait here until their parent is closed, so that each list of them is made once, no longer than it has to be.
  const waiting: XmlElement[] = []
  let waits = 0
  const firsts: number[] = []
  const openNames: Name[] = []
  const scopes: Scope[] = []
  let scope: Scope = new Map([
    ['', ''],
    ['xml', XML_NAMESPACE],
  ])
  let root: XmlElement | null = null
  let here: XmlElement | null = null
  let elements = 0
  let line = 1
  let at = 0

  const declaration = DECLARATION.exec(text)
  if (declaration !== null) {
    at = declaration[0].length
    line += lines(declaration[0])
  }

  for (;;) {
    // What stands before the next tag, mostly white space
    const begin = at
    let code = text.charCodeAt(at)
    while (code === NEW_LINE || code === BLANK || code === TAB) {
      if (code === NEW_LINE) line += 1
      code = text.charCodeAt(++at)
    }
    if (code !== LESS) {
      if (at === text.length) return here === null ? root : null
      if (here === null) return null
      const until = text.indexOf('<', at)
      if (until === -1) return null
      const piece = text.slice(at, until)
      line += lines(piece)
      at = until
      if (mayEndCdata && piece.includes(']]>')) return null
      const said = decoded(begin === until - piece.length ? piece : text.slice(begin, until))
      if (said === null) return null
      take(here, said)
    } else if (here !== null && here.text !== '' && at > begin) here.text += text.slice(begin, at)

    code = text.charCodeAt(++at)
    if (code === SLASH) {
      const name = openNames.pop()
      if (name === undefined || !text.startsWith(name.written, at + 1)) return null
      at = skipBlanks(at + 1 + name.written.length)
      if (text.charCodeAt(at) !== GREATER) return null
      at += 1
      close()
      continue
    }
    if (code === 33 /* ! */) {
      const after = text.startsWith('--', at + 1) ? comment() : text.startsWith('[CDATA[', at + 1) ? cdata() : -1
      if (after === -1) return null
      line += lines(text.slice(at, after))
      at = after
      continue
    }
    if (here === null && root !== null) return null
    const name = nameAt()
    if (name === null) return null
    // The strict reader has read the character behind the name when it says where it is.
    const tagLine = text.charCodeAt(at) === NEW_LINE ? line + 1 : line
    if ((elements += 1) > limits.elements || open.length >= limits.depth) return null
    const before = scope
    const attributes = attributesAt()
    if (attributes === null) return null
    const uri = namespaceOf(name)
    if (uri === null) return null
    const element: XmlElement = {
      name: name.local,
      namespace: uri,
      line: tagLine,
      attributes,
      children: NO_CHILDREN,
      text: '',
    }
    if (here === null) root = element
    else waiting[waits++] = element
    firsts.push(waits)
    open.push(element)
    openNames.push(name)
    scopes.push(before)
    here = element
    if (text.charCodeAt(at) === SLASH) {
      if (text.charCodeAt(at + 1) !== GREATER) return null
      openNames.pop()
      at += 2
      close()
    } else at += 1
  }

  function close(): void {
    const element = open.pop()!
    if (element.text !== '') element.text = element.text.trim()
    const first = firsts.pop()!
    if (first !== waits) element.children = waiting.slice(first, waits)
    waits = first
    scope = scopes.pop()!
    here = open.length === 0 ? null : open[open.length - 1]!
  }

  function skipBlanks(from: number): number {
    for (;;) {
      const code = text.charCodeAt(from)
      if (code === NEW_LINE) line += 1
      else if (code !== BLANK && code !== TAB) return from
      from += 1
    }
  }

  /** Two hyphens end a comment, or stand where they may not. */
  function comment(): number {
    const end = text.indexOf('--', at + 3)
    return end === -1 || text.charCodeAt(end + 2) !== GREATER ? -1 : end + 3
  }

  function cdata(): number {
    const end = here === null ? -1 : text.indexOf(']]>', at + 8)
    if (end === -1) return -1
    take(here!, text.slice(at + 8, end))
    return end + 3
  }

  function nameAt(): Name | null {
    const start = at
    let colon = -1
    if (IN_NAME[text.charCodeAt(at)] !== 1) return null
    for (;;) {
      const code = text.charCodeAt(++at)
      if (code === COLON) {
        if (colon !== -1 || IN_NAME[text.charCodeAt(at + 1)] !== 1) return null
        colon = at - start
      } else if (!(IN_NAME[code]! > 0)) {
        if (code > 127) return null
        break
      }
    }
    const written = text.slice(start, at)
    let name = names.get(written)
    if (name === undefined) {
      if (written.startsWith('__')) return null
      // As a key a name is kept once in the program, and compared with names that are written in it at a glance.
      const [local] = Object.keys({ [written.slice(colon + 1)]: 0 })
      name = { written, prefix: colon === -1 ? '' : written.slice(0, colon), local: local!, scope: null, uri: '' }
      names.set(written, name)
    }
    return name
  }

  function namespaceOf(name: Name): string | null {
    if (name.scope !== scope) {
      const uri = name.prefix === 'xml' ? undefined : scope.get(name.prefix)
      if (uri === undefined) return null
      name.uri = uri
      name.scope = scope
    }
    return name.uri
  }

  /** Leaves `at` at the end of the tag, and `scope` as it is inside. */
  function attributesAt(): Readonly<Record<string, string>> | null {
    let attributes: Record<string, string> | null = null
    let declared: Map<string, string> | null = null
    let prefixed: Name[] | null = null
    for (;;) {
      const gap = at
      at = skipBlanks(at)
      const code = text.charCodeAt(at)
      if (code === GREATER || code === SLASH) break
      if (at === gap) return null
      const name = nameAt()
      if (name === null) return null
      at = skipBlanks(at)
      if (text.charCodeAt(at) !== EQUALS) return null
      at = skipBlanks(at + 1)
      const value = valueAt()
      if (value === null) return null
      if (name.prefix === 'xmlns' || name.written === 'xmlns') {
        const prefix = name.prefix === '' ? '' : name.local
        declared ??= new Map()
        if (declared.has(prefix) || prefix.startsWith('xml') || value !== value.trim() || OF_XML.has(value)) return null
        if (prefix !== '' && value === '') return null
        declared.set(prefix, value)
        continue
      }
      attributes ??= {}
      if (Object.hasOwn(attributes, name.written)) return null
      attributes[name.written] = value
      if (name.prefix !== '') {
        // Of two prefixes with one name the strict reader sees whether they mean the same.
        if (prefixed?.some(({ local }) => local === name.local) === true) return null
        ;(prefixed ??= []).push(name)
      }
    }
    if (declared !== null) scope = new Map([...scope, ...declared])
    if (prefixed?.some(({ prefix }) => !scope.has(prefix)) === true) return null
    return attributes ?? NO_ATTRIBUTES
  }

  function valueAt(): string | null {
    const quote = text.charCodeAt(at)
    if (quote !== QUOTE && quote !== APOSTROPHE) return null
    const end = text.indexOf(quote === QUOTE ? '"' : "'", at + 1)
    if (end === -1) return null
    const value = text.slice(at + 1, end)
    at = end + 1
    if (value.includes('<')) return null
    if (!/[\n\t]/.test(value)) return decoded(value)
    line += lines(value)
    return decoded(value.replace(/[\n\t]/g, ' '))
  }
}

/** White space at the beginning is trimmed away in the end, and most of a document is that. */
export function take(element: XmlElement, piece: string): void {
  if (element.text !== '' || /\S/.test(piece)) element.text += piece
}

function lines(piece: string): number {
  let count = 0
  for (let at = piece.indexOf('\n'); at !== -1; at = piece.indexOf('\n', at + 1)) count += 1
  return count
}

/** Null where an entity is none that every document has, or a character that none may have. */
function decoded(piece: string): string | null {
  if (!piece.includes('&')) return piece
  let wrong = false
  const text = piece.replace(
    ENTITY,
    (_, name: string | undefined, hexadecimal: string | undefined, decimal: string | undefined) => {
      if (name !== undefined) return ENTITIES[name]!
      const code = hexadecimal !== undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal ?? Number.NaN)
      const allowed = code === 9 || code === 10 || code === 13 || (code >= 0x20 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff) // prettier-ignore
      if (allowed) return String.fromCodePoint(code)
      wrong = true
      return ''
    },
  )
  return wrong ? null : text
}
