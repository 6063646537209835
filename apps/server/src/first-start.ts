/** The first start of a house: its owner, its demonstration, and the links that let people in. */
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { ROLES, SYSTEM, type House, type Role } from '@vitrine/house'
import { serverWords } from '@vitrine/messages/cli'
import type { Locale } from '@vitrine/messages'
import { dataPaths, type Config } from './config.ts'
import type { SignIn } from './sign-in/sign-in.ts'
import type { StartParts } from './start-server.ts'

/** Somebody who can be tried in the demonstration house. */
export interface Chair {
  name: string
  email: string
  role: Role
  link: string
}

/**
 * What only the very first start does: the owner, and the demonstration house. A note in the data folder stands for a
 * demonstration house that is not finished, so that a first start which was cut short goes on at the next.
 */
export async function firstStart(config: Config, house: House, parts: Pick<StartParts, 'locale' | 'progress'>): Promise<void> {
  const words = serverWords[parts.locale].start
  const unfinished = dataPaths(config.dataFolder).unfinished
  if ((await house.listUsers(SYSTEM)).length === 0) {
    if (config.demonstration) writeFileSync(unfinished, '')
    await house.addUser(SYSTEM, { name: nameInAddress(config.ownerEmail), email: config.ownerEmail, role: 'owner' })
  }
  if (existsSync(unfinished)) {
    const demonstration = await import('@vitrine/demonstration')
    await house.seedDemonstration(SYSTEM, {
      demonstration,
      onProgress: ({ done, total }) => parts.progress?.(words.painting, done, total),
    })
    // Also where this start packages nothing: a later one may.
    writeFileSync(dataPaths(config.dataFolder).unshown, '')
    rmSync(unfinished)
  }
}

/**
 * What to call the owner until they say so themselves (My account): the name that their address holds.
 *
 * @example
 * nameInAddress('nora.lind-berg@films.example') // "Nora Lind Berg"
 */
function nameInAddress(email: string): string {
  const words = (email.split('@')[0] ?? '').split(/[._+-]+/).filter((word) => word !== '')
  return words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join(' ') || 'Owner'
}

export async function ownerLink(config: Config, signIn: SignIn, locale: Locale): Promise<string | null> {
  if (await signIn.hasSignedIn(config.ownerEmail)) return null
  return signIn.linkForMember(config.ownerEmail, locale)
}

export async function chairs(config: Config, house: House, signIn: SignIn, locale: Locale): Promise<Chair[]> {
  if (!(await house.viewSettings(SYSTEM)).demonstration || (await signIn.hasSignedIn(config.ownerEmail))) return []
  const sitting = (await house.listUsers(SYSTEM)).filter(({ role, disabled }) => role !== 'owner' && !disabled)
  const found: Chair[] = []
  for (const { name, email, role } of sitting.slice(0, 8)) {
    const link = (await signIn.hasSignedIn(email)) ? null : await signIn.linkForMember(email, locale)
    if (link !== null) found.push({ name, email, role, link })
  }
  return found.toSorted((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role))
}
