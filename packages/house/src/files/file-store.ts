/** Where bytes are kept: pictures, documents. Content is its own name, so nothing is ever overwritten. A folder here; any S3 can stand behind the same verbs. */

export interface KeptPieces {
  size: number
  stream: ReadableStream<Uint8Array>
}

export interface FileStore {
  /** Keeps bytes and answers with their SHA-256 in hexadecimal, which is their name. When it returns, they survive a power cut. */
  put(bytes: Uint8Array): Promise<string>
  /** The same of bytes that come in pieces and are not held together. */
  putPieces(pieces: AsyncIterable<Uint8Array>): Promise<string>
  /** The bytes, or null when there are none of this name. */
  get(name: string): Promise<Uint8Array | null>
  /** The same without holding them together; what is not read to its end is cancelled. */
  getPieces(name: string): Promise<KeptPieces | null>
  /**
   * Takes away bytes that no row names any more. Those that were put in the last ten minutes stay, first or once more: whoever put them may be
   * about to name them.
   */
  remove(name: string): Promise<void>
  /** Keeps something that can be made again (a rendition) under a name of the caller's: letters, digits, `-`, `_`, `.`. */
  cache(name: string, bytes: Uint8Array): Promise<void>
  /** What was cached, or null. */
  cached(name: string): Promise<Uint8Array | null>
  /** Whether it takes writes. */
  state(): Promise<'up' | 'full' | 'down'>
}
