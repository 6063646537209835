/** Printed papers. */
import { bodyOf, bytesOf, type Part } from './connection.ts'
import { addressed } from './query.ts'

interface PaperAsked {
  paper: string
  forPrinters?: boolean
  /** That of the one who asks, unless another is said. */
  locale?: string
}

const paperQuery = ({ paper, forPrinters, locale }: PaperAsked): Record<string, string> => ({
  paper,
  ...(forPrinters ? { for: 'printers' } : {}),
  ...(locale === undefined ? {} : { locale }),
})

export const papers: Part<'printCatalogue' | 'printOneSheet' | 'printShortlist' | 'printSentList' | 'printContactCards'> = (
  server,
) => {
  const paper = async (path: string, asked: PaperAsked, more: Record<string, string> = {}): Promise<Uint8Array> =>
    bytesOf(await server.ask(addressed(path, { ...more, ...paperQuery(asked) })))
  return {
    async printCatalogue(request) {
      const answer = await server.ask('/catalogue.pdf', bodyOf(request))
      return { fileName: 'catalogue.pdf', pdf: await bytesOf(answer), films: Number(answer.headers.get('x-films')) }
    },
    async printOneSheet({ slug, ...asked }) {
      const pdf = await paper(`/titles/${encodeURIComponent(slug)}/one-sheet.pdf`, asked)
      return { pdf, fileName: 'one-sheet.pdf', etag: '' }
    },
    async printShortlist({ token, ...asked }) {
      return { pdf: await paper(`/shortlists/${encodeURIComponent(token)}/shortlist.pdf`, asked), fileName: 'shortlist.pdf' }
    },
    printSentList: ({ token, ...asked }) => paper(`/availability-lists/${encodeURIComponent(token)}/list.pdf`, asked),
    printContactCards: ({ marketId, perPerson, ...asked }) =>
      paper(`/markets/${encodeURIComponent(marketId)}/contact-cards.pdf`, asked, { each: String(perPerson) }),
  }
}
