/** Two workbooks of one sheet each become one of two. The library for workbooks streams one sheet only; what was packed is not unpacked again. */
import type { FileHandle } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import { type PlacedEntry, readDirectory, readEntryBytes, readPackedBytes } from '../archive/read-zip.ts'
import { ZipWriter } from '../archive/write-zip.ts'

const SHEET = /^xl\/worksheets\/sheet\d+\.xml$/

/** What a sheet of the second workbook is in the first: its name, and its number among all. */
interface Moved {
  name: string
  number: number
}

/** What names the sheets of a workbook: where those of the second are named too, and as what. */
const NAMING: Readonly<Record<string, (text: string, sheets: readonly Moved[]) => string>> = {
  'xl/workbook.xml': (text, sheets) => text.replace('</sheets>', `${sheets.map(({ name, number }) => `<sheet name="${name}" sheetId="${number}" r:id="rIdSecond${number}"/>`).join('')}</sheets>`),
  'xl/_rels/workbook.xml.rels': (text, sheets) => again(text, /<Relationship [^>]*Target="worksheets\/sheet1\.xml"[^>]*>/, sheets, (one, number) =>
    one.replace(/ Id="[^"]*"/, ` Id="rIdSecond${number}"`).replace('sheet1.xml', `sheet${number}.xml`)),
  '[Content_Types].xml': (text, sheets) => again(text, /<Override PartName="\/xl\/worksheets\/sheet1\.xml"[^>]*>/, sheets, (one, number) =>
    one.replace('sheet1.xml', `sheet${number}.xml`)),
} // prettier-ignore

/** What matches stands there once more for each sheet, changed. */
const again = (text: string, what: RegExp, sheets: readonly Moved[], change: (one: string, number: number) => string): string =>
  text.replace(what, (one) => one + sheets.map(({ number }) => change(one, number)).join(''))

/** The first workbook with the sheets of the second behind its own. Either has several where there are more rows than a sheet holds. */
export async function* joinSheets(first: FileHandle, second: FileHandle): AsyncGenerator<Uint8Array> {
  const zip = new ZipWriter(new Date(Date.UTC(1980, 0, 1)))
  const [parts, others] = [await readDirectory(first, { ours: true }), await readDirectory(second, { ours: true })]
  const sheetsOf = (all: ReadonlyMap<string, PlacedEntry>) => [...all.values()].filter(({ name }) => SHEET.test(name))
  const own = sheetsOf(parts).length
  const names = [...(await textOf(second, others.get('xl/workbook.xml')!)).matchAll(/<sheet name="([^"]*)"/g)]
  const moved = names.map(([, name], at) => ({ name: name!, number: own + at + 1 }))
  if (moved.length !== sheetsOf(others).length) throw new Error('a workbook does not name its sheets as it did')
  for (const part of parts.values()) {
    const named = NAMING[part.name]
    if (named === undefined) {
      yield zip.begin(part)
      yield* readPackedBytes(first, part)
    } else {
      const was = await textOf(first, part)
      const text = named(was, moved)
      if (text === was) throw new Error(`${part.name} of a workbook does not name its sheet as it did`)
      const bytes = new TextEncoder().encode(text)
      yield zip.begin({ name: part.name, method: 0, crc: crc32(bytes), size: bytes.length, packed: bytes.length })
      yield bytes
    }
  }
  for (const { number } of moved) {
    const sheet = others.get(`xl/worksheets/sheet${number - own}.xml`)!
    yield zip.begin({ ...sheet, name: `xl/worksheets/sheet${number}.xml` })
    yield* readPackedBytes(second, sheet)
  }
  yield zip.end()
}

async function textOf(file: FileHandle, part: PlacedEntry): Promise<string> {
  const pieces: Uint8Array[] = []
  for await (const piece of readEntryBytes(file, part)) pieces.push(piece)
  return Buffer.concat(pieces).toString()
}
