import { Worker } from 'node:worker_threads'
import { type FileToRead, readFilms, type ReadFilms } from './read-films.ts'

const FEW = 20 // files that are read sooner than a thread starts
const AT_ONCE = 50 // files in one message

/** Reads files beside the thread that stores them, so that both cores work and the server goes on answering. */
export interface ReadingRoom {
  read(files: readonly FileToRead[], today: string): Promise<ReadFilms[]>
  close(): Promise<void>
}

/**
 * Opens a reading room; its thread starts with the first large pile. A file that brings the thread down is a failed file
 * (`out-of-memory`), the others of its pile are read by the next thread.
 */
export function openReadingRoom(): ReadingRoom {
  let thread: Worker | null = null
  let tickets = 0

  function ask(files: readonly FileToRead[], today: string): Promise<ReadFilms[]> {
    // A thread of our own: no flags and no secrets of the program around it, a bound on its memory.
    thread ??= new Worker(new URL('./reading-thread.ts', import.meta.url), {
      execArgv: [],
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: 768 },
    })
    const worker = thread
    const ticket = (tickets += 1)
    return new Promise((resolve, reject) => {
      const done = () => {
        worker.off('message', heard)
        worker.off('error', failed)
        worker.off('exit', left)
      }
      const heard = (answer: { ticket: number; read: ReadFilms[] }) => {
        if (answer.ticket !== ticket) return
        done()
        resolve(answer.read)
      }
      const failed = (error: Error) => {
        done()
        if (thread === worker) thread = null
        reject(error)
      }
      const left = () => failed(new Error('the reading thread ended'))
      worker.on('message', heard)
      worker.on('error', failed)
      worker.on('exit', left)
      worker.postMessage({ ticket, files, today })
    })
  }

  async function readPile(files: readonly FileToRead[], today: string): Promise<ReadFilms[]> {
    try {
      return await ask(files, today)
    } catch {
      const read: ReadFilms[] = []
      for (const file of files)
        read.push(...(await ask([file], today).catch(() => [{ mediaType: '', films: [], failure: 'out-of-memory' }])))
      return read
    }
  }

  return {
    async read(files, today) {
      const read: ReadFilms[] = []
      if (files.length <= FEW && thread === null) {
        for (const file of files) read.push(await readFilms(file, today))
        return read
      }
      for (let from = 0; from < files.length; from += AT_ONCE)
        read.push(...(await readPile(files.slice(from, from + AT_ONCE), today)))
      return read
    },
    async close() {
      await thread?.terminate()
      thread = null
    },
  }
}
