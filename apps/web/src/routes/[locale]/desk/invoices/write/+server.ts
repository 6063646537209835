import { deskAnswer, localeOf, sent, staff } from '#lib/server/desk.ts'
import { site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

type Asked = {
  verb:
    | 'preview'
    | 'issue'
    | 'credit'
    | 'pay'
    | 'unpay'
    | 'draft'
    | 'remind'
    | 'billing'
    | 'date'
    | 'terminate'
    | 'amend'
    | 'renew'
} & Record<string, unknown>

/** Everything about money, and about changes of what was signed, that pages ask of the house. */
export const POST: RequestHandler = ({ request, url, locals, params }) => {
  const locale = localeOf(params)
  const actor = staff(locals.actor, url, locale)
  const { house } = site()
  return deskAnswer(request, locale, async () => {
    const { verb, ...args } = await sent<Asked>(request)
    const given = args as never
    const here = { ...args, locale } as never // in the language of the page; an invoice says its own
    switch (verb) {
      case 'preview':
        return house.previewInvoice(actor, given)
      case 'issue':
        return house.issueInvoice(actor, given)
      case 'credit':
        return house.creditInvoice(actor, given)
      case 'pay':
        return house.notePayment(actor, given)
      case 'unpay':
        return house.undoPayment(actor, given)
      case 'draft':
        return house.draftReminder(actor, given)
      case 'remind':
        return house.sendReminder(actor, given)
      case 'billing':
        return house.changeBilling(actor, given)
      case 'date':
        return house.dateInstalment(actor, given)
      case 'terminate':
        return house.terminateDeal(actor, here)
      case 'amend':
        return house.amendDeal(actor, here)
      case 'renew':
        return house.renewDeal(actor, here)
    }
  })
}
