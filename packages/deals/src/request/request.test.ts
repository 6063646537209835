import assert from 'node:assert/strict'
import { test } from 'node:test'
import { guessKind } from './guess-kind.ts'
import { ownWords } from './own-words.ts'

test('what a letter asks for is guessed by its words, in English and in French', () => {
  const cases: [string, string | null][] = [
    ['Could you send us a screener of The Salt Road?', 'screener'],
    ['Can we have a viewing link and the password?', 'screener'],
    ['Pourriez-vous nous donner un lien de visionnage ?', 'screener'],
    ['We would like to acquire SVOD rights for Poland.', 'terms'],
    ['A screener please, and your licence fee for Poland.', 'terms'],
    ['Quels sont vos tarifs pour une diffusion en Suisse ?', 'terms'],
    ['Nous souhaitons acquérir ce film.', 'terms'],
    ['It was a pleasure to meet you in Leipzig.', null],
    ['The brightest copyrights of all', null],
  ]
  for (const [text, kind] of cases) assert.equal(guessKind(text)?.kind ?? null, kind, text)
})

test('what is quoted and what stands below is not what somebody says', () => {
  assert.equal(ownWords('Yes.\n\nOn Tue, 3 Nov 2026 at 10:00, Films <films@house.example>\nwrote:\n> The rights are free.'), 'Yes.')
  assert.equal(ownWords('Oui.\n\nLe 3 nov. 2026 à 10:00, Films a écrit :\n> Les droits'), 'Oui.')
  assert.equal(ownWords('Oui.\n\nLe 3 nov. 2026 à 10:00, Films a écrit\u00a0:\n> Les droits'), 'Oui.')
  assert.equal(ownWords('Yes.\n-- \nAna Kovač\nKanal Ost, Poland'), 'Yes.')
  assert.equal(ownWords('Yes.\n\n-----Original Message-----\nFrom: Films'), 'Yes.')
  assert.equal(ownWords('> The rights are free.\nThen we take them.\n> For good?\nYes.'), 'Then we take them.\nYes.')
  assert.equal(ownWords('> only quoted'), '> only quoted')
  assert.equal(ownWords('On Monday we open.\nCome and see.'), 'On Monday we open.\nCome and see.')
}) // prettier-ignore
