import assert from 'node:assert/strict'
import { createHmac, randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { randomFrom } from '../testing/random.ts'
import { type Asked, type Leave, readToken, signToken, type TokenKey } from './token.ts'

const random = randomFrom(20_261_126)
const key = (version: number): TokenKey => ({ version, secret: randomBytes(32) })
const letters = (most: number): string => Array.from({ length: 1 + random.whole(most) }, () => 'abcdefghjkmnpqrstvwxyz0123456789-_'[random.whole(34)]).join('') // prettier-ignore

function anyLeave(): Leave {
  const viewing = letters(26)
  return {
    purpose: random.whole(2) === 0 ? 'watch' : 'renew',
    viewing,
    path: `/media/${viewing}/`,
    expires: 1_700_000_000 + random.whole(1_000_000),
    turn: random.whole(500),
    device: letters(22),
  }
}
const askedFor = (leave: Leave, other: Partial<Asked> = {}): Asked => ({
  purpose: leave.purpose,
  viewing: leave.viewing,
  path: `${leave.path}video/720p/00001.m4s`,
  device: leave.device,
  now: leave.expires - random.whole(600),
  newest: leave.turn,
  ...other,
})

test('a token allows exactly what it was signed for', () => {
  const keys = [key(1)]
  for (let n = 0; n < 500; n++) {
    const leave = anyLeave()
    const token = signToken(keys, leave)
    assert.match(token, /^[\w.-]+$/, 'a token needs no escaping in a cookie')
    assert.deepEqual(readToken(keys, token, askedFor(leave)), { leave, refused: null })
  }
})

test('a token is refused for anything else, each with its reason', () => {
  const keys = [key(1)]
  for (let n = 0; n < 200; n++) {
    const leave = anyLeave()
    const token = signToken(keys, leave)
    const why = (other: Partial<Asked>) => readToken(keys, token, askedFor(leave, other)).refused
    assert.equal(why({ purpose: leave.purpose === 'watch' ? 'renew' : 'watch' }), 'purpose')
    assert.equal(why({ viewing: `${leave.viewing}x` }), 'viewing')
    assert.equal(why({ path: `/media/${leave.viewing}x/video/720p/00001.m4s` }), 'path')
    assert.equal(why({ path: `/media/${leave.viewing}` }), 'path')
    assert.equal(why({ device: `${leave.device}x` }), 'device')
    assert.equal(why({ now: leave.expires + 1 }), 'expired')
    assert.equal(why({ newest: leave.turn + 1 }), null, 'the answer with the next one may have got lost')
    assert.equal(why({ newest: leave.turn + 2 }), 'replayed')
  }
})

test('one that names an address is good there alone', () => {
  const keys = [key(1)]
  const leave: Leave = { ...anyLeave(), path: '/media/v/report' }
  const token = signToken(keys, leave)
  assert.equal(readToken(keys, token, askedFor(leave, { path: '/media/v/report' })).refused, null)
  for (const path of ['/media/v/report/', '/media/v/reports', '/media/v/', '/media/v/video/720p/init.mp4'])
    assert.equal(readToken(keys, token, askedFor(leave, { path })).refused, 'path')
})

test('whatever letter of a token is changed, left out or added, it is no token of ours', () => {
  const keys = [key(1), key(2)]
  for (let n = 0; n < 20; n++) {
    const leave = anyLeave()
    const token = signToken(keys, leave)
    for (let at = 0; at < token.length; at++) {
      const other = token[at] === 'A' ? 'B' : 'A'
      for (const changed of [
        `${token.slice(0, at)}${other}${token.slice(at + 1)}`,
        `${token.slice(0, at)}${token.slice(at + 1)}`,
        `${token.slice(0, at)}${other}${token.slice(at)}`,
      ])
        if (changed !== token) assert.equal(readToken(keys, changed, askedFor(leave)).leave, null, changed)
    }
  }
})

test('texts that are no tokens are refused and never thrown over', () => {
  const keys = [key(1)]
  const asked = askedFor(anyLeave())
  const long = '1.'.concat('A'.repeat(2_000), '.A')
  for (const text of ['', '.', '..', '...', '1..', '1.e30.AA', 'undefined', '1.%00.%00', 'é.ü.ß', long, '__proto__.x.y'])
    assert.equal(readToken(keys, text, asked).leave, null, text.slice(0, 20))
  for (let n = 0; n < 300; n++) assert.equal(readToken(keys, randomBytes(random.whole(120)).toString('latin1'), asked).leave, null) // prettier-ignore
})

test('claims of another shape are not believed, even when they are sealed', () => {
  const one = key(1)
  for (const claims of ['{', '[]', 'null', '["watch","v","/media/v/",1e400,0,"d"]', '["own","v","/media/v/",9,0,"d"]', '["watch","v","/",9,0.5,"d"]', '["watch",{},"/",9,0,"d"]']) {
    const said = `1.${Buffer.from(claims).toString('base64url')}`
    const seal = createHmac('sha256', one.secret).update('vitrine viewing token 1').update(said).digest('base64url')
    assert.equal(readToken([one], `${said}.${seal}`, askedFor(anyLeave())).refused, 'malformed', claims)
  } // prettier-ignore
})

test('the newest key signs, older ones are read until they are dropped, and a key of the same version is not the same key', () => {
  const [first, second, foreign] = [key(1), key(2), key(2)]
  const leave = anyLeave()
  const old = signToken([first], leave)
  const young = signToken([second, first], leave)
  assert.ok(young.startsWith('2.'))
  assert.equal(readToken([first, second], old, askedFor(leave)).refused, null)
  assert.equal(readToken([second], old, askedFor(leave)).refused, 'forged')
  assert.equal(readToken([foreign], young, askedFor(leave)).refused, 'forged')
  assert.throws(() => signToken([], leave), RangeError)
})
