/** What an Avails document says twice, or against itself: over all its Avails, so that no rule of one element can see it. */
import { child, children, textAt } from '../xml/look.ts'
import type { XmlElement } from '../xml/read-xml.ts'
import { placeOf } from './place.ts'
import { addCheck, type Checks } from './structure/rule-check.ts'
import { textIn } from './text-in.ts'
import type { Findings } from './validation.ts'

export function addAvails(checks: Checks): void {
  addCheck(checks, 'Transaction', (above, findings) => {
    const transaction = above.at(-1)!
    const [start, end] = [textAt(transaction, 'Start'), textAt(transaction, 'End')]
    // Moments are written in one form; of two time zones nothing is said here.
    if (start === null || end === null || start.length < 10 || end.length < 10) return
    if (end.slice(0, 19) < start.slice(0, 19) && /^\d{4}-\d\d-\d\d/.test(start) && /^\d{4}-\d\d-\d\d/.test(end))
      findings.add('error', 'date/end-before-start', placeOf([...above, child(transaction, 'End')!]), { start, end })
  })
}

/** Made once, when the document has been walked through. */
export function checkAvailList(list: XmlElement, findings: Findings): void {
  const avails = list.name === 'Avail' ? [list] : children(list, 'Avail')
  const above = (avail: XmlElement) => (avail === list ? [list] : [list, avail])
  const seen = new Map<string, number>()
  for (const avail of avails) {
    const alid = child(avail, 'ALID')
    if (alid === null || alid.text === '') continue
    const id = textIn(alid)
    const before = seen.get(id)
    if (before === undefined) seen.set(id, alid.line)
    else findings.add('error', 'identifier/alid-twice', placeOf([...above(avail), alid]), { alid: id, line: String(before) })
  }
  checkVolumes(avails, above, findings)
}

interface Volume {
  season: string
  number: string
  first: number
  last: number
}

/** An episode belongs to one volume of its season. */
function checkVolumes(avails: readonly XmlElement[], above: (avail: XmlElement) => XmlElement[], findings: Findings): void {
  const volumes: Volume[] = []
  for (const avail of avails)
    for (const asset of children(avail, 'Asset')) {
      const metadata = child(asset, 'VolumeMetadata')
      if (metadata === null) continue
      const first = Number(textAt(metadata, 'VolumeFirstEpisodeNumber'))
      const episodes = Number(textAt(metadata, 'VolumeNumberOfEpisodes'))
      const season = textAt(metadata, 'SeasonMetadata', 'SeasonContentID')
      if (season === null || !(first > 0) || !(episodes > 0)) continue
      volumes.push({ season, number: textAt(metadata, 'VolumeNumber', 'Number') ?? '', first, last: first + episodes - 1 })
    }
  if (volumes.length < 2) return
  const bySeason = Map.groupBy(volumes, ({ season }) => season)
  for (const avail of avails)
    for (const asset of children(avail, 'Asset')) {
      const metadata = child(asset, 'EpisodeMetadata')
      if (metadata === null) continue
      const number = Number(textAt(metadata, 'EpisodeNumber', 'Number') ?? Number.NaN)
      const season = textAt(metadata, 'SeasonMetadata', 'SeasonContentID') ?? ''
      const holding = (bySeason.get(season) ?? []).filter(({ first, last }) => number >= first && number <= last)
      if (holding.length < 2) continue
      findings.add('error', 'structure/Volume/episodes', placeOf([...above(avail), asset]), {
        episode: String(number),
        volumes: holding.map((volume) => volume.number).join(', '),
      })
    }
}
