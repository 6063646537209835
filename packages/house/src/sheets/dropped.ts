import { checkCopy } from '@vitrine/catalogue/copy-desk/check-copy'
import type { Asker } from '@vitrine/store/asker'
import { findReceivedSheet, type ReceivedSheetRow } from '@vitrine/store/sheets/received-sheets'
import { findTitles } from '@vitrine/store/titles/find-title'
import { findSameFilms } from '@vitrine/store/titles/identify'
import type { HouseContext } from '../context.ts'
import type { Actor, DroppedSheet } from '../contract.ts'
import { compareSheets } from '../editing/compare.ts'
import { HouseError } from '../errors.ts'
import { authorise } from '../policies/authorise.ts'
import type { Verb } from '../policies/policy.ts'
import { identityOf } from '../titles/same-film.ts'
import { fillIn } from './fill-in.ts'
import { readPart, type ReadPart } from './read-file.ts'

/** A received sheet, for a verb. */
export async function reachSheet(
  house: HouseContext,
  db: Asker,
  actor: Actor,
  verb: Verb,
  id: string,
): Promise<ReceivedSheetRow> {
  authorise(actor, verb)
  const row = await findReceivedSheet(db, house.houseId, id)
  if (!row) throw new HouseError('not-found', { subject: 'Sheet' })
  return row
}

/** A received sheet beside what is read of it, what the copy desk marks in it, and the title that is the same film. */
export async function toDroppedSheet(house: HouseContext, row: ReceivedSheetRow, read?: ReadPart): Promise<DroppedSheet> {
  // Read as of the day it came, so that opening it again shows the same.
  const { reading, proposed } = read ?? readPart(row.text, row.receivedAt.slice(0, 10))
  const [same] = await findSameFilms(house.db, house.houseId, [identityOf(proposed)])
  // The same film; of a sheet that waits else what its import found to be called nearly so.
  const beside = same?.id ?? (row.titleId === null ? row.duplicateOf : null)
  const [twin] = beside === null || beside === row.titleId ? [] : await findTitles(house.db, house.houseId, [beside])
  const { id, fileName, mediaType, text, titleId, receivedAt } = row
  return {
    id,
    fileName,
    mediaType,
    text,
    reading,
    findings: checkCopy(text, {
      reading,
      today: house.now().toISOString().slice(0, 10),
      ...(reading.language === null ? {} : { language: reading.language }),
    }),
    proposed,
    titleId,
    duplicateOf: twin === undefined ? null : { id: twin.id, slug: twin.slug, title: twin.sheet.title },
    changes: twin === undefined ? [] : compareSheets(twin.sheet, fillIn(twin.sheet, proposed)),
    revision: twin?.revision ?? null,
    receivedAt,
  }
}
