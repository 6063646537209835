/** Texts in one language stand once, unless they are for different regions. */
import { children, textAt } from '../xml/look.ts'
import type { XmlElement } from '../xml/read-xml.ts'
import { placeOf } from './place.ts'
import { addCheck, type Checks } from './structure/rule-check.ts'

const regions = (info: XmlElement, name: string): string[] =>
  children(info, name).flatMap((region) =>
    [textAt(region, 'country'), textAt(region, 'countryRegion')].filter((one) => one !== null),
  )

export function addLocalized(checks: Checks): void {
  for (const parent of ['Basic', 'BasicMetadata']) {
    addCheck(checks, parent, (above, findings) => {
      const seen = new Map<string, number>()
      for (const info of children(above.at(-1)!, 'LocalizedInfo')) {
        const language = info.attributes['language']
        if (language === undefined) continue
        const [only, without] = [regions(info, 'Region'), regions(info, 'ExcludedRegion')]
        // "Everywhere but" and "everywhere" overlap, and receivers are told apart by the excluded region.
        const keys = only.length > 0 ? only : without.length > 0 ? without.map((region) => `-${region}`) : ['']
        for (const region of keys) {
          const key = `${language.toLowerCase()} ${region}`
          const before = seen.get(key)
          if (before === undefined) seen.set(key, info.line)
          else findings.add('error', 'structure/LocalizedInfo/language', placeOf([...above, info]), { language, region, line: String(before) }) // prettier-ignore
        }
      }
    })
  }
}
