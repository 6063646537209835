/**
 * The one place that talks to Typst. Texts go in as JSON, pictures as files in memory; neither is ever read as markup.
 *
 * The compiler is kept warm: fonts are read once, and a page takes milliseconds after the first.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { NodeCompiler as Compiler, NodeError, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { inFrench } from '@vitrine/messages/typeset'
import type { PrintedPicture } from '../input.ts'
import { withPrintBoxes } from '../print-boxes.ts'
import { type Faces, facesFor } from './fonts.ts'

const TEMPLATES = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'templates')

/** How often the compiler forgets pages that nobody printed lately: memory stays flat over thousands of papers. */
const EVICT_EVERY = 20
const EVICT_AGE = 10
/** A book is forgotten at once: nobody prints the same twice in a row, and it holds hundreds of megabytes. */
const MANY_PICTURES = 40
/** One-sheets have at most 21 variants a text; the last one is the shortest there is. */
const MOST_ATTEMPTS = 40

/** A template that does not compile: a fault of ours, never of the sheet's. Carries Typst's own diagnostics. */
export class PrintingError extends Error {
  readonly diagnostics: unknown[]
  constructor(message: string, diagnostics: unknown[]) {
    super(message)
    this.name = 'PrintingError'
    this.diagnostics = diagnostics
  }
}

/** A picture as a template sees it. */
export interface PlacedPicture {
  path: string
  width: number
  height: number
  alt: string
  fx: number
  fy: number
}

/** One press for each set of faces, made when the first paper needs it. */
const presses = new Map<Faces['name'], Promise<Compiler>>()
let printed = 0

function warmPress({ name, files }: Faces): Promise<Compiler> {
  const warm =
    presses.get(name) ??
    (async () => {
      const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
      const require = createRequire(import.meta.url)
      const fontBlobs = files.map((file) => readFileSync(require.resolve(file)))
      return NodeCompiler.create({ workspace: TEMPLATES, fontArgs: [{ fontBlobs }] })
    })()
  presses.set(name, warm)
  return warm
}

/**
 * Prints a template of packages/press/templates as a tagged PDF.
 *
 * @param template file name without its ending
 * @param describe is given `place`, which puts a picture within the template's reach, and returns the template's data
 * Data that says `forPrinters` is printed with its marks around it, and every page says where it is cut.
 *
 * What is in French is typeset as French is, whoever wrote it (@vitrine/messages/typeset); `xml`, which programs read, stays as it is.
 *
 * @param standard `a-3b`: a PDF that is archived, with files inside; `ua-1`: one that a screen reader reads in order; where a
 * sign in it has no letter in any face, the same paper is tagged as well but claims no standard
 * A template that marks its page as `<too-long>` is printed again with `attempt` counted up, until it fits.
 * @throws PrintingError when the template fails
 */
export async function printTemplate(
  template: string,
  describe: (place: (picture: PrintedPicture) => PlacedPicture) => Record<string, unknown>,
  standard?: 'a-3b' | 'ua-1',
): Promise<Uint8Array> {
  const pictures = new Map<string, Uint8Array>() // by path
  const described = describe(({ bytes, width, height, alt, focus }) => {
    const path = `pictures/${pictures.size}.${pictureEnding(bytes)}`
    pictures.set(path, bytes)
    return { path, width, height, alt, fx: focus?.x ?? 0.5, fy: focus?.y ?? 0.5 }
  })
  const data = described['locale'] === 'fr' ? { ...inFrench(described), xml: described['xml'] } : described
  const faces = facesFor(JSON.stringify(data))
  const compiler = await warmPress(faces)
  const forPrinters = data['forPrinters'] === true
  // Within, nothing awaits: papers printed at the same time cannot see each other's pictures.
  let pdf: Uint8Array | null = null
  try {
    for (const [path, bytes] of pictures)
      compiler.mapShadow(join(TEMPLATES, path), Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    for (let attempt = 0; pdf === null; attempt++) {
      const document = compile(compiler, template, { ...data, attempt }, faces.fallback)
      if (attempt === MOST_ATTEMPTS || !overflows(compiler, document)) pdf = asFarAs(compiler, document, standard)
    }
  } finally {
    for (const path of pictures.keys()) compiler.unmapShadow(join(TEMPLATES, path))
    if (pictures.size > MANY_PICTURES) compiler.evictCache(0)
    else if (++printed % EVICT_EVERY === 0) compiler.evictCache(EVICT_AGE)
  }
  return forPrinters ? withPrintBoxes(pdf) : pdf
}

/** PDF/UA takes no paper on which a sign is missing: a title in a script that no face has is printed all the same. */
function asFarAs(compiler: Compiler, document: NodeTypstDocument, standard: 'a-3b' | 'ua-1' | undefined): Uint8Array {
  if (standard !== 'ua-1') return compiler.pdf(document, standard === undefined ? {} : { pdfStandard: standard })
  try {
    return compiler.pdf(document, { pdfStandard: standard })
  } catch {
    return compiler.pdf(document, {})
  }
}

/**
 * Draws a template of one page as an SVG whose letters are outlines: nothing of it depends on the faces of the machine.
 *
 * @throws PrintingError when the template fails
 */
export async function drawTemplate(template: string, data: Record<string, unknown>): Promise<string> {
  const faces = facesFor(JSON.stringify(data))
  const compiler = await warmPress(faces)
  try {
    return compiler.plainSvg(compile(compiler, template, data, faces.fallback))
  } finally {
    if (++printed % EVICT_EVERY === 0) compiler.evictCache(EVICT_AGE)
  }
}

function compile(
  compiler: Compiler,
  template: string,
  data: Record<string, unknown>,
  fallback: readonly string[],
): NodeTypstDocument {
  const compiled = compiler.compile({
    mainFilePath: join(TEMPLATES, `${template}.typ`),
    inputs: {
      data: JSON.stringify(data),
      fallback: JSON.stringify(fallback),
      printers: data['forPrinters'] === true ? 'yes' : '',
    },
    resetRead: true,
  })
  const document = compiled.result
  if (document) return document
  const diagnostics = diagnosticsOf(compiler, compiled.takeDiagnostics())
  throw new PrintingError(
    `The template ${template} could not be printed: ${JSON.stringify(diagnostics).slice(0, 2000)}`,
    diagnostics,
  )
}

/** A template that judges what fits marks its page with `<too-long>`: the points by which a text runs past its place. */
function overflows(compiler: Compiler, document: NodeTypstDocument): boolean {
  const marks = compiler.query(document, { selector: '<too-long>', field: 'value' }) as number[]
  return marks.some((points) => points > 0.5)
}

function diagnosticsOf(compiler: Compiler, error: NodeError | null): unknown[] {
  return error ? compiler.fetchDiagnostics(error) : []
}

/** Typst goes by the ending of a picture's name. */
function pictureEnding(bytes: Uint8Array): 'jpg' | 'png' | 'webp' {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return 'jpg'
  if (bytes[0] === 0x89 && bytes[1] === 0x50) return 'png'
  return 'webp'
}
