import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { createLog, describeError, withoutSecrets } from './log.ts'

describe('the log', () => {
  test('holds no mail addresses, keys, tokens or passwords', () => {
    const secrets = [
      'lea@house.example',
      'vit_abcDEF123',
      'postgres://vitrine:hunter2@db:5432/x',
      'https://films.example/api/auth/link?token=AbCdEf&next=%2F',
      'smtp://u:hunter2@mail.example',
      '/en/watch/AbCdEf-hijklmnopqrstu/start',
      '/fr/rights-calendar/AbCdEf-hijklmnopqrstu.ics',
    ]
    const lines: string[] = []
    const log = createLog('debug', (line) => lines.push(line))
    for (const secret of secrets) {
      log.info('said', { text: `before ${secret} after` })
      log.error('failed', describeError(new Error(`went wrong with ${secret}`)))
    }
    const all = lines.join('')
    for (const part of ['lea@', 'abcDEF123', 'hunter2', 'AbCdEf']) assert.ok(!all.includes(part), part)
    assert.equal(withoutSecrets('/en/watch/AbCdEf-hijklmnopqrstu/start'), '/en/watch/…/start')
    assert.match(withoutSecrets('postgres://u:p@db:5432/x'), /db:5432\/x/)
  })

  test('says only what its level asks for, one object a line', () => {
    const lines: string[] = []
    const log = createLog('warn', (line) => lines.push(line))
    log.debug('a')
    log.info('b')
    log.warn('c', { port: 3000 })
    log.error('d')
    assert.deepEqual(
      lines.map((line) => (JSON.parse(line) as { event: string }).event),
      ['c', 'd'],
    )
    assert.ok(lines.every((line) => line.endsWith('\n') && !line.slice(0, -1).includes('\n')))
  })
})
