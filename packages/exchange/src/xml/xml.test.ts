import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setFlagsFromString } from 'node:v8'
import { runInThisContext } from 'node:vm'
import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { child, everyElement, textAt } from './look.ts'
import { readPlainXml } from './read-plain.ts'
import { readXml, XML_LIMITS } from './read-xml.ts'
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
  assert.ok(read('<a/><?left to="the strict reader"?>').root)
  const parser = on.mock.calls[0]?.this
  setFlagsFromString('--allow-natives-syntax')
  const isFast = runInThisContext('(one) => %HasFastProperties(one)') as (one: unknown) => boolean
  assert.ok(parser instanceof SaxesParser)
  assert.equal(isFast(parser), true)
  parser.on('comment', () => {})
  assert.equal(isFast(parser), false, 'this is what a seventh does')
  setFlagsFromString('--no-allow-natives-syntax')
})

test('the quick reader reads what the strict one reads, and leaves it the rest', () => {
  const pieces = fc.constantFrom(
    '<b>',
    '</b>',
    '<b/>',
    '<p:c xmlns:p="urn:p" p:x="1" x=\'2\'>',
    '</p:c>',
    '<p:c/>',
    ' one ',
    '\n',
    '\r\n',
    '\r',
    '\t',
    '&amp;',
    '&#65;',
    '&#x1F600;',
    '&#0;',
    '&#xD800;',
    '&lt',
    '<![CDATA[ <x> ]]>',
    ']]>',
    '<!-- no -->',
    '<!-- -- -->',
    '<b\nx="1\n2"\n/>',
    '<b x="1" x="2"/>',
    '<b x="<"/>',
    '<b x=1/>',
    '<é/>',
    '<b xml:lang="fr" xmlns="urn:d">',
    '<b xmlns:q="" />',
    '<b q:x=""/>',
    '😀\u00a0',
    '<?x y?>',
    '<!DOCTYPE b>',
    '\u0001',
    '\ufffe',
    '<b x="&#10;&quot;"/>',
    '<b xmlns:xml="urn:x"/>',
    '</b >',
    '< b/>',
    '<b x = "1" />',
    '&',
  )
  const documents = fc.tuple(
    fc.constantFrom('', '<?xml version="1.0" encoding="UTF-8"?>\r\n', ' '),
    fc.array(pieces, { maxLength: 8 }),
  )
  let read = 0
  fc.assert(
    fc.property(documents, ([head, inside]) => {
      const text = `${head}<a>${inside.join('')}</a>`
      const strict = readXml(encoder.encode(`${text}<?left to="the strict reader"?>`))
      const quick = readPlainXml(text, XML_LIMITS)
      if (quick === null) return
      read += 1
      assert.deepEqual(quick, strict.root, text)
    }),
    { numRuns: 4_000, seed: 7 },
  )
  assert.ok(read > 400, `only ${read} were plain`)
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
