/** For whoever watches over the server: does it live, can it work, and if not, what is wrong. */
import { Hono } from 'hono'
import type { House } from '@vitrine/house'

/** `/healthz`: the process answers. `/readyz`: the database answers and the disk takes writes; otherwise 503 and which of the two. */
export function healthRoutes(house: House): Hono {
  const app = new Hono()
  app.get('/healthz', (context) => context.text('ok\n', 200, { 'cache-control': 'no-store' }))
  app.get('/readyz', async (context) => {
    const health = await house
      .health()
      .catch(() => ({ database: 'down' as const, files: 'down' as const, catalogue: 0, unreadableEntries: 0 }))
    const ready = health.database === 'up' && health.files === 'up'
    return context.json(
      { ready, database: health.database, files: health.files, rights: health.unreadableEntries === 0 ? 'whole' : 'damaged' },
      ready ? 200 : 503,
      {
        'cache-control': 'no-store',
      },
    )
  })
  return app
}
