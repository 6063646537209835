/** Sheets as documents: the page, the Word file and the PDF are made here, turned into text and read; every fact is scored as those of the text sheets are. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSheet } from '@vitrine/catalogue/reader/read-sheet'
import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import { scoreSheet, scoreTable, type Expected } from '../../catalogue/corpus/score.ts'
import { documentText } from '../src/documents/document-text.ts'
import { column, madePdf } from '../src/documents/made-documents.ts'

interface Case {
  name: string
  bytes: () => Promise<Uint8Array> | Uint8Array
  expected: Expected
}

const page = (text: string) => new TextEncoder().encode(text)

/** A table of two columns, as production sheets have it; a line break within a value is a paragraph of its cell. */
const table = (rows: [string, string][]) =>
  new Table({
    rows: rows.map(
      (cells) =>
        new TableRow({
          children: cells.map((cell) => new TableCell({ children: cell.split('\n').map((line) => new Paragraph(line)) })),
        }),
    ),
  })
const heading = (text: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel] = HeadingLevel.HEADING_2) =>
  new Paragraph({ heading: level, children: [new TextRun(text)] })
const word = async (children: (Paragraph | Table)[]) =>
  new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })))

const CASES: Case[] = [
  {
    name: 'page that asks about cookies.html',
    bytes: () =>
      page(`<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Bread for the Dead | Films | Northwater Film Festival</title></head><body><div role="dialog" class="cc-window"><p>This website uses cookies to ensure you get the best experience on our website. <a>Learn more</a></p><button>Got it!</button></div><nav aria-label="Main"><a>Films</a><a>Events</a><a>Industry</a><a>Visit</a><a>Basket (0)</a></nav><main><h1>Bread for the Dead</h1><div class="sub">Pan de muertos vivos</div><ul class="film-facts"><li>Dir. Araceli Montes</li><li>Mexico, USA</li><li>2023</li><li>1h 26m</li><li>Spanish, Zapotec with English subtitles</li><li>Cert. 12A</li></ul><div class="copy"><p>Each October a bakery in Oaxaca takes orders from the cemetery.</p><p>Araceli Montes grew up behind its ovens. Returning after two decades in Chicago, she finds the orders have doubled and nobody will say why. What follows is part family album, part detective story.</p></div><h2>Credits</h2><table><tr><td>Producer</td><td>Sol Reyes</td></tr><tr><td>Cinematography</td><td>Beto Cruz</td></tr><tr><td>Editor</td><td>Nan Keller</td></tr><tr><td>Production Company</td><td>Horno Films</td></tr></table><h2>Book tickets</h2><p>Sat 7 Oct, 6.15pm, Screen 2 – SOLD OUT</p><h2>You might also like</h2><ul><li><a>The Salt Path Home</a></li><li><a>Wolf Hour</a></li></ul></main><footer><p>Registered charity no. 555 001</p><p>© Northwater Film Festival 2023. Privacy policy. Accessibility.</p></footer></body></html>`),
    expected: {
      title: 'Bread for the Dead',
      lead: 'Each October … the cemetery.',
      synopsis: { starts: 'Araceli Montes grew up', ends: 'detective story.', paragraphs: 1 },
      year: 2023,
      durations: [86],
      directors: ['Araceli Montes'],
      productionCompanies: ['Horno Films'],
      producers: ['Sol Reyes'],
      countries: ['MX', 'US'],
      originalLanguages: ['es', 'zap'],
      subtitleLanguages: ['en'],
      mayWarn: ['ambiguous', 'not-understood'],
      unread: ['SOLD OUT', 'Wolf Hour', 'Privacy policy'],
    },
  },
  {
    name: 'page without a main heading.html',
    bytes: () =>
      page(`<!DOCTYPE html><html lang="es"><head><meta charset="utf-8"><title>El oficio de la niebla | Festival Cumbres</title><meta name="description" content="Festival de cine documental"><script>window.dataLayer=[]</script></head><body><div class="skip"><a href="#c">Saltar al contenido</a></div><nav><a href="/">Inicio</a> <a href="/ediciones">Ediciones</a> <a href="/entradas">Entradas</a></nav><div id="c"><article><span class="tag">Sección Oficial</span><h2>El oficio de la niebla</h2><h4>The Craft of Fog</h4><ul class="datos"><li><strong>Dirección:</strong> Belén Olmos</li><li><strong>País:</strong> Chile</li><li><strong>Año:</strong> 2022</li><li><strong>Duración:</strong> 63’</li><li><strong>Idioma:</strong> Español</li><li><strong>Subtítulos:</strong> Inglés</li><li><strong>Productora:</strong> Camanchaca Cine</li></ul><p>En el desierto de Atacama, tres hermanas cosechan agua del aire con redes que tejió su abuela. Cuando llega la minera, la niebla empieza a valer dinero.</p><p class="share">Compartir: Facebook Twitter WhatsApp</p></article><aside><h3>También te puede interesar</h3><ul><li><a href="/f/2">La sal</a></li><li><a href="/f/3">Viento del este</a></li></ul></aside></div><footer>Festival Cumbres 2022 – Todos los derechos reservados – Aviso legal</footer><div class="cookies">Este sitio usa cookies. <a>Aceptar</a></div></body></html>`),
    expected: {
      title: 'El oficio de la niebla',
      originalTitle: { any: true },
      synopsis: { starts: 'En el desierto', ends: 'a valer dinero.', paragraphs: 1 },
      year: 2022,
      durations: [63],
      directors: ['Belén Olmos'],
      productionCompanies: ['Camanchaca Cine'],
      countries: ['CL'],
      originalLanguages: ['es'],
      subtitleLanguages: ['en'],
      mayWarn: ['ambiguous', 'not-understood'],
      unread: ['Saltar al contenido', 'Viento del este'],
    },
  },
  {
    name: 'page of a festival.html',
    bytes: () =>
      page(`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The Weight of Ice | Northlight</title><script>var t = 1</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li>Tickets</li></ul></nav><header><p>Northlight Film Festival, 12 – 20 October 2024</p></header>
<main><h1>The Weight of Ice</h1><p class="meta"><span>Sunniva Aas &amp; Per Lindqvist</span> <span>Norway, Sweden</span> <span>2024</span> <span>78 min</span> <span>DCP</span> <span>Norwegian, Swedish with English subtitles</span></p>
<div>Section: Nordic Competition</div>
<p>Three brothers have inherited a glacier. Nobody told them it was leaving.</p>
<p>On the north side of the plateau the Heggen family has guided visitors over the ice for four generations. This summer the path that their grandfather cut ends in open water.</p>
<table><tr><th>Screenplay</th><td>Sunniva Aas</td></tr><tr><th>Editing</th><td>Maja Torp</td></tr><tr><th>Producer</th><td>Tuva Holmen</td></tr><tr><th>Production company</th><td>Brefilm AS (NO), Kvarn Produktion (SE)</td></tr><tr><th>World sales</th><td>Lantern Sales, hello@lantern.example</td></tr></table>
<h3>Screenings</h3><ul><li>Sat 12 Oct, 18:30, Kino 2</li><li>Mon 14 Oct, 21:00, Kino 1</li></ul></main></body></html>`),
    expected: {
      title: 'The Weight of Ice',
      lead: 'Three brothers … was leaving.',
      synopsis: { starts: 'On the north side', ends: 'in open water.', paragraphs: 1 },
      year: 2024,
      durations: [78],
      directors: ['Sunniva Aas', 'Per Lindqvist'],
      productionCompanies: ['Brefilm AS', 'Kvarn Produktion'],
      producers: ['Tuva Holmen'],
      countries: ['NO', 'SE'],
      originalLanguages: ['no', 'sv'],
      subtitleLanguages: ['en'],
      contacts: [{ company: 'Lantern Sales', email: 'hello@lantern.example' }],
      unread: ['Nordic Competition', 'Sat 12 Oct, 18:30, Kino 2'],
    },
  },
  {
    name: 'page of a sales house.html',
    bytes: () =>
      page(`<html><body><article><h1>Die Uhr von Harl</h1><dl><dt>Regie<dd>Nils Averbeck<dt>Land<dd>Deutschland<dd>Österreich<dt>Jahr<dd>2022<dt>Länge<dd>52 Min.<dd>90 Min.<dt>Sprachfassungen<dd>Deutsch, Englisch<dt>Produktion<dd>Kessel Film GmbH</dl>
<p>Eine Stadt an der Küste stimmt darüber ab, ob ihre Uhren der Hauptstadt folgen sollen.</p><p>Seit dreißig Jahren steigt Oda Brandt jeden Morgen auf den Turm, um eine Uhr zu stellen, die niemand mehr braucht. Als der Rat sie stehen lassen will, bleibt die halbe Stadt mit ihr stehen.</p></article></body></html>`),
    expected: {
      title: 'Die Uhr von Harl',
      lead: 'Eine Stadt … folgen sollen.',
      synopsis: { starts: 'Seit dreißig Jahren', ends: 'mit ihr stehen.', paragraphs: 1 },
      year: 2022,
      durations: [52, 90],
      directors: ['Nils Averbeck'],
      productionCompanies: ['Kessel Film GmbH'],
      countries: ['DE', 'AT'],
      versionLanguages: ['de', 'en'],
    },
  },
  {
    name: 'production sheet with a table.docx',
    bytes: () =>
      word([
        new Paragraph('PRODUCTION SHEET'),
        heading('Paper Boats', HeadingLevel.TITLE),
        table([
          ['Original title', 'Barcos de papel'],
          ['Directed by', 'Inés Quiroga'],
          ['Produced by', 'Rodrigo Vela (Delta Sur)\nHanne Moe (Fjordlys)'],
          ['Countries', 'Argentina\nUruguay\nNorway'],
          ['Year of completion', '2025'],
          ['Length', '90 min / 52 min'],
          ['Language', 'Spanish'],
          ['Subtitles available', 'English, French, Norwegian'],
          ['Awards', 'Best Documentary – Festival del Delta 2025'],
          ['Contact', 'Delta Sur\nsales@deltasur.example'],
        ]),
        heading('Short synopsis'),
        new Paragraph('Two ferrymen on opposite banks discover that the water between them has been sold, twice.'),
        heading('Synopsis'),
        new Paragraph('Anselmo rows from one side, Beto from the other. They have never spoken. When surveyors set buoys in the channel, each believes that the other has sold it.'), // prettier-ignore
      ]),
    expected: {
      title: 'Paper Boats',
      originalTitle: 'Barcos de papel',
      lead: 'Two ferrymen … twice.',
      synopsis: { starts: 'Anselmo rows', ends: 'has sold it.', paragraphs: 1 },
      year: 2025,
      durations: [90, 52],
      directors: ['Inés Quiroga'],
      productionCompanies: ['Delta Sur', 'Fjordlys'],
      producers: ['Rodrigo Vela', 'Hanne Moe'],
      countries: ['AR', 'UY', 'NO'],
      originalLanguages: ['es'],
      subtitleLanguages: ['en', 'fr', 'no'],
      festivals: [{ festival: 'Festival del Delta', year: 2025, award: 'Best Documentary' }],
      contacts: [{ email: 'sales@deltasur.example' }],
    },
  },
  {
    name: 'fiche.docx',
    bytes: () =>
      word([
        heading('Le Dernier Bac', HeadingLevel.HEADING_1),
        new Paragraph('Un film de Maëlle Kerbrat'),
        new Paragraph('Documentaire – France, Belgique – 2023 – 1h26 – Couleur – 1.85 – 5.1'),
        new Paragraph('Depuis que le pont est ouvert, plus personne ne prend le bac. Sauf ceux qui n’ont pas de voiture.'),
        new Paragraph('Pendant un an, la réalisatrice traverse l’estuaire avec les trois derniers passeurs. On y parle de marées, de dettes et d’un permis de conduire que personne n’a jamais passé.'), // prettier-ignore
        new Paragraph('Production : Les Films de l’Estran'),
        new Paragraph('Versions disponibles : français, anglais'),
        new Paragraph('Festival de Douarnenez 2023 – Grand Prix'),
      ]),
    expected: {
      title: 'Le Dernier Bac',
      lead: 'Depuis que le pont … de voiture.',
      synopsis: { starts: 'Pendant un an', ends: 'n’a jamais passé.', paragraphs: 1 },
      year: 2023,
      durations: [86],
      directors: ['Maëlle Kerbrat'],
      productionCompanies: ['Les Films de l’Estran'],
      countries: ['FR', 'BE'],
      versionLanguages: ['fr', 'en'],
      genres: ['documentaire'],
      festivals: [{ festival: 'Festival de Douarnenez', year: 2023, award: 'Grand Prix' }],
    },
  },
  {
    name: 'one column.pdf',
    bytes: () =>
      madePdf([
        [
          { text: 'The Clockmaker of Harl', x: 60, y: 780, size: 22 },
          ...column(
            [
              'A town on the coast votes next month on whether its clocks shall follow the capital.',
              'What is an hour, and whose is it?',
            ],
            60,
            740,
          ),
          ...column(
            [
              'For thirty years Oda Brandt has climbed the tower of Harl each morning to set a clock',
              'that nobody needs any more. When the council decides to let it stand still, half of',
              'the town stops with it.',
            ],
            60,
            690,
          ),
          ...column(
            ['Year: 2022', 'Duration: 52', 'Director: Nils Averbeck', 'Production: Kettle Films', 'Country: Germany'],
            60,
            620,
          ),
        ],
      ]),
    expected: {
      title: 'The Clockmaker of Harl',
      lead: 'A town on the coast … whose is it?',
      synopsis: { starts: 'For thirty years', ends: 'stops with it.', paragraphs: 1 },
      year: 2022,
      durations: [52],
      directors: ['Nils Averbeck'],
      productionCompanies: ['Kettle Films'],
      countries: ['DE'],
    },
  },
  {
    name: 'facts beside the text.pdf',
    bytes: () =>
      madePdf([
        [
          { text: 'Salt Harbour', x: 60, y: 780, size: 24 },
          ...column(
            ['Director: Ana Brito', 'Year: 2021', 'Length: 74 min', 'Countries: Portugal, Spain', 'Subtitles: English, French'],
            60,
            720,
          ),
          ...column(
            [
              'On the last evaporation ponds of the lagoon, two sisters',
              'rake salt as their mother did. The company that buys it',
              'has not paid since spring. They rake on, and they count.',
            ],
            280,
            720,
          ),
        ],
      ]),
    expected: {
      title: 'Salt Harbour',
      synopsis: { starts: 'On the last evaporation ponds', ends: 'and they count.', paragraphs: 1 },
      year: 2021,
      durations: [74],
      directors: ['Ana Brito'],
      countries: ['PT', 'ES'],
      subtitleLanguages: ['en', 'fr'],
    },
  },
]

test('at least 97 % of the facts of sheets that come as pages, Word files and PDF are read, and none is invented', async () => {
  const facts = []
  for (const { name, bytes, expected } of CASES) {
    const { text } = await documentText(await bytes(), { fileName: name })
    facts.push(...scoreSheet(expected, readSheet(text)).map((fact) => ({ ...fact, sheet: name })))
  }
  const { lines, right, total } = scoreTable(facts)
  console.log(`Documents: ${CASES.length} sheets\n${lines.join('\n')}`)
  const wrong = facts
    .filter((fact) => !fact.right)
    .map(({ sheet, field, expected, actual }) => `${sheet}  ${field}: wanted ${expected}, got ${actual}`)
  assert.ok(right / total >= 0.97, wrong.join('\n'))
})
