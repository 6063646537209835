import assert from 'node:assert/strict'
import { test } from 'node:test'
import { everyHouseTable, LEFT_OUT } from '@vitrine/store/house-copy/tables'
import { sql } from 'kysely'
import { SYSTEM } from '../../actors.ts'
import { isHouseError } from '../../errors.ts'
import type { Manifest } from '../../moving/manifest.ts'
import { aSale } from '../../testing/deal-for-tests.ts'
import { eachHouse, type TestHouse } from '../../testing/house-for-tests.ts'
import { archiveOf, membersOf, pieces } from '../../testing/house-archive.ts'
import { livedIn } from '../../testing/lived-in.ts'
import { signDeal } from '../../testing/signed-deal.ts'

const refusedAs = (code: string, reason?: string) => (thrown: unknown) => {
  assert.ok(isHouseError(thrown), String(thrown))
  assert.equal(thrown.code, code)
  if (reason !== undefined) assert.equal(thrown.details['reason'], reason)
  return true
}

eachHouse('a whole house', (open) => {
  test('moves into an empty one and is the same there', async () => {
    const old = await open()
    await livedIn(old)
    const archive = await archiveOf(old)
    const fresh = await open()
    const moved = await fresh.house.importHouse(SYSTEM, { archive: pieces(archive) })
    assert.ok(moved.rows > 50 && moved.files >= 3 && moved.missing === 0)

    const [before, again] = [await membersOf(archive), await membersOf(await archiveOf(fresh))]
    assert.deepEqual([...again.keys()].toSorted(), [...before.keys()].toSorted())
    const differs = [...before.keys()].filter((name) => again.get(name) !== before.get(name))
    // The trail goes on from where it was, the house's own row says where it stands, and the list and the cover letter have their moment.
    assert.deepEqual(differs.toSorted(), ['README.txt', 'tables/audit_line.ndjson', 'tables/house.ndjson', 'vitrine.json'])
    assert.ok(again.get('tables/audit_line.ndjson')!.startsWith(before.get('tables/audit_line.ndjson')!))
    const added = again.get('tables/audit_line.ndjson')!.slice(before.get('tables/audit_line.ndjson')!.length).trim().split('\n')
    assert.deepEqual(added.map((line) => (JSON.parse(line) as { verb: string }).verb), ['importHouse', 'exportHouse']) // prettier-ignore
    const row = (members: Map<string, string>) => JSON.parse(members.get('tables/house.ndjson')!) as Record<string, unknown>
    const { audit_seq: _a, audit_hash: _b, change_seq: _c, ...own } = row(before)
    const { audit_seq: _d, audit_hash: _e, change_seq: _f, ...moves } = row(again)
    assert.deepEqual(moves, own)
    assert.equal((await fresh.house.verifyAudit(SYSTEM)).whole, true)

    const empty = Object.entries((JSON.parse(before.get('vitrine.json')!) as Manifest).members).filter(
      ([, { rows }]) => rows === 0,
    )
    assert.deepEqual(empty.map(([name]) => name), [], 'every table had something to carry') // prettier-ignore
  })

  test('is found, sold and audited where it moved to', async () => {
    const old = await open()
    const { word, titleId } = await livedIn(old)
    const fresh = await open()
    await fresh.house.importHouse(SYSTEM, { archive: pieces(await archiveOf(old)) })
    const found = await fresh.house.listTitles(SYSTEM, { text: word, locale: 'en' })
    assert.deepEqual(found.cards.map(({ id }) => id), [titleId]) // prettier-ignore
    const question = { territory: 'Germany', media: 'free-tv', from: '2027-01-01', to: '2028-12-31', exclusive: false }
    const answers = async (of: TestHouse) =>
      (await of.house.answerAvailabilities(SYSTEM, { question, today: '2026-11-22' })).titles
    assert.ok((await answers(old)).length > 0)
    assert.deepEqual(await answers(fresh), await answers(old))
    const stored = await fresh.house.openTitle(SYSTEM, { id: titleId })
    await fresh.house.editTitle(SYSTEM, { id: titleId, baseRevision: stored.revision, sheet: { ...stored.sheet, year: 1999 } })
    assert.equal((await fresh.house.verifyAudit(SYSTEM)).whole, true)
  })

  test('counts sales where they hold, though an earlier program took them along where they were signed', async () => {
    const old = await open()
    const { house, database } = old
    const owner = await old.member('owner')
    const { dealId, licences } = await signDeal(old, { lines: [{ title: 'Salt', minor: 100_00, territory: 'Poland' }] })
    await house.amendEntry(owner, { id: licences[0]!, baseVersion: 1, entry: { kind: 'licence', exclusive: false, territory: 'Austria', media: 'free-tv', languages: 'all', from: '2027-01-01', to: '2028-12-31', party: 'Kanal', contract: 'D' }, effective: '2028-01-01', acceptWarnings: true, locale: 'en' }) // prettier-ignore
    const { company } = await aSale(house, await old.member('sales')) // a company whose profile is whole
    await sql`update company set profile = (select profile from company where house_id = ${house.id} and id = ${company}) where house_id = ${house.id} and profile = '{}'`.execute(database.db) // prettier-ignore
    // the rows as a schema up to 44 has them
    const asSigned = sql`(select s.hash from territory_set s where s.house_id = ${house.id} and s.leaves = '["PL"]')`
    await sql`update sale_line set territories = ${asSigned} where house_id = ${house.id} and deal_id = ${dealId}`.execute(database.db) // prettier-ignore
    await sql`update deal set territories = ${asSigned} where house_id = ${house.id} and id = ${dealId}`.execute(database.db)
    const fresh = await open()
    await fresh.house.importHouse(SYSTEM, { archive: pieces(await archiveOf(old)) })
    const { rows } = await sql<{ sold: string[]; deal: string[] }>`
      select s.leaves as sold, d.leaves as deal from sale_line l
      join territory_set s on s.house_id = l.house_id and s.hash = l.territories
      join deal on deal.house_id = l.house_id and deal.id = l.deal_id
      join territory_set d on d.house_id = l.house_id and d.hash = deal.territories
      where l.house_id = ${fresh.house.id}`.execute(fresh.database.db)
    assert.deepEqual(rows, [{ sold: ['AT', 'PL'], deal: ['AT', 'PL'] }])
    const inAustria = await fresh.house.listDeals(SYSTEM, { territory: 'AT' })
    assert.deepEqual(inAustria.items.map(({ id }) => id), [dealId]) // prettier-ignore
  })

  test('is let into no house that is lived in, and what is no whole archive leaves nothing', async () => {
    const old = await open()
    const { titleId } = await livedIn(old)
    const archive = await archiveOf(old)
    await assert.rejects(old.house.importHouse(SYSTEM, { archive: pieces(archive) }), refusedAs('house-not-empty'))

    const fresh = await open()
    const refused = (bytes: Uint8Array, code: string, reason?: string) =>
      assert.rejects(fresh.house.importHouse(SYSTEM, { archive: pieces(bytes) }), refusedAs(code, reason))
    await refused(new Uint8Array(0), 'unreadable-file', 'no-archive')
    await refused(archive.subarray(0, archive.length - 5000), 'unreadable-file', 'cut-off')
    const place = Buffer.from(archive).indexOf('files/')
    const bent = Buffer.from(archive)
    bent[place + 'files/'.length + 64 + 10]! ^= 1 // in the bytes of the first file
    await refused(bent, 'unreadable-file', 'damaged')
    const outside = Buffer.from(Buffer.from(archive).toString('latin1').replaceAll('contacts.csv', '../tacts.csv'), 'latin1')
    await refused(outside, 'unreadable-file', 'unsafe-name')
    assert.equal((await fresh.house.listTitles(SYSTEM, { locale: 'en' })).total, 0)
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from audit_line where house_id = ${fresh.house.id}`.execute(fresh.database.db) // prettier-ignore
    assert.equal(rows[0]?.n, 0)
    await fresh.house.importHouse(SYSTEM, { archive: pieces(archive) })
    assert.equal((await fresh.house.openTitle(SYSTEM, { id: titleId })).id, titleId)
  })

  test('finds whoever set the empty house up, and they stay signed in as who they were', async () => {
    const old = await open()
    const first = await old.house.addUser(SYSTEM, { name: 'Odile Marchand', email: 'odile@films.example', role: 'owner' })
    const archive = await archiveOf(old)
    const fresh = await open()
    const here = await fresh.house.addUser(SYSTEM, { name: 'Odile', email: 'odile@films.example', role: 'owner' })
    const other = await fresh.house.addUser(SYSTEM, { name: 'Tessa Lind', email: 'tessa@films.example', role: 'owner' })
    await sql`insert into sign_in_session (id, user_id, token, expires_at, updated_at) values ('s', ${here.id}, 'token', now() + interval '1 day', now())`.execute(fresh.database.db) // prettier-ignore
    const actor = await fresh.house.actorForUser(here.id)
    await fresh.house.importHouse(actor!, { archive: pieces(archive) })
    assert.deepEqual((await fresh.house.listUsers(SYSTEM)).map(({ id }) => id).toSorted(), [first.id, other.id].toSorted()) // prettier-ignore
    const { rows } = await sql<{ user_id: string }>`select user_id from sign_in_session`.execute(fresh.database.db)
    assert.deepEqual(rows, [{ user_id: first.id }])
    assert.equal((await fresh.house.verifyAudit(SYSTEM)).whole, true)
  })

  test('takes every table of its own along, but for those that are named with their reason', async () => {
    const { database } = await open()
    const tables = (await everyHouseTable(database.db)).map(({ name }) => name)
    for (const name of Object.keys(LEFT_OUT)) assert.ok(tables.includes(name), `${name} is left out and there is none`)
    const { rows } = await sql<{ name: string }>`
      select c.relname || '.' || f.conname as name from pg_constraint f join pg_class c on c.oid = f.conrelid
      where f.contype = 'f' and f.conrelid = f.confrelid and not f.condeferrable and c.relnamespace = current_schema()::regnamespace`.execute(database.db) // prettier-ignore
    assert.deepEqual(rows, [], 'a table that refers to itself is written in any order only where that waits for the end')
    const types = new Set((await everyHouseTable(database.db)).flatMap(({ columns }) => columns.map(({ type }) => type)))
    const exact = [
      'bigint',
      'boolean',
      'date',
      'integer',
      'jsonb',
      'smallint',
      'text',
      'text[]',
      'timestamp with time zone',
      'tsvector',
    ]
    assert.deepEqual([...types].filter((type) => !exact.includes(type)), [], 'a type whose way through JSON nobody has looked at') // prettier-ignore
  })
})
