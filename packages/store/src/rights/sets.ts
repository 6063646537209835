/** Sets of territories, languages and cuts as they stand in the database: each once, under a small number. */
import { CutSet } from '@vitrine/rights/box/cut-set'
import { LanguageSet } from '@vitrine/rights/languages/language-set'
import { TerritorySet } from '@vitrine/rights/territories/territory-set'
import { sql } from 'kysely'
import type { Asker } from '../asker.ts'

export type SetKind = 'territories' | 'languages' | 'cuts'

/** Canonical texts: leaves in order, separated by blanks; JSON where names are free. Codes and not bits, so that they outlive the program. */
export const writeTerritories = (set: TerritorySet): string => (set.equals(TerritorySet.world) ? 'world' : set.leaves().join(' '))
export const readTerritories = (members: string): TerritorySet =>
  members === 'world' ? TerritorySet.world : TerritorySet.of(members.split(' '))

export const writeLanguages = (set: LanguageSet): string => JSON.stringify([set.rest, ...set.named])
export function readLanguages(members: string): LanguageSet {
  const [rest, ...named] = JSON.parse(members) as [number, ...[string, number][]]
  return LanguageSet.make(rest, named)
}

export const writeCuts = (set: CutSet): string => JSON.stringify([set.rest, ...set.named])
export function readCuts(members: string): CutSet {
  const [rest, ...named] = JSON.parse(members) as [boolean, ...string[]]
  return rest ? CutSet.all.minus(CutSet.of(named)) : CutSet.of(named)
}

/** A set as it stands in the database; null when it cannot be read: empty, or with leaves that the program does not know. */
export function readableOrNull<T extends { readonly isEmpty: boolean }>(read: (members: string) => T, members: string): T | null {
  try {
    const set = read(members)
    return set.isEmpty ? null : set
  } catch {
    return null
  }
}

/** Numbers for sets, new ones where a set was not known. Pass the transaction, with the house locked. */
export async function internSets(
  trx: Asker,
  houseId: string,
  kind: SetKind,
  members: Iterable<string>,
): Promise<Map<string, number>> {
  const wanted = [...new Set(members)]
  if (wanted.length === 0) return new Map()
  const json = JSON.stringify(wanted)
  await sql`
    insert into rights_set (house_id, kind, number, members)
    select ${houseId}, ${kind}, (select coalesce(max(number), -1) from rights_set where house_id = ${houseId} and kind = ${kind}) + row_number() over (order by n.at), n.members
    from (select members, at from jsonb_array_elements_text(${json}::text::jsonb) with ordinality as w(members, at)
          where not exists (select from rights_set s where s.house_id = ${houseId} and s.kind = ${kind} and s.members = w.members)) n`.execute(
    trx,
  )
  const { rows } = await sql<{ members: string; number: number }>`
    select members, number from rights_set
    where house_id = ${houseId} and kind = ${kind} and members in (select jsonb_array_elements_text(${json}::text::jsonb))`.execute(
    trx,
  )
  return new Map(rows.map((row) => [row.members, row.number]))
}

/** All sets of a kind, by number. */
export async function readSets(
  db: Asker,
  houseId: string,
  kind: SetKind,
  from = 0,
): Promise<{ number: number; members: string }[]> {
  const { rows } = await sql<{ number: number; members: string }>`
    select number, members from rights_set where house_id = ${houseId} and kind = ${kind} and number >= ${from} order by number`.execute(
    db,
  )
  return rows
}
