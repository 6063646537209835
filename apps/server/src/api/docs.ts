/** The reference page: the OpenAPI document as a page that a person reads. No script, nothing fetched; its one style is allowed by its hash. */
import { createHash } from 'node:crypto'
import { apiDocsWords } from '@vitrine/messages/cli'
import type { Locale } from '@vitrine/messages'
import { ALL_PROBLEMS, type OpenApiDocument } from './openapi.ts'

const STYLE = `
:root { color-scheme: light dark; --ink: #17181a; --quiet: #5f6063; --paper: #fbfaf7; --line: #d9d6cd; --accent: #8a2b16; --code: #f1eee6; }
@media (prefers-color-scheme: dark) { :root { --ink: #f2efe8; --quiet: #a9a69f; --paper: #141517; --line: #34353a; --accent: #ff9d7a; --code: #1f2023; } }
* { box-sizing: border-box; }
html { scroll-behavior: smooth; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 "Inter", system-ui, sans-serif; font-variant-numeric: tabular-nums; }
.frame { max-width: 78rem; margin: 0 auto; padding: 2.5rem 1.5rem 6rem; display: grid; gap: 3rem; }
@media (min-width: 60rem) { .frame { grid-template-columns: 16rem minmax(0, 1fr); } nav { position: sticky; top: 2rem; align-self: start; max-height: calc(100vh - 4rem); overflow: auto; } }
h1 { font: 600 clamp(2.25rem, 5vw, 3.5rem)/1.05 "Fraunces", "Newsreader", Georgia, serif; margin: 0 0 1rem; }
h2 { font: 600 1.75rem/1.2 "Fraunces", "Newsreader", Georgia, serif; margin: 3.5rem 0 .5rem; border-top: 1px solid var(--line); padding-top: 1.5rem; }
h3 { font-size: 1rem; margin: 2.25rem 0 .25rem; overflow-wrap: anywhere; }
a { color: inherit; text-decoration-color: var(--line); text-underline-offset: .2em; }
a:hover { text-decoration-color: currentColor; }
:focus-visible { outline: 3px solid #2f6fed; outline-offset: 2px; }
nav ul { list-style: none; margin: 0 0 1.25rem; padding: 0; font-size: .875rem; }
nav strong { font-size: .75rem; letter-spacing: .06em; text-transform: uppercase; color: var(--quiet); }
code, pre { font: .875em/1.5 ui-monospace, "SF Mono", Menlo, monospace; }
code { background: var(--code); padding: .1em .3em; }
pre { background: var(--code); padding: 1rem; overflow: auto; }
pre code { padding: 0; }
.method { display: inline-block; min-width: 4.25rem; color: var(--accent); font-weight: 700; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; }
th, td { text-align: left; vertical-align: top; padding: .375rem .75rem .375rem 0; border-bottom: 1px solid var(--line); }
th { font-weight: 600; color: var(--quiet); }
.wide { overflow-x: auto; }
.quiet { color: var(--quiet); }
`
export const DOCS_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`

interface Parameter {
  name: string
  in: string
  required?: boolean
  description?: string
  schema?: Schema
}
interface Schema {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  items?: Schema
  properties?: Record<string, Schema>
  oneOf?: Schema[]
  anyOf?: Schema[]
  allOf?: Schema[]
  format?: string
  default?: unknown
  description?: string
}
interface Operation {
  operationId?: string
  summary?: string
  description?: string
  tags?: string[]
  parameters?: Parameter[]
  requestBody?: { description?: string; content: Record<string, { schema?: Schema }> }
  responses: Record<string, { description: string; content?: Record<string, { schema?: Schema }> }>
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
const prose = (text: string): string =>
  text
    .split('\n\n')
    .map((paragraph) => `<p>${escape(paragraph).replaceAll(/`([^`]+)`/g, '<code>$1</code>')}</p>`)
    .join('')

/** A type in a few words: `string`, `TitleCard[]`, `"a4" | "letter"`. */
function typeOf(schema: Schema | undefined): string {
  if (schema === undefined) return 'any'
  if (schema.$ref !== undefined) return schema.$ref.split('/').at(-1) ?? 'any'
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  const choices = schema.oneOf ?? schema.anyOf
  if (choices !== undefined) return choices.map(typeOf).join(' | ')
  if (schema.allOf !== undefined) return schema.allOf.map(typeOf).join(' & ')
  const types = [schema.type ?? 'any'].flat()
  return types
    .map((type) => (type === 'array' ? `${typeOf(schema.items)}[]` : schema.format === 'binary' ? 'bytes' : type))
    .join(' | ')
}

function fields(schema: Schema | undefined, depth = 0): string {
  if (schema?.properties === undefined) return typeOf(schema)
  const inside = Object.entries(schema.properties)
    .map(
      ([name, field]) =>
        `${'  '.repeat(depth + 1)}${name}: ${field.properties && depth < 2 ? fields(field, depth + 1) : typeOf(field)}`,
    )
    .join('\n')
  return `{\n${inside}\n${'  '.repeat(depth)}}`
}

/** @param document as made by `openApiDocument` */
export function docsPage(document: OpenApiDocument, locale: Locale): string {
  const words = apiDocsWords[locale]
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item as Record<string, Operation>).map(([method, operation]) => ({ path, method, ...operation })),
  )
  const tags = [...new Set(operations.map((operation) => operation.tags?.[0] ?? ''))]
  const byTag = (tag: string) => operations.filter((operation) => (operation.tags?.[0] ?? '') === tag)
  const schemas = Object.entries((document.components?.schemas ?? {}) as Record<string, Schema>)

  const menu = tags
    .map(
      (tag) =>
        `<strong>${escape(tag)}</strong><ul>${byTag(tag)
          .map((one) => `<li><a href="#${one.operationId}">${escape(one.summary ?? one.path)}</a></li>`)
          .join('')}</ul>`,
    )
    .join('')
  const body = tags
    .map(
      (tag) =>
        `<h2>${escape(tag)}</h2>${byTag(tag)
          .map((one) => operationSection(one, words))
          .join('')}`,
    )
    .join('')
  const shapes = schemas
    .map(
      ([name, schema]) =>
        `<h3 id="shape-${escape(name)}">${escape(name)}</h3><pre tabindex="0"><code>${escape(fields(schema))}</code></pre>`,
    )
    .join('')
  const errors = ALL_PROBLEMS.map(
    (problem) =>
      `<tr id="error-${problem.code}"><td><code>${problem.code}</code></td><td>${problem.status}</td><td>${escape(problem.why)}</td><td>${escape(problem.recover)}</td></tr>`,
  ).join('')

  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${words.title}</title><style>${STYLE}</style></head>
<body><div class="frame"><nav aria-label="${words.contents}">${menu}<strong>${words.more}</strong><ul><li><a href="#shapes">${words.shapes}</a></li><li><a href="#errors">${words.errors}</a></li><li><a href="/api/v1/openapi.json">openapi.json</a></li></ul></nav>
<main><h1>${words.title}</h1>${words.intro.map((paragraph) => prose(paragraph)).join('')}
<pre tabindex="0"><code>curl -H "Authorization: Bearer vit_…" "https://films.example/api/v1/titles?theme=water&amp;limit=10"</code></pre>
${body}<h2 id="shapes">${words.shapes}</h2>${shapes}
<h2 id="errors">${words.errors}</h2><div class="wide" tabindex="0"><table><thead><tr><th>${words.code}</th><th>${words.status}</th><th>${words.why}</th><th>${words.recover}</th></tr></thead><tbody>${errors}</tbody></table></div>
</main></div></body></html>
`
}

function operationSection(one: Operation & { path: string; method: string }, words: (typeof apiDocsWords)[Locale]): string {
  const rows = (one.parameters ?? [])
    .map(
      (parameter) =>
        `<tr><td><code>${escape(parameter.name)}</code>${parameter.required ? ' *' : ''}</td><td>${parameter.in}</td><td>${escape(typeOf(parameter.schema))}</td><td>${escape(parameter.description ?? '')}</td></tr>`,
    )
    .join('')
  const table =
    rows === ''
      ? ''
      : `<div class="wide" tabindex="0"><table><thead><tr><th>${words.name}</th><th>${words.where}</th><th>${words.type}</th><th>${words.meaning}</th></tr></thead><tbody>${rows}</tbody></table></div>`
  const sent = Object.entries(one.requestBody?.content ?? {})
    .map(
      ([type, content]) =>
        `<p class="quiet">${words.sends} <code>${escape(type)}</code>${one.requestBody?.description ? `: ${escape(one.requestBody.description)}` : ''}</p>${type === 'application/json' ? `<pre tabindex="0"><code>${escape(fields(content.schema))}</code></pre>` : ''}`,
    )
    .join('')
  const given = Object.entries(one.responses)
    .filter(([status]) => status !== 'default')
    .map(
      ([status, response]) =>
        `<p class="quiet">${words.answers} <code>${status}</code> ${Object.entries(response.content ?? {})
          .map(
            ([type, content]) =>
              `<code>${escape(type)}</code> ${type === 'application/json' ? escape(typeOf(content.schema)) : ''}`,
          )
          .join(', ')}</p>`,
    )
    .join('')
  return `<section><h3 id="${one.operationId}"><span class="method">${one.method.toUpperCase()}</span> <code>/api/v1${escape(one.path)}</code></h3><p>${escape(one.summary ?? '')}</p>${one.description ? prose(one.description) : ''}${table}${sent}${given}</section>`
}
