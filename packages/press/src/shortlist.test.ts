import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PDFDocument } from 'pdf-lib'
import { extractText, getDocumentProxy } from 'unpdf'
import { sampleFilm, sampleHouse } from './sample.testing.ts'
import { printShortlist } from './shortlist.ts'

const input = {
  house: sampleHouse,
  name: 'Waters',
  note: 'For the spring',
  url: 'https://films.example/en/s/abc',
  createdOn: '2026-11-22',
  paper: 'a4',
} as const

test('a shortlist has a cover and two films a page', async () => {
  for (const [films, pages] of [
    [1, 2],
    [2, 2],
    [3, 3],
    [24, 13],
  ] as const) {
    const list = await Promise.all(Array.from({ length: films }, (_, i) => sampleFilm({ title: `Film ${i + 1}`, titles: {} })))
    const pdf = await printShortlist({ ...input, films: list, locale: 'en' })
    assert.equal((await PDFDocument.load(pdf)).getPageCount(), pages, `${films} films`)
  }
})

test('it says what it is, for whom and of what day, in its language', async () => {
  const pdf = await printShortlist({ ...input, createdOn: '2026-11-01', films: [await sampleFilm()], locale: 'fr' })
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })
  for (const words of ['Waters', 'For the spring', '1er novembre 2026', 'La Route du sel', '1 FILM'])
    assert.ok(text.includes(words), words)
})

test('the versions stay, however many credits a film has', async () => {
  const names = ['writer', 'photography', 'editing', 'music', 'sound', 'sound-mix', 'animation', 'graphics', 'research'] as const
  const film = await sampleFilm({ credits: names.map((role, n) => ({ role, label: null, names: [`Person ${n}`] })) })
  const pdf = await printShortlist({ ...input, films: [film], locale: 'en' })
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })
  assert.ok(text.includes('Nino Example') && text.includes('French (voice-over)'), text)
  assert.ok(text.includes('Person 0') && !text.includes('Person 8'), text)
})

test('a shortlist without films is still a page', async () => {
  const pdf = await printShortlist({ ...input, films: [], locale: 'en' })
  assert.equal((await PDFDocument.load(pdf)).getPageCount(), 1)
})
