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

/** What is cut off: every clip of a page, and every text of its films that stands lower than its half allows. In points. */
async function cutOf(pdf: Uint8Array, number: number) {
  const page = await (await getDocumentProxy(new Uint8Array(pdf))).getPage(number)
  const { fnArray } = await page.getOperatorList()
  const [CLIP, EO_CLIP] = [29, 30]
  const { items } = await page.getTextContent()
  const lines = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [{ text: item.str, down: 841.89 - (item.transform[5] as number) }] : [])) // prettier-ignore
  return { clips: fnArray.filter((fn) => fn === CLIP || fn === EO_CLIP).length, lines }
}

test('with many festivals and a long story nothing is cut off: the type grows smaller, then the festivals are counted', async () => {
  const festivals = Array.from({ length: 9 }, (_, n) => ({ festival: `International Documentary Festival of the ${n + 1}. River`, year: 2020, city: 'A City on a River', country: 'FR', section: 'International Feature Competition', award: n < 4 ? 'Best Film of All' : null, premiere: 'world' as const })) // prettier-ignore
  const story = Array.from({ length: 4 }, (_, n) => `${n}. ${'Une barque remonte le fleuve, à contre-courant, pendant que la nuit tombe sur les deux rives. '.repeat(4)}`) // prettier-ignore
  const roles = ['writer', 'photography', 'editing', 'music', 'narrator'] as const
  const film = await sampleFilm({ festivals, synopsis: { fr: story.join('\n\n') }, directors: ['Élise Étienne'], credits: roles.map((role) => ({ role, label: null, names: ['Somebody Long-Named', 'Another Long-Named'] })) }) // prettier-ignore
  const bare = { ...film, poster: null, stills: [] }
  const pdf = await printShortlist({ ...input, films: [bare, { ...bare, slug: 'other' }], locale: 'fr' })
  const { clips, lines } = await cutOf(pdf, 2)
  assert.equal(clips, 0, 'no picture, nothing cut')
  const pictured = await printShortlist({ ...input, films: [film, { ...film, slug: 'other' }], locale: 'fr' })
  for (const { lines: on } of [{ lines }, await cutOf(pictured, 2)]) {
    const [half, foot] = [((297 - 36 - 10) / 2 + 16) * (72 / 25.4), (297 - 20) * (72 / 25.4)]
    const links = on.filter(({ text }) => text.includes('films.example')).map(({ down }) => down)
    assert.equal(links.length, 2)
    assert.ok(links[0]! < half && links[1]! < foot, `${links.join()} in ${half}, ${foot}`)
    const nextFilm = Math.min(...on.filter(({ text, down }) => text === '2' && down > half).map(({ down }) => down))
    assert.deepEqual(on.filter(({ down }) => (down > half && down < nextFilm - 1) || (down > foot && down < 297 * (72 / 25.4) - 50)), []) // prettier-ignore
    assert.ok(
      on.some(({ text }) => /^et \d autres$/.test(text)),
      'those left out are counted',
    )
  }
})

test('however long their titles, the contents stay on the cover and no title runs into the next column', async () => {
  const long = 'The Extraordinary and Entirely Unexpected Journey of a Caravan of Salt Across Three Deserts and Two Wars'
  const films = await Promise.all(
    Array.from({ length: 26 }, (_, at) =>
      sampleFilm({
        title: at === 3 ? 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk' : at % 4 === 0 ? long : `Film ${at}`,
        titles: {},
      }),
    ),
  )
  const pdf = await printShortlist({ ...input, films, locale: 'en' })
  assert.equal((await PDFDocument.load(pdf)).getPageCount(), 14)
  const { items } = await (await (await getDocumentProxy(new Uint8Array(pdf))).getPage(1)).getTextContent()
  for (const item of items)
    if ('str' in item && (item.transform[4] as number) < 280)
      assert.ok((item.transform[4] as number) + item.width < 300, item.str)
})
