/**
 * What a graph of RDF is made of here: things with a name of their own each (no blank ones, so that two files can be compared
 * line by line), what is said of them, and two ways of writing that down.
 */
export interface Literal {
  text: string
  language?: string
  /** `xsd:gYear`, `xsd:duration`, `xsd:anyURI`, `xsd:integer`; without, a string. */
  type?: string
}
export interface Thing {
  iri: string
  types: readonly string[]
  says: readonly (readonly [property: string, value: Literal | Thing])[]
}

export const PREFIXES: Readonly<Record<string, string>> = {
  ec: 'http://www.ebu.ch/metadata/ontologies/ebucoreplus#',
  dcterms: 'http://purl.org/dc/terms/',
  schema: 'https://schema.org/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}

export const isThing = (value: Literal | Thing): value is Thing => 'iri' in value
