import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptySheet } from '@vitrine/catalogue'
import { wholeSheet } from '@vitrine/catalogue/testing/whole-sheet'
import { PDFDocument } from 'pdf-lib'
import { extractText, getDocumentProxy } from 'unpdf'
import { PAPERS } from './input.ts'
import { printOneSheet } from './one-sheet.ts'
import { sampleFilm, sampleHouse } from './sample.testing.ts'

const textOf = async (pdf: Uint8Array) =>
  (await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })).text.replace(/\s+/g, ' ')
const pagesOf = async (pdf: Uint8Array) => (await PDFDocument.load(pdf)).getPages()

test('a one-sheet carries the facts in its language', async () => {
  const film = await sampleFilm()
  const en = await textOf(await printOneSheet({ house: sampleHouse, film, locale: 'en', paper: 'a4' }))
  for (const words of [
    'The Salt Road',
    'Nino Example',
    'France, Georgia',
    '52 min / 3 × 52 min',
    'Grand Prix',
    'FIPADOC 2025 (Biarritz, France)',
    'World premiere',
    'French (voice-over)',
    'sales@house.example',
  ]) {
    assert.ok(en.includes(words), `${words} is missing in: ${en}`)
  }
  const fr = await textOf(await printOneSheet({ house: sampleHouse, film, locale: 'fr', paper: 'a4' }))
  for (const words of ['La Route du sel', 'France, Géorgie', 'Première mondiale', 'Français (voix off)', 'Une caravane part.']) {
    assert.ok(fr.includes(words), `${words} is missing in: ${fr}`)
  }
})

test('nothing of a page is cut off: the first label keeps its accent', async () => {
  const film = { ...(await sampleFilm()), poster: null, stills: [] }
  const pdf = await printOneSheet({ house: sampleHouse, film, locale: 'fr', paper: 'a4' })
  const page = await (await getDocumentProxy(new Uint8Array(pdf))).getPage(1)
  const { fnArray } = await page.getOperatorList()
  const [CLIP, EO_CLIP] = [29, 30]
  assert.deepEqual(fnArray.filter((fn) => fn === CLIP || fn === EO_CLIP), []) // prettier-ignore
})

test('each cut is printed with the versions it can be had in: its own, or those of the film', async () => {
  const own = [{ language: 'pl', use: 'subtitled' as const, hardOfHearing: true }]
  const film = await sampleFilm({
    cuts: [
      { minutes: 52, episodes: null, versions: own },
      { minutes: 90, episodes: null, versions: [] },
    ],
  })
  const text = await textOf(await printOneSheet({ house: sampleHouse, film, locale: 'en', paper: 'a4' }))
  assert.ok(text.includes('52 min: Polish (subtitled, SDH)'), text)
  assert.ok(text.includes('90 min: French (voice-over)'), text)
  const every = await sampleFilm({ cuts: film.sheet.cuts.map((cut) => ({ ...cut, versions: own })) })
  const once = await textOf(await printOneSheet({ house: sampleHouse, film: every, locale: 'en', paper: 'a4' }))
  assert.ok(!once.includes('min: Polish') && !once.includes('voice-over') && once.includes('Polish (subtitled, SDH)'), once)
})

test('a one-sheet carries what a buyer looks up, on both papers and in both languages', async () => {
  const film = { ...(await sampleFilm()), sheet: wholeSheet() }
  const words = {
    en: [
      'FEATURE DOCUMENTARY, SEA LOG · OCEAN, LAMP KEEPING',
      'Majakate loendus',
      'Written on 11 February 2026',
      'Latvia, Vilsandi Between two storms, 1931–1988',
      'FSK 6 Flashing light',
      'Beacon Fund',
      'Le Recensement des phares (French), Die Leuchtturmzählung (German), Working Lights (Spanish), Faro a faro',
      'Ref. LH-0042',
    ],
    fr: [
      'LONG MÉTRAGE DOCUMENTAIRE, SEA LOG · OCÉAN, LAMP KEEPING',
      'Écrit le 12 février 2026',
      'Lettonie, Vilsandi',
      'The Lighthouse Census, Die Leuchtturmzählung (allemand), Working Lights (espagnol), Faro a faro',
      'Réf. LH-0042',
    ],
  }
  const both = [
    '53 min',
    '4 × 27 min',
    'ISAN 0000-0001-8CFA-0000-I',
    'EIDR 10.5240/7791-8534-2C23-9030-8610-5',
    'IMDb tt7654321',
    '4K, 5.1',
  ]
  for (const paper of PAPERS)
    for (const locale of ['en', 'fr'] as const) {
      const pdf = await printOneSheet({ house: sampleHouse, film, locale, paper })
      assert.equal((await pagesOf(pdf)).length, 1)
      const text = await textOf(pdf)
      for (const one of [...words[locale], ...both]) assert.ok(text.includes(one), `${one} is missing in: ${text}`)
    }
})

test('a fact that is not on the sheet leaves no empty word', async () => {
  const film = { ...(await sampleFilm()), poster: null, stills: [], sheet: emptySheet('Faro') }
  const text = await textOf(
    await printOneSheet({ house: { ...sampleHouse, demonstration: false }, film, locale: 'en', paper: 'a4' }),
  )
  assert.equal(
    text.trim(),
    'Faro Maison Exemple · sales@house.example · 12 rue Exemple, Paris films.example/en/films/the-salt-road',
  )
})

test('paper is A4 or Letter to the point', async () => {
  const sizes: Record<string, [number, number]> = { a4: [595.28, 841.89], letter: [612, 792] }
  for (const paper of PAPERS) {
    const [page] = await pagesOf(await printOneSheet({ house: sampleHouse, film: await sampleFilm(), locale: 'en', paper }))
    assert.ok(page)
    assert.deepEqual([Math.round(page.getWidth()), Math.round(page.getHeight())], sizes[paper]!.map(Math.round))
  }
})

test('however long the texts, one page, and the story ends after a whole sentence', async () => {
  const paragraph = 'The river comes down from the ice in June, grey with flour of rock, and everyone has a word for its sound. '
  for (const paragraphs of [0, 1, 4, 12, 60, 400]) {
    const synopsis = Array.from({ length: paragraphs }, (_, i) => paragraph.repeat(3).trim() + ` End ${i}.`).join('\n\n')
    const film = await sampleFilm(paragraphs === 0 ? { synopsis: {} } : { synopsis: { en: synopsis } })
    const pdf = await printOneSheet({ house: sampleHouse, film, locale: 'en', paper: 'a4' })
    assert.equal((await pagesOf(pdf)).length, 1)
    const text = await textOf(pdf)
    const whole = text.match(/The river comes/g)?.length ?? 0
    const ended = text.match(/has a word for its sound/g)?.length ?? 0
    assert.equal(whole, ended)
    if (paragraphs > 0 && paragraphs <= 4)
      assert.ok(text.includes(`End ${paragraphs - 1}.`), 'a text that fits is printed to its end')
  }
})

test('texts are set, never run: Typst markup, scripts and endless words stay words', async () => {
  const hostile = '#read("/etc/passwd") $x$ *bold* [a] // c <label> @ref `raw` \\ \u0000 \u202e ' + 'w'.repeat(5000)
  const film = await sampleFilm({
    title: hostile.replaceAll('\u0000', '').slice(0, 400),
    titles: {},
    lead: { en: { text: hostile, writtenOn: null } },
    synopsis: { en: hostile },
    directors: [hostile],
    credits: [{ role: 'other', label: hostile, names: Array.from({ length: 200 }, () => hostile) }],
    festivals: Array.from({ length: 100 }, () => ({
      festival: hostile,
      year: null,
      city: null,
      country: null,
      section: null,
      award: hostile,
      premiere: null,
    })),
  })
  const pdf = await printOneSheet({ house: sampleHouse, film, locale: 'en', paper: 'letter' })
  const text = await textOf(pdf)
  assert.equal((await pagesOf(pdf)).length, 1)
  assert.ok(text.includes('#read'))
  assert.ok(!text.includes('root:'))
})

test('a film without pictures, in another script, still makes a page', async () => {
  const film = {
    ...(await sampleFilm({ title: 'طريق الملح', titles: {}, originalTitle: 'Соляной путь' })),
    poster: null,
    stills: [],
  }
  const pdf = await printOneSheet({ house: { ...sampleHouse, typeface: 'archivo' }, film, locale: 'fr', paper: 'a4' })
  assert.equal((await pagesOf(pdf)).length, 1)
  assert.ok((await textOf(pdf)).includes('Соляной'))
})

/** The signs of a PDF that have no glyph: a reader sees an empty box there. Glyph 0 of a font is its `.notdef` (OpenType, `glyf`). */
async function emptyBoxes(pdf: Uint8Array): Promise<number> {
  const page = await (await getDocumentProxy(new Uint8Array(pdf))).getPage(1)
  const { argsArray } = await page.getOperatorList()
  const glyphs = argsArray.flat(2).filter((one): one is { originalCharCode: number } => typeof one?.originalCharCode === 'number')
  assert.ok(glyphs.length > 100, 'no glyph was looked at')
  return glyphs.filter((glyph) => glyph.originalCharCode === 0).length
}

test('titles in Japanese, Chinese and Korean have a glyph for every sign, in every typeface of a house', async () => {
  for (const [originalTitle, title] of [
    ['塩の道、ふたたび', 'The Salt Road'],
    ['盐之路与龙门飞甲', 'The Salt Road'],
    ['鹽之路與灣仔', '鹽之路'],
    ['소금길, 다시', '소금길'],
  ] as const) {
    for (const typeface of ['fraunces', 'archivo'] as const) {
      const film = await sampleFilm({
        title,
        titles: {},
        originalTitle,
        directors: [originalTitle],
        synopsis: { en: `${originalTitle}. A story.` },
      })
      const pdf = await printOneSheet({ house: { ...sampleHouse, typeface }, film, locale: 'en', paper: 'a4' })
      assert.equal(await emptyBoxes(pdf), 0, originalTitle)
      assert.equal((await pagesOf(pdf)).length, 1)
      const text = (await textOf(pdf)).replaceAll(' ', '')
      assert.ok(text.includes(originalTitle.replaceAll(' ', '')), `${originalTitle} is missing in: ${text}`)
    }
  }
  // And the measure measures: a script that no bundled face has leaves boxes.
  const film = await sampleFilm({ originalTitle: 'ᠮᠣᠩᠭᠣᠯ' })
  assert.ok((await emptyBoxes(await printOneSheet({ house: sampleHouse, film, locale: 'en', paper: 'a4' }))) > 0)
})

test('papers printed at the same time keep their own pictures', async () => {
  const films = await Promise.all(['#ff0000', '#00ff00', '#0000ff'].map(async (accent) => ({ ...(await sampleFilm()), accent })))
  const alone = []
  for (const film of films) alone.push((await printOneSheet({ house: sampleHouse, film, locale: 'en', paper: 'a4' })).length)
  const together = await Promise.all(films.map((film) => printOneSheet({ house: sampleHouse, film, locale: 'en', paper: 'a4' })))
  assert.deepEqual(
    together.map((pdf) => pdf.length),
    alone,
  )
})

/** Every text of the first page, with where it begins and ends. In points, from the left and from the top. */
async function placed(pdf: Uint8Array) {
  const page = await (await getDocumentProxy(new Uint8Array(pdf))).getPage(1)
  const { items } = await page.getTextContent()
  return items.flatMap((item) =>
    'str' in item && item.str.trim() !== ''
      ? [{ text: item.str, left: item.transform[4] as number, right: (item.transform[4] as number) + item.width, down: page.view[3]! - (item.transform[5] as number) }] // prettier-ignore
      : [],
  )
}

test('a title of one long word is divided, and stays on the paper', async () => {
  for (const title of [
    'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk',
    'Unausgesprochenermaßen',
    'Rechtsschutzversicherung',
  ])
    for (const paper of PAPERS) {
      const film = await sampleFilm({ title, titles: {} })
      const texts = await placed(await printOneSheet({ house: sampleHouse, film, locale: 'en', paper }))
      for (const { text, right } of texts) assert.ok(right <= 595.3 - 40, `“${text}” ends at ${right}`)
    }
})

test('what the lead says is not said again as the story', async () => {
  const film = await sampleFilm({ synopsis: {}, shortSynopsis: {}, lead: {}, logline: { en: 'A caravan sets off.' } })
  const text = await textOf(await printOneSheet({ house: sampleHouse, film, locale: 'en', paper: 'a4' }))
  assert.equal(text.split('A caravan sets off.').length, 2, text)
})

test('thirty directors share a line, and the page says how many it does not name', async () => {
  const film = await sampleFilm({ directors: Array.from({ length: 30 }, (_, at) => `Person ${at + 1}`) })
  const text = await textOf(await printOneSheet({ house: sampleHouse, film, locale: 'en', paper: 'a4' }))
  assert.ok(text.includes('Person 5, Person 6, and 24 more'), text)
})

test('a short sheet leaves its room to the picture', async () => {
  const titleOf = async (synopsis: string) => {
    const film = await sampleFilm({ title: 'Faro', titles: {}, synopsis: { en: synopsis }, festivals: [] })
    const texts = await placed(await printOneSheet({ house: sampleHouse, film, locale: 'en', paper: 'a4' }))
    return texts.find(({ text }) => text === 'Faro')!.down
  }
  const sentence = 'The river comes down from the ice in June, grey with flour of rock, and everyone has a word for its sound. '
  assert.ok((await titleOf('A river.')) > (await titleOf(sentence.repeat(20))) + 80)
})

test('a hyphen between two words is as wide as a hyphen, not as a figure', async () => {
  const widthOf = async (name: string) => {
    const film = await sampleFilm({ directors: [name] })
    const pdf = await printOneSheet({ house: sampleHouse, film, locale: 'fr', paper: 'a4' })
    const { items } = await (await (await getDocumentProxy(new Uint8Array(pdf))).getPage(1)).getTextContent()
    const texts = items.flatMap((item) => ('str' in item ? [{ text: item.str, width: item.width }] : []))
    const first = texts.findIndex((_, at) => name.startsWith(texts[at]!.text) && texts.slice(at, at + 3).map(({ text }) => text).join('').startsWith(name)) // prettier-ignore
    assert.notEqual(first, -1, texts.map(({ text }) => text).join('|'))
    const [sum] = texts.slice(first).reduce<[number, string]>(([sum, read], { text, width }) => (read.length >= name.length ? [sum, read] : [sum + width, read + text]), [0, '']) // prettier-ignore
    return sum
  }
  const hyphen = (await widthOf('Ohm-Ohm')) - (await widthOf('OhmOhm'))
  const figure = (await widthOf('Ohm0Ohm')) - (await widthOf('OhmOhm'))
  assert.ok(hyphen > 0 && hyphen < 0.85 * figure, `${hyphen} of ${figure}`)
})
