import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ffmpegArguments, isKeyframe } from './ffmpeg-arguments.ts'
import { type Job, quoted, streamsRead } from './job.ts'

const job: Job = {
  inputs: [
    { from: { file: '/films/-y.mov' }, format: 'mov', start: 3 },
    { from: { pipe: 3 }, format: 'rawvideo', options: { framerate: '1/2' } },
  ],
  graph: '[0:1]null[a];[1:0]nullsink',
  outputs: [
    {
      to: { file: '/out/a.m3u8' },
      format: 'hls',
      options: { hls_time: '2' },
      streams: [{ from: 'a', codec: 'libx264', options: { crf: '20' }, rate: [24_000, 1001], keyframeEvery: 2 }],
    },
  ],
}

test('turns a job into arguments: every input has its demuxer and its protocols named before it is opened', () => {
  const line = ffmpegArguments(job)
  const inputs = line.flatMap((word, at) => (word === '-i' ? [at] : []))
  assert.deepEqual(
    inputs.map((at) => line.slice(at - 2, at + 2)),
    [
      ['-f', 'mov', '-i', 'file:/films/-y.mov'],
      ['-f', 'rawvideo', '-i', 'pipe:3'],
    ],
  )
  assert.equal(line.filter((word) => word === '-protocol_whitelist').length, 2)
  assert.ok(
    line
      .join(' ')
      .includes('-map [a] -c:0 libx264 -crf:0 20 -r:0 24000/1001 -force_key_frames:0 expr:gte(n,ceil(n_forced*48000/1001))'),
  )
  assert.equal(line.at(-1), '/out/a.m3u8')
})

test('finds the streams that a graph reads', () => {
  assert.deepEqual(streamsRead('[0:1][1:0]blend[a];[0:1]null[b]'), [
    [0, 1],
    [1, 0],
  ])
})

test('puts a keyframe at the first frame of each two seconds, without drifting', () => {
  const keys = (rate: [number, number], seconds: number) =>
    Array.from({ length: Math.ceil((seconds * rate[0]) / rate[1]) }, (_, frame) => frame).filter((frame) =>
      isKeyframe(frame, rate, 2),
    )
  assert.deepEqual(keys([25, 1], 7), [0, 50, 100, 150])
  for (const rate of [
    [24_000, 1001],
    [30_000, 1001],
    [60_000, 1001],
  ] as [number, number][])
    assert.deepEqual(
      keys(rate, 4000),
      Array.from({ length: 2000 }, (_, index) => Math.ceil((index * 2 * rate[0]) / rate[1])),
    )
})

test('keeps marks of the graph’s own language in a path from meaning anything', () => {
  assert.equal(quoted("/a b/it's:1,2.txt"), "/a b/it\\\\\\'s\\\\:1\\,2.txt")
})
