/** The OpenAPI document held to the rules of OpenAPI 3.1 itself, so that programs that are made from it are made right. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { ENDPOINTS } from '../src/api/app.ts'
import { testServer, type TestServer } from './server.ts'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
type Fields = { [key: string]: Json }
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

/** What may stand in each object of a document (the specification's fixed fields), and in a schema (JSON Schema 2020-12). */
const MAY = {
  document: [
    'openapi',
    'info',
    'jsonSchemaDialect',
    'servers',
    'paths',
    'webhooks',
    'components',
    'security',
    'tags',
    'externalDocs',
  ],
  operation: [
    'tags',
    'summary',
    'description',
    'externalDocs',
    'operationId',
    'parameters',
    'requestBody',
    'responses',
    'callbacks',
    'deprecated',
    'security',
    'servers',
  ],
  parameter: [
    'name',
    'in',
    'description',
    'required',
    'deprecated',
    'allowEmptyValue',
    'style',
    'explode',
    'allowReserved',
    'schema',
    'example',
    'examples',
    'content',
  ],
  requestBody: ['description', 'content', 'required'],
  response: ['description', 'headers', 'content', 'links'],
  media: ['schema', 'example', 'examples', 'encoding'],
  schema: [
    '$ref',
    'type',
    'enum',
    'const',
    'items',
    'prefixItems',
    'properties',
    'patternProperties',
    'propertyNames',
    'additionalProperties',
    'required',
    'oneOf',
    'anyOf',
    'allOf',
    'not',
    'format',
    'pattern',
    'minLength',
    'maxLength',
    'minimum',
    'maximum',
    'exclusiveMinimum',
    'exclusiveMaximum',
    'multipleOf',
    'minItems',
    'maxItems',
    'uniqueItems',
    'minProperties',
    'maxProperties',
    'default',
    'description',
    'title',
    'examples',
    'example',
    'deprecated',
    'readOnly',
    'writeOnly',
    'contentMediaType',
    'contentEncoding',
  ],
} as const
const TYPES = new Set(['string', 'number', 'integer', 'boolean', 'array', 'object', 'null'])
const METHODS = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'])
const STATUS = /^(?:[1-5]\d\d|[1-5]XX|default)$/
const MEDIA_TYPE = /^[a-z]+\/(?:\*|[a-z0-9.+-]+)$/

describe('the OpenAPI document, by the rules of 3.1', () => {
  let server: TestServer
  let document: Fields
  const wrong: string[] = []
  before(async () => {
    server = await testServer()
    document = (await (await server.fetch('/api/v1/openapi.json')).json()) as Fields
  })
  after(() => server.stop())

  const only = (value: Json | undefined, kind: keyof typeof MAY, at: string): Fields => {
    if (!isFields(value)) {
      wrong.push(`${at}: no object`)
      return {}
    }
    for (const field of Object.keys(value))
      if (!(MAY[kind] as readonly string[]).includes(field) && !field.startsWith('x-'))
        wrong.push(`${at}: ${field} is no field of it`)
    return value
  }

  function resolved(ref: string, at: string): Fields {
    let value: Json | undefined = document
    for (const part of ref.replace(/^#\//, '').split('/'))
      value = isFields(value) ? value[part.replaceAll('~1', '/').replaceAll('~0', '~')] : undefined
    if (!ref.startsWith('#/') || !isFields(value)) wrong.push(`${at}: ${ref} leads nowhere`)
    return isFields(value) ? value : {}
  }

  function schema(value: Json | undefined, at: string): void {
    if (typeof value === 'boolean') return
    const one = only(value, 'schema', at)
    if (typeof one['$ref'] === 'string') resolved(one['$ref'], at)
    for (const type of [one['type'] ?? []].flat()) if (!TYPES.has(String(type))) wrong.push(`${at}: ${String(type)} is no type`)
    for (const list of ['enum', 'oneOf', 'anyOf', 'allOf', 'prefixItems'])
      if (list in one && (!Array.isArray(one[list]) || one[list].length === 0)) wrong.push(`${at}: ${list} is empty`)
    if (Array.isArray(one['enum']) && new Set(one['enum'].map((each) => JSON.stringify(each))).size !== one['enum'].length)
      wrong.push(`${at}: one value twice`)
    const { properties } = one
    for (const name of (one['required'] ?? []) as string[])
      if (isFields(properties) && !(name in properties)) wrong.push(`${at}: ${name} is required and not there`)
    if (typeof one['pattern'] === 'string')
      assert.doesNotThrow(() => new RegExp(String(one['pattern']), 'u'), `${at}: ${one['pattern']}`)
    for (const [least, most] of [
      ['minimum', 'maximum'],
      ['minLength', 'maxLength'],
      ['minItems', 'maxItems'],
    ] as const)
      if (Number(one[least] ?? -Infinity) > Number(one[most] ?? Infinity)) wrong.push(`${at}: ${least} above ${most}`)
    if ('default' in one) for (const why of against(one['default']!, one)) wrong.push(`${at}: its default: ${why}`)
    for (const example of (one['examples'] ?? []) as Json[])
      for (const why of against(example, one)) wrong.push(`${at}: an example: ${why}`)
    for (const [name, child] of Object.entries(isFields(properties) ? properties : {})) schema(child, `${at}.${name}`)
    for (const name of ['items', 'additionalProperties', 'propertyNames', 'not'])
      if (name in one) schema(one[name], `${at}.${name}`)
    for (const name of ['oneOf', 'anyOf', 'allOf', 'prefixItems'])
      for (const [i, child] of ((one[name] ?? []) as Json[]).entries()) schema(child, `${at}.${name}[${i}]`)
  }

  /** What is wrong with a value, by as much of JSON Schema as defaults and examples need. */
  function against(value: Json, one: Fields): string[] {
    if (typeof one['$ref'] === 'string') return against(value, resolved(one['$ref'], 'a default'))
    const kind = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value
    const types = [one['type'] ?? []].flat()
    const fits = (type: Json) => type === kind || (type === 'integer' && Number.isInteger(value))
    return [
      ...(types.length > 0 && !types.some(fits) ? [`${JSON.stringify(value)} is not ${types.join(' or ')}`] : []),
      ...(Array.isArray(one['enum']) && !one['enum'].includes(value) ? [`${JSON.stringify(value)} is none of its values`] : []),
      ...(typeof value === 'number' && value < Number(one['minimum'] ?? -Infinity) ? ['too small'] : []),
      ...(typeof value === 'number' && value > Number(one['maximum'] ?? Infinity) ? ['too large'] : []),
    ]
  }

  const content = (value: Json | undefined, at: string): void => {
    for (const [type, media] of Object.entries(isFields(value) ? value : {})) {
      if (!MEDIA_TYPE.test(type)) wrong.push(`${at}: ${type} is no media type`)
      schema(only(media, 'media', `${at} ${type}`)['schema'], `${at} ${type}`)
    }
  }

  test('every object has the fields it may have, every reference leads somewhere, every default is one', () => {
    only(document, 'document', 'the document')
    assert.match(String(document['openapi']), /^3\.1\.\d+$/)
    const info = document['info'] as Fields
    for (const field of ['title', 'version']) assert.equal(typeof info[field], 'string')
    const { securitySchemes: schemes, schemas } = document['components'] as Fields
    for (const [name, one] of Object.entries(schemas as Fields)) {
      assert.match(name, /^[a-zA-Z0-9._-]+$/)
      schema(one, name)
    }
    const ids = new Set<string>()
    for (const [path, item] of Object.entries(document['paths'] as Fields)) {
      for (const [method, given] of Object.entries(item as Fields)) {
        const at = `${method} ${path}`
        const one = only(given, 'operation', at)
        if (!METHODS.has(method)) wrong.push(`${at}: no method`)
        const id = String(one['operationId'])
        if (!/^[a-zA-Z][a-zA-Z0-9]*$/.test(id) || ids.has(id)) wrong.push(`${at}: ${id} names no one operation`)
        ids.add(id)
        const parameters = ((one['parameters'] ?? []) as Json[]).map((each) => only(each, 'parameter', at))
        const keys = parameters.map((each) => `${String(each['in'])} ${String(each['name'])}`)
        if (new Set(keys).size !== keys.length) wrong.push(`${at}: a parameter twice`)
        const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => `path ${name}`)
        assert.deepEqual(keys.filter((each) => each.startsWith('path ')).toSorted(), inPath.toSorted(), at)
        for (const each of parameters) {
          if (!['query', 'header', 'path', 'cookie'].includes(String(each['in']))) wrong.push(`${at}: ${String(each['in'])}`)
          if (each['in'] === 'path' && each['required'] !== true) wrong.push(`${at}: ${String(each['name'])} is not required`)
          schema(each['schema'], `${at} ${String(each['name'])}`)
        }
        if ('requestBody' in one) content(only(one['requestBody'], 'requestBody', at)['content'], at)
        if (method === 'get' && 'requestBody' in one) wrong.push(`${at}: has a body`)
        const responses = one['responses'] as Fields
        if (!Object.keys(responses).some((status) => /^2\d\d$/.test(status)) || !('default' in responses))
          wrong.push(`${at}: says not how it goes well, or not how it goes ill`)
        for (const [status, response] of Object.entries(responses)) {
          if (!STATUS.test(status)) wrong.push(`${at}: ${status} is no status`)
          const { description, content: said } = only(response, 'response', `${at} ${status}`)
          if (typeof description !== 'string' || description === '') wrong.push(`${at} ${status}: without words`)
          content(said, `${at} ${status}`)
        }
        for (const wanted of one['security'] as Fields[])
          for (const name of Object.keys(wanted))
            if (!(name in (schemes as Fields))) wrong.push(`${at}: ${name} is no security scheme`)
      }
    }
    assert.equal(ids.size, ENDPOINTS.length)
    assert.deepEqual(wrong, [])
  })

  test('nothing of how the program is made is in it', () => {
    assert.doesNotMatch(JSON.stringify(document), /"middleware"|"hide"/)
  })

  test('a whole number in an address is one in the document too', () => {
    const paths = document['paths'] as { [path: string]: { get: { parameters: { name: string; schema: Fields }[] } } }
    const limit = paths['/titles']!.get.parameters.find(({ name }) => name === 'limit')!
    assert.deepEqual(limit.schema, { type: 'integer', minimum: 1, maximum: 100 })
  })
})
