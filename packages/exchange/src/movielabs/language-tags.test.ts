import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withoutPlace, withPlace } from './language-tags.ts'

test('a language comes back as it went, with its place where it has one that says something', () => {
  for (const tag of ['fr', 'en', 'pt', 'pt-BR', 'zh', 'zh-TW', 'ar', 'ar-EG', 'ar-MA', 'ka', 'sva'])
    assert.equal(withoutPlace(withPlace(tag)), tag, tag)
  assert.deepEqual([withPlace('ar'), withPlace('ar-EG'), withPlace('pt')], ['ar-001', 'ar-EG', 'pt-PT'])
})
