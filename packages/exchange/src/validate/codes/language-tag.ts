/** Tags of languages (RFC 5646): their form, and whether every part of them is registered (IANA's registry, as data). */
import extlang from 'language-subtag-registry/data/json/extlang.json' with { type: 'json' }
import grandfathered from 'language-subtag-registry/data/json/grandfathered.json' with { type: 'json' }
import language from 'language-subtag-registry/data/json/language.json' with { type: 'json' }
import region from 'language-subtag-registry/data/json/region.json' with { type: 'json' }
import script from 'language-subtag-registry/data/json/script.json' with { type: 'json' }
import variant from 'language-subtag-registry/data/json/variant.json' with { type: 'json' }

const FORM =
  /^(?<language>[a-z]{2,3}|[a-z]{5,8})(?:-(?<extlang>[a-z]{3}))?(?:-(?<script>[a-z]{4}))?(?:-(?<region>[a-z]{2}|\d{3}))?(?<variants>(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*)(?:-[a-wy-z\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?$/

/** Codes of languages that are nobody's: broadcasters use them for "original sound". Countries of that kind say nothing. */
const PRIVATE_LANGUAGE = /^q[a-t][a-z]$/

const known = new Map<string, string | null>()

/**
 * What is wrong with a tag: the part that is not registered, or the whole where it has not the form of a tag.
 *
 * @returns null for a tag that is right
 * @example
 * wrongInTag('sr-Latn-RS') // null
 * wrongInTag('en-USA') // 'USA'
 */
export function wrongInTag(tag: string): string | null {
  let wrong = known.get(tag)
  if (wrong === undefined) {
    wrong = look(tag)
    if (known.size < 1_000) known.set(tag, wrong)
  }
  return wrong
}

function look(tag: string): string | null {
  const lower = tag.toLowerCase()
  if (Object.hasOwn(grandfathered, lower)) return null
  const parts = FORM.exec(lower)?.groups
  if (parts === undefined) return tag
  if (!Object.hasOwn(language, parts['language']!) && !PRIVATE_LANGUAGE.test(parts['language']!)) return printed(tag, parts['language']!) // prettier-ignore
  for (const [name, registered] of Object.entries({ extlang, script, region })) {
    const part = parts[name]
    if (part !== undefined && !Object.hasOwn(registered, part)) return printed(tag, part)
  }
  const strange = parts['variants']!.split('-').find((one) => one !== '' && !Object.hasOwn(variant, one))
  return strange === undefined ? null : printed(tag, strange)
}

/** As it was typed. */
const printed = (tag: string, part: string): string => tag.split('-').find((one) => one.toLowerCase() === part) ?? tag
