import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { paint } from './art/paint.ts'
import { films, paintPictures } from './index.ts'

/** What the eye keeps of a picture: 16 × 9 patches of colour, compared patch by patch (0 alike, 255 opposite). */
async function impression(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await sharp(bytes).resize(16, 9, { fit: 'fill' }).removeAlpha().raw().toBuffer())
}
/** The sign of every step from one patch to its right neighbour (dHash), 16 × 16. */
async function outline(bytes: Uint8Array): Promise<boolean[]> {
  const grey = await sharp(bytes).greyscale().resize(17, 16, { fit: 'fill' }).raw().toBuffer()
  return Array.from(
    { length: 256 },
    (_, i) => grey[Math.floor(i / 16) * 17 + (i % 16)]! < grey[Math.floor(i / 16) * 17 + (i % 16) + 1]!,
  )
}
const apart = (a: Uint8Array, b: Uint8Array) => a.reduce((sum, v, i) => sum + Math.abs(v - b[i]!), 0) / a.length

test(
  'every picture is painted at its size, is light enough for the web, and looks like no other',
  { timeout: 900_000 },
  async () => {
    const seen: { name: string; colours: Uint8Array; outline: boolean[] }[] = []
    const total = films.reduce((sum, film) => sum + film.pictures.length, 0)
    const progress: number[] = []
    for await (const { film, name, picture, bytes, mediaType } of paintPictures(films, {
      onProgress: (done) => progress.push(done),
    })) {
      const meta = await sharp(bytes).metadata()
      assert.deepEqual([meta.width, meta.height, meta.format], [picture.width, picture.height, 'jpeg'], `${film} ${name}`)
      assert.equal(mediaType, 'image/jpeg')
      assert.ok(bytes.length > 60_000 && bytes.length < 1_100_000, `${film} ${name}: ${bytes.length} bytes`)
      seen.push({ name: `${film} ${name}`, colours: await impression(bytes), outline: await outline(bytes) })
    }
    assert.equal(seen.length, total)
    assert.deepEqual(
      progress,
      Array.from({ length: total }, (_, i) => i + 1),
    )
    for (const [i, one] of seen.entries())
      for (const other of seen.slice(i + 1)) {
        const differing = one.outline.filter((bit, k) => bit !== other.outline[k]).length
        const colour = apart(one.colours, other.colours)
        assert.ok(
          differing + colour * 2 > 40,
          `${one.name} and ${other.name}: ${differing} of 256 edges, colours ${colour.toFixed(1)} apart`,
        )
      }
  },
)

test('the same picture twice is the same bytes', { timeout: 120_000 }, async () => {
  for (const [slug, name] of [
    ['eadni', 'still-2'],
    ['the-rain-ledger', 'poster'],
  ] as const) {
    const { sheet } = films.find((film) => film.slug === slug)!
    assert.deepEqual(await paint({ slug, name, sheet }), await paint({ slug, name, sheet }))
  }
})

test('a picture that nobody drew is refused by name', async () => {
  const { sheet } = films[0]!
  await assert.rejects(paint({ slug: films[0]!.slug, name: 'still-9', sheet }), /has no still-9/)
  await assert.rejects(paint({ slug: '../kit', name: 'poster', sheet }), /Not a slug/)
})

test('leaving early stops the painters', { timeout: 120_000 }, async () => {
  for await (const painted of paintPictures(films.slice(0, 2), { threads: 1 })) {
    assert.equal(painted.name, 'poster')
    break
  }
})
