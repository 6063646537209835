/** The chairs of a demonstration house, as the first start prints them: each link leads to where its member works. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SYSTEM } from '@vitrine/house'
import { testServer } from './server.ts'

test('a demonstration house shows its chairs until its owner has signed in, and no other house ever does', async () => {
  const server = await testServer({ env: { VITRINE_OWNER_EMAIL: 'owner@house.example' } })
  try {
    assert.deepEqual(await server.chairs(), [])
    await server.house.changeSettings(SYSTEM, { settings: { demonstration: true } })
    await server.house.changeUser(SYSTEM, { id: server.members.editor.id, disabled: true })
    const chairs = await server.chairs()
    assert.deepEqual(
      chairs.map(({ role, email, link }) => [role, email, new URL(link).searchParams.get('next')]),
      [
        ['rights', 'rights@house.example', '/en/desk'],
        ['sales', 'sales@house.example', '/en/desk'],
        ['buyer', 'buyer@house.example', '/en/room'],
        ['producer', 'producer@house.example', '/en/room/films'],
      ],
    )
    const follow = (link: string) => {
      const asked = new URL(link)
      return server.fetch('/api/auth/link', { method: 'POST', headers: { origin: server.address, 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ token: asked.searchParams.get('token')!, next: asked.searchParams.get('next')! }) }) // prettier-ignore
    }
    const producer = await follow(chairs[3]!.link)
    assert.deepEqual([producer.status, producer.headers.get('location')], [303, '/en/room/films'])
    assert.deepEqual((await server.chairs()).map(({ role }) => role), ['rights', 'sales', 'buyer'], 'whoever has sat down needs no link') // prettier-ignore
    await follow((await server.ownerLink())!)
    assert.deepEqual(await server.chairs(), [])
  } finally {
    await server.stop()
  }
})
