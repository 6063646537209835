/** The thread in which an import's files are read: one message of files in, one of films out. */
import { parentPort } from 'node:worker_threads'
import { type FileToRead, readFilms, type ReadFilms } from './read-films.ts'

parentPort?.on('message', async ({ ticket, files, today }: { ticket: number; files: FileToRead[]; today: string }) => {
  const read: ReadFilms[] = []
  for (const file of files) read.push(await readFilms(file, today))
  parentPort?.postMessage({ ticket, read })
})
