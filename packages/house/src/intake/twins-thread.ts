/** The thread in which a catalogue is searched for films that it has twice. */
import { parentPort, workerData } from 'node:worker_threads'
import { twinsOf } from '@vitrine/catalogue/duplicates/known-films'

parentPort?.postMessage(twinsOf(workerData as Parameters<typeof twinsOf>[0]))
