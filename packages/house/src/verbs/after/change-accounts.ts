import { faultsOfParty } from '@vitrine/ledger/invoice/party'
import { writeAccounts } from '@vitrine/store/after/accounts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { AccountsSettings, AfterVerbs } from '../../contract/after.ts'
import { AccountsChange, accountsOf } from '../../after/accounts.ts'
import { convertSales } from '../../after/record-sale.ts'
import { HouseError } from '../../errors.ts'
import { parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { write } from '../../write.ts'

const WRONG = {
  name: ['The name is missing', 'Le nom manque'],
  country: ['Not the two letters of a country', 'Ce ne sont pas les deux lettres d’un pays'],
  'vat-id': ['A VAT number begins with its country: FR40303265045', 'Un numéro de TVA commence par son pays : FR40303265045'],
  iban: ['The check digits of this IBAN are wrong', 'La clé de cet IBAN est fausse'],
  bic: ['A BIC has eight or eleven signs', 'Un BIC a huit ou onze signes'],
} as const

/** Changes what is named; the rest stays. Another currency makes every sale worth something else: they are converted again at once. */
export async function changeAccounts(
  house: HouseContext,
  actor: Actor,
  args: Parameters<AfterVerbs['changeAccounts']>[1],
): Promise<AccountsSettings> {
  authorise(actor, 'changeAccounts')
  const change = parse(AccountsChange, args.accounts)
  const faults = change.seller === undefined ? [] : faultsOfParty(change.seller).filter((fault) => fault !== 'name')
  if (faults.length > 0) {
    const fields = { name: 'name', country: 'country', 'vat-id': 'vatId', iban: 'iban', bic: 'bic' } as const
    throw new HouseError('invalid-input', {
      issues: faults.map((fault) => ({ path: `seller.${fields[fault]}`, message: WRONG[fault][0], messageFr: WRONG[fault][1] })),
    })
  }
  return write(house, actor, async (writing) => {
    const before = await accountsOf(house, writing.trx)
    const accounts = { ...before, ...change } as AccountsSettings
    await writeAccounts(writing.trx, house.houseId, accounts)
    if (accounts.currency !== before.currency) await convertSales(house, writing.trx, accounts.currency, true)
    writing.audit({
      verb: 'changeAccounts',
      subject: 'Accounts',
      subjectId: null,
      detail: { changed: Object.keys(change), ...(change.seller === undefined ? {} : { iban: change.seller.iban }) },
    })
    return accounts
  })
}
