/** A port that was asked for and is taken is told before the house is built, which takes minutes. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { test } from 'node:test'
import { chosenPort, holdPortFree } from '../../../scripts/setup/chosen-port.mjs'

test('the port that was asked for: the flag before the environment, nothing where it is none', () => {
  assert.equal(chosenPort(['--port', '4100'], { PORT: '4200' }), 4100)
  assert.equal(chosenPort(['--port=4100'], {}), 4100)
  assert.equal(chosenPort([], { PORT: '4200' }), 4200)
  for (const [args, env] of [
    [[], {}],
    [[], { PORT: ' ' }],
    [['--port'], {}],
    [['--port', 'eighty'], {}],
    [[], { PORT: '70000' }],
  ] as const)
    assert.equal(chosenPort([...args], env), null)
})

test('a port that is taken is refused by name, a free one and none are not', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  await assert.rejects(holdPortFree(['--port', String(port)], {}), new RegExp(`Port ${port} is taken`))
  await holdPortFree([], {})
  other.close()
  await once(other, 'close')
  await holdPortFree([], { PORT: String(port) })
})
