/** One server on this machine, asked as the house's own command line. */
import type { FieldIssue } from '@vitrine/messages/errors'
import type { Running } from '@vitrine/server/running'
import { failureLine } from '../failure-line.ts'
import { CommandError, type Printer } from '../print.ts'
import type { ReachedHouse } from '../reach.ts'
import { addressed } from './query.ts'

/** Some verbs of the house, as they are asked of a server. */
export type Part<Verb extends keyof ReachedHouse> = (server: Connection) => Pick<ReachedHouse, Verb>

class ApiFailure extends Error {
  override readonly name = 'ApiFailure'
}

/** What the API answers when something goes wrong, in the asker's language. */
export interface ProblemSaid {
  readonly title: string
  readonly code?: string
  readonly detail?: string
  readonly details?: { readonly issues?: readonly FieldIssue[] }
}

/** With each field that was refused and why, as without a server. */
export const failureOf = ({ title, detail = '', details }: ProblemSaid): Error =>
  new ApiFailure(failureLine(title, detail, details?.issues ?? []))

export class Connection {
  readonly printer: Printer
  readonly #running: Running

  constructor(running: Running, printer: Printer) {
    this.printer = printer
    this.#running = running
  }

  /** Asks a path of the whole server; throws where it refuses. */
  readonly send = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const { address, token } = this.#running
    const headers = { authorization: `Bearer ${token}`, 'accept-language': this.printer.locale, ...init.headers }
    const answer = await fetch(`${address}${path}`, { ...init, headers }).catch((error: unknown) => {
      if (init.signal?.aborted) throw error
      throw this.gone()
    })
    if (answer.ok) return answer
    const problem = (await answer.json().catch(() => ({}))) as Partial<ProblemSaid>
    if (problem.code === 'not-found') throw new ApiFailure(this.printer.words.errors.notFound)
    throw failureOf({ title: String(answer.status), ...problem })
  }

  /** Asks a path of the API. */
  ask(path: string, init?: RequestInit): Promise<Response> {
    return this.send(`/api/v1${path}`, init)
  }

  async json<T>(path: string, init?: RequestInit): Promise<T> {
    return (await (await this.ask(path, init)).json()) as T
  }

  post<T>(path: string, body: unknown): Promise<T> {
    return this.json<T>(path, bodyOf(body))
  }

  upload<T>(path: string, { bytes }: { bytes: Uint8Array }, query: [string, string][] = []): Promise<T> {
    return this.json<T>(addressed(path, query), {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: bytes as Uint8Array<ArrayBuffer>,
    })
  }

  async file(path: string, fileName: string): Promise<ReceivedFile> {
    return fileOf(await this.ask(path), fileName)
  }

  /** The bytes of an answer. What ends before its end is told, and not taken for the whole. */
  async *wholeOf(answer: Response): AsyncGenerator<Uint8Array> {
    try {
      if (answer.body !== null) yield* answer.body
    } catch {
      throw this.gone()
    }
  }

  gone(): CommandError {
    return new CommandError(this.printer.words.errors.serverGone)
  }
}

export interface ReceivedFile {
  fileName: string
  mediaType: string
  bytes: Uint8Array
}

export const fileOf = async (answer: Response, fileName: string): Promise<ReceivedFile> => ({
  fileName,
  mediaType: mediaTypeOf(answer),
  bytes: await bytesOf(answer),
})

export const mediaTypeOf = (answer: Response): string => answer.headers.get('content-type') ?? ''

export const bytesOf = async (answer: Response): Promise<Uint8Array> => new Uint8Array(await answer.arrayBuffer())

export const bodyOf = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})
