/** Every letter that the house sends has words in both languages; what is put into them is never markup, a header or a variable. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { LOCALES } from '@vitrine/messages'
import { LETTER_KINDS, WITHOUT_TEMPLATE } from '@vitrine/messages/letter-kinds'
import { LETTER_TEMPLATES, type LetterWords, TEMPLATE_NAMES, type TemplateName } from '@vitrine/messages/letter-templates'
import { fillWords } from './fill-words.ts'
import { letterFoot } from './letter-foot.ts'
import { contrast } from '../settings/colour.ts'
import { FOOT, letterHtml, letterStyle } from './letter-html.ts'
import { readWords, variablesOf } from './read-words.ts'
import { wordsWith } from './word-letter.ts'

const ORIGIN = 'https://films.example'
const all = TEMPLATE_NAMES.flatMap((name) => LOCALES.map((locale) => ({ name, locale, words: LETTER_TEMPLATES[name].words[locale] }))) // prettier-ignore
const faults = (name: TemplateName, subject: string, text: string) =>
  readWords(name, { subject, text }).faults.map(({ field, code, start, text: at }) => [field, code, start, at])
const fill = (name: TemplateName, words: LetterWords, values: Record<string, string | null>) =>
  fillWords(readWords(name, words), variablesOf(name), values)

/** What a reader of the HTML reads. */
const read = (html: string): string =>
  html
    .replace(/^.*<body>/s, '')
    .replaceAll('<li>', ' - ')
    .replaceAll(/<br>|<\/(?:p|li|ul|main)>/g, ' ')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name]!)
const words = (text: string): string => text.replace(FOOT, ' ').replaceAll(/\s+/g, ' ').trim()
const TAGS = ['!doctype', 'html', 'head', 'meta', 'title', 'style', 'body', 'main', 'footer', 'p', 'ul', 'li', 'br', 'a']

test('every kind of letter has a template, and every template a kind', () => {
  const kinds = new Set<string>(TEMPLATE_NAMES.map((name) => LETTER_TEMPLATES[name].kind))
  assert.deepEqual(LETTER_KINDS.filter((kind) => !kinds.has(kind) && !WITHOUT_TEMPLATE.has(kind)), []) // prettier-ignore
})

test('the built-in words are without fault, say what they must, and leave the same open in both languages', () => {
  for (const { name, locale, words: { subject, text } } of all) assert.deepEqual(faults(name, subject, text), [], `${name} ${locale}`) // prettier-ignore
  const used = ({ subject, text }: LetterWords) => [...new Set(`${subject}\n${text}`.match(/\{\{\w+\}\}/g))].toSorted((a, b) => (a < b ? -1 : 1)) // prettier-ignore
  for (const name of TEMPLATE_NAMES) {
    const { en, fr } = LETTER_TEMPLATES[name].words
    assert.deepEqual(used(en), used(fr), name)
    assert.deepEqual(
      used(en),
      Object.keys(variablesOf(name)).map((variable) => `{{${variable}}}`).toSorted((a, b) => (a < b ? -1 : 1)),
      `${name}: a variable that its own words do not use`,
    ) // prettier-ignore
  }
})

test('what is wrong with words is named with its place', () => {
  assert.deepEqual(faults('seat', 'Your room', 'Hello {{too}}\n\n{{link}} {{email}}'), [
    ['text', 'unknown-variable', 6, '{{too}}'],
  ])
  assert.equal(readWords('seat', { subject: 'x', text: '{{linc}}' }).faults[0]!.suggestion, 'link')
  assert.deepEqual(faults('seat', ' ', '{{link}} {{email}}'), [['subject', 'empty', 0, '']])
  assert.deepEqual(faults('seat', 'Your room\nBcc: everybody@films.example', '{{link}} {{email}}'), [['subject', 'line-break', 9, '\n']]) // prettier-ignore
  assert.deepEqual(faults('seat', 'Your room', '{{email}}'), [['text', 'missing-variable', 9, '{{link}}']])
  assert.deepEqual(faults('offer', '{{message}} from us', '{{link}}\n\n{{films}}'), [['subject', 'not-in-subject', 0, '{{message}}']]) // prettier-ignore
  assert.deepEqual(faults('offer', 'Until {{expires}}', '{{link}}'), [['subject', 'not-in-subject', 6, '{{expires}}']])
  assert.deepEqual(faults('offer', 'Ours', 'Until {{expires}}: {{link}}'), [['text', 'may-vanish', 19, '{{link}}']])
  assert.deepEqual(faults('seat', 'x'.repeat(201), '{{link}} {{email}}'), [['subject', 'too-long', 200, '']])
  assert.deepEqual(faults('seat', 'x', 'x'.repeat(8_001)), [['text', 'too-long', 8_000, '']])
})

test('a paragraph about nothing is left out, and lines stay lines', () => {
  const { words: offer } = LETTER_TEMPLATES['offer']
  const values = { to: 'Jon', by: 'Iris', house: 'Ferry Films', reference: 'D-1', film: 'Salt', films: '- Salt\n- Tide', expires: null, message: null, link: `${ORIGIN}/en/room/offers/1` } // prettier-ignore
  assert.equal(
    fill('offer', offer.en, values).text,
    `Dear Jon,\n\nIris of Ferry Films makes you an offer for:\n\n- Salt\n- Tide\n\nRead it, accept it, decline it or answer with other terms here:\n\n${ORIGIN}/en/room/offers/1\n`,
  )
  assert.match(fill('offer', offer.fr, { ...values, expires: '1 mars', message: 'Comme promis.' }).text, /\n\nComme promis\.\n\n.*\n\nElle tient jusqu’au 1 mars/s) // prettier-ignore
})

test('words that do not fit (any more) are not sent: the built-in ones are', () => {
  const values = { to: 'Jon', house: 'Ferry Films', paper: 'Memo', reference: 'D-1' }
  const builtIn = wordsWith('paper-done', 'en', null, values)
  assert.deepEqual(wordsWith('paper-done', 'en', { subject: 'Done', text: '{{paper}} {{gone}}' }, values), builtIn)
  assert.deepEqual(wordsWith('paper-done', 'en', { subject: 'Done', text: '{{paper}} it is.' }, values), { subject: 'Done', text: 'Memo it is.\n' }) // prettier-ignore
  const anything = fc.string({ unit: 'binary', maxLength: 60 })
  const open = fc
    .array(fc.constantFrom('{{', '}}', '{{paper}}', '{{to}}', '\n', '\n\n', '\r', 'x', '<b>'))
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(fc.oneof(anything, open), fc.oneof(anything, open), (subject, text) => {
      const letter = wordsWith('paper-done', 'en', { subject, text }, values)
      assert.ok(letter.text.includes('Memo'), 'what must be said is said')
      assert.notEqual(letter.subject, '')
    }),
    { numRuns: 300 },
  )
})

test('nothing that is put into a letter is a header, markup, a variable or a foot; text and HTML say the same', () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.array(fc.constantFrom('\r\n', '\n', '\r', '\u2028', '\u0085', '\0', '\u202e', 'Bcc: all@films.example', '<script>x</script>', '<img src=x onerror=y>', '"><a href="https://evil.example/">', "'", '&lt;', '&amp;', '{{link}}', '{{', '}}', '\n-- \n', '- a', '    b', 'javascript:x', 'https://evil.example/x', `${ORIGIN}/en/x?a=1&b="<`, ' '), { maxLength: 12 }).map((parts) => parts.join('')),
  ) // prettier-ignore
  fc.assert(
    fc.property(
      fc.constantFrom(...all),
      fc.array(nasty, { minLength: 12, maxLength: 12 }),
      nasty,
      nasty,
      (one, put, house, address) => {
        const names = Object.keys(variablesOf(one.name))
        const values = Object.fromEntries(names.map((name, at) => [name, put[at] ?? '']))
        const letter = fill(one.name, one.words, values)
        assert.doesNotMatch(letter.subject, /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202e]/) // oxlint-disable-line no-control-regex
        assert.ok(letter.subject.length <= 200)
        assert.ok(!letter.text.includes(FOOT))
        const text = letter.text.trimEnd() + letterFoot({ name: house, address }, one.locale, `${ORIGIN}/en/letters/stop/x`)
        const html = letterHtml({ ...letter, text, locale: one.locale }, { origin: ORIGIN, accent: '#8a2b2b' })
        for (const [tag, name] of html.matchAll(/<\/?([^\s>]*)[^>]*>/g)) assert.ok(TAGS.includes(name!.toLowerCase()), tag)
        for (const [tag] of html.replace(/^.*<body>/s, '').matchAll(/<[^>]*>/g)) assert.match(tag, /^<\/?(?:p|ul|li|br|main|footer|body|html|a)>$|^<p class="(?:link|code)">$|^<a href="https:\/\/films\.example\/[^"<>]*">$/) // prettier-ignore
        assert.equal(words(read(html)), words(text))
        assert.ok(html.includes('<footer>') && html.includes(`href="${ORIGIN}/en/letters/stop/x"`), 'the way out is always there')
      },
    ),
    { numRuns: 1500 },
  )
})

test('a letter wears the accent of its house, readable on the paper that it stands on', () => {
  for (const accent of ['#ffe600', '#101010', '#8a2b2b', '#1d4ed8']) {
    const style = letterStyle(accent)
    const [light, dark] = [...style.matchAll(/[{}]a\{color:(#[0-9a-f]{6})\}/g)].map(([, colour]) => colour!)
    assert.ok(contrast(light!, '#ffffff') >= 4.5 && contrast(dark!, '#191714') >= 4.5, `${accent}: ${light}, ${dark}`)
  }
  assert.match(
    letterHtml({ locale: 'en', subject: 'Offer', text: 'x' }, { origin: ORIGIN, accent: '#1d4ed8' }),
    /a\{color:#1d4ed8\}/,
  )
})
