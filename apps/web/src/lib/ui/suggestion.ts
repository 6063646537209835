import type { Suggestion } from '@vitrine/house'
import type { Locale } from '@vitrine/messages'

/** Where a suggestion leads. */
export function suggestionHref(locale: Locale, { kind, slug, text }: Pick<Suggestion, 'kind' | 'slug' | 'text'>): string {
  const at = encodeURIComponent(slug)
  if (kind === 'title') return `/${locale}/films/${at}`
  if (kind === 'person') return `/${locale}/people/${at}`
  if (kind === 'company') return `/${locale}/companies/${at}`
  if (kind === 'festival') return `/${locale}/festivals/${at}`
  if (kind === 'collection') return `/${locale}/collections/${at}`
  if (kind === 'theme') return `/${locale}/films?theme=${at}`
  return `/${locale}/films?q=${encodeURIComponent(text)}`
}
