import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptySheet } from '@vitrine/catalogue'
import { wholeSheet } from '@vitrine/catalogue/testing/whole-sheet'
import { strFromU8, strToU8, unzipSync } from 'fflate'
import { type PackParts, type PackPicture, writePack } from './write-pack.ts'

const sender = { name: 'Lanterne Basse', url: 'https://www.lanterne.example/', email: 'sales@lanterne.example', country: null }
const picture = (kind: PackPicture['kind'], caption: string): PackPicture => ({ kind, caption: { en: caption }, credit: 'Ana Puig', bytes: strToU8('jpeg') }) // prettier-ignore
const pack = (parts: Partial<PackParts>) => {
  const { fileName, bytes, missing } = writePack({ sheet: wholeSheet(), url: null, locales: ['en'], sender, pictures: [], oneSheets: [], ...parts }) // prettier-ignore
  const files = unzipSync(bytes)
  return {
    fileName,
    missing,
    names: Object.keys(files).sort(),
    file: (name: string) => strFromU8(files[name] ?? new Uint8Array()),
  }
}

test('a whole film has everything that forms ask for, each in its place', () => {
  const pictures = [picture('poster', ''), picture('still', 'The keeper, at dusk'), picture('still', ''), picture('still', 'Door'), picture('portrait', 'Her')] // prettier-ignore
  const { fileName, missing, names, file } = pack({ locales: ['en', 'fr'], pictures, oneSheets: [{ locale: 'en', pdf: strToU8('%PDF') }] }) // prettier-ignore
  assert.deepEqual([fileName, missing], ['the-lighthouse-census-festival-pack.zip', []])
  const inside = names.map((name) => name.replace('the-lighthouse-census/', ''))
  for (const name of [
    'entry.html',
    'entry.txt',
    'one-sheet-en.pdf',
    'credits-en.txt',
    'technical-fr.txt',
    'subtitles-en.txt',
    'texts/de-synopsis.txt',
    'texts/fr-biography.txt',
    'pictures/poster.jpg',
    'pictures/still-01-the-keeper-at-dusk.jpg',
    'pictures/still-02.jpg',
    'pictures/portrait-01.jpg',
    'pictures/captions.txt',
  ])
    // prettier-ignore
    assert.ok(inside.includes(name), name)
  const entry = file('the-lighthouse-census/entry.txt')
  for (const words of [
    'Majakate loendus',
    'Le Recensement des phares',
    'Two sisters count every lamp, in English.',
    'sales@lanterne.example',
    'Synopsis court',
  ])
    // prettier-ignore
    assert.ok(entry.includes(words), words)
  assert.match(file('the-lighthouse-census/pictures/captions.txt'), /still-01-the-keeper-at-dusk\.jpg\nCaption: The keeper, at dusk\nCredit: Ana Puig/) // prettier-ignore
})

test('what the sheet does not say is named as missing', () => {
  const { missing, file } = pack({ sheet: emptySheet('Salt') })
  for (const field of [
    'Original title',
    'Running time',
    'Logline, English',
    'Director’s biography, English',
    'Poster',
    'Stills (0/3)',
  ])
    // prettier-ignore
    assert.ok(missing.includes(field), `${field} in ${missing.join(', ')}`)
  assert.match(file('salt/entry.txt'), /does not say these yet[\s\S]+ {2}- Poster/)
})

test('long texts are there at the lengths that forms take, and whole', () => {
  const long = 'A sentence of the sea. '.repeat(200).trim()
  const { file } = pack({ sheet: { ...emptySheet('Salt'), synopsis: { en: long } } })
  const counts = [...file('salt/entry.txt').matchAll(/Long synopsis, English \((\d+)(?: of (\d+))? characters\)/g)].map(([, n, of]) => [Number(n), of]) // prettier-ignore
  assert.deepEqual(counts.map(([, of]) => of), ['1000', '2500', undefined]) // prettier-ignore
  assert.ok(counts.every(([n, of]) => of === undefined || Number(n) <= Number(of)))
  assert.equal(file('salt/texts/en-synopsis.txt'), `${long}\n`)
})

test('nothing that a sheet says can name a place outside, or become markup', () => {
  const evil = '../../<script>alert(1)</script>'
  const { names, file, fileName } = pack({
    sheet: { ...emptySheet(evil), logline: { en: evil } },
    pictures: [picture('still', '../../etc/passwd'), picture('still', '../../etc/passwd')],
  })
  for (const name of [...names, fileName]) assert.match(name, /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\/[a-z0-9-]+)*(?:\.[a-z]+)?$/)
  assert.equal(new Set(names).size, names.length)
  assert.doesNotMatch(file(names.find((name) => name.endsWith('entry.html'))!), /<script/)
  assert.deepEqual(pack({ sheet: emptySheet('…') }).names.every((name) => name.startsWith('film/')), true) // prettier-ignore
})
