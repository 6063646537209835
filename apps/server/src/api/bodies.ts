/** Bytes in, documents out. */
import { HouseError, type CopyFinding, type TakenAway } from '@vitrine/house'
import type { Locale } from '@vitrine/messages'
import { copyFindingText } from '@vitrine/messages/copy-desk'
import type { Context } from 'hono'
import type { ApiEnv } from './define.ts'
import { notModified } from './etag.ts'
import { Problem } from './problem.ts'
import { z } from '@hono/zod-openapi'

/** The whole body; its size was limited before anything was read. */
export async function bytesOf(context: Context<ApiEnv>): Promise<Uint8Array> {
  return new Uint8Array(await context.req.arrayBuffer())
}

/**
 * A file however it was sent: as a form's only file, as `{ "text": "…" }`, or else as the body itself.
 *
 * @throws HouseError `invalid-input` for a form without a file, or JSON without a text
 */
export async function fileOf(context: Context<ApiEnv>): Promise<{ bytes: Uint8Array; fileName: string | null }> {
  const type = context.req.header('content-type')?.split(';', 1)[0]?.trim().toLowerCase()
  if (type === 'multipart/form-data') {
    const form = await context.req.formData().catch(() => null)
    const file = [...(form?.values() ?? [])].find((value) => value instanceof File)
    if (file === undefined) throw noFile('A form with a file in it.')
    return { bytes: new Uint8Array(await file.arrayBuffer()), fileName: file.name.slice(-300) || null }
  }
  if (type !== 'application/json') return { bytes: await bytesOf(context), fileName: null }
  const sent = SentText.safeParse(await context.req.json().catch(() => malformed()))
  if (!sent.success) throw noFile('{ "text": "…" }')
  return { bytes: new TextEncoder().encode(sent.data.text), fileName: sent.data.fileName ?? null }
}

const SentText = z.strictObject({ text: z.string(), fileName: z.string().max(300).nullable().optional() })
const noFile = (wanted: string) =>
  new HouseError('invalid-input', { in: 'body', issues: [{ path: '', message: `Expected: ${wanted}` }] })
function malformed(): never {
  throw new Problem('malformed-json')
}

/** Which columns of a list, and in which order: `columns=company,email`. Without it all of them. */
export const ColumnsOf = z
  .string()
  .min(1)
  .max(2_000)
  .transform((text) => text.split(',').map((column) => column.trim()))
  .optional()
  .describe(
    'Which columns, in which order, parted by commas; all of them without it. A wrong one is answered with those there are.',
  )

/** Findings in the asker's language. */
export const worded = (findings: readonly CopyFinding[], locale: Locale): CopyFinding[] =>
  findings.map((finding) => ({ ...finding, message: copyFindingText(finding, locale) }))

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

/** A file that the house made or kept, to be saved: nothing of it is ever run as a page of this site. */
export function taken({ bytes, fileName, mediaType }: TakenAway): Response {
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': mediaType,
      'content-disposition': contentDisposition('attachment', fileName),
      'content-length': String(bytes.byteLength),
    },
  })
}

/** The same of a file that goes out in pieces, with what else is said of it. Who asks for its head alone is given no body. */
export async function takenInPieces(
  context: Context<ApiEnv>,
  {
    fileName,
    mediaType,
    size,
    stream,
  }: { fileName: string; mediaType: string; size: number; stream: ReadableStream<Uint8Array> },
  told: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const isHead = context.req.method === 'HEAD'
  if (isHead) await stream.cancel()
  return new Response(isHead ? null : stream, {
    headers: {
      'content-type': mediaType,
      'content-disposition': contentDisposition('attachment', fileName),
      'content-length': String(size),
      ...told,
    },
  })
}

/** Where this server is for whoever asks: as configured, which behind a proxy is not what the request's own address says. */
export function originOf(request: { url: string; header(name: string): string | undefined }): string {
  const [protocol, host] = [request.header('x-vitrine-protocol'), request.header('x-vitrine-host')]
  return protocol === undefined || host === undefined ? new URL(request.url).origin : `${protocol}://${host}`
}
