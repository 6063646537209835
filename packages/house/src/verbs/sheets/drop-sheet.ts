import { findSameFilms } from '@vitrine/store/titles/identify'
import { findWaitingByHash, keepReceivedSheets, type ReceivedSheetRow } from '@vitrine/store/sheets/received-sheets'
import { sha256 } from '../../canonical.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor, DroppedSheet } from '../../contract.ts'
import { HouseError } from '../../errors.ts'
import { newId } from '../../ids.ts'
import { cleanText } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { toDroppedSheet } from '../../sheets/dropped.ts'
import { filesIn, readFile, readPart, type ReadPart, saysSomething } from '../../sheets/read-file.ts'
import { identityOf } from '../../titles/same-film.ts'
import { write } from '../../write.ts'

/**
 * Takes a file in: one dropped sheet for each film in it, with what was read. The file itself is kept. Dropping the same
 * file again while it waits shows the sheets that are there.
 *
 * @throws HouseError `unsupported-file`, `unreadable-file`, `too-large`, `no-film-found`, `disk-full`
 */
export async function dropSheet(
  house: HouseContext,
  actor: Actor,
  args: { bytes: Uint8Array; fileName: string | null },
): Promise<DroppedSheet[]> {
  authorise(actor, 'dropSheet')
  const fileName = args.fileName === null ? null : cleanText(args.fileName).slice(-300)
  const sheets: DroppedSheet[] = []
  for await (const file of filesIn({ path: fileName ?? 'pasted text', bytes: args.bytes }))
    sheets.push(...(await dropOne(house, actor, file.bytes, fileName === null ? null : file.path)))
  if (sheets.length === 0) throw new HouseError('no-film-found')
  return sheets
}

async function dropOne(house: HouseContext, actor: Actor, bytes: Uint8Array, fileName: string | null): Promise<DroppedSheet[]> {
  const { mediaType, parts } = await readFile(bytes, fileName)
  const today = house.now().toISOString().slice(0, 10)
  const read = parts.map((text) => readPart(text, today)).filter(saysSomething)
  if (read.length === 0) throw new HouseError('no-film-found', { fileName })
  const contentHash = sha256(bytes)
  await house.files.put(bytes)

  const rows = await write(house, actor, async (writing) => {
    const waiting = await findWaitingByHash(writing.trx, house.houseId, contentHash)
    if (waiting.length > 0) return waiting
    const same = await findSameFilms(
      writing.trx,
      house.houseId,
      read.map(({ proposed }) => identityOf(proposed)),
    )
    const fresh = read.map(({ text, reading }, part): ReceivedSheetRow => ({
      id: newId(house.now().getTime()),
      via: 'drop',
      fileName,
      mediaType,
      contentHash,
      part,
      stored: true,
      text,
      title: reading.title || null,
      warnings: reading.warnings.length,
      titleId: null,
      duplicateOf: same[part]?.id ?? null,
      needs: null,
      receivedAt: writing.at,
      receivedBy: actor.name,
      discardedAt: null,
    }))
    await keepReceivedSheets(writing.trx, house.houseId, fresh)
    for (const row of fresh)
      writing.audit({
        verb: 'dropSheet',
        subject: 'Sheet',
        subjectId: row.id,
        detail: { file: contentHash, part: row.part, title: row.title },
      })
    return fresh
  })
  const byText = new Map<string, ReadPart>(read.map((part) => [part.text, part]))
  return Promise.all(rows.map((row) => toDroppedSheet(house, row, byText.get(row.text))))
}
