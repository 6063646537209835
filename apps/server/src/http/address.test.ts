import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { askerAddress, originsFor } from './address.ts'

describe('who asks', () => {
  const from = (forwardedFor: string | undefined, proxies: number): string =>
    askerAddress({ remote: '10.0.0.2', forwardedFor }, proxies)

  test('without a proxy of ours the header counts for nothing', () => {
    assert.equal(from('203.0.113.9', 0), '10.0.0.2')
    assert.equal(from(undefined, 1), '10.0.0.2')
  })

  test('each proxy of ours vouches for one entry, from the end', () => {
    assert.equal(from('spoofed, 203.0.113.9', 1), '203.0.113.9')
    assert.equal(from('spoofed, 203.0.113.9, 10.0.0.1', 2), '203.0.113.9')
    assert.equal(from('203.0.113.9', 3), '203.0.113.9')
  })
})

describe('which names this server answers to', () => {
  test('a configured origin is the only one', () => {
    const origins = originsFor('https://films.example', '0.0.0.0', 'http://localhost:3000')
    assert.equal(origins.of('evil.example'), 'https://films.example')
    assert.ok(origins.isOwn('https://films.example', 'evil.example'))
    assert.ok(!origins.isOwn('https://evil.example', 'evil.example'))
    assert.ok(!origins.isOwn('null', undefined))
  })

  test('on the loopback address only loopback names', () => {
    const origins = originsFor(null, '127.0.0.1', 'http://localhost:3000')
    for (const host of ['localhost:3000', '127.0.0.1:3000', '[::1]:3000']) assert.ok(origins.knowsHost(host), host)
    for (const host of ['evil.example', 'localhost.evil.example:3000', '127.0.0.1.evil.example', undefined, 'a b', ''])
      assert.ok(!origins.knowsHost(host), String(host))
  })
})
