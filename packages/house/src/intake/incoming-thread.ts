/** The thread in which one file that came in is read. */
import { parentPort, workerData } from 'node:worker_threads'
import { type FileIn, readIncoming } from './read-incoming.ts'

parentPort?.postMessage(await readIncoming(workerData as FileIn))
