type Held = { bytes: Uint8Array } | { size: number; stream: ReadableStream<Uint8Array> }

/** Bytes to take home, held or in pieces: never shown by the browser in the name of this site, whatever they are (RFC 6266, RFC 8187). */
export function attachment({ fileName, mediaType, ...held }: { fileName: string; mediaType: string } & Held): Response {
  const plain = fileName.replaceAll(/[^\x20-\x7e]|["\\]/g, '_')
  const whole = encodeURIComponent(fileName.toWellFormed()).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  const inPieces = 'stream' in held
  return new Response(inPieces ? held.stream : (held.bytes as Uint8Array<ArrayBuffer>), {
    headers: {
      'content-type': mediaType,
      'content-length': String(inPieces ? held.size : held.bytes.byteLength),
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${whole}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    },
  })
}
