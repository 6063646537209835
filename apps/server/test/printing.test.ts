/** A long paper is set while the house goes on answering, on the database that shares the server's thread. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { SYSTEM } from '@vitrine/house'
import { openPrintingRoom } from '@vitrine/press/printing-room'
import { testServer, type TestServer } from './server.ts'

const FILMS = 200
/** Set on the server's own thread, a list lets no request through. */
const ANSWERED_MEANWHILE = 20

const sheet = (n: number) =>
  `Salt Road ${n}\n\nDirector: Ada Moreau\nYear: 2020\nDuration: 52 min\nCountry: France\n\n` +
  'A road of salt across a dry sea, and the people who still walk it. '.repeat(12)

async function* sheets() {
  for (let n = 1; n <= FILMS; n++) yield { path: `${n}.txt`, bytes: new TextEncoder().encode(sheet(n)) }
}

let server: TestServer
before(async () => {
  server = await testServer({ kind: 'pglite', print: openPrintingRoom() })
})
after(() => server.stop())

test('while a shortlist of 200 films is being set, everything else is answered', async () => {
  await server.house.importSheets(SYSTEM, { files: sheets(), total: FILMS, publish: true })
  const titleIds: string[] = []
  for await (const { content } of server.house.exportTitles(SYSTEM, { format: 'json' }))
    titleIds.push((JSON.parse(content) as { id: string }).id)
  assert.equal(titleIds.length, FILMS)
  const { token } = await server.house.startShortlist(SYSTEM, { titleIds })

  let printing = true
  const printed = server
    .fetch(`/api/v1/shortlists/${token}/shortlist.pdf`)
    .then(async (answer) => ({ status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) }))
    .finally(() => (printing = false))
  const paths = ['/titles?q=salt', '/titles/salt-road-7', '/home', '/suggest?q=moreau', `/shortlists/${token}`]
  let answered = 0
  while (printing) {
    const path = paths[answered % paths.length]!
    const answer = await server.fetch(`/api/v1${path}`)
    assert.equal(answer.status, 200, path)
    await answer.arrayBuffer()
    if (printing) answered++
  }
  const { status, bytes } = await printed
  assert.equal(status, 200)
  assert.equal(bytes.toString('latin1', 0, 5), '%PDF-')
  assert.ok(answered >= ANSWERED_MEANWHILE, `${answered} answers while the list was being set`)
})

test('papers leave for a desk printer, or for a printing works with its marks around them', async () => {
  const { items } = await server.house.browse(SYSTEM, { locale: 'en', limit: 1 }).then(({ cards }) => ({ items: cards }))
  const [film] = items
  const { token } = await server.house.startShortlist(SYSTEM, { titleIds: [film!.id] })
  for (const path of [`/titles/${film!.slug}/one-sheet.pdf`, `/shortlists/${token}/shortlist.pdf`])
    for (const [query, width] of [['', 595.28], ['?for=printers', 595.28 + 2 * 28.35], ['?for=printers&paper=letter', 612 + 2 * 28.35]] as const) {
      const answer = await server.fetch(`/api/v1${path}${query}`)
      assert.equal(answer.status, 200)
      const [, found] = /\/MediaBox ?\[ ?0 0 ([\d.]+)/.exec(Buffer.from(await answer.arrayBuffer()).toString('latin1')) ?? []
      assert.ok(Math.abs(Number(found) - width) < 0.2, `${path}${query} is ${found}`)
    }
  assert.equal((await server.fetch(`/api/v1/titles/${film!.slug}/one-sheet.pdf?for=nobody`)).status, 422)
}) // prettier-ignore
