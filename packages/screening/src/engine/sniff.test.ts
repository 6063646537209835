import assert from 'node:assert/strict'
import { test } from 'node:test'
import { EngineFailure } from './failure.ts'
import { formatOfBytes } from './sniff.ts'

const text = (words: string) => Buffer.from(words)
const hex = (digits: string) => Buffer.from(digits, 'hex')

test('says what a film is by its bytes', () => {
  assert.equal(formatOfBytes(hex('00000020667479706d703432')), 'mov')
  assert.equal(formatOfBytes(hex('00000008776964650000000066726565')), 'mov')
  assert.equal(formatOfBytes(hex('1a45dfa3010000')), 'matroska')
  assert.equal(formatOfBytes(text('RIFF\x10\x00\x00\x00AVI LIST')), 'avi')
  assert.equal(formatOfBytes(hex('000001ba44')), 'mpeg')
  assert.equal(formatOfBytes(hex('060e2b34020501010d01020101020400')), 'mxf')
  const packets = Buffer.alloc(188 * 5)
  for (let packet = 0; packet < 5; packet++) packets[packet * 188] = 0x47
  assert.equal(formatOfBytes(packets), 'mpegts')
})

test('names a playlist or a script for what it is, whatever it is called', () => {
  const scripts = [
    '#EXTM3U\n#EXT-X-TARGETDURATION:2\n/etc/passwd\n',
    '\uFEFF#EXTM3U\n',
    'ffconcat version 1.0\nfile /etc/passwd\n',
    "file '/etc/passwd'\n",
    '<?xml version="1.0"?>\n<MPD xmlns="urn:mpeg:dash:schema:mpd:2011"></MPD>',
    '<!-- a -->\n<smil>',
    'v=0\no=- 0 0 IN IP4 127.0.0.1\n',
    '[playlist]\nFile1=http://127.0.0.1/\n',
  ]
  for (const script of scripts) assert.throws(() => formatOfBytes(text(script)), reason('playlist'), script)
})

test('takes nothing else', () => {
  assert.throws(() => formatOfBytes(new Uint8Array()), reason('empty'))
  assert.throws(() => formatOfBytes(text('Dear sales house, please find enclosed')), reason('not-a-film'))
  assert.throws(() => formatOfBytes(hex('89504e470d0a1a0a0000')), reason('not-a-film'))
  assert.throws(() => formatOfBytes(hex('00')), reason('not-a-film'))
})

const reason = (wanted: string) => (error: unknown) => error instanceof EngineFailure && error.reason === wanted
