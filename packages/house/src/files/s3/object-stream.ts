import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { S3Fault } from './fault.ts'

/** How often a body that breaks off is taken up again. */
const MOST_BREAKS = 2

/** Milliseconds for which a reader is waited for: connections that nobody reads from are not kept for ever. */
const UNREAD = 5 * 60_000

export interface ObjectPart {
  key: string
  /** Its body is read from `from` to `to`, both included. Null: it is to be asked for. */
  message: IncomingMessage | null
  from: number
  to: number
  /** Asks for the same object from a byte on, where the connection breaks in the middle. */
  again(from: number): Promise<IncomingMessage>
  /** Milliseconds in which nothing comes that was waited for. */
  stalled: number
}

/**
 * An object of an S3 as a stream: each piece goes on as it comes. A connection that breaks is taken up where it broke; a reader who takes
 * their time is waited for.
 */
export class ObjectStream extends Readable {
  readonly #part: ObjectPart
  #message: IncomingMessage | null = null
  #at: number
  #breaks = 0
  #late: NodeJS.Timeout | undefined

  constructor(part: ObjectPart) {
    super({ highWaterMark: 256 * 1024 })
    this.#part = part
    this.#at = part.from
    if (part.message === null) this.#ask()
    else this.#follow(part.message)
  }

  override _read(): void {
    this.#wait()
    this.#message?.resume()
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    clearTimeout(this.#late)
    this.#message?.destroy()
    done(error)
  }

  #follow(message: IncomingMessage): void {
    this.#message = message
    let over = false
    const end = (error: Error | null): void => {
      if (!over) this.#ended(error)
      over = true
    }
    message.on('data', (piece: Buffer) => {
      this.#at += piece.length
      if (this.push(piece)) return this.#wait()
      message.pause()
      this.#waitForReader()
    })
    message.on('end', () => end(null))
    message.on('error', (error) => end(error))
    message.on('close', () => end(null))
    message.pause()
    this.#waitForReader()
  }

  #wait(): void {
    clearTimeout(this.#late)
    this.#late = setTimeout(() => this.#message?.destroy(new Error('stalled')), this.#part.stalled)
  }

  #waitForReader(): void {
    clearTimeout(this.#late)
    this.#late = setTimeout(() => this.destroy(new S3Fault(`GET ${this.#part.key}`, { code: 'nobody reads it' })), UNREAD).unref() // prettier-ignore
  }

  #ended(error: Error | null): void {
    clearTimeout(this.#late)
    if (this.destroyed) return
    if (this.#at > this.#part.to) return void this.push(null)
    this.#message = null
    if ((this.#breaks += 1) <= MOST_BREAKS) this.#ask()
    else this.destroy(new S3Fault(`GET ${this.#part.key}`, { code: 'broke off', cause: error }))
  }

  #ask(): void {
    this.#part.again(this.#at).then(
      (message) => {
        if (this.destroyed) return message.destroy()
        this.#follow(message)
        this.#wait()
        message.resume()
      },
      (thrown: unknown) => this.destroy(thrown as Error),
    )
  }
}
