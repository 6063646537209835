import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localPath } from './back.ts'

test('a form may lead back to a page of this site and nowhere else', () => {
  for (const path of ['/en/films?q=a&theme=water', '/fr#contact', '/']) assert.equal(localPath(path, '/en'), path)
  for (const elsewhere of [
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/.//evil.example',
    '',
    null,
    7,
    `/${'a'.repeat(3000)}`,
  ]) {
    assert.equal(localPath(elsewhere, '/en'), '/en', String(elsewhere))
  }
})
