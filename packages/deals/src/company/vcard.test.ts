import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { CARD_LIMITS, readCards, writeCards } from './vcard.ts'

const read = (...lines: string[]) => readCards(['BEGIN:VCARD', ...lines, 'END:VCARD'].join('\r\n'))

test('vCard 4.0: folded, grouped, preferred, escaped', () => {
  const { cards, faults } = read(
    'VERSION:4.0',
    'FN:Zoé Świątek',
    'N:Świątek;Zoé;;;',
    'ORG:Télé Rive\\, S.A.;Documentaries',
    'TITLE:Head of documentary',
    'item1.EMAIL;TYPE=home:zoe@mail.example',
    'EMAIL;PREF=1;TYPE=work:z@tele-rive.example',
    'TEL;VALUE=uri;TYPE="voice,work":tel:+32-2-555-0100',
    'ADR;LABEL="x:y; z":;;12 rue Exemple;Bruxelles;;1000;Belgique',
    'NOTE:Likes rivers\\nand very long lines that are fol',
    ' ded in the middle of a word',
    'LANG;PREF=2:en',
    'LANG;PREF=1:fr',
    'PHOTO:data:image/png;base64,AAAA',
  )
  assert.deepEqual(faults, [])
  assert.deepEqual(cards, [{
    line: 1, name: 'Zoé Świątek', org: 'Télé Rive, S.A.', title: 'Head of documentary', emails: ['z@tele-rive.example', 'zoe@mail.example'],
    phones: ['+32-2-555-0100'], address: '12 rue Exemple\n1000 Bruxelles\nBelgique', web: null,
    note: 'Likes rivers\nand very long lines that are folded in the middle of a word', languages: ['fr', 'en'], isOrg: false,
  }]) // prettier-ignore
})

test('vCard 2.1: quoted-printable in its own charset, over several lines, types without a name', () => {
  const { cards } = read('VERSION:2.1', 'N;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:M=FCller;J=F6rg', 'TEL;WORK;PREF:+49 30 1', 'TEL;CELL:+49 170 2', 'NOTE;ENCODING=QUOTED-PRINTABLE:caf=C3=A9 =', 'au lait', 'ORG;QUOTED-PRINTABLE:K=C3=B6ln TV') // prettier-ignore
  assert.deepEqual([cards[0]?.name, cards[0]?.phones, cards[0]?.note, cards[0]?.org], ['Jörg Müller', ['+49 30 1', '+49 170 2'], 'café au lait', 'Köln TV']) // prettier-ignore
})

test('a card of a company is a company', () => {
  assert.deepEqual(read('VERSION:4.0', 'KIND:org', 'FN:Kanal Ost').cards.map(({ name, org }) => [name, org]), [['', 'Kanal Ost']]) // prettier-ignore
  assert.deepEqual(read('VERSION:3.0', 'FN:Kanal Ost', 'ORG:Kanal Ost').cards.map(({ name, org }) => [name, org]), [['', 'Kanal Ost']]) // prettier-ignore
})

test('what is wrong is named with its line, and the other cards stand', () => {
  const { cards, faults } = readCards(
    'x\nBEGIN:VCARD\nFN:A\nBEGIN:VCARD\nFN:B\nEND:VCARD\nBEGIN:VCARD\nTEL:1\nEND:VCARD\nBEGIN:VCARD\nFN:C',
  )
  assert.deepEqual(cards.map(({ name }) => name), ['B']) // prettier-ignore
  assert.deepEqual(faults, [{ line: 2, code: 'never-ends' }, { line: 7, code: 'no-name' }, { line: 10, code: 'never-ends' }]) // prettier-ignore
  const many = 'BEGIN:VCARD\nFN:A\nEND:VCARD\n'.repeat(CARD_LIMITS.cards + 1)
  assert.deepEqual(readCards(many).faults.map(({ code }) => code), ['too-many']) // prettier-ignore
})

test('what is written is read again, whatever the names', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }).map((one) => one.replaceAll(/\p{Cc}/gu, ' ').replaceAll(/\s+/g, ' ').trim()).filter((one) => one !== '') // prettier-ignore
  fc.assert(
    fc.property(text, text, (name, company) => {
      fc.pre(name !== company)
      const written = writeCards([{ id: 'x', name, company, role: null, email: null, phone: null, languages: [] }])
      for (const line of written.split('\r\n')) assert.ok(new TextEncoder().encode(line).byteLength <= 75, line)
      const [card] = readCards(written).cards
      assert.deepEqual([card?.name, card?.org], [name, company])
    }),
  )
})

test('no text breaks the reader', () => {
  fc.assert(fc.property(fc.string(), (text) => void readCards(`BEGIN:VCARD\n${text}\nEND:VCARD`)))
})
