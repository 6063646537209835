/** Whether a paper is asked for as a printing works needs it: marks, bleed, inks. */
export const isForPrinters = (url: URL): boolean => url.searchParams.get('for') === 'printers'

/** A printed paper as an answer: shown in the browser, with a name to be saved under. */
export function pdfResponse(
  { pdf, fileName, etag }: { pdf: Uint8Array; fileName: string; etag?: string },
  request: Request,
): Response {
  const headers: Record<string, string> = {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="${fileName.replaceAll(/[^\w.-]+/g, '-')}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    'cache-control': 'private, no-cache',
    'x-robots-tag': 'noindex',
  }
  if (etag !== undefined) {
    headers['etag'] = etag.startsWith('"') ? etag : `"${etag}"`
    if (request.headers.get('if-none-match') === headers['etag']) return new Response(null, { status: 304, headers })
  }
  return new Response(pdf as Uint8Array<ArrayBuffer>, { headers })
}
