import type { Picture } from '@vitrine/catalogue'
import { listCollectionRows, putCollection } from '@vitrine/store/collections/collections'
import { listEntryRows } from '@vitrine/store/rights/entries'
import { readAuditLines } from '@vitrine/store/audit/read-audit'
import { notePicture } from '@vitrine/store/pictures/pictures'
import { readSettings, writeSettings } from '@vitrine/store/settings/settings'
import { findTitle } from '@vitrine/store/titles/find-title'
import { slugOwner } from '@vitrine/store/titles/taken-slugs'
import { listAllCompanies } from '@vitrine/store/contacts/companies'
import { type Day, writeDay } from '@vitrine/rights/days/day'
import type { HouseContext } from '../../context.ts'
import type { Actor, Demonstration, DemonstrationFilm } from '../../contract.ts'
import { newId } from '../../ids.ts'
import { parseSheet } from '../../input.ts'
import { keepPicture } from '../../pictures/keep-picture.ts'
import { authorise } from '../../policies/authorise.ts'
import { storeTitle, storeTitles, type TitleWrite } from '../../titles/store-titles.ts'
import { todayOf } from '../../rights/today.ts'
import { write } from '../../write.ts'
import { atOnce } from '../../at-once.ts'
import { enterAccounts } from '../../after/enter-accounts.ts'
import { daysAgo } from '../../days-ago.ts'
import { enterPipeline } from '../../deals/enter-pipeline.ts'
import { enterSeats } from '../../room/enter-seats.ts'
import { addCompany } from '../contacts/add-company.ts'
import { addContact } from '../contacts/add-contact.ts'
import { addNote } from '../contacts/add-note.ts'
import { addTask } from '../contacts/add-task.ts'
import { saveMarket } from '../contacts/save-market.ts'
import { saveMeeting } from '../contacts/save-meeting.ts'
import { enterEntry } from '../rights/enter-entry.ts'
import { sendAvailabilities } from '../rights/send-availabilities.ts'

/** Days before the first start on which the demonstration house's history begins. */
const HISTORY = 700

/**
 * Fills a house with its demonstration: first every film, published, in one transaction, so that the site stands; then its invented
 * history, part after part, each whole; then, as they are painted, the pictures of film after film. Stopped at any moment and run again it goes on where it was: films are
 * known by their slugs, painted ones are not painted again, and what somebody has edited since stays.
 */
export async function seedDemonstration(
  house: HouseContext,
  actor: Actor,
  args: {
    demonstration: Demonstration
    onProgress?: (p: { done: number; total: number; title: string }) => void
    signal?: AbortSignal
  },
): Promise<{ created: number; unchanged: number }> {
  authorise(actor, 'seedDemonstration')
  const { demonstration, onProgress, signal } = args
  const began = daysAgo(house, HISTORY)
  const { ids, created } = await storeFilms(began, actor, demonstration)

  const { seats = [], accounts } = demonstration
  await enterPart(began, actor, 'book', (at) => enterBook(at, actor, demonstration, ids))
  await enterPart(began, actor, 'buyers', (at) => enterBuyers(at, actor, demonstration, ids, todayOf(house)))
  await enterSeats(began, actor, seats, ids)
  if (accounts) await enterPart(began, actor, 'accounts', (at) => enterAccounts(at, actor, accounts, todayOf(house)))
  await enterPart(house, actor, 'pipeline', (at) => enterPipeline(at, actor, demonstration, ids))
  // somebody's own book says nothing of the demonstration's films
  if (await isEntered(house, 'book')) await enterPart(house, actor, 'lists', (at) => sendLists(at, actor, demonstration, ids))

  const unpainted: DemonstrationFilm[] = []
  for (const film of demonstration.films) {
    const title = await findTitle(house.db, house.houseId, ids.get(film.slug) ?? '')
    if (title && title.sheet.pictures.length === 0 && film.pictures.length > 0) unpainted.push(film)
  }
  const total = demonstration.films.length
  let done = total - unpainted.length
  if (unpainted.length > 0 && !signal?.aborted) {
    const painted = new Map<string, { name: string; picture: Picture }[]>()
    for await (const { film: slug, name, picture, bytes } of demonstration.paintPictures(unpainted)) {
      if (signal?.aborted) break
      const film = unpainted.find((one) => one.slug === slug)
      if (!film) continue
      const kept = await keepPicture(house, bytes)
      await write(house, actor, (writing) => notePicture(writing.trx, house.houseId, kept))
      const pictures = [
        ...(painted.get(slug) ?? []),
        { name, picture: { ...picture, id: kept.id, width: kept.width, height: kept.height } },
      ]
      painted.set(slug, pictures)
      if (pictures.length < film.pictures.length) continue
      await hangPictures(house, actor, demonstration, film, ids.get(slug) ?? '', pictures)
      done += 1
      onProgress?.({ done, total, title: film.sheet.title })
    }
  }
  return { created, unchanged: total - created }
}

type Part = 'book' | 'buyers' | 'accounts' | 'pipeline' | 'lists'

/**
 * A part of the history, whole or not at all: where the start is cut short, the next one enters what is missing and nothing twice. The
 * trail says which parts are there. `enter` answers false where the part is somebody's already.
 */
async function enterPart(
  house: HouseContext,
  actor: Actor,
  part: Part,
  enter: (house: HouseContext) => Promise<boolean>,
): Promise<void> {
  if (await isEntered(house, part)) return
  await atOnce(house, async (at) => {
    if (!(await enter(at))) return
    await write(at, actor, ({ audit }) => {
      audit({ verb: 'seedDemonstration', subject: 'House', subjectId: null, detail: { part } })
      return Promise.resolve()
    })
  })
}

async function isEntered({ db, houseId }: HouseContext, part: Part): Promise<boolean> {
  const lines = await readAuditLines(db, houseId, { before: null, subjectId: null, verb: 'seedDemonstration', limit: 1000 })
  return lines.some(({ detail }) => detail['part'] === part)
}

/** The films that are not there yet, the collections, the settings: one transaction. */
async function storeFilms(
  house: HouseContext,
  actor: Actor,
  demonstration: Demonstration,
): Promise<{ ids: Map<string, string>; created: number }> {
  return write(house, actor, async (writing) => {
    const ids = new Map<string, string>()
    const writes: TitleWrite[] = []
    for (const film of demonstration.films) {
      const known = await slugOwner(writing.trx, house.houseId, film.slug)
      const id = known ?? newId(house.now().getTime())
      ids.set(film.slug, id)
      if (known !== null) continue
      const sheet = parseSheet(film.sheet)
      const publishedAt = `${film.publishedOn}T09:00:00.000Z`
      writes.push({
        id,
        before: null,
        sheet,
        status: 'published',
        slug: film.slug,
        publishedAt,
        verb: 'seedDemonstration',
        note: null,
        byHand: false,
      })
    }
    await storeTitles(house, writing, actor, writes)

    const there = new Set((await listCollectionRows(writing.trx, house.houseId)).map((row) => row.slug))
    for (const { slug, name, intro } of demonstration.collections)
      if (!there.has(slug))
        await putCollection(writing.trx, house.houseId, { slug, name, intro, pictureId: null, at: writing.at })

    const stored = (await readSettings(writing.trx, house.houseId))?.settings ?? {}
    if (stored['demonstration'] === undefined) {
      const featured = demonstration.featured.flatMap((slug) => ids.get(slug) ?? [])
      await writeSettings(writing.trx, house.houseId, { ...demonstration.settings, ...stored, demonstration: true, featured })
      writing.audit({ verb: 'seedDemonstration', subject: 'House', subjectId: null, detail: { films: writes.length } })
    }
    return { ids, created: writes.length }
  })
}

/** The rights book: an empty one is filled, any other is somebody's. Answers whether it was empty. */
async function enterBook(
  house: HouseContext,
  actor: Actor,
  demonstration: Demonstration,
  ids: ReadonlyMap<string, string>,
): Promise<boolean> {
  if ((await listEntryRows(house.db, house.houseId, { limit: 1 })).length > 0) return false
  await enterEntries(house, actor, demonstration.entries, ids)
  return true
}

async function enterEntries(
  house: HouseContext,
  actor: Actor,
  entries: Demonstration['entries'],
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  for (const { film, entry } of entries)
    await enterEntry(house, actor, { titleId: ids.get(film) ?? '', entry, acceptWarnings: true, note: null, locale: 'en' })
}

/** The lists that were sent, and what was entered since: it makes one of them stale. */
async function sendLists(
  house: HouseContext,
  actor: Actor,
  demonstration: Demonstration,
  ids: ReadonlyMap<string, string>,
): Promise<boolean> {
  for (const { films, ...list } of demonstration.lists)
    await sendAvailabilities(house, actor, { ...list, titleIds: films.map((slug) => ids.get(slug) ?? ''), locale: 'en' })
  await enterEntries(house, actor, demonstration.entriesSince, ids)
  return true
}

/** Companies, people, tasks and the market: a house that knows a company already is somebody's. Tasks are due from `today` on. */
async function enterBuyers(
  house: HouseContext,
  actor: Actor,
  demonstration: Demonstration,
  films: ReadonlyMap<string, string>,
  today: Day,
): Promise<boolean> {
  if ((await listAllCompanies(house.db, house.houseId)).length > 0) return false
  const companyIds = new Map<string, string>()
  const contactIds = new Map<string, string>()
  for (const { company, people, notes } of demonstration.companies) {
    const { id } = await addCompany(house, actor, { company })
    companyIds.set(company.name, id)
    for (const person of people)
      contactIds.set(person.name, (await addContact(house, actor, { contact: { ...person, companyId: id } })).id)
    for (const text of notes) await addNote(house, actor, { subject: { kind: 'company', id }, text })
  }
  for (const { company, text, inDays } of demonstration.tasks)
    await addTask(house, actor, { subject: { kind: 'company', id: companyIds.get(company) ?? '' }, text, due: writeDay(today + inDays), ownerId: null }) // prettier-ignore
  for (const { market, meetings } of demonstration.markets) {
    const { id: marketId } = await saveMarket(house, actor, { market })
    for (const { company, people, films: slugs, ...when } of meetings)
      await saveMeeting(house, actor, {
        meeting: {
          ...when,
          marketId,
          companyId: companyIds.get(company) ?? null,
          userIds: [],
          contactIds: people.flatMap((name) => contactIds.get(name) ?? []),
          titleIds: slugs.flatMap((slug) => films.get(slug) ?? []),
        },
      })
  }
  return true
}

/** The painted pictures of one film, and the collections they stand for: one transaction. */
async function hangPictures(
  house: HouseContext,
  actor: Actor,
  demonstration: Demonstration,
  film: DemonstrationFilm,
  id: string,
  painted: readonly { name: string; picture: Picture }[],
): Promise<void> {
  await write(house, actor, async (writing) => {
    const before = await findTitle(writing.trx, house.houseId, id)
    if (!before || before.sheet.pictures.length > 0) return // somebody was there before us
    const pictures = painted.map(({ picture }) => picture)
    await storeTitle(house, writing, actor, {
      id,
      before,
      sheet: parseSheet({ ...before.sheet, pictures }),
      status: before.status,
      verb: 'seedDemonstration',
      note: 'pictures painted',
      byHand: false,
    })
    const rows = await listCollectionRows(writing.trx, house.houseId)
    for (const { slug, picture } of demonstration.collections.filter((collection) => collection.picture.film === film.slug)) {
      const row = rows.find((collection) => collection.slug === slug)
      const hung = painted.find(({ name }) => name === picture.name)
      if (!row || row.pictureId !== null || !hung) continue
      await putCollection(writing.trx, house.houseId, {
        slug,
        name: row.name,
        intro: row.intro,
        pictureId: hung.picture.id,
        at: writing.at,
      })
      writing.audit({ verb: 'saveCollection', subject: 'Collection', subjectId: slug })
    }
  })
}
