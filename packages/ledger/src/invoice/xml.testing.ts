/** Enough of an XML reader for tests: elements and texts, refused as soon as they are not well-formed. */

export interface XmlNode {
  name: string
  attributes: Record<string, string>
  children: XmlNode[]
  text: string
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const meant = (text: string): string =>
  text.replaceAll(/&(\w+);|&/g, (_, name?: string) => {
    const sign = name === undefined ? undefined : NAMED[name]
    if (sign === undefined) throw new Error(`an "&" that stands for nothing: ${text}`)
    return sign
  })

/** @throws Error for a text that is not well-formed */
export function readXml(xml: string): XmlNode {
  const root: XmlNode = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  let at = 0
  for (const match of xml.matchAll(/<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|<\?[^>]*\?>/g)) {
    const here = open.at(-1)!
    const between = xml.slice(at, match.index)
    if (between.includes('<')) throw new Error(`no tag: ${between.slice(0, 80)}`)
    here.text += meant(between)
    at = match.index + match[0].length
    const [, closes, name, attributes = '', empty] = match
    if (name === undefined) continue
    const plain = name.slice(name.indexOf(':') + 1)
    if (closes === '/') {
      if (open.pop()?.name !== plain) throw new Error(`</${name}> closes what is not open`)
      continue
    }
    const node: XmlNode = { name: plain, attributes: Object.fromEntries([...attributes.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(([, key, value]) => [key!, meant(value!)])), children: [], text: '' } // prettier-ignore
    here.children.push(node)
    if (empty !== '/') open.push(node)
  }
  if (open.length !== 1 || root.children.length !== 1 || xml.slice(at).trim() !== '') throw new Error('it does not end')
  return root.children[0]!
}

/** The elements at the end of a path of names. */
export const childrenOf = (node: XmlNode, path: string): XmlNode[] =>
  path.split('/').reduce<XmlNode[]>((nodes, name) => nodes.flatMap(({ children }) => children.filter((child) => child.name === name)), [node]) // prettier-ignore

export const textOf = ({ text }: XmlNode): string => text
