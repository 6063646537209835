import { meetingSheetWords } from '@vitrine/messages/meeting-sheet'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { pdfResponse } from '#lib/server/pdf.ts'
import { answer, site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals, url, params, request }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'printMeetings')
  const asked = (name: string) => url.searchParams.get(name)
  const [day, userId, meetingId] = [asked('day'), asked('person'), asked('meeting')]
  const pdf = await answer(
    site().house.printMeetings(actor, {
      marketId: params.id,
      locale,
      paper: asked('paper') === 'letter' ? 'letter' : 'a4',
      ...(day === null ? {} : { day }),
      ...(userId === null ? {} : { userId }),
      ...(meetingId === null ? {} : { meetingId }),
    }),
  )
  return pdfResponse({ pdf, fileName: `${meetingSheetWords[locale].fileName}${day === null ? '' : `-${day}`}.pdf` }, request)
}
