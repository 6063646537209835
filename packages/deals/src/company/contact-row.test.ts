import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cellsOfCard, CONTACT_COLUMNS, readContactRow } from './contact-row.ts'
import { readCards } from './vcard.ts'

const subjects = new Map([['history', { kind: 'theme' as const, code: 'history' }]])
const read = (cells: Parameters<typeof readContactRow>[0]) => readContactRow(cells, subjects)

test('a line as houses have them', () => {
  const { company, person, note, problems } = read({
    company: ' Télé  Rive ', kinds: 'Diffuseur; VOD', country: 'Belgique', territory: 'Belgium (French)', media: 'free-tv', slots: "52' history; 90'", web: 'tele-rive.example',
    firstName: 'Zoé', lastName: 'Świątek', email: 'mailto:z@tele-rive.example', languages: 'French; en', locale: 'français', consent: 'Oui', note: 'Likes rivers',
  }) // prettier-ignore
  assert.deepEqual(problems, [])
  assert.deepEqual([company?.name, company?.kinds, company?.country, company?.profile.slots.length, company?.profile.web], ['Télé Rive', ['broadcaster', 'platform'], 'BE', 2, 'https://tele-rive.example']) // prettier-ignore
  assert.deepEqual(person, { name: 'Zoé Świątek', email: 'z@tele-rive.example', phone: null, role: null, languages: person?.languages, locale: 'fr', consent: 'given' }) // prettier-ignore
  assert.deepEqual(person?.languages.toSorted(), ['en', 'fr'])
  assert.equal(note, 'Likes rivers')
})

test('what cannot be read is left out and named by its column; of a line of nobody nothing is left', () => {
  const { company, person, problems } = read({ company: 'X', kinds: 'Spaceship', country: 'DACH', territory: 'Polnad', slots: "26', 52'", web: 'javascript:1', name: 'A', email: 'a@b', languages: 'Qwertz', consent: 'maybe' }) // prettier-ignore
  assert.deepEqual(problems.map(({ column, severity }) => `${column} ${severity}`), ['kinds doubtful', 'slots doubtful', 'web doubtful', 'territory doubtful', 'country doubtful', 'email doubtful', 'languages doubtful', 'consent doubtful']) // prettier-ignore
  assert.deepEqual([company?.country, company?.profile.territory, person?.email], [null, null, null])
  for (const [cells, column] of [
    [{ country: 'France' }, null],
    [{ email: 'a@b.example' }, 'email'],
  ] as const) {
    const nobody = read(cells)
    assert.deepEqual([nobody.company, nobody.person, nobody.problems.map((problem) => [problem.column, problem.severity])], [null, null, [[column, 'doubtful']]]) // prettier-ignore
  }
})

test('of several addresses in one cell the first that is one is taken, and the others are named', () => {
  const { person, problems } = read({ name: 'Ingrid', email: 'no ::: i@nord.example ::: ingrid@mail.example', phone: '+47 1 ::: +47 2' }) // prettier-ignore
  assert.deepEqual([person?.email, person?.phone], ['i@nord.example', '+47 1, +47 2'])
  assert.deepEqual(problems.map(({ column, what }) => `${column} ${what.en}`), ['email “no” is no mail address; left out.', 'email A further address, “ingrid@mail.example”; left out.']) // prettier-ignore
})

test('a card is a line', () => {
  const [card] = readCards('BEGIN:VCARD\nFN:Ana Nowak\nORG:Kanal Ost\nEMAIL:ana@kanal-ost.example\nTITLE:Buyer\nEND:VCARD').cards
  const { company, person } = read(cellsOfCard(card!))
  assert.deepEqual([company?.name, person?.name, person?.role], ['Kanal Ost', 'Ana Nowak', 'Buyer'])
})

test('no line breaks the reader', () => {
  const columns = CONTACT_COLUMNS.filter((column) => column !== 'ignore')
  fc.assert(fc.property(fc.dictionary(fc.constantFrom(...columns), fc.string()), (cells) => void read(cells)))
})
