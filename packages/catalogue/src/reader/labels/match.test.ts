import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSheet } from '../read-sheet.ts'
import { LabelReader, opensLabel } from './match.ts'

const fields = (label: string, language: string | null = null, misspelt = false) =>
  new LabelReader(language).lookup(label, misspelt)?.fields.join('+') ?? null

test('labels are read in gender, number, jointly, letter-spaced and misspelt', () => {
  const wanted: Record<string, string> = {
    Director: 'director', 'DIRECTOR(S)': 'director', 'Director/a': 'director', 'Réalisateur/-trice': 'director', 'Réalisateur·rice·s': 'director', 'Regisseur*in': 'director', 'Produzent/-innen': 'producer', 'Autor/-in': 'credit:writer', 'Regia/Director': 'director',
    'Director, Screenplay, Photography': 'director+credit:writer+credit:photography', 'Guión y dirección': 'credit:writer+director', 'Buch und Regie': 'credit:writer+director', 'Cinematography & Editing': 'credit:photography+credit:editing',
    'D i r e c to r s': 'director', 'Ye a r': 'year', 'Language version(s) available': 'versions', 'Année / Year': 'year', 'Synopsis (EN)': 'synopsis', 'N° ISAN': 'isan', "L'histoire": 'synopsis', 'Coproducer': 'coProducer', 'Länge': 'duration', LAENGE: 'duration', 'Sous titres': 'subtitles',
  } // prettier-ignore
  for (const [label, field] of Object.entries(wanted)) assert.equal(fields(label), field, label)
  assert.equal(fields('Tecnology'), null)
  assert.equal(fields('Tecnology', null, true), 'format')
  assert.equal(fields('Yaer', null, true), 'year')
  assert.equal(fields('The Salt Road', null, true), null)
})

test('a label that languages use differently is read in the language of the sheet', () => {
  assert.equal(fields('Argumento', 'pt'), 'credit:writer')
  assert.equal(fields('Argumento', 'es'), 'synopsis')
  assert.equal(fields('Argument', 'ca'), 'synopsis')
  assert.equal(fields('Image', 'fr'), 'imageOrFormat')
  assert.equal(fields('R', 'de'), 'director')
  assert.equal(fields('R', 'pt'), 'credit:writer')
  assert.equal(fields('S', 'de'), 'credit:editing')
  assert.equal(fields('M', 'pt'), 'credit:editing')
  assert.equal(new LabelReader('de', true).lookup('D')?.fields[0], 'credit:cast')
})

test('a word that no label begins with is told by itself, and one that may be misread, joined or in both genders is not ruled out', () => {
  for (const word of [
    'Director',
    'Réalisation',
    'Written,',
    'Regisseur:in',
    'Réalisateur·rice',
    'RŽalisation',
    '(Co)director',
    'N°',
  ])
    assert.equal(opensLabel(word), true, word)
  for (const word of ['Kerbrat', 'whoever', 'Zwischen']) assert.equal(opensLabel(word), false, word)
  // an é of Mac Roman read as Windows-1252, in labels without punctuation
  const { year, directors, durations } = readSheet('La Digue aux orties\n\nRŽalisation Maud Kerbrat\nAnnŽe 2009\nDurŽe 52Õ\n')
  assert.deepEqual({ year, directors, durations }, { year: 2009, directors: ['Maud Kerbrat'], durations: [52] })
})
