import assert from 'node:assert/strict'
import { test } from 'node:test'
import { documentErrorText } from '@vitrine/messages/documents'
import { LIST_ENDINGS } from '@vitrine/messages/list-import'
import { LISTS } from '../src/commands/stage.ts'

test('every file that a list may come as is taken for one, and is named to whoever sends another', () => {
  assert.deepEqual(LIST_ENDINGS.filter((ending) => !LISTS.has(`.${ending}`)), ['txt'], 'a text is read as a sheet') // prettier-ignore
  for (const locale of ['en', 'fr'] as const)
    for (const ending of ['xlsx', 'ods', 'csv']) assert.match(documentErrorText('no-list', { kind: 'pdf' }, locale), new RegExp(ending, 'i')) // prettier-ignore
})
