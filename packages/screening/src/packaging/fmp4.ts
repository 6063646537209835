/** Reads the boxes of fragmented MP4 files (ISO/IEC 14496-12) that packaging wrote: what they hold is checked, never assumed. */

interface Box {
  type: string
  body: Buffer
}

/** Boxes one after another, none of them kept. Throws where they do not fill the bytes exactly: a file that was cut off. */
export function* boxes(bytes: Buffer): Generator<Box, undefined> {
  for (let at = 0; at < bytes.length;) {
    const length = at + 8 <= bytes.length ? bytes.readUInt32BE(at) : 0
    const long = length === 1
    const size = long ? Number(bytes.readBigUInt64BE(at + 8)) : length
    if (size < (long ? 16 : 8) || at + size > bytes.length) throw new RangeError(`a box is cut off at byte ${at}`)
    yield { type: bytes.toString('latin1', at + 4, at + 8), body: bytes.subarray(at + (long ? 16 : 8), at + size) }
    at += size
  }
}

/** A box inside others: `within(file, 'moov', 'trak')`. */
function within(bytes: Buffer, ...path: string[]): Buffer {
  let body = bytes
  for (const type of path) {
    const box = boxes(body).find((one) => one.type === type)
    if (!box) throw new RangeError(`no box ${type}`)
    body = box.body
  }
  return body
}

export interface Start {
  /** Ticks a second. */
  timescale: number
  /** As RFC 6381 writes it. */
  codecs: string
  /** Ticks of a sample whose segment does not say. */
  defaultTicks: number
}

/** What a start file (init.mp4) says of the track that follows. */
export function readStart(bytes: Buffer): Start {
  const header = within(bytes, 'moov', 'trak', 'mdia', 'mdhd')
  const entry = boxes(within(bytes, 'moov', 'trak', 'mdia', 'minf', 'stbl', 'stsd').subarray(8)).next().value
  if (!entry) throw new RangeError('no sample entry')
  return {
    timescale: header.readUInt32BE(header[0] === 1 ? 20 : 12),
    codecs: entry.type === 'avc1' ? avcName(entry.body) : aacName(entry.body),
    defaultTicks: within(bytes, 'moov', 'mvex', 'trex').readUInt32BE(12),
  }
}

/** `avc1.` and the profile, constraints and level of the configuration. */
const avcName = (entry: Buffer) => `avc1.${within(entry.subarray(78), 'avcC').toString('hex', 1, 4)}`

/** `mp4a.40.` and the kind of AAC: the first five bits of its configuration. */
function aacName(entry: Buffer): string {
  const stream = descriptor(within(entry.subarray(28), 'esds').subarray(4), 0x03)
  const decoder = descriptor(stream.subarray(3), 0x04)
  return `mp4a.40.${descriptor(decoder.subarray(13), 0x05)[0]! >> 3}`
}

/** The body of a descriptor (ISO/IEC 14496-1): a tag, a length in bytes of seven bits, then what it says. */
function descriptor(bytes: Buffer, tag: number): Buffer {
  if (bytes[0] !== tag) throw new RangeError('no AAC configuration')
  let length = 0
  let at = 1
  for (let more = true; more; at++) {
    length = (length << 7) | (bytes[at]! & 0x7f)
    more = (bytes[at]! & 0x80) !== 0
  }
  return bytes.subarray(at, at + length)
}

export interface Segment {
  /** In ticks of the start file. */
  begins: number
  ticks: number
  samples: number
}

/** What a segment holds. Throws where it is cut off or holds nothing. */
export function readSegment(bytes: Buffer, start: Start): Segment {
  const file = [...boxes(bytes)]
  const fragments = file.filter(({ type }) => type === 'moof')
  const media = file.filter(({ type }) => type === 'mdat')
  if (fragments.length === 0 || media.length !== fragments.length) throw new RangeError('no whole fragment')
  const read = fragments.map(({ body }) => readFragment(body, start))
  return {
    begins: read[0]!.begins,
    ticks: read.reduce((sum, { ticks }) => sum + ticks, 0),
    samples: read.reduce((sum, { samples }) => sum + samples, 0),
  }
}

const DEFAULT_DURATION = 0x8
const OPTIONAL_BEFORE_DURATION = [0x1, 0x2]

function readFragment(body: Buffer, start: Start): Segment {
  const track = within(body, 'traf')
  const header = within(track, 'tfhd')
  const flags = header.readUIntBE(1, 3)
  let place = 8
  if (flags & OPTIONAL_BEFORE_DURATION[0]!) place += 8
  if (flags & OPTIONAL_BEFORE_DURATION[1]!) place += 4
  const ticksOfSample = flags & DEFAULT_DURATION ? header.readUInt32BE(place) : start.defaultTicks
  const time = within(track, 'tfdt')
  const begins = time[0] === 1 ? Number(time.readBigUInt64BE(4)) : time.readUInt32BE(4)
  let ticks = 0
  let samples = 0
  for (const { body: run } of boxes(track).filter(({ type }) => type === 'trun')) {
    const count = run.readUInt32BE(4)
    samples += count
    ticks += runTicks(run, count, ticksOfSample)
  }
  return { begins, ticks, samples }
}

/** Length of a run of samples: each may say its own. */
function runTicks(run: Buffer, count: number, usual: number): number {
  const flags = run.readUIntBE(1, 3)
  if (!(flags & 0x100)) return count * usual
  let at = 8 + (flags & 0x1 ? 4 : 0) + (flags & 0x4 ? 4 : 0)
  const width = [0x100, 0x200, 0x400, 0x800].filter((flag) => flags & flag).length * 4
  let ticks = 0
  for (let sample = 0; sample < count; sample++, at += width) ticks += run.readUInt32BE(at)
  return ticks
}
