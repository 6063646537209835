import type { PersonIs, PersonRow } from '@vitrine/store/contacts/person'

/** What one person is known by in the house's papers, from the rows that lead to them. */
export const personIs = (rows: readonly PersonRow[]): PersonIs => ({
  ids: rows.map(({ id }) => id),
  emails: [...new Set(rows.flatMap(({ email, earlier }) => [...(email === null ? [] : [email]), ...earlier]))],
  userIds: rows.flatMap(({ userId }) => userId ?? []),
  companyIds: rows.flatMap(({ companyId }) => companyId ?? []),
  names: [...new Set(rows.map(({ name }) => name).filter((name) => name !== ''))],
})
