/** A JSON-LD document as nodes that can be asked for their properties, however the names of those are written. */
import { at, fields, items, textOf, type Fields } from '../json/look.ts'

/** How the names of a vocabulary may begin; the empty beginning is among them where its context makes it the usual one. */
export type Vocabulary = readonly string[]
export const SCHEMA_ORG_NAMES: Vocabulary = ['', 'schema:', 'https://schema.org/', 'http://schema.org/', 'http://www.schema.org/']

/** What one document may hold of nodes: past that it is no list of films. */
const MOST_NODES = 500_000

export class Graph {
  readonly #byId = new Map<string, Fields>()
  readonly #nodes: Fields[] = []

  readonly #vocabulary: Vocabulary

  constructor(document: unknown, vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary
    // a list of what is still to look at, first things first: a document may be as deep as it likes
    const open: unknown[] = [document]
    for (let next = 0; next < open.length && this.#nodes.length < MOST_NODES; next += 1) {
      const value = open[next]
      open[next] = null
      if (Array.isArray(value)) for (const one of value) open.push(one)
      const node = fields(value)
      if (node === null) continue
      this.#nodes.push(node)
      const id = textOf(node['@id'] ?? node['id'])
      if (id !== null && Object.keys(node).length > 1 && !this.#byId.has(id)) this.#byId.set(id, node)
      for (const one of Object.values(node)) if (typeof one === 'object' && one !== null) open.push(one)
    }
  }

  /** Nodes of a type in the order of the document, those outside before those inside. */
  ofType(...types: readonly string[]): Fields[] {
    return this.#nodes.filter((node) => this.typesOf(node).some((type) => types.includes(type)))
  }

  /**
   * Those of some nodes that are no pieces of the others: first by the properties that lead down, then by those that lead up.
   * A piece of a piece leads nowhere, so two nodes that name each other leave the one that is the whole.
   */
  wholes(all: readonly Fields[], down: readonly string[], up: readonly string[]): Fields[] {
    const pieces = new Set<unknown>()
    for (const properties of [down, up])
      for (const node of all) {
        if (pieces.has(node)) continue
        for (const property of properties) for (const value of this.values(node, property)) if (value !== node) pieces.add(value)
      }
    return all.filter((node) => !pieces.has(node))
  }

  /** What a node says of a property: a list, in which references to other nodes are those nodes. */
  values(node: unknown, property: string): unknown[] {
    const own = fields(node)
    if (own === null) return []
    const found = this.#vocabulary.flatMap((prefix) => items(at(own, prefix + property)))
    return found.flatMap((value) => {
      const list = items(at(value, '@list') ?? value)
      return list.map((one) => {
        const id = textOf(at(one, '@id'))
        return id !== null && Object.keys(fields(one) ?? {}).length === 1 ? (this.#byId.get(id) ?? one) : one
      })
    })
  }

  /** Texts of a property; of a thing its name. */
  texts(node: unknown, property: string): string[] {
    return this.values(node, property).flatMap((value) => this.text(value) ?? [])
  }

  text(value: unknown): string | null {
    return textOf(value) ?? textOf(at(value, '@value')) ?? (fields(value) === null ? null : this.nameOf(value))
  }

  first(node: unknown, property: string): string | null {
    return this.texts(node, property)[0] ?? null
  }

  nameOf(node: unknown): string | null {
    const [name] = this.values(node, 'name')
    return textOf(name) ?? textOf(at(name, '@value'))
  }

  /** Texts with the language that they are tagged with; a map of languages is read too. */
  spoken(node: unknown, property: string): { text: string; tag: string | null }[] {
    return this.values(node, property).flatMap((value) => {
      const plain = textOf(value)
      if (plain !== null) return [{ text: plain, tag: null }]
      const text = textOf(at(value, '@value'))
      return text === null ? [] : [{ text, tag: textOf(at(value, '@language')) }]
    })
  }

  /** The types of a node, without where they come from. */
  typesOf(node: unknown): string[] {
    const written = items(at(node, '@type') ?? at(node, 'type')).filter((type) => typeof type === 'string')
    return written.map((type) => {
      const prefix = this.#vocabulary.find((one) => one !== '' && type.startsWith(one))
      return prefix === undefined ? type : type.slice(prefix.length)
    })
  }
}
