/** Names by what they did, gathered in the order of a file. */
import type { TitleSheet } from '@vitrine/catalogue'
import { unique } from './film-in.ts'
import { jobIn } from './words-in.ts'

type People = Pick<TitleSheet, 'directors' | 'producers' | 'credits'>

export interface Did {
  name: string
  /** In any words: a role's code, its name, a job of the trade. */
  did: string
  /** Where the file itself says that it is a credit as printed. */
  label?: string | null
}

/**
 * @example
 * peopleIn([{ name: 'Ana Puig', did: 'Director' }, { name: 'Ida Berg', did: 'Photography' }])
 * // { directors: ['Ana Puig'], producers: [], credits: [{ role: 'photography', label: null, names: ['Ida Berg'] }] }
 */
export function peopleIn(all: readonly Did[]): People {
  const people: People = { directors: [], producers: [], credits: [] }
  const credits = new Map<string, { role: People['credits'][number]['role']; label: string | null; names: Set<string> }>()
  for (const { name, did, label: printed } of all) {
    const found = printed === undefined ? jobIn(did) : { job: 'other' as const, label: printed ?? '' }
    if (found.job === 'director') people.directors.push(name)
    else if (found.job === 'producer') people.producers.push(name)
    else {
      const label = found.job === 'other' && found.label !== '' && found.label !== 'other' ? found.label : null
      const key = `${found.job} ${label ?? ''}`
      const credit = credits.get(key)
      if (credit === undefined) credits.set(key, { role: found.job, label, names: new Set([name]) })
      else credit.names.add(name)
    }
  }
  return {
    directors: unique(people.directors),
    producers: unique(people.producers),
    credits: [...credits.values()].map((credit) => ({ ...credit, names: [...credit.names] })),
  }
}
