import { type Kysely, sql, type Transaction } from 'kysely'
import type { Schema } from '@vitrine/store/database/database'
import type { HouseContext } from './context.ts'

/**
 * Lets verbs that write on their own be stored together, or none of them: for what is entered once, as the demonstration house's
 * history. What it is stopped in leaves nothing behind. A verb that fails takes back its own writes, so `work` may go on without it.
 */
export function atOnce<T>(house: HouseContext, work: (house: HouseContext) => Promise<T>): Promise<T> {
  return house.writeTurn(() =>
    house.db.transaction().execute((trx) => work({ ...house, db: joining(trx), writeTurn: (turn) => turn() })),
  )
}

/** The transaction in hand as the database of those who begin one of their own: theirs is a part of it. */
function joining(trx: Transaction<Schema>): Kysely<Schema> {
  const transaction = () => ({
    async execute<T>(work: (inside: Transaction<Schema>) => Promise<T>): Promise<T> {
      await sql`savepoint part`.execute(trx)
      try {
        const answer = await work(trx)
        await sql`release savepoint part`.execute(trx)
        return answer
      } catch (thrown) {
        await sql`rollback to savepoint part`.execute(trx)
        throw thrown
      }
    },
  })
  return new Proxy(trx, {
    get(target, name) {
      if (name === 'transaction') return transaction
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? (value.bind(target) as unknown) : value
    },
  })
}
