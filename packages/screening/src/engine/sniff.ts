import { open } from 'node:fs/promises'
import { rootName } from '../xml/root-name.ts'
import { EngineFailure } from './failure.ts'

/**
 * What a file is, by its first bytes: the name of the one demuxer that may open it. Formats that name other files (HLS, DASH, concat
 * scripts, image sequences, SDP…) are not among them, so nothing that a file says ever has another file or address opened.
 */
export async function formatOf(path: string): Promise<string> {
  const file = await open(path, 'r')
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0)
    return formatOfBytes(buffer.subarray(0, bytesRead))
  } finally {
    await file.close()
  }
}

const HEAD = 4096

/** Boxes that a QuickTime or MP4 file begins with. */
const BOXES = new Set(['ftyp', 'moov', 'mdat', 'wide', 'free', 'skip', 'pnot', 'styp'])

/** Beginnings of texts that would have other files read. */
const PLAYLISTS = [
  /^#EXTM3U/i,
  /^ffconcat/i,
  /^(file|stream|option|duration|inpoint) /i,
  /^\[playlist\]/i,
  /^v=0\s/,
  /^RTSPtext/i,
  /^;FFMETADATA/i,
]

/** Roots of XML that would. */
const XML_PLAYLISTS = /^(MPD|SmoothStreamingMedia|asx|smil)$/i

/** The same for bytes in memory. */
export function formatOfBytes(head: Uint8Array): string {
  if (head.length === 0) throw new EngineFailure('empty')
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.length)
  const at = (offset: number, text: string) => bytes.toString('latin1', offset, offset + text.length) === text
  if (BOXES.has(bytes.toString('latin1', 4, 8))) return 'mov'
  if (bytes.length > 4 && bytes.readUInt32BE(0) === 0x1a45dfa3) return 'matroska'
  if (at(0, 'RIFF') && at(8, 'AVI ')) return 'avi'
  if (at(0, 'OggS')) return 'ogg'
  if (bytes.length > 4 && bytes.readUInt32BE(0) === 0x3026b275) return 'asf'
  if (bytes.length > 4 && bytes.readUInt32BE(0) === 0x000001ba) return 'mpeg'
  if (bytes.includes(Buffer.from('060e2b34020501010d0102', 'hex'))) return 'mxf'
  if (repeats(bytes, 0, 188) || repeats(bytes, 4, 192)) return 'mpegts'
  const text = bytes
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart()
  const isPlaylist = PLAYLISTS.some((pattern) => pattern.test(text)) || XML_PLAYLISTS.test(rootName(text) ?? '')
  throw new EngineFailure(isPlaylist ? 'playlist' : 'not-a-film')
}

/** A transport stream says 0x47 at the start of each packet. */
function repeats(bytes: Buffer, start: number, step: number): boolean {
  if (bytes.length < start + 4 * step) return false
  for (let packet = 0; packet < 4; packet++) if (bytes[start + packet * step] !== 0x47) return false
  return true
}
