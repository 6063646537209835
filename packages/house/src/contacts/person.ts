import type { PersonIs } from '@vitrine/store/contacts/person'

/** What one person is known by in the house's papers, from the rows that lead to them. */
export const personIs = (rows: readonly { id: string; name: string; email: string | null }[]): PersonIs => ({
  ids: rows.map(({ id }) => id),
  emails: [...new Set(rows.flatMap(({ email }) => email ?? []))],
  names: [...new Set(rows.map(({ name }) => name).filter((name) => name !== ''))],
})
