/** The three forms of a laid-out sheet. Each escapes what its own notation would otherwise take for a mark. */
import type { Block, Span } from './blocks.ts'

/** Plain text, as a sheet goes out in a mail. */
export function asText(blocks: Block[], colon: string): string {
  const say = (value: Span[]) => oneLine(value.map((span) => (typeof span === 'string' ? span : span.address)).join(''))
  return joined(
    blocks.map((block) => {
      switch (block.kind) {
        case 'title':
        case 'prose':
          return { block, line: `${block.label === null ? '' : `${block.label}${colon} `}${oneLine(block.text)}` }
        case 'head':
          return { block, line: block.labels ? `${block.text}${colon}` : block.text }
        case 'fact':
          return { block, line: `  • ${block.label}${colon} ${say(block.value)}` }
        case 'item':
          return { block, line: `  • ${say(block.value)}` }
      }
    }),
  )
}

/** Markdown (CommonMark). */
export function asMarkdown(blocks: Block[], colon: string): string {
  const say = (value: Span[]) =>
    value
      .map((span) => (typeof span === 'string' ? (span === ', ' ? span : mark(span)) : `<${linkable(span) ?? span.address}>`))
      .join('')
  return joined(
    blocks.map((block) => {
      switch (block.kind) {
        case 'title':
          return {
            block,
            line: block.label === null ? `# ${mark(block.text)}` : `**${block.label}${colon}** ${mark(block.text)}`,
          }
        case 'prose':
          return {
            block,
            line: block.label === null ? atStart(mark(block.text)) : `**${block.label}${colon}** ${mark(block.text)}`,
          }
        case 'head':
          return { block, line: `## ${mark(block.text)}` }
        case 'fact':
          return { block, line: `- **${mark(block.label)}${colon}** ${say(block.value)}` }
        case 'item':
          return { block, line: `- ${atStart(say(block.value))}` }
      }
    }),
  )
}

/** What stands in an HTML page: heads, paragraphs and lists, every word of it escaped. */
export function asArticle(blocks: Block[], colon: string): string {
  const say = (value: Span[]) =>
    value
      .map((span) => {
        if (typeof span === 'string') return span === ', ' ? span : escape(span)
        const url = linkable(span)
        if (url === null) return escape(span.address)
        return `<a href="${escape(span.kind === 'email' ? `mailto:${url}` : url)}">${escape(span.address)}</a>`
      })
      .join('')
  const parts: string[] = []
  let open = false
  for (const block of blocks) {
    const item = block.kind === 'fact' || block.kind === 'item'
    if (open && !item) parts.push('</ul>')
    if (!open && item) parts.push('<ul>')
    open = item
    if (block.kind === 'title')
      parts.push(
        block.label === null
          ? `<h1>${escape(block.text)}</h1>`
          : `<p class="title"><b>${escape(block.label)}${colon}</b> ${escape(block.text)}</p>`,
      )
    else if (block.kind === 'prose')
      parts.push(
        `<p class="${block.role}">${block.label === null ? '' : `<b>${escape(block.label)}${colon}</b> `}${escape(block.text)}</p>`,
      )
    else if (block.kind === 'head') parts.push(`<h2>${escape(block.text)}</h2>`)
    else if (block.kind === 'fact') parts.push(`<li><b>${escape(block.label)}${colon}</b> ${say(block.value)}</li>`)
    else parts.push(`<li>${say(block.value)}</li>`)
  }
  if (open) parts.push('</ul>')
  return parts.join('\n')
}

/** A whole HTML page that needs nothing from elsewhere. */
export function asHtml(blocks: Block[], colon: string, language: string): string {
  const title = blocks.find((block) => block.kind === 'title')?.text ?? ''
  return `<!doctype html>
<html lang="${escape(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escape(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<article>
${asArticle(blocks, colon)}
</article>
</body>
</html>
`
}

const STYLE =
  'body{margin:0;font:1.05rem/1.6 Georgia,serif;color:#1a1a1a;background:#fff}article{max-width:38rem;margin:3rem auto;padding:0 1.25rem}' +
  'h1,.title{font-size:2.2rem;line-height:1.15;font-weight:400;margin:0 0 1.5rem}h2{font:600 .8rem/1.4 sans-serif;letter-spacing:.08em;margin:2.5rem 0 .5rem}' +
  '.lead{font-size:1.25rem;font-style:italic}ul{list-style:none;margin:0;padding:0;font:.9rem/1.6 sans-serif;font-variant-numeric:tabular-nums}b{font-weight:600}a{color:inherit}'

/** Paragraphs and heads stand apart; facts and items stand together. */
function joined(lines: { block: Block; line: string }[]): string {
  let out = ''
  lines.forEach(({ block, line }, index) => {
    const before = lines[index - 1]?.block.kind
    const together =
      (block.kind === 'fact' || block.kind === 'item') && (before === 'fact' || before === 'item' || before === 'head')
    out += index === 0 ? line : `${together ? '\n' : '\n\n'}${line}`
  })
  return `${out}\n`
}

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ').trim()

/** Every mark that Markdown gives a meaning, made plain. */
const mark = (text: string): string =>
  oneLine(text)
    .replace(/[\\`*_[\]<>|~]/g, (sign) => `\\${sign}`)
    .replace(/&(?=#?\w+;)/g, '\\&')

/** What opens a list, a heading or a rule at the start of a line. */
const atStart = (text: string): string =>
  text
    .replace(/^(?:[#+=-]|\d{1,9}(?=[.)]))/, (sign) => (/\d/.test(sign) ? sign : `\\${sign}`))
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')

const escape = (text: string): string =>
  oneLine(text).replace(/[&<>"']/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign]!)

/** Only web and mail addresses become links: `javascript:` and the like stay words. */
function linkable(span: { address: string; kind: 'url' | 'email' }): string | null {
  if (span.kind === 'email') return /^[^\s<>@"']+@[^\s<>@"']+$/.test(span.address) ? span.address : null
  return /^https?:\/\/[^\s<>"]+$/i.test(span.address) ? span.address : null
}
