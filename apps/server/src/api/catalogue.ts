/** The printed catalogue for a market. */
import { z } from '@hono/zod-openapi'
import { FACETS, MOST_FILMS_PRINTED } from '@vitrine/house'
import { LOCALES } from '@vitrine/messages'
import { contentDisposition } from './bodies.ts'
import { endpoint } from './define.ts'
import { plain } from './plain.ts'

export const catalogue = [
  endpoint('post', '/catalogue.pdf', {
    verb: 'printCatalogue',
    tag: 'Exchange',
    summary: 'A catalogue for a market, as PDF',
    description: `Cover, contents, chapters by theme, a page a film or for two, indexes and contacts: 1 to ${MOST_FILMS_PRINTED} titles. Those that are named are printed whatever their state, in their order; else the published ones that the facets find. It is set while you wait: allow it some seconds.`,
    body: z.strictObject({
      market: z.string().min(1).max(200),
      where: z.string().max(200).nullable().optional().describe('Where and when, as it stands on the cover'),
      year: z.int().nullable().optional().describe('Default: this year'),
      ids: z.array(z.string().max(64)).min(1).max(1000).optional(),
      facets: z.partialRecord(z.enum(FACETS), z.array(z.string().max(200)).max(50)).optional(),
      locale: z.enum(LOCALES).default('en'),
      paper: z.enum(['a4', 'letter']).default('a4'),
      perPage: z.union([z.literal(1), z.literal(2)]).default(1),
      forPrinters: z.boolean().default(false).describe('Bleed, crop marks, inks'),
    }),
    givesType: 'application/pdf',
    run: async ({ house, actor, body }) => {
      const { pdf, fileName, films } = await house.printCatalogue(actor, plain(body))
      return new Response(pdf as Uint8Array<ArrayBuffer>, {
        headers: {
          'content-type': 'application/pdf',
          'content-disposition': contentDisposition('attachment', fileName),
          'x-films': String(films),
        },
      })
    },
  }),
]
