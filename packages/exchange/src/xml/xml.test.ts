import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setFlagsFromString } from 'node:v8'
import { runInThisContext } from 'node:vm'
import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { child, everyElement, textAt } from './look.ts'
import { readXml, type XmlElement } from './read-xml.ts'
import { element, textElement, writeXml } from './write-xml.ts'

const encoder = new TextEncoder()
const read = (text: string) => readXml(encoder.encode(text))

test('a tree with its lines, namespaces and attributes', () => {
  const { root } = read('<?xml version="1.0"?>\n<m:a xmlns:m="urn:m" x="1">\n  <m:b>one <![CDATA[& two]]></m:b>\n</m:a>')
  assert.ok(root)
  assert.deepEqual([root.name, root.namespace, root.line, root.attributes], ['a', 'urn:m', 2, { x: '1' }])
  assert.deepEqual([child(root, 'b')?.line, textAt(root, 'b'), textAt(root, 'c')], [3, 'one & two', null])
  assert.equal([...everyElement(root)].length, 2)
})

test('what is no XML is one fatal finding with its line', () => {
  const rules = (text: string) => {
    const { problem } = read(text)
    return [problem?.severity, problem?.rule, problem?.line]
  }
  assert.deepEqual(rules('<a>\n<b></a>'), ['fatal', 'xml/not-well-formed', 2])
  assert.deepEqual(rules('<a>\n'), ['fatal', 'xml/not-well-formed', 2])
  assert.deepEqual(rules(''), ['fatal', 'xml/not-well-formed', 1])
  assert.deepEqual(rules('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'), ['fatal', 'xml/doctype', 1])
  assert.deepEqual(rules('<a>&lol;</a>'), ['fatal', 'xml/not-well-formed', 1])
  assert.equal(rules('<a>'.repeat(500) + '</a>'.repeat(500))[1], 'xml/too-deep')
  assert.equal(
    readXml(encoder.encode('<a><b/><b/></a>'), { characters: 1e6, elements: 2, depth: 9 }).problem?.rule,
    'xml/too-many-elements',
  )
})

test('the parser stays an object whose fields V8 finds at once: a seventh handler would make a table of it, and reading four times as slow', (t) => {
  const on = t.mock.method(SaxesParser.prototype, 'on')
  assert.ok(read('<a/>').root)
  const parser = on.mock.calls[0]?.this
  setFlagsFromString('--allow-natives-syntax')
  const isFast = runInThisContext('(one) => %HasFastProperties(one)') as (one: unknown) => boolean
  assert.ok(parser instanceof SaxesParser)
  assert.equal(isFast(parser), true)
  parser.on('comment', () => {})
  assert.equal(isFast(parser), false, 'this is what a seventh does')
  setFlagsFromString('--no-allow-natives-syntax')
})

test('other encodings are read as their declaration says', () => {
  const latin = Uint8Array.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>\u00e9t\u00e9</a>', (c) => c.charCodeAt(0))
  assert.equal(readXml(latin).root?.text, 'été')
  const wide = new Uint8Array([0xff, 0xfe, ...new Uint8Array(Uint16Array.from('<a>été</a>', (c) => c.charCodeAt(0)).buffer)])
  assert.equal(readXml(wide).root?.text, 'été')
})

test('what is written is read again, whatever it says', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, attribute) => {
      const clean = (raw: string) => raw.normalize('NFC')
      const written = writeXml(element('a', { x: clean(attribute) }, textElement('b', clean(text)), element('c', {})))
      const { root } = read(written)
      assert.ok(root, written)
      assert.equal(root.attributes['x'], clean(attribute))
      assert.equal(textAt(root, 'b'), clean(text).trim() === '' ? null : clean(text).trim())
    }),
    { numRuns: 500, seed: 5 },
  )
})

test('characters that XML cannot hold are left out, and text never mixes with elements', () => {
  assert.ok(read(writeXml(element('a', {}, 'x\u0000\u000b\ud800y'))).root)
  assert.throws(() => element('a', {}, 'text', element('b', {})), TypeError)
})

test('children, texts and names are those of their parents however elements are nested', () => {
  const { root } = read('<a><b><c/>x<c>y</c></b><b/><d><b>z</b></d></a>')
  const shown = (one: XmlElement): unknown => [one.name, one.text, ...one.children.map(shown)]
  assert.deepEqual(shown(root!), ['a', '', ['b', 'x', ['c', ''], ['c', 'y']], ['b', ''], ['d', '', ['b', 'z']]])
  const many = read(`<a>${Array.from({ length: 12_000 }, (_, i) => `<n${i}/>`).join('')}</a>`).root!
  assert.deepEqual(many.children.map(({ name }) => name), Array.from({ length: 12_000 }, (_, i) => `n${i}`)) // prettier-ignore
})
