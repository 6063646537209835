/** The thread in which one file is looked through. */
import { parentPort, workerData } from 'node:worker_threads'
import { type FileToValidate, validateHere } from './validate-apart.ts'

parentPort?.postMessage(await validateHere(workerData as FileToValidate))
