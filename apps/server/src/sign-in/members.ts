/** The one place where signing in meets the house's members: a mail address gets in when an owner has added it, and not otherwise. */
import type { Kysely } from 'kysely'

interface MemberTables {
  member: { house_id: string; user_id: string; name: string; email: string; role: string; disabled: boolean }
  sign_in_user: { id: string; name: string; email: string; email_verified: boolean; updated_at: Date }
}
export interface Member {
  userId: string
  name: string
  email: string
  role: string
}

export function membersOf(database: Kysely<unknown>, houseId: string) {
  const tables = database as unknown as Kysely<MemberTables>
  return {
    /** The member with this mail address who may sign in, or null. */
    async byEmail(email: string): Promise<Member | null> {
      const row = await tables
        .selectFrom('member')
        .select(['user_id', 'name', 'email', 'role'])
        .where('house_id', '=', houseId)
        .where((where) => where(where.fn<string>('lower', ['email']), '=', email.toLowerCase()))
        .where('disabled', '=', false)
        .executeTakeFirst()
      return row === undefined ? null : { userId: row.user_id, name: row.name, email: row.email.toLowerCase(), role: row.role }
    },

    async hasSignedIn(email: string): Promise<boolean> {
      const row = await tables
        .selectFrom('sign_in_user')
        .select('email_verified')
        .where('email', '=', email.toLowerCase())
        .executeTakeFirst()
      return row?.email_verified === true
    },

    /** The sign-in side follows the member's: same id, today's name and address. Following a link proves the address. */
    async prepareToSignIn(member: Member): Promise<void> {
      const now = new Date()
      await tables
        .insertInto('sign_in_user')
        .values({ id: member.userId, name: member.name, email: member.email, email_verified: false, updated_at: now })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ name: member.name, email: member.email, updated_at: now }))
        .execute()
    },
  }
}
