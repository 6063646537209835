import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { cliWords } from '@vitrine/messages/cli'
import { addressOf, ConfigError, readConfig, SETTINGS, unknownSettings } from './config.ts'

const S3 = {
  VITRINE_FILMS_S3_ENDPOINT: 'https://s3.example',
  VITRINE_FILMS_S3_BUCKET: 'films',
  VITRINE_FILMS_S3_KEY: 'key',
  VITRINE_FILMS_S3_SECRET: 'hunter2',
}

describe('the settings', () => {
  test('have the defaults of their table', () => {
    const config = readConfig([], {}, '/srv')
    assert.equal(config.port, 3000)
    assert.equal(config.portChosen, false)
    assert.equal(config.host, '127.0.0.1')
    assert.equal(config.dataFolder, '/srv/data')
    assert.equal(config.databaseUrl, null)
    assert.equal(config.demonstration, true)
  })

  test('a flag wins over the variable, an empty variable counts as none', () => {
    assert.equal(readConfig(['--port', '4000'], { PORT: '5000' }).port, 4000)
    assert.equal(readConfig(['--port=4001'], {}).port, 4001)
    assert.equal(readConfig([], { PORT: '5000' }).portChosen, true)
    assert.equal(readConfig([], { PORT: ' ' }).port, 3000)
  })

  const wrong: [string[], Record<string, string>][] = [
    [[], { PORT: 'eighty' }],
    [[], { PORT: '70000' }],
    [[], { PORT: '-1' }],
    [['--port'], {}],
    [['--prot', '1'], {}],
    [[], { DATABASE_URL: 'mysql://localhost/x' }],
    [[], { VITRINE_ORIGIN: 'https://films.example/path' }],
    [[], { VITRINE_ORIGIN: 'ftp://films.example' }],
    [[], { VITRINE_SECRET: 'short' }],
    [[], { VITRINE_DEMONSTRATION: 'perhaps' }],
    [[], { VITRINE_LOG: 'loud' }],
    [[], { VITRINE_OWNER_EMAIL: 'nobody' }],
    [[], { VITRINE_SMTP_URL: 'mail.example' }],
    [[], { VITRINE_UPLOAD_MB: '0' }],
    [[], { VITRINE_FFMPEG: '/opt/ffmpeg/bin' }],
    [[], { VITRINE_FILMS_S3_BUCKET: 'films' }],
    [[], { ...S3, VITRINE_FILMS_S3_SECRET: '' }],
    [[], { ...S3, VITRINE_FILMS_S3_ENDPOINT: 's3.example' }],
    [[], { ...S3, VITRINE_FILMS_S3_ENDPOINT: 'https://key:hunter2@s3.example' }],
    [[], { ...S3, VITRINE_FILMS_S3_BUCKET: 'films/reels' }],
    [[], { ...S3, VITRINE_FILMS_S3_ENDPOINT: 'http://127.0.0.1:9000', VITRINE_FILMS_S3_PATH_STYLE: 'no' }],
  ]
  for (const [args, env] of wrong) {
    test(`refuse ${JSON.stringify([...args, env])}`, () => {
      assert.throws(() => readConfig(args, env), ConfigError)
    })
  }

  test('films are kept in the data folder, or in an S3 that is said whole', () => {
    assert.equal(readConfig([], {}).filmsS3, null)
    assert.equal(readConfig([], { VITRINE_FILMS_S3_REGION: 'eu-west-1' }).filmsS3, null)
    const whole = { endpoint: 'https://s3.example/', bucket: 'films', region: 'us-east-1', key: 'key', secret: 'hunter2', pathStyle: true } // prettier-ignore
    assert.deepEqual(readConfig([], S3).filmsS3, whole)
    for (const name of Object.keys(S3))
      assert.throws(
        () => readConfig([], { ...S3, [name]: name === 'VITRINE_FILMS_S3_ENDPOINT' ? 'ftp://hunter2@x' : '' }),
        (error: Error) => error instanceof ConfigError && error.setting === name && !error.message.includes('hunter2'),
      )
  })

  test('messages never repeat a value that may hold a password', () => {
    for (const name of ['DATABASE_URL', 'VITRINE_SMTP_URL', 'VITRINE_SECRET']) {
      assert.throws(
        () => readConfig([], { [name]: 'x://a:hunter2@b' }),
        (error: Error) => !error.message.includes('hunter2'),
      )
    }
  })

  test('this machine is shown by its name', () => {
    assert.equal(addressOf('127.0.0.1', 3000), 'http://localhost:3000')
    assert.equal(addressOf('0.0.0.0', 80), 'http://localhost:80')
    assert.equal(addressOf('2001:db8::1', 3000), 'http://[2001:db8::1]:3000')
  })

  test('a name that is spelt wrongly is named, with the one that was meant', () => {
    const env = {
      VITRINE_DATA: '/srv',
      VITRINE_PORT: '1',
      VITRINE_PROXY: '1',
      VITRINE_FILM_S3_BUCKET: 'b',
      VITRINE_TEST_RUN: '1',
      HOME: '/',
    }
    assert.deepEqual(unknownSettings(env), [
      { name: 'VITRINE_FILM_S3_BUCKET', meant: 'VITRINE_FILMS_S3_BUCKET' },
      { name: 'VITRINE_PORT', meant: 'PORT' },
      { name: 'VITRINE_PROXY', meant: null },
    ])
  })

  test('each is told in French too', () => {
    assert.deepEqual(Object.keys(cliWords.fr.serve.settings).toSorted(), SETTINGS.map(({ env }) => env).toSorted())
  })

  test('docs/configuration.md says the same', () => {
    const page = readFileSync(new URL('../../../docs/configuration.md', import.meta.url), 'utf8')
    for (const { env, flag, fallback, words } of SETTINGS) {
      const row = `| \`${env}\` | ${flag === null ? '' : `\`${flag}\``} | ${fallback === '' ? 'empty' : `\`${fallback}\``} | ${words} |`
      assert.ok(page.includes(row), row)
    }
    assert.deepEqual(
      [...page.matchAll(/^\| `([A-Z0-9_]+)` \|/gm)].map((match) => match[1]),
      SETTINGS.map((setting) => setting.env),
    )
  })
})
