/** Territory groups with their names and members: World, the regions of UN M.49, and the trade's own. */
import containment from 'cldr-core/supplemental/territoryContainment.json' with { type: 'json' }
import { type GroupRecord, M49_GROUPS, M49_VERSION, TRADE_GROUPS } from './group-data.ts'
import { leavesOfCountry } from './leaves.ts'
import { TerritorySet } from './territory-set.ts'

export interface TerritoryGroup extends Omit<GroupRecord, 'members'> {
  readonly members: TerritorySet
  /** The code in UN M.49, of a group that is from there. */
  readonly m49?: string
}

/** A group as an entry remembers it: which version of its members was meant. */
export interface GroupVersion {
  readonly code: string
  readonly version: string
}

const M49_SOURCE = 'UN M.49 (CLDR territory containment)'

let all: readonly TerritoryGroup[] | undefined
const byDay = new Map<string, readonly TerritoryGroup[]>()

/**
 * Every group in its version of a day (`YYYY-MM-DD`), or of today's data. Of a day before a group was written down there is
 * no such group; World is always there.
 *
 * @example
 * territoryGroups().find((group) => group.code === 'baltics')!.members.leaves() // ['EE', 'LT', 'LV']
 */
export function territoryGroups(asOf?: string): readonly TerritoryGroup[] {
  all ??= build()
  const versions = asOf === undefined ? all : all.filter(({ code, version }) => code === 'world' || version <= asOf)
  const key = versions.length === all.length ? '' : versions.map(({ version }) => version).join()
  let groups = byDay.get(key)
  if (!groups) {
    const latest = new Map<string, TerritoryGroup>()
    for (const group of versions) if ((latest.get(group.code)?.version ?? '') < group.version) latest.set(group.code, group)
    byDay.set(key, (groups = [...latest.values()]))
  }
  return groups
}

function build(): TerritoryGroup[] {
  const groups: TerritoryGroup[] = [
    {
      code: 'world',
      en: 'World',
      fr: 'Monde',
      also: WORLD,
      members: TerritorySet.world,
      source: 'Every leaf',
      version: M49_VERSION,
    },
    {
      code: 'eu',
      en: 'EU',
      fr: 'UE',
      also: EU,
      members: contained('EU'),
      source: 'Treaty on European Union (CLDR territory containment)',
      version: M49_VERSION,
    },
  ]
  for (const [m49, code, en, fr, also, varies] of M49_GROUPS) {
    groups.push({
      code,
      m49,
      en,
      fr,
      also,
      members: contained(m49),
      source: M49_SOURCE,
      version: M49_VERSION,
      ...(varies === undefined ? {} : { varies }),
    })
  }
  const members = new Map(groups.map((group) => [group.code, group.members]))
  for (const record of TRADE_GROUPS) {
    let set = TerritorySet.none
    for (const word of record.members.split(' '))
      set = set.or(members.get(word) ?? TerritorySet.of(leavesOfCountry(word) ?? [word]))
    members.set(record.code, set)
    groups.push({ ...record, members: set })
  }
  return groups
}

const WORLD = ['Worldwide', 'World-wide', 'The whole world', 'All territories', 'Global', 'Monde entier', 'Le monde entier', 'Dans le monde entier', 'Tous pays', 'Tous territoires', 'Welt', 'Weltweit', 'Mundo', 'Mundo entero', 'Todo el mundo', 'Mundial', 'Mundiales', 'Mondo', 'Mondo intero', 'Tutto il mondo', 'Mondiale', 'Mondiali', 'Mondial', 'Mondiaux', 'Universe', 'All countries', 'WW'] // prettier-ignore
const EU = ['European Union', 'Union européenne', 'Europäische Union', 'EU27']

const CONTAINS = containment.supplemental.territoryContainment as Record<string, { _contains: string[] }>
/** CLDR puts Antarctica and some islands that are no leaves into an "outlying Oceania" of its own, which M.49 has not. */
const NOT_M49 = new Set(['QO'])

/** The leaves below a code of CLDR's containment; what it has beside ISO 3166-1 (the Canary Islands …) is part of a leaf. */
function contained(code: string): TerritorySet {
  let set = TerritorySet.none
  for (const inner of CONTAINS[code]!._contains) {
    if (NOT_M49.has(inner)) continue
    const leaves = leavesOfCountry(inner)
    if (leaves) set = set.or(TerritorySet.of(leaves))
    else if (CONTAINS[inner]) set = set.or(contained(inner))
  }
  return set
}
