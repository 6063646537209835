/** A real film, from a file to a reel, by the program that packages; skipped where there is neither ffmpeg nor node-av. */
import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { reelPaths } from '@vitrine/screening'
import { findEngine } from '@vitrine/screening/engine/find'
import { testFilm } from '@vitrine/screening/testing/test-film'
import { packagingInProcess } from '../src/packaging/in-a-process.ts'
import { PackagingFailure } from '../src/packaging/packaging.ts'

const there = await findEngine().then(
  () => true,
  () => false,
)

describe('a film in a process of its own', { skip: !there && 'no engine' }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-packaging-'))
  const film = join(folder, 'film.mp4')
  const packaging = packagingInProcess()
  const doing = { signal: new AbortController().signal, onProgress: () => {} }
  before(() => testFilm(film, { seconds: 5 }))
  after(() => rmSync(folder, { recursive: true, force: true }))

  test('is looked at, and made into a reel that names its language', async () => {
    const report = await packaging.examine(film, doing)
    assert.deepEqual([report.width, report.height, report.frameRate, report.sound.length], [320, 180, [25, 1], 1])
    assert.ok(report.findings.some(({ rule }) => rule === 'small'))
    const making = join(folder, 'reel')
    await mkdir(making)
    const shares: number[] = []
    const task = { masterPath: film, folder: making, report, languages: ['bod'], markKey: new Uint8Array(32), subtitles: [] }
    const reel = await packaging.make(task, { ...doing, onProgress: (share) => shares.push(share) })
    assert.deepEqual([reel.lengths, reel.variants, reel.sound.map(({ language }) => language)], [[2, 2, 1], ['a', 'b'], ['bod']])
    assert.ok(existsSync(join(making, reelPaths.videoSegment(reel.rungs[0]!.name, 'b', 2))))
    assert.ok(shares.length > 0 && shares.every((share) => share >= 0 && share <= 1))
  })

  test('what is no film says why', async () => {
    const list = join(folder, 'list.mov')
    writeFileSync(list, '#EXTM3U\n/etc/passwd\n')
    await assert.rejects(packaging.examine(list, doing), (error) => error instanceof PackagingFailure && error.reason === 'playlist') // prettier-ignore
    writeFileSync(list, '')
    await assert.rejects(packaging.examine(list, doing), (error) => error instanceof PackagingFailure && error.reason === 'empty') // prettier-ignore
  })

  test('is broken off when nobody wants it any longer', async () => {
    const stop = new AbortController()
    const making = join(folder, 'stopped')
    await mkdir(making)
    const report = await packaging.examine(film, doing)
    const task = { masterPath: film, folder: making, report, languages: ['fra'], markKey: null, subtitles: [] }
    const made = packaging.make(task, { signal: stop.signal, onProgress: () => stop.abort() })
    setTimeout(() => stop.abort(), 1500)
    await assert.rejects(made)
    assert.equal(existsSync(join(making, reelPaths.manifest)), false)
  })
})
