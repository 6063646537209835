import { slugOf } from '@vitrine/catalogue/model/slug'
import type { Asker } from '@vitrine/store/asker'
import { takenSlugs } from '@vitrine/store/titles/taken-slugs'

/**
 * A free slug for each title, in order: that of its name, or with `-2`, `-3` … A slug that the title has or had itself counts
 * as free. The house must be locked.
 */
export async function freeSlugs(
  trx: Asker,
  houseId: string,
  wanted: readonly { id: string; title: string }[],
): Promise<string[]> {
  const bases = wanted.map(({ title }) => slugOf(title) || 'film')
  const taken = await takenSlugs(trx, houseId, bases)
  return wanted.map(({ id }, n) => {
    const base = bases[n] ?? 'film'
    const isFree = (slug: string) => (taken.get(slug) ?? id) === id
    let slug = base
    for (let number = 2; !isFree(slug); number++) slug = `${base.slice(0, 74)}-${number}`
    taken.set(slug, id)
    return slug
  })
}
