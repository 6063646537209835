/** The file of a film, a master or a copy that is to be traced, on its way to the house: how far it is, how fast, and that it goes on where it broke off. */
import { defaultOptions, DetailedError, Upload } from 'tus-js-client'

const ENDPOINT = '/api/uploads'
/** Small enough for a slow line to send one within the five minutes that the house waits for a request. */
const PIECE = 16 * 1024 * 1024
const RETRIES = [0, 1000, 3000, 5000, 10_000, 20_000, 30_000, 60_000]
/** Milliseconds over which the speed is taken. */
const WINDOW = 6000

export type SendState = 'sending' | 'waiting' | 'paused' | 'failed' | 'done'

/** What a file is sent for, and what is said of it. */
export interface Sending {
  titleId: string
  cut?: string | null
  purpose?: 'trace'
  /** Where a copy was found. */
  where?: string
}

const fingerprintOf = ({ titleId, purpose }: Sending, file: Pick<File, 'name' | 'size' | 'lastModified'>): string =>
  [`vitrine-${purpose ?? 'master'}`, titleId, file.name, file.size, file.lastModified].join('|')

export class SentFilm {
  readonly name: string
  readonly size: number
  sent = $state(0)
  /** Bytes a second; null until it is known. */
  speed = $state<number | null>(null)
  state = $state<SendState>('sending')
  /** Why it stopped: a word of the house, or `unreachable`. */
  fault = $state('')
  #upload: Upload
  #marks: { at: number; sent: number }[] = []

  constructor(file: File, sending: Sending, ondone: () => void) {
    this.name = file.name
    this.size = file.size
    this.#upload = new Upload(file, {
      endpoint: ENDPOINT,
      chunkSize: PIECE,
      retryDelays: RETRIES,
      metadata: { filename: file.name, ...Object.fromEntries(Object.entries(sending).filter(([, value]) => value)) },
      fingerprint: () => Promise.resolve(fingerprintOf(sending, file)),
      removeFingerprintOnSuccess: true,
      onProgress: (sent) => this.#came(sent),
      onShouldRetry: (error) => {
        const status = error.originalResponse?.getStatus() ?? 0
        const again = status === 0 || status === 409 || status === 423 || (status >= 500 && status !== 507)
        if (again) this.state = 'waiting'
        return again
      },
      onSuccess: () => {
        this.state = 'done'
        ondone()
      },
      onError: (error) => {
        this.state = 'failed'
        this.fault = faultOf(error)
      },
    })
  }

  async start(): Promise<void> {
    const [before] = await this.#upload.findPreviousUploads().catch(() => [])
    if (before !== undefined) this.#upload.resumeFromPreviousUpload(before)
    this.state = 'sending'
    this.#upload.start()
  }

  async pause(): Promise<void> {
    await this.#upload.abort()
    this.#marks = []
    this.speed = null
    this.state = 'paused'
  }

  /** Stops, and has the house forget what came of it. */
  async letGo(): Promise<void> {
    await this.#upload.abort(true).catch(() => {})
  }

  #came(sent: number): void {
    const at = Date.now()
    this.sent = sent
    this.state = 'sending'
    this.#marks = [...this.#marks.filter((mark) => at - mark.at < WINDOW), { at, sent }]
    const first = this.#marks[0]!
    if (at - first.at > 900) this.speed = Math.max(0, ((sent - first.sent) * 1000) / (at - first.at))
  }
}

function faultOf(error: Error | DetailedError): string {
  if (!(error instanceof DetailedError) || !error.originalResponse) return 'unreachable'
  const body = error.originalResponse.getBody()
  try {
    return (JSON.parse(body) as { detail?: string; code?: string }).code ?? 'unreachable'
  } catch {
    return body.trim() || 'unreachable'
  }
}

/** Names of files of this film that have not arrived whole, as this browser remembers them. */
export async function unfinishedOf(titleId: string, purpose?: Sending['purpose']): Promise<string[]> {
  const known = await defaultOptions.urlStorage?.findAllUploads().catch(() => [])
  return (known ?? []).flatMap(({ metadata }) =>
    metadata['titleId'] === titleId && metadata['purpose'] === purpose && metadata['filename'] ? [metadata['filename']] : [],
  )
}
