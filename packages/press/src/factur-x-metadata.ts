/**
 * What a Factur-X says of itself in its metadata: that there is an invoice inside, and where. Typst writes PDF/A-3 with the file
 * in it but no metadata of others, so the metadata is written anew behind the file, as a revision of it (ISO 32000-1, 7.5.6):
 * nothing that Typst wrote is touched.
 *
 * Source: Factur-X 1.0, "Description de la norme", section on XMP metadata; PDF/A wants every property described that is not its
 * own (ISO 19005-3, 6.6.2.3).
 */
import { FACTUR_X_FILE } from '@vitrine/ledger/invoice/factur-x'

const SPACE = 'urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#'
const PROPERTIES = {
  DocumentFileName: [FACTUR_X_FILE, 'The name of the embedded XML document'],
  DocumentType: ['INVOICE', 'The type of the hybrid document'],
  Version: ['1.0', 'The version of the standard of the XML document'],
  ConformanceLevel: ['EN 16931', 'The conformance level of the XML document'],
} as const

const described = Object.entries(PROPERTIES)
  .map(
    ([name, [, about]]) =>
      `<rdf:li rdf:parseType="Resource"><pdfaProperty:name>${name}</pdfaProperty:name><pdfaProperty:valueType>Text</pdfaProperty:valueType>` +
      `<pdfaProperty:category>external</pdfaProperty:category><pdfaProperty:description>${about}</pdfaProperty:description></rdf:li>`,
  )
  .join('')
const SCHEMA =
  `<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema><pdfaSchema:namespaceURI>${SPACE}</pdfaSchema:namespaceURI>` +
  `<pdfaSchema:prefix>fx</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>${described}</rdf:Seq></pdfaSchema:property></rdf:li>`
const SAID = `<rdf:Description rdf:about="" xmlns:fx="${SPACE}">${Object.entries(PROPERTIES)
  .map(([name, [value]]) => `<fx:${name}>${value}</fx:${name}>`)
  .join('')}</rdf:Description>`

/**
 * Adds the metadata of Factur-X to a PDF/A-3 that Typst wrote.
 *
 * @throws Error when the file is not as Typst writes them: an invoice that claims what it is not must not go out
 */
export function sayFacturX(pdf: Uint8Array): Uint8Array {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  const file = bytes.toString('latin1') // one sign a byte, so that places in the text are places in the file
  const trailer = /trailer\s*<<([\s\S]*?)>>\s*startxref\s+(\d+)\s+%%EOF\s*$/.exec(file)
  const metadata =
    /(\d+) 0 obj\s*<<(?:(?!endobj)[\s\S])*?\/Type \/Metadata(?:(?!endobj)[\s\S])*?>>\s*stream\r?\n([\s\S]*?)\r?\nendstream/.exec(
      file,
    )
  if (trailer === null || metadata === null) throw new Error('the PDF has no metadata where they are looked for')
  const [, entries, start] = trailer
  const xmp = Buffer.from(metadata[2]!, 'latin1').toString('utf8')
  const listed = xmp.replace(/(<pdfaExtension:schemas>\s*<rdf:Bag>)/, `$1${SCHEMA}`)
  const said = listed.replace('</rdf:RDF>', `${SAID}</rdf:RDF>`)
  if (listed === xmp || said === listed) throw new Error('the metadata of the PDF are not as expected')
  const stream = Buffer.from(said, 'utf8')
  const number = metadata[1]!
  const head = Buffer.from(
    `${file.endsWith('\n') ? '' : '\n'}${number} 0 obj\n<<\n/Length ${stream.length}\n/Type /Metadata\n/Subtype /XML\n>>\nstream\n`,
    'latin1',
  )
  const at = bytes.length + (file.endsWith('\n') ? 0 : 1)
  const body = Buffer.concat([bytes, head, stream, Buffer.from('\nendstream\nendobj\n', 'latin1')])
  const table = `xref\n0 1\n0000000000 65535 f \n${number} 1\n${String(at).padStart(10, '0')} 00000 n \ntrailer\n<<${entries}/Prev ${start}\n>>\nstartxref\n${body.length}\n%%EOF\n`
  return new Uint8Array(Buffer.concat([body, Buffer.from(table, 'latin1')]))
}
