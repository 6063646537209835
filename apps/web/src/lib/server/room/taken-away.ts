import type { TakenAway } from '@vitrine/house'

/** A file as an answer that is saved and never shown, whatever is in it. */
export const takenAway = ({ bytes, fileName, mediaType }: TakenAway): Response =>
  new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${fileName.replaceAll(/[^\w.-]+/g, '-')}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex',
    },
  })
