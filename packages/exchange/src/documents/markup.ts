/**
 * Reads HTML and XML as a flat run of tags and words: no tree, no stack, no recursion, so a million nested elements cost
 * what a million elements in a row cost. Entities beyond the standard ones are never expanded, nothing is ever fetched.
 */
import { Tokenizer } from 'htmlparser2'
import { DocumentError } from './errors.ts'

export type Attributes = ReadonlyMap<string, string>

export interface MarkupEvents {
  /** Names are lower case in HTML and as written, prefix included, in XML. `alone`: `<w:tab/>`. */
  open(name: string, attributes: Attributes, alone: boolean): void
  close(name: string): void
  text(words: string): void
}

const MOST_ATTRIBUTES = 100
const NONE: Attributes = new Map()

/**
 * @param form in XML a document type is refused: it is where entity bombs and external entities are declared
 * @throws DocumentError `xml-bomb`
 */
export function readMarkup(source: string, form: 'html' | 'xml', events: MarkupEvents): void {
  const xml = form === 'xml'
  let name = ''
  let attributes: Map<string, string> | null = null
  let attribute = ''
  let value: string[] = []

  const opened = (alone: boolean) => {
    events.open(name, attributes ?? NONE, alone)
    if (alone && xml) events.close(name)
  }
  const tokenizer = new Tokenizer(
    { xmlMode: xml, decodeEntities: true, recognizeSelfClosing: xml },
    {
      onopentagname(start, end) {
        name = xml ? source.slice(start, end) : source.slice(start, end).toLowerCase()
        attributes = null
      },
      onattribname(start, end) {
        attribute = xml ? source.slice(start, end) : source.slice(start, end).toLowerCase()
        value = []
      },
      onattribdata(start, end) {
        value.push(source.slice(start, end))
      },
      onattribentity(codepoint) {
        value.push(String.fromCodePoint(codepoint))
      },
      onattribend() {
        attributes ??= new Map()
        if (attributes.size < MOST_ATTRIBUTES && !attributes.has(attribute)) attributes.set(attribute, value.join(''))
      },
      onopentagend() {
        opened(false)
      },
      onselfclosingtag() {
        opened(true)
      },
      onclosetag(start, end) {
        events.close(xml ? source.slice(start, end) : source.slice(start, end).toLowerCase())
      },
      ontext(start, end) {
        events.text(source.slice(start, end))
      },
      ontextentity(codepoint) {
        events.text(String.fromCodePoint(codepoint))
      },
      oncdata(start, end, endOffset) {
        events.text(source.slice(start, end - endOffset))
      },
      oncomment() {},
      ondeclaration() {
        if (xml) throw new DocumentError('xml-bomb')
      },
      onprocessinginstruction() {},
      onend() {},
    },
  )
  tokenizer.write(source)
  tokenizer.end()
}

/**
 * The same events without some elements and all that is in them. `seen` hears the name of every element, left out or not.
 *
 * @param nameOf what an element is known by to the listeners: in XML without its prefix, say
 */
export function leavingOut(
  names: ReadonlySet<string>,
  events: MarkupEvents & { seen?(name: string): void },
  nameOf: (name: string) => string = (name) => name,
): MarkupEvents {
  let skipping = ''
  let depth = 0
  return {
    open(qualified, attributes, alone) {
      const name = nameOf(qualified)
      if (depth > 0) {
        if (name === skipping && !alone) depth++
        return
      }
      events.seen?.(name)
      if (!names.has(name)) events.open(name, attributes, alone)
      else if (!alone) {
        skipping = name
        depth = 1
      }
    },
    close(qualified) {
      const name = nameOf(qualified)
      if (depth === 0) events.close(name)
      else if (name === skipping) depth--
    },
    text(words) {
      if (depth === 0) events.text(words)
    },
  }
}

/** An XML part of a container: UTF-8, or UTF-16 with its mark (XML 1.0, §4.3.3). */
export function decodeXml(bytes: Uint8Array): string {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(wide).decode(bytes)
}

/** `w:tbl` → `tbl`. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
