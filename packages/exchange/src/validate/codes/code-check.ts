/** Languages, countries and currencies, wherever they stand. */
import type { Check, Checks } from '../structure/rule-check.ts'
import { addCheck } from '../structure/rule-check.ts'
import { placeOf } from '../place.ts'
import { textIn } from '../text-in.ts'
import type { Findings } from '../validation.ts'
import type { Above } from '../place.ts'
import { countryMeant, isCountry } from './country.ts'
import { isCurrencyCode } from './currency.ts'
import { wrongInTag } from './language-tag.ts'

/** Made at every element: the standards name everything that is a language so. */
export const checkLanguages: Check = (above, findings) => {
  const element = above.at(-1)!
  if (element.name.endsWith('anguage') && element.children.length === 0) language(textIn(element), above, findings)
  for (const name in element.attributes) {
    if (name.endsWith('anguage')) language(element.attributes[name]!, above, findings, name)
    else if (name === 'currency') currency(element.attributes[name]!, above, findings)
    else if (name === 'region') country(element.attributes[name]!, above, findings, name)
  }
}

export function addCountries(checks: Checks): void {
  addCheck(checks, 'country', (above, findings) => country(textIn(above.at(-1)!), above, findings))
}

function language(tag: string, above: Above, findings: Findings, attribute?: string): void {
  const wrong = tag === '' ? '' : wrongInTag(tag)
  if (wrong !== null) findings.add('error', tag === '' ? 'language/empty' : 'language/tag', placeOf(above, attribute), { tag, part: wrong }) // prettier-ignore
}

function country(code: string, above: Above, findings: Findings, attribute?: string): void {
  if (!isCountry(code)) findings.add('error', 'country/code', placeOf(above, attribute), { code, meant: countryMeant(code) })
}

function currency(code: string, above: Above, findings: Findings): void {
  if (!isCurrencyCode(code)) findings.add('error', 'currency/code', placeOf(above, 'currency'), { code })
}
