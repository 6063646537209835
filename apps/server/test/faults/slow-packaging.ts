/** A program that packages nothing and takes its time: told by SLOW_PACKAGING to die in the middle, or never to end. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MasterReport, Reel } from '@vitrine/house'
import type { Order, Told } from '../../src/packaging/in-a-process.ts'

export const REPORT: MasterReport = { seconds: 8, width: 320, height: 180, frameRate: [25, 1], codec: 'h264', interlaced: false, sound: [{ language: 'fra', streams: [1], channels: 2, codec: 'aac', loudness: -23 }], findings: [] } // prettier-ignore
export const MADE: Reel = { format: 1, seconds: 8, frameRate: [25, 1], lengths: [2, 2, 2, 2], variants: ['a', 'b'], rungs: [], sound: [], subtitles: [], storyboard: null, poster: true, chapters: [] } // prettier-ignore

if (process.send !== undefined && process.argv[1]?.endsWith('slow-packaging.ts')) {
  const tell = (told: Told) => process.send!(told)
  process.on('disconnect', () => process.exit(0))
  process.on('message', (order: Order) => {
    if (order.kind === 'examine') return void tell({ done: REPORT })
    if (order.kind !== 'make') return
    writeFileSync(join(order.task.folder, 'pid'), String(process.pid))
    tell({ progress: 0.5 })
    if (process.env['SLOW_PACKAGING'] === 'dies') process.kill(process.pid, 'SIGKILL')
    if (process.env['SLOW_PACKAGING'] !== 'never') tell({ done: MADE })
  })
}
