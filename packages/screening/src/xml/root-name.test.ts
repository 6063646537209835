import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { rootName } from './root-name.ts'

test('finds the root element behind whatever may stand before it', () => {
  const roots: [text: string, root: string | null][] = [
    ['<tt>', 'tt'],
    [
      '\uFEFF <?xml version="1.0"?>\n<!-- by <tt> -->\n<!DOCTYPE smil SYSTEM "x">\n<!--->--><tt:tt xmlns:tt="http://www.w3.org/ns/ttml">',
      'tt',
    ],
    ['<MPD/>', 'MPD'],
    ['<ttml>', 'ttml'],
    ['<tt', null],
    ['<!-- <tt>', null],
    ['words <tt>', null],
    ['', null],
  ]
  for (const [text, root] of roots) assert.equal(rootName(text), root, text)
})

test('a text made to be slow is read at once', () => {
  // In a process of its own: where this fails, it would not end.
  const read = (program: string) =>
    spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      cwd: import.meta.dirname,
      encoding: 'utf8',
      timeout: 60_000,
    })
  const slow = `'<?xml version="1.0"?>' + '<!---->'.repeat(200) + '!'`
  const done = read(`
    import { formatOfBytes } from '../engine/sniff.ts'
    import { readSubtitles } from '../subtitles/read.ts'
    const bytes = new TextEncoder().encode(${slow})
    try { formatOfBytes(bytes) } catch ({ reason }) { console.log(reason) }
    console.log(readSubtitles(bytes, { language: 'fra' }).findings[0].rule)
  `)
  assert.equal(done.stdout, 'not-a-film\nnot-read\n', done.stderr)
})
