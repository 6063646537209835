/** Identifiers: EIDR and ISAN by their check characters, the identifiers of these standards by their form. */
import { readEidr } from '@vitrine/catalogue/identifiers/eidr'
import { readIsan } from '@vitrine/catalogue/identifiers/isan'
import { textAt } from '../xml/look.ts'
import { placeOf, type Above } from './place.ts'
import type { Check } from './structure/rule-check.ts'
import { textIn } from './text-in.ts'
import type { Findings } from './validation.ts'

/** `md:cid:eidr-s:…`, `urn:dece:alid:eidr-x:…:suffix`: what stands behind the scheme. */
const SCHEME = /(?:^|:)(eidr-s|eidr-x)(?::|$)(.*)$/i
const GROUPS = '(?:[0-9A-F]{4}-){5}[0-9A-Z]'
const SHORT = new RegExp(`^${GROUPS}$`)
const SUFFIXED = new RegExp(`^${GROUPS}:\\S+$`)
const DOI = /10\.5240/
/** What most texts are not; white space inside is as it was written. */
const MAY_BE_ONE = /eidr-|10\.5240|^(?:urn:)?isan[:\s]/i

/** Made at every element that has a text, and of its attributes. */
export const checkIdentifiers: Check = (above, findings) => {
  const element = above.at(-1)!
  if (element.children.length === 0 && element.text !== '') {
    if (element.name === 'Identifier' && above.length > 1) named(textIn(element), above, findings)
    else if (element.name.endsWith('EIDR-URN') || (element.text.length > 4 && MAY_BE_ONE.test(element.text)))
      one(textIn(element), above, findings, undefined)
  }
  for (const name in element.attributes) if (name.endsWith('ID')) one(element.attributes[name]!, above, findings, name)
}

function named(text: string, above: Above, findings: Findings): void {
  const namespace = (textAt(above.at(-2)!, 'Namespace') ?? '').toUpperCase()
  if (namespace === 'ISAN') return isan(text, above, findings)
  if (namespace.startsWith('EIDR') && !DOI.test(text) && SHORT.test(text.toUpperCase())) return eidr(`10.5240/${text}`, above, findings, undefined) // prettier-ignore
  one(text, above, findings, undefined)
}

function one(text: string, above: Above, findings: Findings, attribute: string | undefined): void {
  const scheme = text.includes('eidr-') ? SCHEME.exec(text) : null
  if (scheme !== null) {
    const [, kind, rest] = scheme as unknown as [string, string, string]
    if (!(kind.toLowerCase() === 'eidr-s' ? SHORT : SUFFIXED).test(rest)) {
      // An EIDR-X without a suffix is what most files have; who reads it reads an EIDR-S.
      if (kind.toLowerCase() === 'eidr-x' && SHORT.test(rest)) return eidr(`10.5240/${rest}`, above, findings, attribute)
      return findings.add('error', 'identifier/eidr-form', placeOf(above, attribute), { identifier: text })
    }
    return eidr(`10.5240/${rest.split(':')[0]!}`, above, findings, attribute)
  }
  const element = above.at(-1)!
  if (DOI.test(text) && text.length < 60) {
    if (readEidr(text) === null) findings.add('error', 'identifier/eidr-form', placeOf(above, attribute), { identifier: text })
    else eidr(text, above, findings, attribute)
  } else if (attribute === undefined && element.name.endsWith('EIDR-URN'))
    findings.add('error', 'identifier/eidr-form', placeOf(above, attribute), { identifier: text })
  else if (/^(?:urn:)?isan[: ]/i.test(text)) isan(text, above, findings)
}

function eidr(text: string, above: Above, findings: Findings, attribute: string | undefined): void {
  const reading = readEidr(text)
  if (reading === null || reading.valid) return
  findings.add('warning', 'identifier/eidr-check', placeOf(above, attribute), { identifier: reading.printed, expected: reading.expected }) // prettier-ignore
}

function isan(text: string, above: Above, findings: Findings): void {
  const reading = readIsan(text)
  if (reading === null) findings.add('error', 'identifier/isan-form', placeOf(above), { identifier: text })
  else if (!reading.valid) findings.add('warning', 'identifier/isan-check', placeOf(above), { identifier: reading.printed, expected: reading.expected }) // prettier-ignore
}
