import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { subtitleSentence } from '@vitrine/messages/screening-report'
import { checkCues } from './check.ts'
import type { Cue } from './cue.ts'
import { SUBTITLE_RULES } from './finding.ts'
import { readSubtitles } from './read.ts'
import { webvttOf } from './webvtt.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const read = (text: string, language = 'fra') => readSubtitles(bytes(text), { language })
const said = ({ cues }: { cues: Cue[] }) => cues.map(({ from, to, text }) => [from, to, text])

test('reads SRT as it is found: numbers or none, commas or points, marks it does not know', () => {
  const { format, cues, findings } = read(
    '\uFEFF1\r\n00:00:01,000 --> 00:00:03,500\r\nLe vent vient de <i>l’est</i>.\r\n\r\n2\r\n00:00:04.0 --> 00:00:06,25\r\n{\\an8}<font color="red">Écoute</font> & <b>attends\r\n\r\n0:00:07,000 --> 0:00:09,000\r\n3 < 4\r\n',
  )
  assert.equal(format, 'srt')
  assert.deepEqual(said({ cues }), [
    [1, 3.5, 'Le vent vient de <i>l’est</i>.'],
    [4, 6.25, 'Écoute &amp; <b>attends</b>'],
    [7, 9, '3 &lt; 4'],
  ])
  assert.deepEqual(
    cues.map(({ top }) => top),
    [false, true, false],
  )
  assert.deepEqual(findings, [])
})

test('parts subtitles that no empty line parts', () => {
  const { cues } = read('1\n00:00:01,000 --> 00:00:02,000\nUn\n2\n00:00:03,000 --> 00:00:04,000\nDeux\n')
  assert.deepEqual(
    cues.map(({ text }) => text),
    ['Un', 'Deux'],
  )
})

test('reads WebVTT without its notes, styles and voices', () => {
  const { format, cues } = read(
    'WEBVTT - film\n\nSTYLE\n::cue { color: red }\n\nNOTE 00:01.000 --> 00:02.000 is no cue\nnor this\n\nintro\n00:01.000 --> 00:03.000 line:0 align:start\n<v Nino>Il pleut &amp; il <c.loud>vente</c>.\n',
  )
  assert.equal(format, 'webvtt')
  assert.deepEqual(cues, [{ from: 1, to: 3, text: 'Il pleut &amp; il vente.', top: true }])
})

test('reads TTML: offsets of what stands around, frames, styles, breaks, regions', () => {
  const { format, cues } = read(`<?xml version="1.0"?>
<tt:tt xmlns:tt="http://www.w3.org/ns/ttml" xmlns:ttp="http://www.w3.org/ns/ttml#parameter" xmlns:tts="http://www.w3.org/ns/ttml#styling" ttp:frameRate="25">
 <tt:head><tt:styling><tt:style xml:id="s" tts:fontStyle="italic"/></tt:styling><tt:layout><tt:region xml:id="r" tts:displayAlign="before"/></tt:layout></tt:head>
 <tt:body begin="10s"><tt:div>
  <tt:p begin="00:00:01.500" end="00:00:03:05" region="r">Une <tt:span style="s">voix</tt:span>
    au loin<tt:br/>&lt;rires&gt;</tt:p>
  <tt:p begin="100f" dur="2s">Deux</tt:p>
 </tt:div></tt:body></tt:tt>`)
  assert.equal(format, 'ttml')
  assert.deepEqual(cues, [
    { from: 11.5, to: 13.2, text: 'Une <i>voix</i> au loin\n&lt;rires&gt;', top: true },
    { from: 14, to: 16, text: 'Deux', top: false },
  ])
})

test('reads EBU STL: accents before their letters, italics, a tape that begins at ten', () => {
  const page = Buffer.alloc(1024, 0x20)
  page.write('850STL25.01', 0, 'latin1')
  page.write('00', 12, 'latin1')
  page.write('10000000', 256, 'latin1')
  const block = (number: number, from: number[], to: number[], text: number[], comment = 0) => {
    const bytes = Buffer.alloc(128, 0x8f)
    bytes.set([0, number, 0, 0xff, 0, ...from, ...to, 18, 2, comment], 0)
    bytes.set(text, 16)
    return bytes
  }
  const letters = (text: string) => [...Buffer.from(text, 'latin1')]
  const file = Buffer.concat([
    page,
    block(
      1,
      [10, 0, 1, 0],
      [10, 0, 3, 12],
      [
        0x0d,
        ...letters('L'),
        0xc2,
        ...letters('ev'),
        0xc8,
        ...letters('e '),
        0x80,
        ...letters('ici'),
        0x81,
        0x8a,
        0xa4,
        ...letters('5 '),
        0xcb,
        ...letters('ca'),
      ],
    ),
    block(2, [10, 0, 4, 0], [10, 0, 5, 0], letters('for the editor'), 1),
  ])
  const { format, cues } = readSubtitles(file, { language: 'fra' })
  assert.equal(format, 'stl')
  assert.deepEqual(said({ cues }), [[1, 3.48, 'Lévë <i>ici</i>\n$5 ça']])
})

test('reads old files in the encoding of their language, and says so', () => {
  const russian = Buffer.concat([Buffer.from('1\n00:00:01,000 --> 00:00:03,000\n'), Buffer.from([0xc2, 0xe5, 0xf2, 0xe5, 0xf0])])
  const { cues, findings } = readSubtitles(russian, { language: 'rus' })
  assert.equal(cues[0]!.text, 'Ветер')
  assert.deepEqual(findings, [{ rule: 'encoding', values: { encoding: 'windows-1251' } }])
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('1\n00:00:01,000 --> 00:00:03,000\nÉté', 'utf16le')])
  assert.equal(readSubtitles(wide, { language: 'fra' }).cues[0]!.text, 'Été')
})

test('checks timing, speed, lines and the end of the film, each with its place', () => {
  const cue = (from: number, to: number, text: string): Cue => ({ from, to, text, top: false })
  const rules = (cues: Cue[], language = 'fra', end: number | null = null) =>
    [...checkCues(cues, language, end)].map(({ rule, values }) => `${values.number} ${rule}`)
  assert.deepEqual(rules([cue(1, 3, 'Bonjour'), cue(2.5, 4, 'Bonsoir')]), ['2 overlap'])
  assert.deepEqual(rules([cue(1, 1.4, 'Oui')]), ['1 too-short'])
  assert.deepEqual(rules([cue(1, 12, 'Non')]), ['1 too-long'])
  assert.deepEqual(rules([cue(3, 2, 'Peut-être')]), ['1 backwards'])
  const line = 'Il était une fois un vent qui venait du lac'
  assert.deepEqual(rules([cue(1, 4, line)]), ['1 line-long'])
  assert.deepEqual(rules([cue(1, 3, line.slice(0, 38))]), ['1 too-fast'])
  assert.deepEqual(rules([cue(1, 3, line.slice(0, 38))], 'eng'), [])
  assert.deepEqual(rules([cue(1, 5, 'un\ndeux\ntrois')]), ['1 lines-many'])
  assert.deepEqual(rules([cue(59, 62, 'Fin')], 'fra', 60), ['1 past-end'])
  assert.deepEqual(rules([cue(1, 3, '<i>Bonjour</i> &amp; merci')]), [])
})

test('takes nothing else, and nothing hostile', () => {
  assert.deepEqual(read('Dear sales house').findings, [{ rule: 'not-subtitles', values: {} }])
  assert.deepEqual(
    read('<!DOCTYPE tt [<!ENTITY a "b">]><tt xmlns="http://www.w3.org/ns/ttml"><body>&a;</body></tt>').findings[0]!.rule,
    'not-subtitles',
  )
  assert.deepEqual(read(`<tt xmlns="http://www.w3.org/ns/ttml">${'<div>'.repeat(5000)}`).findings[0]!.rule, 'not-subtitles')
  assert.deepEqual(
    read('WEBVTT\n').findings.map(({ rule }) => rule),
    ['no-cues'],
  )
  assert.deepEqual(readSubtitles(new Uint8Array(9 * 1024 * 1024), { language: 'fra' }).findings[0]!.rule, 'too-large')
  assert.deepEqual(
    read('1\n00:00:xx --> soon\nquoi\n').findings.map(({ rule }) => rule),
    ['not-read', 'no-cues'],
  )
})

test('names some hundred findings and says that there are more', () => {
  for (const text of [
    '1:00 -->\n'.repeat(1000) + '1\n00:01,000 --> 00:03,000\noui\n',
    '00:01,000 --> 00:01,100\noui\n\n'.repeat(1000),
  ]) {
    const { findings } = read(text)
    assert.equal(findings.length, 301)
    assert.deepEqual(findings.at(-1), { rule: 'more', values: { listed: 300 } })
  }
  assert.equal(read('00:01,000 --> 00:01,100\noui\n\n'.repeat(50)).findings.at(-1)!.rule, 'too-fast')
})

test('counts what a person sees as one character as one, and a line at a time', () => {
  const rules = (text: string) => read(`1\n00:00:01,000 --> 00:00:07,000\n${text}\n`).findings.map(({ rule, values }) => [rule, values.length ?? values.lines]) // prettier-ignore
  assert.deepEqual(rules('е\u0301'.repeat(42)), [])
  assert.deepEqual(rules(`${'е\u0301'.repeat(43)}\nоно`), [['line-long', 43]])
  assert.deepEqual(rules('é\n'.repeat(200_000)), [['too-fast', undefined], ['lines-many', 200_000]]) // prettier-ignore
})

test('subtitles made to be slow are read at once', () => {
  // In a process of its own: where this fails, it takes longer than anybody waits.
  const program = `
    import { readSubtitles } from './read.ts'
    const times = '00:00:01,000 --> 00:00:03,000\\n'
    for (const text of ['{\\\\'.repeat(1e6), '<b>'.repeat(1e6) + '</i>'.repeat(1e6) + 'b'])
      console.log(readSubtitles(new TextEncoder().encode(times + text), { language: 'fra' }).cues.length)
    const page = Buffer.alloc(1024, 0x20)
    page.write('850STL25.01', 0, 'latin1')
    const block = Buffer.alloc(128, 0x41)
    block[3] = 1
    block[15] = 0
    console.log(readSubtitles(Buffer.concat([page, ...Array.from({ length: 60_000 }, () => block)]), { language: 'fra' }).findings[0].rule)
  `
  const done = spawnSync(process.execPath, ['--input-type=module', '-e', program], { cwd: import.meta.dirname, encoding: 'utf8', timeout: 60_000 }) // prettier-ignore
  assert.equal(done.stdout, '1\n1\nno-cues\n', done.stderr)
})

test('a mark within itself says nothing more', () => {
  const { cues } = read('1\n00:00:01,000 --> 00:00:03,000\n<i>un <i>deux</i> <b>trois</i> quatre</b>\n')
  assert.equal(cues[0]!.text, '<i>un deux <b>trois</b></i> quatre')
})

test('writes WebVTT that says the same when it is read again', () => {
  const cues: Cue[] = [
    { from: 0.5, to: 2.25, text: 'Le <i>vent</i> &amp; l’eau', top: false },
    { from: 3600.001, to: 3603, text: 'Deux\nlignes', top: true },
  ]
  const written = webvttOf(cues)
  assert.match(
    written,
    /^WEBVTT\n\n00:00:00\.500 --> 00:00:02\.250\nLe <i>vent<\/i> &amp; l’eau\n\n01:00:00\.001 --> 01:00:03\.000 line:0\n/,
  )
  assert.deepEqual(read(written).cues, cues)
})

test('text cannot leave its cue', () => {
  const { cues } = read('1\n00:00:01,000 --> 00:00:03,000\n<script>alert(1)</script> <i onclick="x">a</i> --&gt; b\n')
  assert.equal(cues[0]!.text, 'alert(1) <i>a</i> --&gt; b')
})

test('every finding has words in both languages', () => {
  for (const rule of SUBTITLE_RULES)
    for (const locale of ['en', 'fr'] as const)
      assert.match(subtitleSentence(locale, { rule, values: {} }), /\.$/, `${locale} ${rule}`)
})
