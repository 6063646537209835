import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { films as all } from './films/index.ts'
import type { DemonstrationFilm, PictureSpec } from './film.ts'

export interface PaintedPicture {
  film: string // slug
  picture: Omit<PictureSpec, 'name'>
  name: string
  bytes: Uint8Array
  mediaType: 'image/jpeg'
}

type Answer = { ticket: number; bytes?: Uint8Array; error?: string }

/**
 * Paints the pictures of the films on every core and yields each as soon as it and those before it are done: film by film,
 * the poster first. Nothing is kept in memory but what has not been taken yet; leaving the loop early stops the painters.
 *
 * @example
 * for await (const { film, picture, bytes } of paintPictures(films, { onProgress: (done, total) => say(done, total) })) store(film, picture, bytes)
 */
export async function* paintPictures(
  films: readonly DemonstrationFilm[] = all,
  options: { threads?: number; onProgress?: (done: number, total: number) => void } = {},
): AsyncGenerator<PaintedPicture, void, undefined> {
  const jobs = films.flatMap((film) => film.pictures.map((spec) => ({ film, spec })))
  const threads = Math.max(1, Math.min(options.threads ?? Math.min(4, availableParallelism()), jobs.length))
  const done = new Map<number, Answer>()
  let next = 0
  let wake: (() => void) | null = null
  const tell = (answer: Answer) => {
    done.set(answer.ticket, answer)
    wake?.()
  }
  const painters = Array.from({ length: threads }, () => new Worker(new URL('./art/painter.ts', import.meta.url)))
  const ahead = threads * 4 // how far painting may run in front of the reader
  let taken = 0
  const idle = new Set<Worker>(painters)
  const feed = () => {
    for (const painter of idle) {
      if (next >= jobs.length || next >= taken + ahead) return
      const { film, spec } = jobs[next]!
      idle.delete(painter)
      painter.postMessage({ ticket: next++, slug: film.slug, name: spec.name, sheet: film.sheet })
    }
  }
  for (const painter of painters) {
    painter.on('message', (answer: Answer) => {
      idle.add(painter)
      tell(answer)
      feed()
    })
    painter.on('error', (error) => {
      for (let i = taken; i < jobs.length; i++) if (!done.has(i)) tell({ ticket: i, error: error.message })
    })
  }
  try {
    for (; taken < jobs.length; taken++) {
      feed()
      while (!done.has(taken)) await new Promise<void>((resolve) => (wake = resolve))
      const answer = done.get(taken)!
      done.delete(taken)
      const { film, spec } = jobs[taken]!
      if (!answer.bytes) throw new Error(`${film.slug}, ${spec.name}: ${answer.error ?? 'not painted'}`)
      const { name, ...picture } = spec
      options.onProgress?.(taken + 1, jobs.length)
      yield { film: film.slug, picture, name, bytes: answer.bytes, mediaType: 'image/jpeg' }
    }
  } finally {
    await Promise.all(painters.map((painter) => painter.terminate()))
  }
}
