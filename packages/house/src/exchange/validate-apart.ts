import { openSchemaFolder, validate, type Validation } from '@vitrine/exchange/validate/index'
import { apart, isSmall } from './apart.ts'

/** A file, and the folder of schemas that the house was told of: no other place is looked into. */
export interface FileToValidate {
  bytes: Uint8Array
  fileName: string | null
  schemas: string | null
}

export async function validateHere({ bytes, fileName, schemas }: FileToValidate): Promise<Validation> {
  return validate(bytes, {
    ...(fileName === null ? {} : { fileName }),
    schemas: schemas === null ? null : openSchemaFolder(schemas),
  })
}

/** Looks through a file, a large one beside the thread that answers. */
export async function validateApart(file: FileToValidate): Promise<Validation> {
  if (isSmall(file.bytes)) return validateHere(file)
  const answer = await apart<Validation>(new URL('./validate-thread.ts', import.meta.url), file)
  if ('made' in answer) return answer.made
  const finding = { severity: 'fatal' as const, rule: `file/${answer.failed}`, line: null, path: null, values: {} }
  return { format: null, version: null, schema: null, counts: { fatal: 1, error: 0, warning: 0, notice: 0 }, findings: [finding], notes: [] } // prettier-ignore
}
