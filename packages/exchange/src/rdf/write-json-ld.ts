/** Things as JSON-LD: nested as they were said, with the prefixes as its context. */
import { isThing, PREFIXES, type Literal, type Thing } from './thing.ts'

type Json = Record<string, unknown>

/** @example writeJsonLd([film]) // '{ "@context": {…}, "@graph": […] }' */
export function writeJsonLd(things: readonly Thing[]): string {
  return `${JSON.stringify({ '@context': PREFIXES, '@graph': things.map(json) }, null, 1)}\n`
}

function json({ iri, types, says }: Thing): Json {
  const said: Record<string, unknown[]> = {}
  for (const [property, value] of says) (said[property] ??= []).push(isThing(value) ? json(value) : literal(value))
  const single = Object.entries(said).map(([property, values]) => [property, values.length === 1 ? values[0] : values])
  return { '@id': iri, '@type': types.length === 1 ? types[0] : types, ...Object.fromEntries(single) }
}

function literal({ text, language, type }: Literal): unknown {
  const value = text.toWellFormed()
  if (language !== undefined) return { '@value': value, '@language': language }
  return type === undefined ? value : { '@value': value, '@type': type }
}
