import sharp from 'sharp'
import type { Frame } from './frame.ts'

/** The frame as a JPEG of high quality. */
export async function encode(f: Frame, quality = 82): Promise<Uint8Array> {
  const bytes = new Uint8Array(f.px.length)
  for (let i = 0; i < bytes.length; i++) {
    const v = f.px[i]! * 255 + 0.5
    bytes[i] = v < 0 ? 0 : v > 255 ? 255 : v
  }
  return new Uint8Array(
    await sharp(bytes, { raw: { width: f.w, height: f.h, channels: 3 } })
      .jpeg({ quality, chromaSubsampling: '4:2:0' })
      .toBuffer(),
  )
}
