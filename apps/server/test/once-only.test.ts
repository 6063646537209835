/** `Idempotency-Key`: what is sent twice is done once, and answered as the first time; by nobody else, and for no other request. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { emptySheet } from '@vitrine/catalogue'
import { createHouse, openFiles, SYSTEM } from '@vitrine/house'
import { billing, seller } from '@vitrine/house/testing/invoiced'
import { signDeal } from '@vitrine/house/testing/signed-deal'
import { kinds } from '@vitrine/store/testing/databases'
import { sql } from 'kysely'
import { ENDPOINTS } from '../src/api/app.ts'
import { caller } from './caller.ts'
import { testServer, type TestServer } from './server.ts'

for (const kind of kinds())
  describe(`a request under a key of its own (${kind})`, () => {
    let server: TestServer
    let headers: Record<string, string>
    let owner: ReturnType<typeof caller>
    before(async () => {
      server = await testServer({ kind })
      headers = await server.key('owner')
      owner = caller(server, headers)
      await server.house.changeAccounts(SYSTEM, { accounts: { seller } })
    })
    after(() => server.stop())

    const under = (key: string) => ({ 'idempotency-key': key })
    const film = (title: string) => ({ sheet: emptySheet(title) })
    const filmsCalled = async (title: string) =>
      (await sql<{ n: number }>`select count(*)::int4 as n from title where sheet::text like ${`%"${title}"%`}`.execute(server.database.db)).rows[0]!.n // prettier-ignore
    const keptRows = async () =>
      (await sql<{ n: number }>`select count(*)::int4 as n from kept_answer`.execute(server.database.db)).rows[0]!.n
    const codeOf = ({ json }: { json: unknown }) => (json as { code?: string }).code

    async function invoiced(company: string) {
      const { dealId, companyId } = await signDeal({ house: server.house, database: server.database }, { company, lines: [{ title: company, minor: 100_00 }], payments: [{ share: 10_000, event: 'signature', days: 30, day: null }] }) // prettier-ignore
      await server.house.changeBilling(SYSTEM, { companyId, billing: { ...billing, vatId: null } })
      const due = (await server.house.viewMoney(SYSTEM, { dealId })).instalments.map((one) => one.id)
      const { row } = await server.house.issueInvoice(SYSTEM, { dealId, instalmentIds: due })
      return {
        dealId,
        invoiceId: row.id,
        notes: async () => (await server.house.viewInvoice(SYSTEM, { id: row.id })).notes.length,
      }
    }

    test('is answered again as the first time, and done once', async () => {
      const first = await owner('POST', '/titles', film('Once'), under('a'))
      const again = await owner('POST', '/titles', film('Once'), under('"a"'))
      assert.deepEqual([first.status, again.status, again.json], [201, 201, first.json])
      for (const name of ['etag', 'content-type', 'location'])
        assert.equal(again.headers.get(name), first.headers.get(name), name)
      assert.deepEqual(
        [first, again].map((one) => one.headers.get('idempotency-replayed')),
        [null, 'true'],
      )
      assert.ok(again.headers.get('content-security-policy'), 'it goes out as every answer does')
      assert.equal(await filmsCalled('Once'), 1)
      const other = await owner('POST', '/titles', film('Once'), under('b'))
      assert.notEqual((other.json as { id: string }).id, (first.json as { id: string }).id)
    })

    test('a credit note, an invoice and a payment come once; a PATCH and an answer without a body too', async () => {
      const { dealId, invoiceId, notes } = await invoiced('Kanal Ost')
      const part = { reason: 'One run less', parts: [{ line: 0, minor: 10_00 }] }
      const two = [1, 2].map(() => owner('POST', `/invoices/${invoiceId}/credit-note`, part, under('note')))
      await Promise.all(two)
      const again = await owner('POST', `/invoices/${invoiceId}/credit-note`, part, under('note'))
      assert.deepEqual([again.status, await notes()], [201, 1])
      const payment = { receivedOn: '2026-12-01', minor: 20_00 }
      for (const _ of [1, 2])
        assert.ok((await owner('POST', `/invoices/${invoiceId}/payments`, payment, under('paid'))).status < 300)
      const view = await server.house.viewInvoice(SYSTEM, { id: invoiceId })
      assert.equal(view.payments.length, 1)
      const deal = await owner('GET', `/deals/${dealId}`)
      const seen = { 'if-match': deal.headers.get('etag')! }
      const patched = [await owner('PATCH', `/deals/${dealId}`, { likelihood: 50 }, { ...seen, ...under('patch') }), await owner('PATCH', `/deals/${dealId}`, { likelihood: 50 }, { ...seen, ...under('patch') })] // prettier-ignore
      assert.deepEqual(
        patched.map(({ status }) => status),
        [patched[0]!.status, patched[0]!.status],
      )
      const { id } = (await owner('POST', '/titles', film('Gone'))).json as { id: string }
      const bare = [await owner('POST', `/desk/titles/${id}/presence`, undefined, under('p')), await owner('POST', `/desk/titles/${id}/presence`, undefined, under('p'))] // prettier-ignore
      assert.equal(bare[0]!.status, bare[1]!.status)
    })

    test('twenty at once are one; the others hear that it is under way', async () => {
      const { invoiceId, notes } = await invoiced('Kanal West')
      const part = { reason: 'One run less', parts: [{ line: 0, minor: 1_00 }] }
      const answers = await Promise.all(Array.from({ length: 20 }, () => owner('POST', `/invoices/${invoiceId}/credit-note`, part, under('twenty')))) // prettier-ignore
      assert.equal(await notes(), 1)
      for (const answer of answers) {
        assert.ok([201, 409].includes(answer.status), String(answer.status))
        if (answer.status === 201) continue
        assert.equal(codeOf(answer), 'still-running')
        assert.match(answer.headers.get('retry-after')!, /^[1-9]\d*$/)
      }
      assert.ok(answers.some(({ status }) => status === 201))
    })

    test('is refused for another request: another body, address or If-Match', async () => {
      await owner('POST', '/titles', film('Mine'), under('c'))
      for (const [path, body, more] of [
        ['/titles', film('Other'), {}],
        ['/titles?x=1', film('Mine'), {}],
        ['/requests/entered', { kind: 'terms', name: 'A buyer' }, {}],
        ['/titles', film('Mine'), { 'if-match': '"r1"' }],
      ] as const) {
        const answer = await owner('POST', path, body, { ...under('c'), ...more })
        assert.deepEqual([answer.status, codeOf(answer)], [422, 'key-in-use'], path)
        assert.match(answer.headers.get('content-type')!, /problem\+json/)
      }
      assert.equal(await filmsCalled('Other'), 0)
    })

    test('is its asker’s own: another key, another person and a narrowed one get nothing of it', async () => {
      const first = await owner('POST', '/titles', film('Own'), under('own'))
      const others = [await server.key('owner'), await server.key('editor'), await server.session('owner')]
      for (const other of others) {
        const answer = await caller(server, other)('POST', '/titles', film('Own'), under('own'))
        assert.equal(answer.status, 201)
        assert.equal(answer.headers.get('idempotency-replayed'), null)
        assert.notEqual((answer.json as { id: string }).id, (first.json as { id: string }).id)
      }
      const reader = await caller(server, await server.key('owner', ['titles:read']))('POST', '/titles', film('Own'), under('own')) // prettier-ignore
      assert.equal(reader.status, 403)
      const nobody = await caller(server, {})('POST', '/titles', film('Own'), under('own'))
      assert.equal(nobody.status, 401)
      // Somebody whose role no longer has the verb hears that, and not what they were answered before.
      const editor = await server.key('editor')
      const theirs = await caller(server, editor)('POST', '/titles', film('Lent'), under('lent'))
      assert.equal(theirs.status, 201)
      await server.house.changeUser(SYSTEM, { id: server.members.editor.id, role: 'producer' })
      assert.equal((await caller(server, editor)('POST', '/titles', film('Lent'), under('lent'))).status, 403)
      await server.house.changeUser(SYSTEM, { id: server.members.editor.id, role: 'editor' })
    })

    test('that was refused and changed nothing may be asked again, also otherwise', async () => {
      const before = await keptRows()
      assert.equal((await owner('POST', '/titles/nothing/publish', undefined, { 'if-match': '"r1"', ...under('d') })).status, 404)
      assert.equal((await owner('POST', '/titles', { sheet: 'none' }, under('d'))).status, 422)
      assert.equal(await keptRows(), before)
      assert.equal((await owner('POST', '/titles', film('Then'), under('d'))).status, 201)
    })

    test('that was refused and left something is refused the same way again: one draft is kept, not two', async () => {
      const { id } = (await owner('POST', '/titles', film('Drafted'))).json as { id: string }
      const read = (await owner('GET', `/desk/titles/${id}`)).headers.get('etag')!
      assert.equal((await owner('PUT', `/titles/${id}`, { sheet: { ...emptySheet('Drafted'), year: 2021 } }, { 'if-match': read })).status, 200) // prettier-ignore
      const late = () => owner('PUT', `/titles/${id}`, { sheet: { ...emptySheet('Drafted'), year: 2022 } }, { 'if-match': read, ...under('late') }) // prettier-ignore
      const [first, again] = [await late(), await late()]
      assert.deepEqual([first.status, again.status, again.json], [412, 412, first.json])
      assert.equal(((await owner('GET', `/desk/titles/${id}/drafts`)).json as unknown[]).length, 1)
    })

    test('a form sent again has another boundary, and is the same request', async () => {
      const sent = async () => {
        const form = new FormData()
        form.set('file', new File([`Salt Harbour\n\nDirected by Ada Moreau\n`], 'salt.txt'))
        const answer = await server.fetch('/api/v1/sheets', { method: 'POST', headers: { ...headers, ...under('form') }, body: form }) // prettier-ignore
        return [answer.status, answer.headers.get('idempotency-replayed'), await answer.text()]
      }
      const [first, again] = [await sent(), await sent()]
      assert.deepEqual([first[0], again[0], again[1], again[2]], [first[0], first[0], 'true', first[2]])
    })

    test('a key that is none is refused before anything is done; one of 255 letters is one', async () => {
      for (const wrong of ['', 'two words', 'é', 'x'.repeat(256), '""']) {
        const answer = await owner('POST', '/titles', film('Never'), { 'idempotency-key': wrong })
        assert.deepEqual([answer.status, codeOf(answer)], [400, 'invalid-idempotency-key'], wrong)
      }
      assert.equal(await filmsCalled('Never'), 0)
      assert.equal((await owner('POST', '/titles', film('Long'), under('x'.repeat(255)))).status, 201)
    })

    test('what is kept nobody reads who has the database alone: a new key’s secret neither', async () => {
      const session = caller(server, await server.session('owner'))
      const key = randomUUID()
      const made = await session('POST', '/keys', { name: 'A program', scopes: ['titles:read'] }, under(key))
      const again = await session('POST', '/keys', { name: 'A program', scopes: ['titles:read'] }, under(key))
      const { secret } = made.json as { secret: string }
      assert.equal((again.json as { secret: string }).secret, secret)
      const { rows } = await sql<{ row: string }>`select to_jsonb(k)::text as row from kept_answer k`.execute(server.database.db)
      assert.ok(rows.length > 0)
      for (const { row } of rows) assert.ok(!row.includes(secret) && !row.includes(key) && !row.includes(headers['authorization']!.slice(7))) // prettier-ignore
    })

    test('an answer is forgotten after a day, and the key is free', async () => {
      const first = await owner('POST', '/titles', film('Yesterday'), under('day'))
      await sql`update kept_answer set begun_at = begun_at - interval '25 hours'`.execute(server.database.db)
      const next = await owner('POST', '/titles', film('Yesterday'), under('day'))
      assert.notEqual((next.json as { id: string }).id, (first.json as { id: string }).id)
      assert.ok((await server.house.forgetKeptAnswers()) > 0)
      assert.equal(await keptRows(), 1)
    })

    test('whoever dies between the change and its answer has done something: the repeat says what, that it may not be all, and does nothing', async () => {
      const { database, house } = server
      const files = await openFiles(`${server.folder}/files`)
      /** A process of before: it has the same rows, and is not this one. */
      const dead = createHouse({ database, files })
      const request = { asker: 'somebody', key: 'k', print: 'p' }
      let made = ''
      void dead.answerOnce(request, async () => {
        made = (await dead.createTitle(SYSTEM, { sheet: emptySheet('Orphan') })).id
        return new Promise<never>(() => {})
      })
      for (let n = 0; made === '' && n < 200; n++) await new Promise((resolve) => setTimeout(resolve, 10))
      // Where others may have the database open, a request is given up a minute after its server last said that it runs it.
      if (kind === 'postgres') await sql`update kept_answer set held_until = begun_at`.execute(database.db)
      const repeat = house.answerOnce(request, () => assert.fail('done twice'))
      await assert.rejects(repeat, (error: { code?: string; details?: unknown }) => {
        assert.equal(error.code, 'outcome-unknown')
        assert.deepEqual(error.details, { done: [{ verb: 'createTitle', subject: 'Title', subjectId: made }] })
        return true
      })
      assert.equal(await filmsCalled('Orphan'), 1)
    })

    test('what broke off between two writes is not told done: the repeat names the first, and the second is not there', async () => {
      const { house } = server
      const request = { asker: 'somebody', key: 'steps', print: 'p' }
      let first = ''
      const broken = house.answerOnce(request, async () => {
        first = (await house.createTitle(SYSTEM, { sheet: emptySheet('Step one') })).id
        throw new Error('between the two')
      })
      await assert.rejects(broken)
      const repeat = house.answerOnce(request, () => assert.fail('done twice'))
      await assert.rejects(repeat, (error: { code?: string; details?: unknown }) => {
        assert.deepEqual([error.code, error.details], ['outcome-unknown', { done: [{ verb: 'createTitle', subject: 'Title', subjectId: first }] }]) // prettier-ignore
        return true
      })
      assert.equal(await filmsCalled('Step one'), 1)
    })

    test('what came to its end is told done, though its answer was too long to keep', async () => {
      const { house } = server
      const request = { asker: 'somebody', key: 'long', print: 'p' }
      await house.answerOnce(request, async () => {
        await house.createTitle(SYSTEM, { sheet: emptySheet('A long answer') })
        return { kept: null, refused: false }
      })
      await assert.rejects(
        house.answerOnce(request, () => assert.fail('done twice')),
        { code: 'answer-lost' },
      )
    })

    test('an asker has as many as are remembered, or as long; beyond nothing is done, and what was done is still answered', async () => {
      const { db } = server.database
      const busy = caller(server, await server.key('owner'))
      const first = await busy('POST', '/titles', film('The first of many'), under('first'))
      const { rows } = await sql<{ asker: string; house: string }>`select asker, house_id as house from kept_answer order by begun_at desc limit 1`.execute(db) // prettier-ignore
      const { asker, house } = rows[0]!
      const fill = (count: number, answer: string | null) =>
        sql`
        insert into kept_answer (house_id, asker, key, print, claim, held_until, begun_at, wrote, whole, answer)
        select ${house}, ${asker}, 'filled ' || n, 'p', 'c', begun_at, begun_at, true, true, repeat(${answer ?? 'x'}, ${answer === null ? 1 : 4 * 1024 * 1024}::int4)
        from generate_series(1, ${count}::int4) n, (select min(begun_at) as begun_at from kept_answer where asker = ${asker}) oldest`.execute(
          db,
        )
      for (const [count, answer] of [
        [9_999, null],
        [16, 'y'],
      ] as const) {
        await fill(count, answer)
        const refused = await busy('POST', '/titles', film('One too many'), under(`beyond-${count}`))
        assert.deepEqual([refused.status, codeOf(refused)], [429, 'too-many-keys'])
        // also where it was begun before and broke off: nobody runs it, and asking again each second would not help
        await sql`insert into kept_answer (house_id, asker, key, print, claim, held_until, begun_at)
          select house_id, asker, 'begun', 'p', 'c', begun_at, begun_at from kept_answer where key = 'filled 1'`.execute(db)
        await assert.rejects(server.house.answerOnce({ asker, key: 'begun', print: 'p' }, () => assert.fail('done')), { code: 'too-many-keys' }) // prettier-ignore
        await sql`delete from kept_answer where key = 'begun'`.execute(db)
        const wait = Number(refused.headers.get('retry-after'))
        assert.ok(wait > 86_000 && wait <= 86_400, String(wait))
        assert.equal(await filmsCalled('One too many'), 0)
        const again = await busy('POST', '/titles', film('The first of many'), under('first'))
        assert.deepEqual([again.status, again.json, again.headers.get('idempotency-replayed')], [201, first.json, 'true'])
        assert.equal((await busy('POST', '/titles', film('Without a key'))).status, 201)
        assert.equal((await owner('POST', '/titles', film('Somebody else'), under(`other-${count}`))).status, 201)
        await sql`delete from kept_answer where starts_with(key, 'filled')`.execute(db)
        assert.equal((await busy('POST', '/titles', film('There is room'), under(`room-${count}`))).status, 201)
      }
    })

    test('whoever asks in the moment in which the same request is refused and forgotten is not told that there is no room', async () => {
      const ask = (key: string, kept: string | null) => server.house.answerOnce({ asker: 'in a hurry', key, print: 'p' }, async () => ({ kept, refused: kept === null })) // prettier-ignore
      await ask('kept', 'an answer')
      const heard = new Set<string>()
      for (let n = 0; n < 30; n++)
        await Promise.all(Array.from({ length: 6 }, () => ask(`refused ${n}`, null).then(() => heard.add('refused'), ({ code }: { code: string }) => heard.add(code)))) // prettier-ignore
      assert.ok(!heard.has('too-many-keys') && heard.has('still-running'), [...heard].join())
    })

    test('a change of somebody who was thought dead, and whose request was taken over, does not stand', async () => {
      const { database, house } = server
      const slow = createHouse({ database, files: await openFiles(`${server.folder}/files`) })
      const request = { asker: 'somebody', key: 'slow', print: 'p' }
      let goOn = () => {}
      const waiting = new Promise<void>((resolve) => (goOn = resolve))
      const late = slow.answerOnce(request, async () => {
        await waiting
        await slow.createTitle(SYSTEM, { sheet: emptySheet('Twin') })
        return { kept: 'late', refused: false }
      })
      const lateEnds = assert.rejects(late, { code: 'still-running' })
      for (let n = 0; n < 200; n++) {
        const { rows } = await sql`update kept_answer set held_until = begun_at where key = 'slow' returning key`.execute(
          database.db,
        )
        if (rows.length > 0) break
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
      const answer = await house.answerOnce(request, async () => {
        await house.createTitle(SYSTEM, { sheet: emptySheet('Twin') })
        return { kept: 'done', refused: false }
      })
      assert.deepEqual(answer, { kept: 'done', refused: false })
      goOn()
      await lateEnds
      assert.equal(await filmsCalled('Twin'), 1)
      assert.deepEqual(await house.answerOnce(request, () => assert.fail('done twice')), { replayed: 'done' })
    })

    test('an import of many files, which is read as it comes, brings its films in with one as without', async () => {
      const sheet = { path: 'one.txt', bytes: Buffer.from('Streamed\n\nDirected by Ada Moreau\n').toString('base64') }
      const sent = () => server.fetch('/api/v1/import', { method: 'POST', headers: { ...headers, ...under('many') }, body: JSON.stringify(sheet) }) // prettier-ignore
      const reports = []
      for (const _ of [1, 2]) reports.push(JSON.parse((await (await sent()).text()).trim().split('\n').at(-1)!).report)
      assert.deepEqual(
        reports.map(({ created, unchanged }) => [created, unchanged]),
        [[1, 0], [0, 1]], // prettier-ignore
      )
      assert.equal(await filmsCalled('Streamed'), 1)
    })

    test('every endpoint that writes takes one, and says so', () => {
      for (const { method, path, route, onceOnly } of ENDPOINTS) {
        const taken = 'idempotency-key' in ((route.request?.headers as { shape?: object } | undefined)?.shape ?? {})
        assert.equal(taken, onceOnly)
        assert.equal(onceOnly, method !== 'get' && !['/house/import', '/import'].includes(path), `${method} ${path}`)
      }
    })
  })
