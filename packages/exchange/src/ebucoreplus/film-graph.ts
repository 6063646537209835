/**
 * A film as EBUCorePlus tells it (namespace ebucoreplus#, 2.0). The ontology has no terms for the year and the country of
 * production: dcterms:created and schema:countryOfOrigin stand for them.
 */
import type { Cut, FestivalEntry, LanguageVersion, TextByLanguage } from '@vitrine/catalogue'
import { durationOf } from '../movielabs/durations.ts'
import { functionOf } from '../mec/jobs.ts'
import { filmIri } from '../formats/film-iri.ts'
import type { FilmOut, Sender } from '../formats/format.ts'
import type { Literal, Thing } from '../rdf/thing.ts'
import { FIRM_ROLES } from './carries.ts'

type Said = Thing['says'][number]

export function filmGraph(film: FilmOut, sender: Sender): Thing {
  const { sheet } = film
  const iri = filmIri(film, sender)
  let count = 0
  const thing = (types: string | readonly string[], ...says: readonly (readonly Said[])[]): Thing => {
    count += 1
    return { iri: `${iri}-${count}`, types: [types].flat(), says: says.flat() }
  }
  const named = (type: string, name: string): Thing => thing(type, say('ec:name', name))
  const concept = (name: string): Thing => named('skos:Concept', name)

  const alternative = (title: string, language: string | null, kind: string): Said[] => [
    [
      'ec:hasAlternativeTitle',
      thing('ec:AlternativeTitle', [['ec:title', inLanguage(title, language)]], [['ec:hasObjectType', concept(kind)]]),
    ],
  ]
  const involvement = (
    name: string,
    role: string,
    { person = true, country = null as string | null, label = null as string | null } = {},
  ): Said[] => {
    const agent = thing(
      person ? 'ec:Person' : 'ec:Organisation',
      say('ec:name', name),
      country === null ? [] : [['ec:hasAgentNationality', named('ec:CountryCode', country)]],
    )
    return [
      [
        'ec:hasContributor',
        thing(
          'ec:Involvement',
          [['ec:hasRelatedAgent', agent]],
          [['ec:hasObjectType', concept(role)]],
          say('ec:description', label),
        ),
      ],
    ]
  }
  const spoken = ({ language, use, hardOfHearing }: LanguageVersion): Said[] => {
    const tongue = named('ec:Language', language)
    if (use === 'subtitled')
      return hardOfHearing
        ? [['ec:hasCaptioning', thing('ec:Captioning', [['ec:hasLanguage', tongue]])]]
        : [['ec:hasSubtitling', thing('ec:Subtitling', [['ec:hasLanguage', tongue]])]]
    if (use === 'dubbed') return [['ec:hasDubbedLanguage', tongue]]
    const told = use === null ? tongue : { ...tongue, says: [...tongue.says, ...say('ec:description', use)] }
    return [['ec:hasLanguage', told]]
  }
  const cut = ({ minutes, episodes, versions }: Cut): Said[] => [
    [
      'ec:hasVersion',
      thing(
        episodes === null ? 'ec:Programme' : 'ec:Series',
        [['ec:isoDuration', { text: durationOf(minutes * 60), type: 'xsd:duration' }]],
        episodes === null ? [] : [['ec:totalNumberOfEpisodes', { text: String(episodes), type: 'xsd:integer' }]],
        versions.flatMap(spoken),
      ),
    ],
  ]
  const festival = ({ festival: name, year, city, country, section, award, premiere }: FestivalEntry): Said[] => {
    const place =
      city === null && country === null
        ? []
        : [
            [
              'ec:hasRelatedLocation',
              thing('ec:Location', say('ec:name', city), say('ec:locationAddressCountry', country)),
            ] as const,
          ]
    const event = thing(
      'ec:Event',
      say('ec:name', name),
      year === null ? [] : [['dcterms:date', { text: String(year), type: 'xsd:gYear' }]],
      say('ec:description', section),
      premiere === null ? [] : [['ec:hasObjectType', concept(premiere)]],
      place,
    )
    if (award === null) return [['ec:hasRelatedEvent', event]]
    return [
      [
        'ec:hasRelatedAward',
        thing('ec:Award', say('ec:name', award), say('ec:awardCeremony', name), [['ec:hasRelatedEvent', event]]),
      ],
    ]
  }

  const isSeries = sheet.cuts.length > 0 && sheet.cuts.every(({ episodes }) => episodes !== null)
  const says: (readonly Said[])[] = [
    say('ec:title', sheet.title),
    Object.entries(sheet.titles).flatMap(([language, title]) => alternative(title, language, 'translation')),
    sheet.originalTitle === null ? [] : alternative(sheet.originalTitle, null, 'original'),
    sheet.otherTitles.flatMap(({ title, language }) => alternative(title, language, 'other')),
    texts('ec:abstract', sheet.logline),
    texts('ec:summary', sheet.shortSynopsis),
    texts('ec:synopsis', sheet.synopsis),
    texts('ec:comments', sheet.directorsNote),
    texts('ec:highlights', Object.fromEntries(Object.entries(sheet.lead).map(([language, { text }]) => [language, text]))),
    sheet.year === null ? [] : [['dcterms:created', { text: String(sheet.year), type: 'xsd:gYear' }]],
    sheet.originalLanguages.map((language): Said => ['ec:hasOriginalLanguage', named('ec:Language', language)]),
    sheet.versions.flatMap(spoken),
    sheet.cuts.flatMap(cut),
    sheet.directors.flatMap((name) => involvement(name, functionOf('director'))),
    sheet.producers.flatMap((name) => involvement(name, functionOf('producer'))),
    sheet.credits.flatMap(({ role, label, names }) => names.flatMap((name) => involvement(name, role, { label }))),
    sheet.productionCompanies.flatMap(({ name, country }) =>
      involvement(name, FIRM_ROLES.productionCompanies, { person: false, country }),
    ),
    sheet.coProducers.flatMap(({ name, country }) => involvement(name, FIRM_ROLES.coProducers, { person: false, country })),
    sheet.broadcasters.flatMap((name) => involvement(name, FIRM_ROLES.broadcasters, { person: false })),
    sheet.supporters.flatMap((name) => involvement(name, FIRM_ROLES.supporters, { person: false })),
    sheet.countries.flatMap((country) => say('schema:countryOfOrigin', country)),
    sheet.genres.map((genre): Said => ['ec:hasGenre', concept(genre)]),
    sheet.themes.map((theme): Said => ['ec:hasTheme', named('ec:Theme', theme)]),
    sheet.keywords.map((keyword): Said => ['ec:hasKeyword', named('ec:Keyword', keyword)]),
    sheet.places.map((place): Said => ['ec:coversLocation', named('ec:Location', place)]),
    sheet.festivals.flatMap(festival),
    sheet.pressQuotes.map(({ text, source, author, language }): Said => [
      'ec:hasReview',
      thing(
        'ec:Review',
        [['ec:description', inLanguage(text, language)]],
        source === null ? [] : [['ec:hasRelatedAgent', named('ec:Organisation', source)]],
        author === null ? [] : [['ec:hasRelatedAgent', named('ec:Person', author)]],
      ),
    ]),
    sheet.ratings.map(({ system, value }): Said => [
      'ec:hasRating',
      thing('ec:Rating', say('ec:name', system), say('ec:description', value)),
    ]),
    Object.entries(sheet.identifiers).flatMap(([kind, value]: [string, string | null]): Said[] =>
      value === null
        ? []
        : [['ec:hasIdentifier', thing('ec:Identifier', say('ec:identifierValue', value), [['ec:hasObjectType', concept(kind)]])]],
    ),
    [...film.pictures.values()].map(({ url }): Said => ['schema:image', { text: url, type: 'xsd:anyURI' }]),
    film.url === null ? [] : [['schema:url', { text: film.url, type: 'xsd:anyURI' }]],
    [['dcterms:modified', { text: film.changedAt, type: 'xsd:dateTime' }]],
  ]
  return { iri, types: ['ec:EditorialWork', isSeries ? 'ec:Series' : 'ec:Programme'], says: says.flat() }
}

const say = (property: string, text: string | null): Said[] => (text === null ? [] : [[property, { text }]])
const inLanguage = (text: string, language: string | null): Literal => (language === null ? { text } : { text, language })
const texts = (property: string, by: TextByLanguage): Said[] =>
  Object.entries(by).map(([language, text]) => [property, { text, language }])
