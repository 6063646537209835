/** The demonstration house, exported whole, is the same house again in an empty one: every film, right, deal, person and file. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as demonstration from '@vitrine/demonstration'
import { SYSTEM } from '@vitrine/house'
import { archiveOf, membersOf, pieces } from '@vitrine/house/testing/house-archive'
import { eachHouse } from '@vitrine/house/testing/house-for-tests'
import sharp from 'sharp'

/** A picture of one colour for each that is wanted: painting them all would take minutes, and moves nothing else. */
async function* paintPictures(films: readonly (typeof demonstration.films)[number][]) {
  let painted = 0
  for (const { slug, pictures } of films)
    for (const { name, ...picture } of pictures) {
      const background = { r: painted % 251, g: Math.floor(painted / 251) % 251, b: name.length % 251 }
      painted += 1
      yield { film: slug, name, picture, bytes: await sharp({ create: { width: 8, height: 6, channels: 3, background } }).png().toBuffer() } // prettier-ignore
    }
}

eachHouse('the demonstration house', (open) => {
  test('is exported whole and moves into an empty house, equal member by member', async () => {
    const old = await open()
    await old.house.addUser(SYSTEM, { name: 'The owner', email: 'owner@house.example', role: 'owner' })
    await old.house.seedDemonstration(SYSTEM, { demonstration: { ...demonstration, paintPictures } })
    const archive = await archiveOf(old)
    const fresh = await open()
    const moved = await fresh.house.importHouse(SYSTEM, { archive: pieces(archive) })
    const pictures = demonstration.films.reduce((count, film) => count + film.pictures.length, 0)
    assert.ok(moved.files >= pictures && moved.missing === 0, `${moved.files} files, ${pictures} pictures`)

    const [before, again] = [await membersOf(archive), await membersOf(await archiveOf(fresh))]
    assert.deepEqual([...again.keys()].toSorted(), [...before.keys()].toSorted())
    // The trail goes on from where it was; the house's own row, the list and the cover letter say when and where.
    const differs = [...before.keys()].filter((name) => again.get(name) !== before.get(name)).toSorted()
    assert.deepEqual(differs, ['README.txt', 'tables/audit_line.ndjson', 'tables/house.ndjson', 'vitrine.json'])
    const trail = (members: Map<string, string>) => members.get('tables/audit_line.ndjson')!
    assert.ok(trail(again).startsWith(trail(before)))
    for (const slug of demonstration.films.map((film) => film.slug)) assert.ok(before.has(`titles/${slug}.json`), slug)
    const filled = (table: string) => (before.get(`tables/${table}.ndjson`) ?? '').length > 0
    for (const table of ['title', 'rights_entry', 'availability_list', 'company', 'contact', 'deal', 'offer', 'market', 'meeting', 'task', 'member', 'request'])
      assert.ok(filled(table), table)

    // It works as it did: what is found, what is free, and the trail from its first line on.
    const question = { territory: 'Europe', media: 'svod', from: '2027-01-01', to: '2028-12-31', exclusive: true }
    const answers = async ({ house }: typeof old) => (await house.answerAvailabilities(SYSTEM, { question, today: '2026-11-22' })).titles
    assert.ok((await answers(old)).some(({ answer }) => answer !== 'none'))
    assert.deepEqual(await answers(fresh), await answers(old))
    const found = async ({ house }: typeof old) => (await house.browse(SYSTEM, { locale: 'fr' })).cards.map(({ slug }) => slug)
    assert.deepEqual(await found(fresh), await found(old))
    assert.equal((await fresh.house.verifyAudit(SYSTEM)).whole, true)
  }) // prettier-ignore
})
