import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { vitrine } from './run.ts'

const SHEET = `The Salt Road

A road of salt across a dry sea, and the people who still walk it.

Every spring the caravans of the Ustyurt leave before dawn. They walk to the the old shore, where the water went two generations ago.

Year: 2020
Duration: 52 min
Director: Ada Moreau
Production: Delta Films
Country: France
Versions: ENG, FRA
Festival: Festival of the Steppe 2021
`

const oneLine = (text: string): boolean => text.trimEnd().split('\n').length === 1 && text.trim() !== ''

describe('vitrine sheet', () => {
  let folder: string
  const file = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name)
    writeFileSync(path, content)
    return path
  }
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'vitrine-cli-'))
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  test('read --json prints the contract, from a file and from standard input alike', async () => {
    const fromFile = await vitrine(['sheet', 'read', file('sheet.txt', SHEET), '--json'])
    assert.equal(fromFile.code, 0, fromFile.err)
    assert.equal(fromFile.err, '')
    const reading = JSON.parse(fromFile.out) as Record<string, unknown>
    assert.equal(reading['title'], 'The Salt Road')
    assert.equal(reading['year'], 2020)
    assert.deepEqual(reading['durations'], [52])
    assert.deepEqual(reading['directors'], ['Ada Moreau'])
    assert.deepEqual(reading['countries'], ['FR'])
    assert.deepEqual(reading['versionLanguages'], ['en', 'fr'])
    assert.equal((reading['festivals'] as { year: number }[])[0]!.year, 2021)
    const keys = [
      'title',
      'originalTitle',
      'lead',
      'synopsis',
      'year',
      'durations',
      'series',
      'directors',
      'productionCompanies',
      'producers',
      'countries',
      'originalLanguages',
      'versionLanguages',
      'subtitleLanguages',
      'genres',
      'festivals',
      'identifiers',
      'contacts',
      'warnings',
      'unread',
    ]
    for (const key of keys) assert.ok(key in reading, key)
    const fromInput = await vitrine(['sheet', 'read', '-', '--json'], { input: SHEET })
    assert.equal(fromInput.out, fromFile.out)
  })

  test('without a name the sheet is the one that is piped in, of each command', async () => {
    const named = await vitrine(['sheet', 'read', file('piped.txt', SHEET), '--json'])
    assert.equal((await vitrine(['sheet', 'read', '--json'], { input: SHEET })).out, named.out)
    assert.equal((await vitrine(['sheet', 'check'], { input: SHEET })).code, 1)
    assert.match((await vitrine(['sheet', 'split'], { input: SHEET })).out, /The Salt Road/)
    assert.match((await vitrine(['sheet', 'write'], { input: SHEET })).out, /The Salt Road/)
    for (const [locale, says] of [
      ['en', /^vitrine: No sheet is named .* "-" /],
      ['fr', /^vitrine: Aucune fiche n’est nommée/],
    ] as const) {
      const alone = await vitrine(['--lang', locale, 'sheet', 'read'], { input: null })
      assert.equal(alone.code, 2)
      assert.equal(alone.out, '')
      assert.match(alone.err, says)
      assert.ok(oneLine(alone.err), alone.err)
    }
  })

  test('read without --json is for people, plain in a pipe, coloured only when asked', async () => {
    const path = file('plain.txt', SHEET)
    const plain = await vitrine(['sheet', 'read', path])
    assert.match(plain.out, /^The Salt Road\n/)
    assert.match(plain.out, /Director +Ada Moreau/)
    assert.ok(!plain.out.includes('\u001b'))
    const coloured = await vitrine(['sheet', 'read', path], { env: { FORCE_COLOR: '1' } })
    assert.ok(coloured.out.includes('\u001b[1mThe Salt Road'))
    const refused = await vitrine(['sheet', 'read', path], { env: { FORCE_COLOR: '1', NO_COLOR: '1' } })
    assert.ok(!refused.out.includes('\u001b'))
  })

  test('French by LANG and by --lang', async () => {
    const path = file('langue.txt', SHEET)
    for (const ran of [
      await vitrine(['sheet', 'read', path], { env: { LANG: 'fr_FR.UTF-8' } }),
      await vitrine(['--lang', 'fr', 'sheet', 'read', path]),
    ]) {
      assert.match(ran.out, /Réalisation +Ada Moreau/)
    }
    assert.match((await vitrine(['--lang', 'fr', '--help'])).out, /Commandes\s:/)
  })

  test('what cannot be read is exit 2, one line on standard error, nothing on standard output', async () => {
    const cases: [string, string[], (string | Uint8Array)?][] = [
      ['a file that is not there', ['sheet', 'read', join(folder, 'nothing.txt'), '--json']],
      ['a folder', ['sheet', 'read', folder]],
      ['an empty file', ['sheet', 'read', file('empty.txt', ''), '--json']],
      ['an empty input', ['sheet', 'read', '-', '--json'], ''],
      [
        'bytes that are no document',
        [
          'sheet',
          'read',
          file(
            'noise.bin',
            Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256),
          ),
          '--json',
        ],
      ],
      ['a broken PDF', ['sheet', 'read', file('broken.pdf', '%PDF-1.7\nnothing that follows is a PDF'), '--json']],
    ]
    for (const [name, args, input] of cases) {
      const ran = await vitrine(args, input === undefined ? {} : { input })
      assert.equal(ran.code, 2, `${name}: ${ran.out}${ran.err}`)
      assert.ok(oneLine(ran.err), `${name}: ${ran.err}`)
      assert.equal(ran.out, '', name)
    }
  })

  test('check: 1 with something to correct, 0 on clean prose, 2 when there is no file', async () => {
    const found = await vitrine(['sheet', 'check', file('check.txt', SHEET), '--json'])
    assert.equal(found.code, 1, found.err)
    const { findings } = JSON.parse(found.out) as {
      findings: {
        code: string
        severity: string
        start: number
        end: number
        text: string
        suggestion: string | null
        message: string
      }[]
    }
    const doubled = findings.find((finding) => finding.code === 'doubled-word')!
    assert.equal(SHEET.slice(doubled.start, doubled.end), doubled.text)
    assert.equal(doubled.suggestion, 'the')
    const clean = await vitrine(['sheet', 'check', file('clean.txt', SHEET.replace('the the', 'the')), '--json'])
    assert.equal(clean.code, 0, clean.out)
    assert.equal((await vitrine(['sheet', 'check', join(folder, 'nothing.txt')])).code, 2)
    const human = await vitrine(['--lang', 'fr', 'sheet', 'check', join(folder, 'check.txt')])
    assert.match(human.out, /check\.txt:5:\d+/)
  })

  test('split says where two films would be cut', async () => {
    const two = `${SHEET}\n\nThe Last Ferry\n\nYear: 2019\nDuration: 26 min\nDirector: Jan Novak\nCountry: Poland\n`
    const ran = await vitrine(['sheet', 'split', file('two.txt', two), '--json'])
    assert.equal(ran.code, 0, ran.err)
    const { parts } = JSON.parse(ran.out) as { parts: { start: number; end: number; line: number; title: string }[] }
    assert.deepEqual(
      parts.map((part) => part.title),
      ['The Salt Road', 'The Last Ferry'],
    )
    assert.ok(two.slice(parts[1]!.start).startsWith('The Last Ferry'))
    assert.equal(parts[0]!.end, parts[1]!.start)
  })

  test('write gives a sheet that reads the same', async () => {
    const path = file('write.txt', SHEET)
    const before = JSON.parse((await vitrine(['sheet', 'read', path, '--json'])).out) as Record<string, unknown>
    for (const format of ['text', 'markdown', 'html']) {
      const written = await vitrine(['sheet', 'write', path, '--format', format])
      assert.equal(written.code, 0, written.err)
      const again = JSON.parse((await vitrine(['sheet', 'read', '-', '--json'], { input: written.out })).out) as Record<
        string,
        unknown
      >
      for (const key of [
        'title',
        'year',
        'durations',
        'directors',
        'productionCompanies',
        'countries',
        'versionLanguages',
        'festivals',
      ]) {
        assert.deepEqual(again[key], before[key], `${format} ${key}`)
      }
    }
  })

  test('a sheet cannot steer the terminal', async () => {
    const ran = await vitrine([
      'sheet',
      'read',
      file('escape.txt', SHEET.replace('The Salt Road', 'The \u001b]0;owned\u0007Salt Road')),
    ])
    assert.ok(!ran.out.includes('\u001b'), JSON.stringify(ran.out.slice(0, 80)))
  })

  test('what is typed wrong is exit 2 and one line in the reader’s language: the command, the mistake, where to look', async () => {
    const cases: [string[], string, string][] = [
      [
        ['sheet', 'raed'],
        'vitrine sheet: there is no "raed" here; read is meant, perhaps.',
        'vitrine sheet: « raed » n’existe pas ici ; peut-être vouliez-vous read.',
      ],
      [['nothing'], 'vitrine: there is no "nothing" here.', 'vitrine: « nothing » n’existe pas ici.'],
      [
        ['sheet', 'read', '--jsn', 'x'],
        'vitrine sheet read: there is no "--jsn" here; --json is meant, perhaps.',
        'vitrine sheet read: « --jsn » n’existe pas ici ; peut-être vouliez-vous --json.',
      ],
      [
        ['sheet', 'read', 'a', 'b'],
        'vitrine sheet read: more was typed than is taken: a, b.',
        'vitrine sheet read: trop d’éléments : a, b.',
      ],
      [
        ['sheet', 'write', 'x', '--format', 'docx'],
        'vitrine sheet write: --format: "docx" is none of text, markdown, html.',
        'vitrine sheet write: --format : « docx » n’est pas parmi text, markdown, html.',
      ],
      [
        ['print', 'poster', 'x', '--out', 'y'],
        'vitrine print: what: "poster" is none of one-sheet, shortlist, availabilities, cards.',
        'vitrine print: what : « poster » n’est pas parmi one-sheet, shortlist, availabilities, cards.',
      ],
      [['import'], 'vitrine import: <path> is missing.', 'vitrine import: <path> manque.'],
      [
        ['import', '--stage', '--publish', 'x'],
        'vitrine import: --stage and --publish do not go together.',
        'vitrine import: --stage et --publish ne vont pas ensemble.',
      ],
      [
        ['user', 'add', 'a@b.example'],
        'vitrine user add: --role <role> must be given.',
        'vitrine user add: --role <role> est obligatoire.',
      ],
      [
        ['user', 'add', 'a@b.example', '--role'],
        'vitrine user add: --role <role> needs a value.',
        'vitrine user add: --role <role> demande une valeur.',
      ],
    ]
    for (const [args, english, french] of cases) {
      for (const [locale, words] of [
        ['en', english],
        ['fr', french],
      ] as const) {
        const ran = await vitrine(['--lang', locale, ...args])
        assert.equal(ran.code, 2, args.join(' '))
        assert.equal(ran.out, '')
        const path = words.slice(0, words.indexOf(':'))
        const plain = ran.err.replaceAll(/[\u00a0\u202f]/g, ' ')
        assert.equal(plain, `${words} ${locale === 'en' ? `See "${path} --help".` : `Voyez « ${path} --help ».`}\n`)
      }
    }
    const foreign = await vitrine(['--lang', 'de', 'titles'])
    assert.equal(foreign.code, 2)
    assert.match(foreign.err, /--lang: "de" is none of en, fr\./)
  })

  test('help and the version are told', async () => {
    assert.equal((await vitrine(['--help'])).code, 0)
    const paper = (await vitrine(['--lang', 'fr', 'print', '--help'])).out.replaceAll(/\s+/g, ' ')
    assert.match(paper, /what au choix : one-sheet, shortlist, availabilities, cards/)
    assert.match(paper, /--paper <paper> a4 ou letter \(par défaut : a4\)/)
    assert.doesNotMatch(paper, /choices|default|--version|false/)
    const run = (await vitrine(['export', 'schedule', 'run', '--help'])).out
    assert.doesNotMatch(run, /--format/, 'what export takes is none of its')
    assert.match(run, /--data/)
    assert.match((await vitrine(['sheet', 'read', '--help'])).out, /\[file\][^]*"-", or none[^]*Exit code: 0 /)
    assert.match((await vitrine(['--version'])).out, /^\d+\.\d+\.\d+\n$/)
  })
})
