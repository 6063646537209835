/** `vitrine user …`: who may sign in. */
import type { Role } from '@vitrine/house'
import type { Run } from '../main.ts'
import { CommandError, harmless, table } from '../print.ts'
import { reachHouse } from '../reach.ts'

export async function addUser(run: Run, email: string, options: { name?: string; role: Role }): Promise<number> {
  const { printer } = run
  if (!/^[^\s@]+@[^\s@]+$/.test(email))
    throw new CommandError(printer.words.errors.badValue('email', email, 'name@house.example'), 2)
  const house = await reachHouse(run)
  try {
    const user = await house.addUser({ email, name: options.name ?? email.split('@')[0]!, role: options.role })
    if (printer.json) printer.out(JSON.stringify(user, null, 2))
    else printer.out(printer.words.user.added(user.name, user.email, printer.words.user.roles[user.role]))
    return 0
  } finally {
    await house.close()
  }
}

export async function listUsers(run: Run): Promise<number> {
  const { printer } = run
  const { user: words } = printer.words
  const house = await reachHouse(run)
  try {
    const users = await house.listUsers()
    if (printer.json) printer.out(JSON.stringify({ users }, null, 2))
    else {
      const rows = users.map((one) => [harmless(one.name), one.email, words.roles[one.role], one.disabled ? words.disabled : ''])
      for (const line of table(printer, ['', '', '', ''], rows)) printer.out(line)
    }
    return 0
  } finally {
    await house.close()
  }
}
