import type { FilmArt } from './film-art.ts'

/** The art of a film lies in a file of its slug; it is loaded when it is painted, so that reading the texts stays instant. */
export async function artOf(slug: string): Promise<FilmArt> {
  if (!/^[a-z0-9-]+$/.test(slug)) throw new Error(`Not a slug: ${slug}`)
  const module = (await import(`./films/${slug}.ts`)) as { art: FilmArt }
  return module.art
}
