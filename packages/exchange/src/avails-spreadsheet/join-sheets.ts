/** Two workbooks of one sheet each become one of two. The library for workbooks streams one sheet only; what was packed is not unpacked again. */
import type { FileHandle } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import { type PlacedEntry, readDirectory, readEntryBytes, readPackedBytes } from '../archive/read-zip.ts'
import { ZipWriter } from '../archive/write-zip.ts'

const SHEET = 'xl/worksheets/sheet1.xml'
const SECOND = 'xl/worksheets/sheet2.xml'
const SECOND_ID = 'rIdSecond'

/** What names the sheets of a workbook: where the second is named too, and as what. */
const NAMING: Readonly<Record<string, (text: string, name: string) => string>> = {
  'xl/workbook.xml': (text, name) => text.replace('</sheets>', `<sheet name="${name}" sheetId="2" r:id="${SECOND_ID}"/></sheets>`),
  'xl/_rels/workbook.xml.rels': (text) => again(text, /<Relationship [^>]*Target="worksheets\/sheet1\.xml"[^>]*>/, (one) =>
    one.replace(/ Id="[^"]*"/, ` Id="${SECOND_ID}"`).replace('sheet1.xml', 'sheet2.xml')),
  '[Content_Types].xml': (text) => again(text, /<Override PartName="\/xl\/worksheets\/sheet1\.xml"[^>]*>/, (one) =>
    one.replace('sheet1.xml', 'sheet2.xml')),
} // prettier-ignore

/** What matches stands there once more, changed. */
const again = (text: string, what: RegExp, change: (one: string) => string): string =>
  text.replace(what, (one) => `${one}${change(one)}`)

/**
 * The first workbook with the sheet of the second behind its own.
 *
 * @param second the file, and what its sheet is called
 */
export async function* joinSheets(first: FileHandle, second: { file: FileHandle; name: string }): AsyncGenerator<Uint8Array> {
  const zip = new ZipWriter(new Date(Date.UTC(1980, 0, 1)))
  const parts = await readDirectory(first, { ours: true })
  for (const part of parts.values()) {
    const named = NAMING[part.name]
    if (named === undefined) {
      yield zip.begin(part)
      yield* readPackedBytes(first, part)
    } else {
      const was = await textOf(first, part)
      const text = named(was, second.name)
      if (text === was) throw new Error(`${part.name} of a workbook does not name its sheet as it did`)
      const bytes = new TextEncoder().encode(text)
      yield zip.begin({ name: part.name, method: 0, crc: crc32(bytes), size: bytes.length, packed: bytes.length })
      yield bytes
    }
  }
  const sheet = (await readDirectory(second.file, { ours: true })).get(SHEET)!
  yield zip.begin({ ...sheet, name: SECOND })
  yield* readPackedBytes(second.file, sheet)
  yield zip.end()
}

async function textOf(file: FileHandle, part: PlacedEntry): Promise<string> {
  const pieces: Uint8Array[] = []
  for await (const piece of readEntryBytes(file, part)) pieces.push(piece)
  return Buffer.concat(pieces).toString()
}
