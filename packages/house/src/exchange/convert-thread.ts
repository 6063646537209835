/** The thread in which one file is converted. */
import { parentPort, workerData } from 'node:worker_threads'
import { convertHere, type FileToConvert } from './convert-apart.ts'

parentPort?.postMessage(await convertHere(workerData as FileToConvert))
