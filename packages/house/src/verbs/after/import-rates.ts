import { readEcb } from '@vitrine/ledger/rates/read-ecb'
import { putRates } from '@vitrine/store/after/rates'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { AfterVerbs, RatesImported } from '../../contract/after.ts'
import { accountsOf } from '../../after/accounts.ts'
import { convertSales } from '../../after/record-sale.ts'
import { HouseError } from '../../errors.ts'
import { authorise } from '../../policies/authorise.ts'
import { write } from '../../write.ts'

const LARGEST = 5_000_000 // the whole history since 1999 is under two
const MOST_UNREAD = 50

/**
 * Reads the reference rates of the European Central Bank as it publishes them (CSV, one day or the whole history). Sales whose
 * worth they say, or say better, are converted again in the same transaction.
 */
export async function importRates(
  house: HouseContext,
  actor: Actor,
  args: Parameters<AfterVerbs['importRates']>[1],
): Promise<RatesImported> {
  authorise(actor, 'importRates')
  if (args.bytes.byteLength > LARGEST) throw new HouseError('too-large', { limit: LARGEST })
  const read = readEcb(new TextDecoder().decode(args.bytes))
  if (read === null)
    throw new HouseError('invalid-input', { issues: [{ path: 'file', message: 'Not a file of reference rates as the European Central Bank publishes them (CSV)', messageFr: 'Ce n’est pas un fichier de cours de référence tel que la Banque centrale européenne les publie (CSV)' }] }) // prettier-ignore
  const { days, unread } = read
  return write(house, actor, async (writing) => {
    const changed = await putRates(writing.trx, house.houseId, days)
    const { currency } = await accountsOf(house, writing.trx)
    const sales = changed === 0 ? 0 : await convertSales(house, writing.trx, currency, false)
    const [first, last] = [days[0]?.day ?? null, days.at(-1)?.day ?? null]
    writing.audit({ verb: 'importRates', subject: 'Rates', subjectId: null, detail: { first, last, changed, sales } })
    return { days: days.length, first, last, changed, unread: unread.slice(0, MOST_UNREAD), sales }
  })
}
