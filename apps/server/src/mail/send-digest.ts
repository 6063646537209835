import { SYSTEM, type House } from '@vitrine/house'
import type { Mail } from './mail.ts'

/** Sends this week's letters about the rights book, if no server has taken them yet. One that fails does not stop the others. */
export async function sendDigest(house: House, mail: Mail): Promise<void> {
  const letters = await house.takeRightsDigest(SYSTEM)
  const sent = await Promise.allSettled(letters.map((letter) => mail.send(letter)))
  const failed = sent.find((one) => one.status === 'rejected')
  if (failed !== undefined) throw failed.reason
}
