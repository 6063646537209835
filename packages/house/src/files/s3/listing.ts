import { SaxesParser } from 'saxes'

/** One page of what lies in a bucket: objects, and the folders below which there are more. */
export interface Listing {
  objects: { key: string; size: number }[]
  folders: string[]
  /** Where the next page begins; null: this was the last. */
  next: string | null
}

/**
 * Reads the answer to ListObjectsV2.
 *
 * @throws Error where it is none
 */
export function readListing(xml: string): Listing {
  const listing: Listing = { objects: [], folders: [], next: null }
  const open: string[] = []
  let text = ''
  let object = { key: '', size: 0 }
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name }) => {
    open.push(name)
    text = ''
    if (name === 'Contents') object = { key: '', size: 0 }
  })
  parser.on('text', (more) => (text += more))
  parser.on('closetag', () => {
    const path = open.join('/')
    if (path === 'ListBucketResult/Contents/Key') object.key = text
    else if (path === 'ListBucketResult/Contents/Size') object.size = Number(text)
    else if (path === 'ListBucketResult/Contents') listing.objects.push(object)
    else if (path === 'ListBucketResult/CommonPrefixes/Prefix') listing.folders.push(text)
    else if (path === 'ListBucketResult/NextContinuationToken') listing.next = text
    open.pop()
    text = ''
  })
  parser.write(xml).close()
  if (!/<ListBucketResult[\s>]/.test(xml)) throw new Error('no listing')
  return listing
}
