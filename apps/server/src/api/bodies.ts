/** Bytes in, documents out. */
import type { Context } from 'hono'
import type { ApiEnv } from './define.ts'
import { notModified } from './etag.ts'

/** The whole body; its size was limited before anything was read. */
export async function bytesOf(context: Context<ApiEnv>): Promise<Uint8Array> {
  return new Uint8Array(await context.req.arrayBuffer())
}

/** A PDF under its file name; 304 when the asker has it already. */
export function pdf(context: Context<ApiEnv>, printed: { pdf: Uint8Array; fileName: string; etag?: string }): Response {
  const etag =
    printed.etag === undefined
      ? undefined
      : printed.etag.startsWith('"') || printed.etag.startsWith('W/')
        ? printed.etag
        : `"${printed.etag}"`
  if (etag !== undefined && notModified(context.req.header('if-none-match'), etag))
    return new Response(null, { status: 304, headers: { etag } })
  const headers: Record<string, string> = {
    'content-type': 'application/pdf',
    'content-disposition': contentDisposition('inline', printed.fileName),
    'content-length': String(printed.pdf.byteLength),
    ...(etag === undefined ? {} : { etag }),
  }
  return new Response(printed.pdf as Uint8Array<ArrayBuffer>, { headers })
}

/** RFC 6266: a plain name for old programs, the real one for the others. */
export function contentDisposition(kind: 'inline' | 'attachment', fileName: string): string {
  const plain = fileName
    .normalize('NFD')
    .replaceAll(/[^\x20-\x7e]/g, '')
    .replaceAll(/["\\/]/g, '_')
  const real = encodeURIComponent(fileName).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename="${plain}"; filename*=UTF-8''${real}`
}
