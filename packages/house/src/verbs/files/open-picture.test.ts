import assert from 'node:assert/strict'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import sharp from 'sharp'
import { SYSTEM, VISITOR } from '../../actors.ts'
import type { HouseSettings } from '../../contract.ts'
import { isHouseError } from '../../errors.ts'
import { aSheet, eachHouse } from '../../testing/house-for-tests.ts'

const code = (expected: string) => (thrown: unknown) => isHouseError(thrown) && thrown.code === expected

/** A photograph 900 × 600, lying on its side, that says where it was taken. */
const photograph = () =>
  sharp({ create: { width: 600, height: 900, channels: 3, background: '#c0392b' } })
    .withExif({ IFD0: { Copyright: 'secret place' }, IFD3: { GPSLatitudeRef: 'N' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()

eachHouse('pictures', (open) => {
  test('uploaded, shown at the size of the screen, without metadata; as secret as their film', async () => {
    const { house, member, folder } = await open()
    const editor = await member('editor')
    const title = await house.createTitle(editor, { sheet: aSheet('Red Earth') })
    const bytes = await photograph()
    const shown = await house.addPicture(editor, {
      id: title.id,
      baseRevision: 1,
      bytes,
      kind: 'still',
      caption: { en: 'A red field' },
      credit: 'Nobody',
    })
    const [picture] = shown.sheet.pictures
    assert.ok(picture)
    assert.deepEqual([picture.width, picture.height, picture.kind], [900, 600, 'still'])
    assert.match(picture.colour ?? '', /^#(b|c)[0-9a-f]3[0-9a-f]2[0-9a-f]$/)
    assert.equal(
      (await house.addPicture(editor, { id: title.id, baseRevision: 1, bytes, kind: 'still', caption: {}, credit: null }))
        .revision,
      2,
    )

    await assert.rejects(house.openPicture(VISITOR, { id: picture.id, width: 300, format: 'webp' }), code('not-found'))
    await house.publishTitle(editor, { id: title.id, baseRevision: 2 })

    const all = await Promise.all(
      Array.from({ length: 8 }, () => house.openPicture(VISITOR, { id: picture.id, width: 300, format: 'webp' })),
    )
    assert.equal(new Set(all.map((one) => one.etag)).size, 1)
    assert.match(all[0]!.etag, /^"[0-9a-f]{32}"$/)
    const metadata = await sharp(all[0]!.bytes).metadata()
    assert.deepEqual([metadata.format, metadata.width, metadata.height, metadata.exif], ['webp', 320, 213, undefined])
    assert.equal(
      (await sharp((await house.openPicture(VISITOR, { id: picture.id, width: 9999, format: 'jpeg' })).bytes).metadata()).width,
      900,
    )
    assert.equal(
      (await sharp((await house.openPicture(VISITOR, { id: picture.id, width: 160, format: 'avif' })).bytes).metadata()).format,
      'heif',
    )

    // Renditions can be made again; nothing unfinished lies about.
    await rm(join(folder, 'renditions'), { recursive: true })
    assert.equal((await house.openPicture(VISITOR, { id: picture.id, width: 300, format: 'webp' })).etag, all[0]!.etag)
    assert.deepEqual(await readdir(join(folder, 'tmp')), [])
  })

  test('what is no picture is refused, whatever it calls itself', async () => {
    const { house, member } = await open()
    const editor = await member('editor')
    const title = await house.createTitle(editor, { sheet: aSheet('No Pictures') })
    const add = (bytes: Uint8Array) =>
      house.addPicture(editor, { id: title.id, baseRevision: 1, bytes, kind: 'still', caption: {}, credit: null })
    await assert.rejects(
      add(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')),
      code('unsupported-file'),
    )
    await assert.rejects(add(Buffer.from('not a picture at all')), code('unsupported-file'))
    await assert.rejects(add(new Uint8Array()), code('unsupported-file'))
    await assert.rejects(add((await photograph()).subarray(0, 700)), code('unreadable-file'))
    // A PNG of 60,000 × 60,000 pixels in a few bytes: the header alone must be enough to refuse it.
    const bomb = Buffer.from(
      await sharp({ create: { width: 8, height: 8, channels: 3, background: '#000' } })
        .png()
        .toBuffer(),
    )
    bomb.writeUInt32BE(60_000, 16)
    bomb.writeUInt32BE(60_000, 20)
    await assert.rejects(add(bomb), (thrown) => isHouseError(thrown) && ['too-large', 'unreadable-file'].includes(thrown.code))
    assert.equal((await house.openTitle?.(editor, { id: title.id }))?.sheet.pictures.length ?? 0, 0)
  })

  test('a logo is public at once', async () => {
    const { house } = await open()
    const { logoId } = await house.storeLogo(SYSTEM, { bytes: await photograph() })
    assert.ok(logoId)
    assert.ok((await house.openPicture(VISITOR, { id: logoId, width: 160, format: 'webp' })).bytes.length > 0)
  })

  test('another logo has its own tone, also where all settings are written back with the tone of the last', async () => {
    const { house } = await open()
    const mark = (background: string) =>
      sharp({ create: { width: 200, height: 80, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
        .composite([{ input: { create: { width: 120, height: 40, channels: 3, background } } }])
        .png()
        .toBuffer()
    const dark = await house.storeLogo(SYSTEM, { bytes: await mark('#000000') })
    const light = await house.storeLogo(SYSTEM, { bytes: await mark('#ffffff') })
    assert.deepEqual([dark.logoTone, light.logoTone], ['dark', 'light'])
    const change = async (settings: Partial<HouseSettings>) => (await house.changeSettings(SYSTEM, { settings })).logoTone
    assert.equal(await change({ logoId: dark.logoId }), 'dark')
    assert.equal(await change({ logoId: light.logoId, logoTone: 'dark' }), 'light')
    assert.equal(await change({ logoId: light.logoId, logoTone: null }), null, 'whoever sees it otherwise says so')
    assert.equal(await change({ name: 'Lanternes' }), null)
    assert.equal(await change({ logoId: null, logoTone: 'dark' }), null)
  })
})
