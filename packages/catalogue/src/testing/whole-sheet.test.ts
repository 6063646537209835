import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { LANGUAGE_USES, PICTURE_KINDS, TitleSheet } from '../model/title-sheet.ts'
import { factsOf, wholeSheet } from './whole-sheet.ts'

/** Every place of the model that holds a value, in the way `factsOf` names them. */
function kindsOf(schema: z.core.$ZodType, path = ''): string[] {
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return kindsOf(schema.def.innerType, path)
  if (schema instanceof z.ZodArray) return kindsOf(schema.def.element, `${path}.*`)
  if (schema instanceof z.ZodRecord) return kindsOf(schema.def.valueType, `${path}.*`)
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([key, part]) => kindsOf(part, path === '' ? key : `${path}.${key}`))
  return [path]
}

test('the whole sheet is a sheet, and leaves no field of the model out', () => {
  assert.deepEqual(TitleSheet.parse(wholeSheet()), wholeSheet())
  const kinds = kindsOf(TitleSheet)
  assert.ok(kinds.includes('cuts.*.versions.*.hardOfHearing') && kinds.includes('lead.*.writtenOn'))
  assert.deepEqual([...new Set(factsOf(wholeSheet()).map(({ kind }) => kind))].toSorted(), kinds.toSorted())
})

test('it has every use of a language and every kind of picture', () => {
  const { versions, cuts, pictures } = wholeSheet()
  const uses = [...versions, ...cuts.flatMap((cut) => cut.versions)].map(({ use }) => use)
  for (const use of LANGUAGE_USES) assert.ok(uses.includes(use), use)
  for (const kind of PICTURE_KINDS)
    assert.ok(
      pictures.some((picture) => picture.kind === kind),
      kind,
    )
})

test('no two texts are the same, so that none can stand in for another', () => {
  const texts = factsOf(wholeSheet()).filter(
    ({ kind, value }) => typeof value === 'string' && !/colour|language|pictures\.\*\.(id|kind)|original|countr/i.test(kind),
  )
  const seen = new Map<unknown, string>()
  for (const { path, value } of texts) {
    assert.ok(!seen.has(value), `${path} reads as ${seen.get(value)}: ${value}`)
    seen.set(value, path)
  }
})
