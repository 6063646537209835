import { linesOfVersions } from '@vitrine/rights/book/lines-of-versions'
import { keepMapping } from '@vitrine/store/rights/import-mappings'
import { putEntries } from '@vitrine/store/rights/put-entries'
import { queueEvent } from '@vitrine/store/rights/webhooks'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { RightsVerbs } from '../../contract-rights.ts'
import { HouseError } from '../../errors.ts'
import { newId } from '../../ids.ts'
import { OneLine, parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { headingsKey, mappingOf, openSpreadsheet, Titles } from '../../rights/spreadsheet/open-spreadsheet.ts'
import { readRows, type ReadRows } from '../../rights/spreadsheet/read-rows.ts'
import { type Writing, write } from '../../write.ts'

/**
 * Writes a rights spreadsheet into the book: all of its rows, or none. They are read and judged again on the committed book
 * with the house locked; rows that are in it already are left out, so that a spreadsheet can be brought a second time.
 */
export async function importRights(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RightsVerbs['importRights']>[1],
): ReturnType<RightsVerbs['importRights']> {
  authorise(actor, 'importRights')
  const titles = parse(Titles, args.titles ?? {})
  const fileName = parse(OneLine, args.fileName)
  const table = await openSpreadsheet(args.bytes)
  return write(house, actor, async (writing) => {
    const { mapping } = await mappingOf(house, writing.trx, table, args.mapping)
    const read = await readRows(house, writing.trx, table, mapping, titles, args.locale)
    holdRows(read, args.acceptWarnings === true)
    await keepMapping(writing.trx, house.houseId, headingsKey(table.headings), mapping, writing.at)
    await putRows(house, writing, actor, read, fileName)
    const changed = new Set(read.ready.map(({ titleId }) => titleId))
    writing.audit({ verb: 'importRights', subject: 'Entry', subjectId: null, detail: { fileName, entries: read.ready.length, titles: changed.size, unchanged: read.unchanged } }) // prettier-ignore
    return { entries: read.ready.length, titles: changed.size, unchanged: read.unchanged }
  })
}

function holdRows({ rows, counts }: ReadRows, acceptWarnings: boolean): void {
  const told = (severity: 'bad' | 'doubtful') =>
    rows.flatMap(({ row, problems }) => problems.filter((one) => one.severity === severity).map(({ column, message }) => ({ path: `${row}${column === null ? '' : `.${column}`}`, message }))).slice(0, 50) // prettier-ignore
  if (counts.bad > 0) throw new HouseError('invalid-input', { issues: told('bad') })
  if (counts.doubtful > 0 && !acceptWarnings) throw new HouseError('rights-warnings', { issues: told('doubtful') })
}

async function putRows(
  house: HouseContext,
  writing: Writing,
  actor: Actor,
  { ready }: ReadRows,
  fileName: string,
): Promise<void> {
  const puts = ready.map(({ titleId, status, terms }) => {
    const id = newId(Date.parse(writing.at))
    const lines = linesOfVersions(id, [{ status, terms, effective: null }])
    return { id, titleId, version: 1, status, terms, effective: null, lines, createdAt: writing.at, at: writing.at, byId: actor.userId, byName: actor.name, verb: 'importRights', note: fileName } // prettier-ignore
  })
  await putEntries(writing.trx, house.houseId, puts, writing.changeSeq)
  for (const { id, titleId, status, terms } of puts) {
    const body = {
      event: 'availability.changed',
      titleId,
      entryId: id,
      version: 1,
      kind: terms.kind,
      status,
      change: writing.changeSeq,
      at: writing.at,
    }
    await queueEvent(writing.trx, house.houseId, {
      id: newId(Date.parse(writing.at)),
      name: 'availability.changed',
      body,
      at: writing.at,
    })
    writing.audit({ verb: 'importRights', subject: 'Entry', subjectId: id, detail: { titleId, version: 1, kind: terms.kind, status, party: terms.party, contract: terms.contract, fileName } }) // prettier-ignore
  }
}
