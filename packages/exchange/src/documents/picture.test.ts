import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { acceptPicture, DocumentError, pictureKind } from '../index.ts'

const square = () => sharp({ create: { width: 8, height: 8, channels: 3, background: '#a33' } })

test('real pictures are told by their content', async () => {
  for (const kind of ['jpeg', 'png', 'webp', 'avif', 'gif'] as const) {
    const bytes = await square().toFormat(kind).toBuffer()
    assert.equal(pictureKind(bytes), kind)
    assert.equal(acceptPicture(bytes), kind)
  }
})

test('SVG is told, and refused, however it begins', () => {
  const forms = [
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    '\ufeff<?xml version="1.0"?>\n<!-- x --><svg>',
    '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x"><svg>',
    '<s:svg xmlns:s="http://www.w3.org/2000/svg">',
  ]
  for (const form of [...forms.map((text) => Buffer.from(text)), Buffer.from(`\ufeff${forms[0]}`, 'utf16le')]) {
    assert.equal(pictureKind(form), 'svg')
    assert.throws(
      () => acceptPicture(form),
      (error) => error instanceof DocumentError && error.code === 'svg-refused',
    )
  }
})

test('what is no picture is refused', () => {
  for (const bytes of [
    Buffer.from('GIF'),
    Buffer.from('%PDF-1.4'),
    Buffer.from('<html><svg></svg>'),
    Buffer.from([0xff, 0xd8]),
  ]) {
    assert.throws(
      () => acceptPicture(bytes),
      (error) => error instanceof DocumentError && error.code === 'not-a-picture',
    )
  }
  assert.throws(
    () => acceptPicture(new Uint8Array()),
    (error) => error instanceof DocumentError && error.code === 'empty',
  )
})
