import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MOST_CHAPTERS, MOST_STREAMS } from './described.ts'
import { describedByFfprobe } from './ffprobe.ts'

const picture = { index: 0, codec_type: 'video', codec_name: 'h264', width: 320, height: 180, tags: { DURATION: '00:01:02.500000000' } } // prettier-ignore

test('takes the length of a picture by its own word, in figures or as Matroska writes it', () => {
  const seconds = (stream: object) => {
    const [found] = describedByFfprobe({ format: { duration: '90' }, streams: [{ ...picture, ...stream }] }).streams
    return found?.kind === 'picture' && found.seconds
  }
  assert.equal(seconds({ duration: '60.04' }), 60.04)
  assert.equal(seconds({}), 62.5)
  assert.equal(seconds({ tags: {} }), 0)
})

test('takes no more streams, chapters and words than a film has', () => {
  const long = 'x'.repeat(100_000)
  const said = describedByFfprobe({
    streams: Array.from({ length: 5000 }, (_, index) => ({ ...picture, index, tags: { title: long, language: long } })),
    chapters: Array.from({ length: 5000 }, (_, n) => ({ start_time: String(n), tags: { title: long } })),
  })
  assert.deepEqual([said.streams.length, said.chapters.length], [MOST_STREAMS, MOST_CHAPTERS])
  const [{ title, language }, { name }] = [said.streams[0]!, said.chapters[0]!]
  assert.deepEqual([title?.length, language?.length, name.length], [200, 200, 200])
})
