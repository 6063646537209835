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
import type { PrintedPicture } from '../input.ts'
import { FONT_FILES } from './fonts.ts'

const TEMPLATES = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'templates')

/** How often the compiler forgets pages that nobody printed lately: memory stays flat over thousands of papers. */
const EVICT_EVERY = 20
const EVICT_AGE = 10
/** One-sheets have at most 15 variants a text; the last one is the shortest there is. */
const MOST_ATTEMPTS = 40

/** A template that does not compile: a fault of ours, never of the sheet's. Carries Typst's own diagnostics. */
export class PrintingError extends Error {
  readonly diagnostics: unknown[]
  constructor(template: string, diagnostics: unknown[]) {
    super(`The template ${template} could not be printed: ${JSON.stringify(diagnostics).slice(0, 2000)}`)
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

let press: Promise<Compiler> | null = null
let printed = 0

async function warmPress(): Promise<Compiler> {
  press ??= (async () => {
    const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
    const require = createRequire(import.meta.url)
    const fontBlobs = FONT_FILES.map((file) => readFileSync(require.resolve(file)))
    return NodeCompiler.create({ workspace: TEMPLATES, fontArgs: [{ fontBlobs }] })
  })()
  return press
}

/**
 * Prints a template of packages/press/templates as a tagged PDF.
 *
 * @param template file name without its ending
 * @param describe is given `place`, which puts a picture within the template's reach, and returns the template's data
 * A template that marks its page as `<too-long>` is printed again with `attempt` counted up, until it fits.
 * @throws PrintingError when the template fails
 */
export async function printTemplate(
  template: string,
  describe: (place: (picture: PrintedPicture) => PlacedPicture) => Record<string, unknown>,
): Promise<Uint8Array> {
  const compiler = await warmPress()
  const shadows: string[] = []
  // From here to the end nothing awaits: papers printed at the same time cannot see each other's pictures.
  try {
    const data = describe((picture) => {
      const path = `pictures/${shadows.length}.${pictureEnding(picture.bytes)}`
      const shadow = join(TEMPLATES, path)
      compiler.mapShadow(shadow, Buffer.from(picture.bytes.buffer, picture.bytes.byteOffset, picture.bytes.byteLength))
      shadows.push(shadow)
      return {
        path,
        width: picture.width,
        height: picture.height,
        alt: picture.alt,
        fx: picture.focus?.x ?? 0.5,
        fy: picture.focus?.y ?? 0.5,
      }
    })
    for (let attempt = 0; ; attempt++) {
      const document = compile(compiler, template, { ...data, attempt })
      if (attempt === MOST_ATTEMPTS || !overflows(compiler, document)) return compiler.pdf(document)
    }
  } finally {
    for (const shadow of shadows) compiler.unmapShadow(shadow)
    if (++printed % EVICT_EVERY === 0) compiler.evictCache(EVICT_AGE)
  }
}

function compile(compiler: Compiler, template: string, data: Record<string, unknown>): NodeTypstDocument {
  const compiled = compiler.compile({
    mainFilePath: join(TEMPLATES, `${template}.typ`),
    inputs: { data: JSON.stringify(data) },
    resetRead: true,
  })
  const document = compiled.result
  if (document) return document
  throw new PrintingError(template, diagnosticsOf(compiler, compiled.takeDiagnostics()))
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
