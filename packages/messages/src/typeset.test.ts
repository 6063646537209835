/** French spacing: the rule, and that no French words of the house go round it. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { inBoth, inFrench, speaksTypeset, typesetFrench } from './typeset.ts'

/** What was set, in signs that can be seen: `_` for U+00A0, `~` for U+202F. */
const seen = (text: string) => text.replaceAll('\u00a0', '_').replaceAll('\u202f', '~')
const set = (text: string) => seen(typesetFrench(text))

test('a colon and guillemets have the space of words beside them, the high signs the thin one', () => {
  assert.equal(set('Où ? À « Lyon » : venez ; vite !'), 'Où~? À «_Lyon_»_: venez~; vite~!')
  assert.equal(set('« Vraiment ? » dit-elle (« oui ! »).'), '«_Vraiment~?_» dit-elle («_oui~!_»).')
  assert.equal(set('Quoi ?! Non !… “Où ?”'), 'Quoi~?! Non~!… “Où~?”')
  assert.equal(set('fin :\nsuite ;'), 'fin_:\nsuite~;')
})

test('a number keeps its unit', () => {
  assert.equal(
    set('52 min, 10 %, 4 Mo, 1 250,00 EUR, 20 €, 3 films, n° 12'),
    '52_min, 10_%, 4_Mo, 1 250,00_EUR, 20_€, 3 films, n°_12',
  )
  assert.equal(set('2 hommes, 3 sites, 4 minutes'), '2 hommes, 3 sites, 4 minutes')
})

test('what a program reads keeps its spaces', () => {
  for (const text of ['fr:dubbed', 'a ?b=c', 'x != y', 'voir https://a.example/x?y=1', '{{name}}', 'a :b', 'deux ;3', ''])
    assert.equal(typesetFrench(text), text)
})

test('what is set once is set', () => {
  const once = typesetFrench('« Où ? » : 52 min')
  assert.equal(typesetFrench(once), once)
})

test('texts, functions, lists and tables speak French alike, and the English is left alone', () => {
  const words = inBoth({
    a: { en: (n: number) => `Why ? ${n} min`, fr: (n: number) => `Pourquoi ? ${n} min` },
    fr: { list: ['Non !'], n: 3 },
  })
  assert.equal(seen(words.a.fr(5)), 'Pourquoi~? 5_min')
  assert.equal(words.a.en(5), 'Why ? 5 min')
  assert.deepEqual(words.fr, { list: ['Non\u202f!'], n: 3 })
  assert.equal(seen(inFrench(() => ({ subject: 'Oui !' }))().subject), 'Oui~!')
})

const files = readdirSync(import.meta.dirname).filter(
  (name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'typeset.ts',
)

/** Every text and function of what a file exports that lies under `fr`, and where it lies. */
function* frenchOf(words: unknown, path: string, french: boolean): Generator<[path: string, said: unknown]> {
  if (french && (typeof words === 'string' || typeof words === 'function')) yield [path, words]
  if (typeof words !== 'object' || words === null || words instanceof Set || words instanceof Map) return
  for (const [key, said] of Object.entries(words)) yield* frenchOf(said, `${path}.${key}`, french || key === 'fr')
}

test('all French words that a file of words exports are typeset', async () => {
  let looked = 0
  const plain: string[] = []
  for (const file of files)
    for (const [name, words] of Object.entries((await import(`./${file}`)) as Record<string, unknown>))
      for (const [path, said] of frenchOf(words, `${file} ${name}`, false)) {
        looked += 1
        const typeset = typeof said === 'string' ? typesetFrench(said) === said : speaksTypeset(said as object)
        if (!typeset && !LATER.test(path)) plain.push(path)
      }
  assert.deepEqual(plain, [])
  assert.ok(looked > 5000, `${looked} French words were found`)
})
/** The words of letters are edited and filled first, and set when the letter is written; figures have their signs from Intl. */
const LATER = /^(letter-templates|format)\.ts/

/** What functions of words are called with, to hear what they say. */
const STANDINS: readonly unknown[][] = [['Lys', 'Lys', 'Lys', 'Lys', 'Lys'], [2, 2, 2, 2, 2], ['Lys', 2, 2, 2], [2, 'Lys', 'Lys'], ['Lys', 'Lys', 2], ['Lys', null], [null, 'Lys'], [['Lys'], ['Lys']], [{}]] // prettier-ignore

test('no French words have a sign that stands bare behind a word', async () => {
  const bare = /[\p{L}\p{N})»”’][:;!?](?=\s|$)/u
  const found: string[] = []
  let said = 0
  for (const file of files)
    for (const [name, words] of Object.entries((await import(`./${file}`)) as Record<string, unknown>))
      for (const [path, one] of frenchOf(words, `${file} ${name}`, false))
        for (const text of typeof one === 'string' ? [one] : heard(one as (...args: unknown[]) => unknown)) {
          said += 1
          if (bare.test(text.replaceAll(/`[^`]*`/g, ''))) found.push(`${path}: ${text}`)
        }
  assert.deepEqual(found, [])
  assert.ok(said > 8000, `${said} French texts were heard`)
})

/** What a function says to the stand-ins that it can be called with. */
function heard(say: (...args: unknown[]) => unknown): string[] {
  return STANDINS.flatMap((args) => {
    try {
      const said = say(...args)
      return typeof said === 'string' ? [said] : []
    } catch {
      return [] // it wants something else
    }
  })
}

test('no file of words has French in it and no way to set it', () => {
  const french = /[\p{L}\p{N}»”’})\]] [:;!?»](?=[\s'`"»”)]|$)|« /u
  const plain = files.filter((file) => {
    const source = readFileSync(`${import.meta.dirname}/${file}`, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
    const texts = source.replaceAll(/\$\{[^{}]*\}/g, '0').match(/'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g) ?? []
    return (
      !LATER.test(file) &&
      texts.some((text) => french.test(text)) &&
      !/inEveryLocale\(|inBoth\(|inFrench\(|typesetFrench\(/.test(source)
    )
  })
  assert.deepEqual(plain, [])
})
