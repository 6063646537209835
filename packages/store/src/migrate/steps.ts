import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'

/** One numbered file of packages/store/sql. */
export interface Step {
  number: number
  name: string // file name: 000001_catalogue.sql
  text: string
  checksum: string // SHA-256 of the text with Unix line ends
}

const FOLDER = new URL('../../sql/', import.meta.url)
const FILE = /^(\d{6})_[a-z0-9_-]+\.sql$/

/** The steps of the schema that this program knows, in order. */
export async function readSteps(folder: URL = FOLDER): Promise<Step[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted()
  const steps: Step[] = []
  for (const name of names) {
    const number = Number(FILE.exec(name)?.[1])
    if (!Number.isInteger(number) || steps.some((step) => step.number === number)) {
      throw new Error(`packages/store/sql/${name}: a step is named NNNNNN_name.sql, each number once`)
    }
    const text = (await readFile(new URL(name, folder), 'utf8')).replaceAll('\r\n', '\n')
    steps.push({ number, name, text, checksum: createHash('sha256').update(text).digest('hex') })
  }
  return steps
}
