/** Identifiers of a Media Manifest: unique, in the form that is good practice, and known where they are referred to. */
import type { XmlElement } from '../xml/read-xml.ts'
import { placeOf } from './place.ts'
import { textIn } from './text-in.ts'
import type { Findings } from './validation.ts'

/** Elements that have an identifier: its attribute, and what stands at its second place by good practice. */
const OWNERS: Readonly<Record<string, readonly [attribute: string, type: string]>> = {
  Audio: ['AudioTrackID', 'audtrackid'],
  Video: ['VideoTrackID', 'vidtrackid'],
  Subtitle: ['SubtitleTrackID', 'subtrackid'],
  Image: ['ImageID', 'imageid'],
  Interactive: ['InteractiveTrackID', 'interactiveid'],
  Metadata: ['ContentID', 'cid'],
  Presentation: ['PresentationID', 'presentationid'],
  PlayableSequence: ['PlayableSequenceID', 'playablesequenceid'],
  PictureGroup: ['PictureGroupID', 'picturegroupid'],
  AppGroup: ['AppGroupID', 'appgroupid'],
  TextGroup: ['TextGroupID', 'textgroupid'],
  Experience: ['ExperienceID', 'experienceid'],
}
/** Without one, nothing can refer to these. */
const NEEDED: ReadonlySet<string> = new Set(['Audio', 'Video', 'Subtitle', 'Image', 'Presentation', 'Experience', 'Metadata'])

/** What refers to which. */
const REFERENCES: Readonly<Record<string, readonly [parent: string, to: string]>> = {
  AudioTrackID: ['AudioTrackReference', 'Audio'],
  VideoTrackID: ['VideoTrackReference', 'Video'],
  SubtitleTrackID: ['SubtitleTrackReference', 'Subtitle'],
  ContentID: ['Experience', 'Metadata'],
}

export function checkManifest(root: XmlElement, findings: Findings): void {
  const ids = new Map<string, Set<string>>()
  const inManifest = (element: XmlElement) => element.namespace === root.namespace
  const walk = (above: XmlElement[], visit: (above: XmlElement[]) => void): void => {
    visit(above)
    for (const child of above.at(-1)!.children) walk([...above, child], visit)
  }
  walk([root], (above) => {
    const element = above.at(-1)!
    const owner = inManifest(element) ? OWNERS[element.name] : undefined
    if (owner === undefined) return
    const [attribute, type] = owner
    const id = element.attributes[attribute]?.trim() ?? ''
    if (id === '') {
      if (NEEDED.has(element.name)) findings.add('warning', 'identifier/missing', placeOf(above), { element: element.name, attribute }) // prettier-ignore
      return
    }
    const seen = ids.get(element.name) ?? new Set()
    ids.set(element.name, seen)
    if (seen.has(id)) findings.add('error', 'identifier/twice', placeOf(above, attribute), { identifier: id })
    seen.add(id)
    checkForm(id, type, above, attribute, findings)
  })
  walk([root], (above) => {
    const element = above.at(-1)!
    const [parent, to] = REFERENCES[element.name] ?? []
    if (parent === undefined || to === undefined || above.at(-2)?.name !== parent || !inManifest(element)) return
    const id = textIn(element)
    if (ids.get(to)?.has(id) !== true)
      findings.add('error', 'identifier/unknown', placeOf(above), { identifier: id, element: to })
  })
}

function checkForm(id: string, type: string, above: XmlElement[], attribute: string, findings: Findings): void {
  const parts = id.split(':')
  if (parts.length < 4 || parts.includes('')) {
    findings.add('warning', 'identifier/form', placeOf(above, attribute), { identifier: id })
    return
  }
  if (!parts[2]!.startsWith('eidr')) findings.add('notice', 'identifier/scheme', placeOf(above, attribute), { identifier: id })
  if (parts[1] !== type) findings.add('notice', 'identifier/type', placeOf(above, attribute), { identifier: id, type })
}
