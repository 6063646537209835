import assert from 'node:assert/strict'
import { test } from 'node:test'
import { COUNT, partOf } from '../parts.ts'
import { cutPage, pageFor, type Visit } from './sharedPage.ts'

const html = [
  `<html${partOf('look', ['', ' data-appearance="light"', ' data-appearance="dark"'])}>`,
  partOf('member', ['sign in', '', 'desk']),
  partOf('count', ['none', 'one', `${COUNT} films, ${COUNT}`]),
  partOf('kept:a', ['add a', 'remove a']),
  partOf('kept:b', ['add b', 'remove b']),
  'a film of 7, $& and <!-- a remark -->',
].join('|')
const page = cutPage(html)
const visit = (facts: Partial<Visit>): Visit => ({ member: 'none', look: null, kept: new Set(), ...facts })
const sent = (facts: Partial<Visit>) => pageFor(page, visit(facts)).body().toString()
const REST = 'a film of 7, $& and <!-- a remark -->'

test('a visit is sent the forms that fit it, and nothing of the others', () => {
  assert.equal(sent({}), `<html>|sign in|none|add a|add b|${REST}`)
  assert.equal(sent({ look: 'dark', kept: new Set(['b']) }), `<html data-appearance="dark">|sign in|one|add a|remove b|${REST}`)
  assert.equal(
    sent({ member: 'staff', look: 'light', kept: new Set(['a', 'b', 'c']) }),
    `<html data-appearance="light">|desk|3 films, 3|remove a|remove b|${REST}`,
  )
  assert.equal(sent({ member: 'member' }), `<html>||none|add a|add b|${REST}`)
})

test('two visits have one ETag exactly when they are sent the same bytes', () => {
  const visits: Partial<Visit>[] = [null, 'light', 'dark'].flatMap((look) =>
    ['none', 'member', 'staff'].flatMap((member) =>
      [[], ['a'], ['b'], ['c'], ['a', 'b'], ['c', 'd'], ['c', 'e'], ['a', 'b', 'c'], ['c', 'd', 'e']].map(
        (kept) => ({ look, member, kept: new Set(kept) }) as Visit,
      ),
    ),
  )
  const byTag = new Map<string, Set<string>>()
  for (const one of visits) {
    const { etag, body } = pageFor(page, visit(one))
    byTag.set(etag, (byTag.get(etag) ?? new Set()).add(body().toString()))
  }
  assert.ok([...byTag.values()].every((bodies) => bodies.size === 1))
  assert.equal(byTag.size, new Set([...byTag.values()].flatMap((bodies) => [...bodies])).size)
  assert.notEqual(pageFor(cutPage(`${html}!`), visit({})).etag, pageFor(page, visit({})).etag)
})

test('a page without parts is itself', () => {
  assert.equal(pageFor(cutPage('<p>plain</p>'), visit({})).body().toString(), '<p>plain</p>')
})
