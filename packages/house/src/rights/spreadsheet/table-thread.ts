/** The thread in which one list of rights or of contacts is read. */
import { parentPort, workerData } from 'node:worker_threads'
import { type FileOfRows, tableHere } from './table-apart.ts'

parentPort?.postMessage(await tableHere(workerData as FileOfRows))
