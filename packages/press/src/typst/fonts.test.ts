import assert from 'node:assert/strict'
import { test } from 'node:test'
import { facesFor } from './fonts.ts'

test('the large faces are only asked for by texts that need them', () => {
  const names = (text: string) => facesFor(text).name
  for (const text of ['The Salt Road', 'Соляной путь', 'طريق الملح', '“quoted” — 52’ €'])
    assert.equal(names(text), 'western', text)
  for (const text of ['塩の道', '盐之路', '소금길', 'a ｆｕｌｌｗｉｄｔｈ word']) assert.equal(names(text), 'east-asian', text)
  assert.ok(facesFor('The Salt Road').files.length < facesFor('塩').files.length)
})

test('kana tell Japanese signs from Chinese ones', () => {
  assert.equal(facesFor('塩の道').fallback[0], 'BIZ UDGothic')
  assert.equal(facesFor('鹽之路').fallback[0], 'Chocolate Classical Sans')
})
