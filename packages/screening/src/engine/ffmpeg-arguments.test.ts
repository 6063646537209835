import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pictureJob } from '../packaging/picture-job.ts'
import type { DescribedPicture } from './described.ts'
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

test('asks ffmpeg for both variants of a segment in one pass, word for word', () => {
  const picture: DescribedPicture = { kind: 'picture', index: 1, codec: 'hevc', language: null, title: null, seconds: 4, width: 640, height: 360, pixel: [1, 1], rotation: 90, rate: [25, 1], claimed: [25, 1], pixelFormat: 'yuv420p10le', bits: 10, interlaced: true, colour: { space: 'bt2020nc', transfer: 'smpte2084', primaries: 'bt2020', range: 'tv' }, dolbyVision: null } // prettier-ignore
  const step = { name: '640p', width: 360, height: 640, most: 900_000 }
  const line = ffmpegArguments(pictureJob({ path: '/films/; rm -rf $HOME.mov', format: 'mov', picture, steps: [step], rate: [25, 1], interlaced: true, variants: ['a', 'b'], storyboard: null })) // prettier-ignore
  const coded = ['-c:0', 'libx264', '-preset:0', 'veryfast', '-profile:0', 'high', '-crf:0', '21', '-maxrate:0', '900000', '-bufsize:0', '1800000', '-g:0', '51', '-keyint_min:0', '51', '-sc_threshold:0', '0', '-forced-idr:0', '1', '-flags:0', '+cgop', '-r:0', '25/1', '-force_key_frames:0', 'expr:gte(n,ceil(n_forced*50/1))', '-map_metadata', '-1', '-map_chapters', '-1', '-fflags', '+bitexact'] // prettier-ignore
  const segments = (variant: string) => ['-hls_time', '2', '-hls_segment_type', 'fmp4', '-hls_fmp4_init_filename', 'init.mp4', '-hls_segment_filename', `video/640p/${variant}/%05d.m4s`, '-hls_playlist_type', 'vod', '-hls_list_size', '0', '-f', 'hls', `./video/640p/${variant}/muxer.m3u8`] // prettier-ignore
  const guarded = ['-protocol_whitelist', 'file,pipe', '-max_pixels', '141557760', '-noautorotate']
  // prettier-ignore
  assert.deepEqual(line, [
    '-nostdin', '-hide_banner', '-nostats', '-loglevel', 'error', '-progress', 'pipe:1', '-y',
    // A path is one word, whatever is in it: no shell reads it.
    ...guarded, '-t', '86400', '-f', 'mov', '-i', 'file:/films/; rm -rf $HOME.mov',
    ...guarded, '-video_size', '360x640', '-pixel_format', 'yuv420p', '-framerate', '1/2', '-f', 'rawvideo', '-i', 'pipe:3',
    '-filter_complex',
    [
      '[0:1]bwdif=mode=send_frame,transpose=clock,fps=25/1:start_time=0,scale=360:640:flags=bicubic:in_color_matrix=bt2020,format=gbrp16le,lut3d=file=colours.cube:interp=tetrahedral,scale=out_color_matrix=bt709:out_range=tv,format=yuv420p,setparams=colorspace=bt709:color_primaries=bt709:color_trc=bt709,split=1[s0]',
      '[s0]scale=360:640:flags=bicubic:out_color_matrix=bt709:out_range=tv,setsar=1,format=yuv420p,split[x0][y0]',
      '[1:0]setparams=range=tv,split[p0][q0]',
      '[x0][p0]blend=all_mode=grainmerge:shortest=1[a0]',
      '[y0][q0]blend=all_mode=grainextract:shortest=1[b0]',
    ].join(';'),
    '-map', '[a0]', ...coded, ...segments('a'),
    '-map', '[b0]', ...coded, ...segments('b'),
  ])
})
