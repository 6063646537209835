import assert from 'node:assert/strict'
import { test } from 'node:test'
import { GENRES, THEMES, TitleSheet } from '@vitrine/catalogue'
import { checkIdentifier } from '@vitrine/catalogue/identifiers/identifiers'
import { nameKey } from '@vitrine/deals/company/names'
import { collections, companies, entries, featured, films, markets, settings, tasks } from './index.ts'

const BOTH = ['en', 'fr']
const texts = (film: (typeof films)[number]) => [
  film.sheet.logline,
  film.sheet.shortSynopsis,
  film.sheet.synopsis,
  film.sheet.titles,
  film.sheet.directorsNote,
  film.sheet.biography,
  ...film.pictures.map((p) => p.caption),
]

for (const film of films) {
  test(`${film.slug}: the sheet is whole, in both languages`, () => {
    const { sheet } = film
    assert.deepEqual(TitleSheet.parse(sheet), sheet)
    for (const language of BOTH) {
      assert.ok(sheet.lead[language]?.writtenOn)
      for (const text of [sheet.logline, sheet.shortSynopsis, sheet.synopsis, sheet.titles]) assert.ok(text[language], language)
      const logline = sheet.logline[language]!
      assert.ok(logline.length <= 190, `logline ${language}: ${logline.length}`)
      const short = sheet.shortSynopsis[language]!
      assert.ok(short.length <= 400, `short synopsis ${language}: ${short.length}`)
      const paragraphs = sheet.synopsis[language]!.split('\n\n')
      assert.ok(paragraphs.length >= 3 && paragraphs.length <= 5, `synopsis ${language}: ${paragraphs.length} paragraphs`)
      assert.ok(sheet.synopsis[language]!.length <= 4000)
    }
    assert.equal(sheet.synopsis['en']!.split('\n\n').length, sheet.synopsis['fr']!.split('\n\n').length)
    for (const theme of sheet.themes) assert.ok((THEMES as readonly string[]).includes(theme), theme)
    for (const genre of sheet.genres) assert.ok((GENRES as readonly string[]).includes(genre), genre)
    for (const slug of sheet.collections)
      assert.ok(
        collections.some((c) => c.slug === slug),
        slug,
      )
    for (const day of [film.publishedOn, sheet.lead['en']!.writtenOn!]) assert.ok(Number.isFinite(Date.parse(day)), day)
    assert.ok(sheet.lead['en']!.writtenOn! <= film.publishedOn)
  })

  test(`${film.slug}: its texts are typeset`, () => {
    for (const text of texts(film)) {
      for (const [language, words] of Object.entries(text)) {
        assert.doesNotMatch(words, /["']|  |\.\.\.| \n|\n /, words)
        if (language === 'fr') assert.doesNotMatch(words, / [;:!?»]|« /, words)
        else assert.doesNotMatch(words, /\s[;:!?,.]/, words)
      }
    }
  })

  test(`${film.slug}: a poster and three stills, each with its words`, () => {
    assert.equal(film.pictures[0]?.name, 'poster')
    assert.ok(film.pictures.length >= 4)
    for (const picture of film.pictures) for (const language of BOTH) assert.ok(picture.caption[language])
  })
}

test('some films have register numbers: invented ones, each once, with the check characters that they call for', () => {
  const numbered = films.filter(({ sheet }) => sheet.identifiers.eidr !== null)
  assert.ok(numbered.length >= 6)
  for (const { slug, sheet } of numbered) {
    assert.ok(checkIdentifier('eidr', sheet.identifiers.eidr!).state === 'right', slug)
    assert.ok(checkIdentifier('isan', sheet.identifiers.isan!).state === 'right', slug)
    assert.match(sheet.identifiers.eidr!, /^10\.5240\/FFFF-FFFF-FFFF-FFFF-/, 'nobody takes it for a real one')
  }
  for (const name of ['eidr', 'isan'] as const)
    assert.equal(new Set(numbered.map(({ sheet }) => sheet.identifiers[name])).size, numbered.length)
  const real = films.find((film) => film.slug === 'central-asia-the-call-of-isis')
  assert.deepEqual(
    [real?.sheet.identifiers.eidr, real?.sheet.identifiers.isan],
    [null, null],
    'a real film gets no invented number',
  )
})

test('slugs and references are each used once', () => {
  assert.equal(new Set(films.map((film) => film.slug)).size, films.length)
  assert.equal(new Set(films.map((film) => film.sheet.identifiers.reference)).size, films.length)
  films.forEach((film, i) => assert.equal(film.sheet.identifiers.reference, `VIT-${String(i + 1).padStart(4, '0')}`))
})

test('what the house features and collects exists', () => {
  assert.equal(settings.demonstration, true)
  for (const slug of featured)
    assert.ok(
      films.some((film) => film.slug === slug),
      slug,
    )
  for (const { slug, picture } of collections) {
    assert.ok(films.filter((film) => film.sheet.collections.includes(slug)).length >= 2, slug)
    assert.ok(
      films.find((film) => film.slug === picture.film)?.pictures.some((p) => p.name === picture.name),
      slug,
    )
  }
})

test('the buyers of the book are companies of the house; one company stands there twice; nobody has a mailbox', () => {
  const names = companies.map(({ company }) => company.name)
  const buyers = new Set(
    entries
      .filter(({ entry }) => entry['kind'] === 'licence' || entry['kind'] === 'option')
      .map(({ entry }) => String(entry['party'])),
  )
  for (const buyer of buyers) assert.ok(names.includes(buyer), buyer)
  assert.equal(names.length - new Set(names.map(nameKey)).size, 1)
  for (const { people } of companies) for (const person of people) assert.match(String(person['email']), /\.example$/)
})

test('meetings are with people who are there, about films that are there, on days of the market', () => {
  const people = new Map(companies.map(({ company, people: all }) => [company.name, all.map(({ name }) => name)]))
  for (const { market, meetings } of markets)
    for (const meeting of meetings) {
      for (const name of meeting.people) assert.ok(people.get(meeting.company)?.includes(name), name)
      for (const slug of meeting.films)
        assert.ok(
          films.some((film) => film.slug === slug),
          slug,
        )
      assert.ok(market.firstDay <= meeting.day && meeting.day <= market.lastDay && meeting.fromMinute < meeting.toMinute)
    }
  for (const { company } of tasks) assert.ok(people.has(company), company)
})
