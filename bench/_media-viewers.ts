/** Viewers in a process of their own, so that what they cost is not the server's: each asks for one segment after the other. */
import { Agent, request } from 'node:http'

export interface Watching {
  port: number
  /** One viewer each: the address of their viewing, and their cookies. */
  viewers: { base: string; cookie: string }[]
  segments: number
  bytes: number
  seconds: number
}
export interface Watched {
  /** Milliseconds until the first byte of each answer, sorted. */
  first: number[]
  seconds: number
  wrong: number
}

function ask(
  agent: Agent,
  port: number,
  path: string,
  cookie: string,
): Promise<{ first: number; bytes: number; status: number }> {
  const started = performance.now()
  return new Promise((resolve, reject) => {
    request({ agent, port, host: '127.0.0.1', path, headers: { cookie } }, (answer) => {
      const first = performance.now() - started
      let bytes = 0
      answer.on('data', (chunk: Buffer) => (bytes += chunk.length))
      answer.on('end', () => resolve({ first, bytes, status: answer.statusCode ?? 0 }))
      answer.on('error', reject)
    })
      .on('error', reject)
      .end()
  })
}

process.on('message', (watching: Watching) => {
  void (async () => {
    const { port, viewers, segments, bytes, seconds } = watching
    const agent = new Agent({ keepAlive: true, maxSockets: 1_000 })
    const first: number[] = []
    let wrong = 0
    const started = performance.now()
    await Promise.all(
      viewers.map(async ({ base, cookie }, lane) => {
        for (let n = lane; performance.now() - started < seconds * 1000; n++) {
          const got = await ask(agent, port, `${base}video/720p/${String(n % segments).padStart(5, '0')}.m4s`, cookie)
          if (got.status === 200 && got.bytes === bytes) first.push(got.first)
          else wrong += 1
        }
      }),
    )
    agent.destroy()
    process.send?.({ first: first.toSorted((a, b) => a - b), seconds: (performance.now() - started) / 1000, wrong })
  })()
})
