import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { PDFDocument } from 'pdf-lib'
import { openPrintingRoom, PressBusy } from './printing-room.ts'
import { sampleFilm, sampleHouse } from './sample.testing.ts'
import { PrintingError } from './typst/printing-press.ts'

const film = await sampleFilm()
const sheet = { house: sampleHouse, film, locale: 'en', paper: 'a4' } as const
const list = (films: number) =>
  ({
    house: sampleHouse,
    name: 'Waters',
    note: null,
    url: 'https://films.example/en/s/abc',
    createdOn: '2026-11-22',
    films: Array.from({ length: films }, () => film),
    locale: 'en',
    paper: 'a4',
  }) as const

describe('a printing room', () => {
  const room = openPrintingRoom()
  after(() => room.close())

  test('sets a list of 200 films while this thread goes on, and a one-sheet does not stand behind it', async () => {
    const done: string[] = []
    let turns = 0
    const long = room.printShortlist(list(200)).then((pdf) => (done.push('list'), pdf))
    const short = room.printOneSheet(sheet).then((pdf) => (done.push('one-sheet'), pdf))
    while (!done.includes('list')) {
      turns++
      await new Promise((go) => setImmediate(go))
    }
    assert.deepEqual(done, ['one-sheet', 'list'])
    assert.ok((await PDFDocument.load(await long)).getPageCount() > 100)
    assert.equal((await PDFDocument.load(await short)).getPageCount(), 1)
    // Set on this thread, the list would have let the loop turn a handful of times.
    assert.ok(turns > 100, `${turns} turns`)
  })

  test('says what it could not set, and goes on', async () => {
    const broken = { ...sheet, film: { ...film, stills: [{ ...film.stills[0]!, bytes: new Uint8Array([1, 2, 3]) }] } }
    await assert.rejects(room.printOneSheet(broken), PrintingError)
    assert.equal((await PDFDocument.load(await room.printOneSheet(sheet))).getPageCount(), 1)
  })
})

describe('a press', () => {
  const thread = (code: string) => new URL(`data:text/javascript,import{parentPort}from'node:worker_threads';${code}`)

  test('has only so many papers waiting', async () => {
    const room = openPrintingRoom({ thread: thread(`parentPort.on('message',()=>{})`) })
    const waiting = Array.from({ length: 40 }, () => room.printOneSheet(sheet))
    await assert.rejects(room.printOneSheet(sheet), PressBusy)
    const list8 = Array.from({ length: 8 }, () => room.printShortlist(list(1)))
    await assert.rejects(room.printShortlist(list(1)), PressBusy)
    const ended = Promise.allSettled([...waiting, ...list8])
    await room.close()
    assert.ok(
      (await ended).every(({ status }) => status === 'rejected'),
      'nobody waits for a room that is closed',
    )
  })

  test('that breaks fails its paper; the next one has another press', async () => {
    const room = openPrintingRoom({
      thread: thread(
        `parentPort.on('message',({ticket,input})=>{if(input.break)process.exit(1);parentPort.postMessage({ticket,pdf:new Uint8Array([7])})})`,
      ),
    })
    await assert.rejects(room.printOneSheet({ ...sheet, break: true } as never))
    assert.deepEqual([...(await room.printOneSheet(sheet))], [7])
    await room.close()
  })
})
