import { localeOf } from '#lib/server/desk.ts'
import { buyer } from '#lib/server/room/actor.ts'
import { takenAway } from '#lib/server/room/taken-away.ts'
import { answer, site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals, params, url }) => {
  const actor = buyer(locals.actor, url, localeOf(params))
  return takenAway(await answer(site().house.openDeliverableFile(actor, { id: params.id, fileId: params.file })))
}
