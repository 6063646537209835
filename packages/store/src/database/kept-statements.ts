/**
 * PGlite reads and plans a statement each time it is asked, which takes longer than answering most of them. Here it keeps those that
 * are asked again, prepared, as PostgreSQL's protocol has it.
 */
import { parse, protocol, type PGlite, type Transaction } from '@electric-sql/pglite'
import type { PGliteDialectConfig } from 'kysely'

const { serialize } = protocol
type Asked = Exclude<PGliteDialectConfig['pglite'], (...args: never) => unknown>
type Results = Awaited<ReturnType<Asked['query']>>
type Messages = Parameters<typeof parse.parseResults>[0]

interface Prepared {
  name: string
  /** The types of its parameters. */
  types: number[]
  /** What its rows are made of: PostgreSQL refuses to go on with a statement for which that has changed. */
  columns: Messages
}

/** What changes tables, or where they are looked for, and with that what a kept statement was understood to be. */
const CHANGES = /^\s*(?:alter|create|drop|set|reset|discard|do|import|reindex)\b|\bset_config\s*\(/i

/** PostgreSQL's refusal to go on with a statement whose rows have changed. */
const isOutdated = (thrown: unknown): boolean => (thrown as { code?: unknown } | null)?.code === '0A000'

/** So many texts are remembered; a running house asks some hundreds. */
const KEPT = 500

/** @returns what a query is asked of instead of `pglite`, and how to forget all statements: after a change of the tables */
export function keepStatements(pglite: PGlite): { asked: Asked; forget: (inside: Transaction) => Promise<void> } {
  /** In the order of their last use. What was asked once is not prepared yet: it may never come again. */
  const texts = new Map<string, Prepared | null>()
  let number = 0

  const send = async (messages: Uint8Array[], syncToFs = false) =>
    (await pglite.execProtocol(Buffer.concat(messages), { syncToFs })).messages

  async function prepare(text: string): Promise<Prepared> {
    const name = `kept${number++}`
    const told = await send([serialize.parse({ name, text }), serialize.describe({ type: 'S', name }), serialize.sync()])
    return {
      name,
      types: parse.parseDescribeStatementResults(told),
      columns: told.filter((one) => one.name === 'rowDescription'),
    }
  }

  async function forgetOldest(): Promise<void> {
    const [text, oldest] = texts.entries().next().value!
    texts.delete(text)
    if (oldest) await send([serialize.close({ type: 'S', name: oldest.name }), serialize.sync()])
  }

  /** Asks what was asked before; the caller has PGlite for itself. */
  async function askAgain(text: string, parameters: readonly unknown[], syncToFs: boolean): Promise<Results> {
    const statement = texts.get(text) ?? (await prepare(text))
    texts.delete(text)
    texts.set(text, statement)
    while (texts.size > KEPT) await forgetOldest()
    const values = parameters.map((value, at) => {
      if (value === null || value === undefined) return null
      const written = pglite.serializers[statement.types[at]!]
      return written ? written(value) : String(value)
    })
    const bound = serialize.bind({ statement: statement.name, values })
    const told = await send([bound, serialize.execute({}), serialize.sync()], syncToFs)
    return parse.parseResults([...statement.columns, ...told], pglite.parsers, { rowMode: 'object' })[0]!
  }

  /** @returns whether it was asked before */
  const note = (text: string): boolean => texts.has(text) || !texts.set(text, null)

  async function forget(inside: Transaction): Promise<void> {
    texts.clear()
    await inside.exec('deallocate all')
  }

  const alone = <Result>(work: () => Promise<Result>): Promise<Result> =>
    pglite._runExclusiveTransaction(() => pglite.runExclusive(work))

  const query = async (text: string, parameters: unknown[] = []): Promise<Results> => {
    if (!pglite.closed && CHANGES.test(text)) {
      const results = (await pglite.query(text, parameters)) as Results
      await alone(async () => {
        texts.clear()
        await send([serialize.query('deallocate all')])
      })
      return results
    }
    if (pglite.closed || !note(text)) return pglite.query(text, parameters)
    try {
      return await alone(() => askAgain(text, parameters, true))
    } catch (thrown) {
      if (!isOutdated(thrown)) throw thrown
      return pglite.query(text, parameters)
    }
  }

  const asked = {
    query,
    transaction: (work) =>
      pglite.transaction(async (transaction) => {
        // until its end a transaction sees its own changes, which may yet be taken back: it keeps nothing more
        let changed = false
        const query = async (text: string, parameters: unknown[] = []): Promise<Results> => {
          if (!transaction.closed && CHANGES.test(text)) {
            const results = (await transaction.query(text, parameters)) as Results
            changed = true
            await forget(transaction)
            return results
          }
          if (changed || transaction.closed || !note(text)) return transaction.query(text, parameters)
          return pglite.runExclusive(() => askAgain(text, parameters, false))
        }
        return work({ query, rollback: () => transaction.rollback() } as Parameters<typeof work>[0])
      }),
    close: () => pglite.close(),
    get closed() {
      return pglite.closed
    },
    get ready() {
      return pglite.ready
    },
    waitReady: pglite.waitReady,
  } as Asked

  return { asked, forget }
}
