/** What a printing works reads of a page besides its ink: where it is cut, and how far the ink runs past the cut. */
const POINTS_PER_MM = 72 / 25.4
/** How far pictures run past the cut, and how much paper lies around the cut for the marks. The templates have the same. */
const BLEED = 3 * POINTS_PER_MM
const AROUND = 10 * POINTS_PER_MM

/** Writes TrimBox and BleedBox into every page. */
export async function withPrintBoxes(pdf: Uint8Array): Promise<Uint8Array> {
  // Loaded here: one printed catalogue of many is for a printing works, and every start would pay for it.
  const { PDFDocument } = await import('pdf-lib')
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  for (const page of document.getPages()) {
    const { width, height } = page.getSize()
    page.setTrimBox(AROUND, AROUND, width - 2 * AROUND, height - 2 * AROUND)
    page.setBleedBox(AROUND - BLEED, AROUND - BLEED, width - 2 * (AROUND - BLEED), height - 2 * (AROUND - BLEED))
  }
  return document.save({ useObjectStreams: false })
}
