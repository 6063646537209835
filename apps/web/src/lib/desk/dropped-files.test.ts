import assert from 'node:assert/strict'
import { test } from 'node:test'
import { droppedFiles } from './dropped-files.ts'

const closed = new Error('It cannot be opened.')
/** A file or folder as a browser gives it; `opens: false` where the desktop refuses it. */
const file = (path: string, opens = true) => ({
  isFile: true,
  name: path.split('/').at(-1)!,
  fullPath: path,
  file: (give: (file: File) => void, refuse: (why: Error) => void) => (opens ? give(new File([''], path)) : refuse(closed)),
})
const folder = (path: string, inside: { name: string }[], opens = true) => ({
  isFile: false,
  name: path.split('/').at(-1)!,
  fullPath: path,
  createReader: () => {
    const answers = [inside, ...(opens ? [[]] : [])]
    return {
      readEntries: (give: (some: unknown[]) => void, refuse: (why: Error) => void) => {
        const some = answers.shift()
        if (some === undefined) refuse(closed)
        else give(some)
      },
    }
  },
})
const drop = (...entries: unknown[]) =>
  droppedFiles({ items: entries.map((entry) => ({ webkitGetAsEntry: () => entry })), files: [] } as unknown as DataTransfer)

test('a folder gives its files in the order of their names, without what a desktop leaves there', async () => {
  const found = await drop(folder('/Films', [file('/Films/10.txt'), file('/Films/2.txt'), file('/Films/.DS_Store')]))
  assert.deepEqual(found.map(({ path }) => path), ['Films/2.txt', 'Films/10.txt']) // prettier-ignore
})

test('one that cannot be opened is named, and all others come', async () => {
  const found = await drop(file('/a.txt'), file('/gone.txt', false), folder('/Closed', [file('/Closed/b.txt')], false))
  assert.deepEqual(
    found.map(({ path, file }) => [path, file !== null]),
    [
      ['a.txt', true],
      ['gone.txt', false],
      ['Closed', false],
      ['Closed/b.txt', true],
    ],
  )
})
