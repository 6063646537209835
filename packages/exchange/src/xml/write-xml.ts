/**
 * XML out: an element is a value, and writing it escapes everything, so that no title can break a document.
 *
 * Only what the formats here need: elements, attributes, text. Order is the caller's (schemas ask for sequences).
 */
export interface Element {
  name: string
  attributes: Readonly<Record<string, string>>
  /** Elements, or one text. */
  content: readonly Element[] | string
}

type Part = Element | string | null | undefined | readonly Part[]

/**
 * An element of parts: elements in order, or one text; what is null, undefined or an empty text is left out.
 *
 * @example
 * writeXml(element('a', { x: '1' }, element('b', {}, 'two'), null)) // <a x="1"><b>two</b></a>, indented
 */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | null | undefined>>,
  ...parts: Part[]
): Element {
  const kept = Object.fromEntries(
    Object.entries(attributes).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  )
  const flat = (parts as unknown[]).flat(Infinity as 1).filter((part) => part !== null && part !== undefined && part !== '')
  const texts = flat.filter((part) => typeof part === 'string')
  if (texts.length > 0 && texts.length < flat.length) throw new TypeError(`<${name}> holds both text and elements`)
  return { name, attributes: kept, content: texts.length > 0 ? texts.join('') : (flat as Element[]) }
}

/** An element with a text, or nothing where there is no text. */
export const textElement = (
  name: string,
  text: string | number | null | undefined,
  attributes: Readonly<Record<string, string | null | undefined>> = {},
): Element | null => (text === null || text === undefined || text === '' ? null : element(name, attributes, String(text)))

/** The document, in UTF-8's letters, two spaces a level. Characters that XML 1.0 cannot hold are left out. */
export function writeXml(root: Element): string {
  const out = ['<?xml version="1.0" encoding="UTF-8"?>\n']
  write(root, '', out)
  return out.join('')
}

/** The same document piece by piece: of the children of its root only those are held that are being written. */
export async function* xmlPieces(
  { name, attributes }: Pick<Element, 'name' | 'attributes'>,
  children: AsyncIterable<readonly Element[]>,
): AsyncGenerator<string> {
  const out = ['<?xml version="1.0" encoding="UTF-8"?>\n']
  open(name, attributes, out)
  let isEmpty = true
  for await (const some of children) {
    if (some.length === 0) continue
    if (isEmpty) out.push('>\n')
    isEmpty = false
    for (const one of some) write(one, '  ', out)
    yield out.join('')
    out.length = 0
  }
  out.push(...(isEmpty ? ['/>\n'] : ['</', name, '>\n']))
  yield out.join('')
}

function open(name: string, attributes: Element['attributes'], out: string[]): void {
  out.push('<', name)
  for (const [key, value] of Object.entries(attributes)) out.push(' ', key, '="', escapeXml(value), '"')
}

function write({ name, attributes, content }: Element, indent: string, out: string[]): void {
  out.push(indent)
  open(name, attributes, out)
  if (content.length === 0) {
    out.push('/>\n')
    return
  }
  out.push('>')
  if (typeof content === 'string') out.push(escapeXml(content))
  else {
    out.push('\n')
    for (const one of content) write(one, `${indent}  `, out)
    out.push(indent)
  }
  out.push('</', name, '>\n')
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
  '\r': '&#13;',
}
// Everything that XML 1.0 §2.2 does not list as a Char, lone surrogates included.
// oxlint-disable-next-line no-control-regex -- these are the characters that must not be there
const IMPOSSIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** For text and for attributes alike; line ends are written as references, so that they come back as they were. */
export function escapeXml(text: string): string {
  return text.replace(IMPOSSIBLE, '').replace(/[&<>"\n\t\r]/g, (character) => ENTITIES[character]!)
}
