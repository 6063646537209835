/** The thread in which the films of a file are held against the catalogue. */
import { parentPort, workerData } from 'node:worker_threads'
import { type FilmsToMatch, matchFilms } from './match-films.ts'

parentPort?.postMessage(matchFilms(workerData as FilmsToMatch))
