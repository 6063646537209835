/** Lists in pages and what is asked of them: a mistake in an address is named, and a list that changes underway loses and doubles nothing. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { emptySheet } from '@vitrine/catalogue'
import { SYSTEM } from '@vitrine/house'
import type { z } from '@hono/zod-openapi'
import { ENDPOINTS } from '../src/api/app.ts'
import { requestOf, SAMPLES } from './samples.ts'
import { testServer, type TestServer } from './server.ts'

interface Page {
  cards: { id: string; title: string }[]
  total: number
  nextCursor: string | null
}

const TAKES = {
  cursor: 'cursor',
  limit: 'limit',
  width: 'width',
  days: 'days',
  after: 'after',
  total: 'total',
  episode: 'episode',
}
const asks = (name: string) =>
  ENDPOINTS.filter(({ route }) => name in ((route.request?.query as z.ZodObject | undefined)?.shape ?? {}))

describe('lists in pages', () => {
  let server: TestServer
  let key: Record<string, string>
  before(async () => {
    server = await testServer()
    key = await server.key('owner')
  })
  after(() => server.stop())

  const ask = (path: string, method = 'GET') => server.fetch(`/api/v1${path}`, { method, headers: key })
  const page = async (path: string): Promise<Page & { link: string | null }> => {
    const answer = await ask(path)
    const text = await answer.text()
    assert.equal(answer.status, 200, text)
    return { ...(JSON.parse(text) as Page), link: answer.headers.get('link') }
  }
  const wrong = async (path: string, field: string): Promise<void> => {
    const answer = await ask(path)
    const said = (await answer.json()) as { code: string; details: { issues: { path: string }[] } }
    assert.equal(answer.status, 422, `${path} ${JSON.stringify(said)}`)
    assert.ok(
      said.details.issues.some((issue) => issue.path === field),
      `${path} ${JSON.stringify(said)}`,
    )
  }
  const publish = async (title: string, theme: string): Promise<string> => {
    const made = await server.house.createTitle(SYSTEM, { sheet: { ...emptySheet(title), themes: [theme] } })
    await server.house.publishTitle(SYSTEM, { id: made.id, baseRevision: made.revision })
    return made.id
  }

  test('what is no cursor of a list is named, wherever one is taken', async () => {
    const lists = asks(TAKES.cursor).filter(({ method, path }) => method === 'get' && !path.includes('{'))
    assert.ok(lists.length > 12)
    for (const { path } of lists)
      for (const cursor of ['garbage', '%00', '%F0%9F%8E%AC', 'W10', 'bnVsbA'])
        if (cursor !== 'W10' || path.endsWith('/titles')) await wrong(`${path}?cursor=${cursor}`, 'cursor')
    for (const { path } of lists) assert.equal((await ask(`${path}?cursor=`)).status, 200, `${path}: none is none`)
  })

  test('a cursor of another order is named too: whoever walked on would begin anew and never end', async () => {
    for (const name of ['Ash', 'Brine', 'Clay']) await publish(name, 'water')
    const { nextCursor } = await page('/titles?theme=water&sort=title&limit=1')
    assert.ok(nextCursor)
    await wrong(`/titles?theme=water&sort=newest&limit=1&cursor=${nextCursor}`, 'cursor')
  })

  test('a whole number is written in figures', async () => {
    for (const name of Object.values(TAKES).slice(1)) {
      for (const { method, path } of asks(name)) {
        if (method !== 'get') continue
        const sample = SAMPLES[`get ${path}`]!.path
        for (const text of ['1e1', '0x10', '%201', '1.0', '%2B1', '', '99999999999999999999'])
          await wrong(`${sample.split('?')[0]}?q=x&${name}=${text}`, name)
      }
    }
    assert.equal((await ask('/titles?limit=10')).status, 200)
  })

  test('a value that a closed list does not have is named; one that no film has finds none', async () => {
    await wrong('/desk/titles?status=x', 'status')
    await wrong('/desk/titles?status=draft&status=x', 'status')
    await wrong('/titles?slot=53', 'slot')
    await wrong('/titles?year=1e3', 'year')
    assert.equal((await ask('/desk/titles?status=draft&status=published&slot=52&slot=series&year=2020')).status, 200)
    assert.equal((await page('/titles?theme=no-such-theme')).total, 0)
  })

  test('the link to the next page asks what this one was asked, of every list', async () => {
    const titles = await page('/titles?theme=water&theme=space&sort=title&limit=2')
    const next = /^<(.+)>; rel="next"$/.exec(titles.link ?? '')?.[1]
    assert.ok(next)
    const query = new URL(next, server.address).searchParams
    assert.deepEqual([query.getAll('theme'), query.get('sort'), query.get('limit')], [['water', 'space'], 'title', '2'])
    const rest = (await (await server.fetch(next, { headers: key })).json()) as Page
    assert.deepEqual(
      [...titles.cards, ...rest.cards].map(({ title }) => title),
      ['Ash', 'Brine', 'Clay'],
    )
    for (let i = 0; i < 3; i++)
      await server.fetch('/api/v1/desk/companies', requestOf('post', { path: '', body: { name: `Company ${i}` } }, key))
    assert.match(
      (await page('/desk/companies?limit=2&q=company')).link ?? '',
      /^<\/api\/v1\/desk\/companies\?limit=2&q=company&cursor=[\w-]+>; rel="next"$/,
    )
  })

  for (const sort of ['title', 'newest', 'updated', 'year', 'relevance'])
    test(`by ${sort}: films that come and go between pages take none of the others away and show none twice`, async () => {
      const theme = `underway-${sort}`
      const kept: string[] = []
      for (let i = 0; i < 12; i++) kept.push(await publish(`Film ${String(i).padStart(2, '0')}`, theme))
      const gone = await publish('Film 03b', theme)
      const seen: string[] = []
      let cursor: string | null = null
      let turn = 0
      do {
        const found: Page = await page(
          `/titles?theme=${theme}&sort=${sort}&limit=3${sort === 'relevance' ? '&q=film' : ''}${cursor === null ? '' : `&cursor=${cursor}`}`,
        )
        seen.push(...found.cards.map(({ id }) => id))
        cursor = found.nextCursor
        turn += 1
        await publish(`Film 0${turn}c`, theme)
        if (turn === 2) await server.house.withdrawTitle(SYSTEM, { id: gone, baseRevision: 2 })
      } while (cursor !== null && turn < 20)
      assert.equal(new Set(seen).size, seen.length, 'twice')
      for (const id of kept) assert.ok(seen.includes(id), `${kept.indexOf(id)} is missing`)
    })
})
