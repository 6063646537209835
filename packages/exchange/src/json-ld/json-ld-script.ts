const ESCAPES: Record<string, string> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
}

/**
 * JSON for the inside of `<script type="application/ld+json">`: the same value, in which no text can end the element,
 * begin a comment, or be taken for markup.
 *
 * @example
 * jsonLdScript({ name: '</script>' }) // '{"name":"\\u003c/script\\u003e"}'
 */
export function jsonLdScript(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => ESCAPES[character]!)
}
