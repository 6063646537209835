/** A house with something of every kind in it: what leaves a house must come back from. */
import { sql } from 'kysely'
import sharp from 'sharp'
import { openFiles } from '../files/open-files.ts'
import { aSale, aFilm, anOffer } from './deal-for-tests.ts'
import { aSheet, type TestHouse } from './house-for-tests.ts'
import { signDeal } from './signed-deal.ts'

export interface LivedIn {
  /** A word that stands on one film only, and that film. */
  word: string
  titleId: string
}

export async function livedIn(test: TestHouse): Promise<LivedIn> {
  const { house, database, folder, member } = test
  const [owner, editor, producer] = [await member('owner'), await member('editor'), await member('producer')]
  const film = await house.createTitle(editor, { sheet: aSheet('Quarzwasser') })
  const titleId = film.id
  const bytes = await sharp({ create: { width: 1200, height: 800, channels: 3, background: '#345' } })
    .png()
    .toBuffer()
  await house.addPicture(editor, { id: titleId, baseRevision: film.revision, bytes, kind: 'still', caption: {}, credit: null })
  const withPicture = await house.openTitle(editor, { id: titleId })
  await house.editTitle(editor, { id: titleId, baseRevision: withPicture.revision, sheet: { ...withPicture.sheet, year: 2023, synopsis: { en: 'Tab\there, “quotes”, \u{1f3ac} and a line\nbreak.' } } }) // prettier-ignore
  await house.publishTitle(editor, { id: titleId, baseRevision: (await house.openTitle(editor, { id: titleId })).revision })
  await house.assignProducer(editor, { id: titleId, userIds: [producer.userId!] })
  await house.changeSettings(owner, { settings: { name: 'Quarz Films' } })
  await house.saveCollection(editor, { collection: { slug: 'rivers', name: { en: 'Rivers' }, intro: {}, pictureId: null } }) // prettier-ignore
  await house.dropSheet(editor, { bytes: Buffer.from('THE REED\nA film by Noor Vantil\n2024 - 52 min\n\nSynopsis\nReeds grow.\n'), fileName: 'reed.txt' }) // prettier-ignore
  const intake = await house.receiveFile(editor, { bytes: Buffer.from('THE ASH\nA film by Noor Vantil\n2024 - 52 min\n\nSynopsis\nAsh falls.\n'), fileName: 'ash.txt' }) // prettier-ignore
  await aFilm(house, 'The Long Way')
  const sale = await aSale(house, await member('sales'))
  await anOffer(house, await member('sales'), sale)
  const signed = await signDeal(test)
  await sql`update company set profile = (select profile from company where house_id = ${house.id} and id = ${sale.company}) where house_id = ${house.id} and profile = '{}'`.execute(database.db) // prettier-ignore
  const { rows } = await sql<{ offer_id: string; entry_id: string }>`
    select o.id as offer_id, (select id from rights_entry where house_id = ${house.id} limit 1) as entry_id
    from offer o where o.house_id = ${house.id} and o.deal_id = ${signed.dealId}`.execute(database.db)
  const files = await openFiles(folder)
  const kept = async (text: string): Promise<string> => files.put(Buffer.from(text))
  await fill(
    test,
    { titleId, companyId: sale.company, dealId: signed.dealId, userId: owner.userId!, offerId: rows[0]!.offer_id, entryId: rows[0]!.entry_id, intakeId: intake.id },
    { paper: await kept('a paper'), invoice: await kept('an invoice'), document: await kept('a grant'), exported: await kept('some films') },
  ) // prettier-ignore
  return { word: 'Quarzwasser', titleId }
}

const AT = '2026-11-20T10:00:00.123456Z'
const HASH = 'a'.repeat(64)

/** What no verb above has left, written as it would stand: papers that were signed, money that came, mail that was read. */
async function fill(
  { house, database: { db } }: TestHouse,
  ids: Record<'titleId' | 'companyId' | 'dealId' | 'userId' | 'offerId' | 'entryId' | 'intakeId', string>,
  files: Record<'paper' | 'invoice' | 'document' | 'exported', string>,
): Promise<void> {
  const { titleId, companyId, dealId, userId, offerId, entryId, intakeId } = ids
  const by = { at: AT, by_name: 'Noor Vantil' }
  const rows: [table: string, row: Record<string, unknown>][] = [
    ['unsaved_draft', { id: 'u1', title_id: titleId, base_revision: 1, sheet: { title: 'Quarz' }, ...by }],
    ['shortlist', { token: 'shortlist-token', edit_key_hash: HASH, title_ids: [titleId], created_at: AT, updated_at: AT }],
    ['request', { id: 'q1', kind: 'terms', channel: 'site', state: 'closed', title_ids: [titleId], name: 'Ana', locale: 'en', at: AT, updated_at: AT, deal_id: dealId }],
    ['rights_document', { id: 'd1', entry_id: entryId, file_name: 'grant.pdf', media_type: 'application/pdf', bytes: 8, sha256: files.document, ...by }],
    ['availability_list', { id: 'l1', token: 'list-token', to_name: 'Ana', locale: 'en', question: {}, answer: {}, title_ids: [titleId], change_seq: 4, ...by }],
    ['list_mapping', { list: 'rights', headings: 'Film|Territory', mapping: [1, 2], updated_at: AT }],
    ['intake_entry', { intake_id: intakeId, entry_id: entryId }],
    ['export_schedule', { id: 'x1', name: 'Weekly', what: { format: 'mec' }, rhythm: { every: 'week' }, next_at: AT, created_at: AT, created_by: 'Noor Vantil' }],
    ['export_run', { id: 'x2', schedule_id: 'x1', at: AT, format: 'mec', file_name: 'films.xml', media_type: 'application/xml', content_hash: files.exported, bytes: 10, items: 1, losses: 0 }],
    ['sheet_import', { id: 'm1', at: AT, by: 'Noor Vantil' }],
    ['sheet_import_title', { import_id: 'm1', title_id: titleId, taken_revision: 1 }],
    ['webhook', { id: 'w1', url: 'https://buyer.example/hook', secret: 'hook', created_at: AT, created_by: 'Noor Vantil' }],
    ['rights_calendar', { token_hash: HASH, user_id: userId, created_at: AT }],
    ['member_interest', { user_id: userId, territory: 'Benelux', media: 'SVOD', updated_at: AT }],
    ['task_letter', { user_id: userId, wanted: false, taken_on: '2026-11-23' }],
    ['rights_digest', { day: '2026-11-23', taken_at: AT }],
    ['note', { id: 'n1', subject_kind: 'company', subject_id: companyId, text: 'Likes rivers.', updated_at: AT, ...by }],
    ['task', { id: 't1', text: 'Call Ana', due: '2026-12-01', owner_id: userId, by_name: 'Noor Vantil', created_at: AT }],
    ['company', { id: 'merged', name: 'Kanal West', merged_into: companyId, created_at: AT, updated_at: AT }],
    ['contact_merge', { id: 'm1', kind: 'company', survivor_id: companyId, merged_id: 'merged', before: {}, ...by }],
    ['contact_apart', { kind: 'company', one_id: 'a', other_id: 'b' }],
    ['market', { id: 'k1', name: 'Sunny Side', kind: 'market', first_day: '2027-06-21', last_day: '2027-06-24', updated_at: AT }],
    ['meeting', { id: 'g1', market_id: 'k1', company_id: companyId, day: '2027-06-22', from_minute: 600, to_minute: 630, updated_at: AT }],
    ['clause', { id: 'c1', version: 1, created_at: AT, updated_at: AT }],
    ['clause_version', { clause_id: 'c1', version: 1, terms: {}, ...by }],
    ['paper', { id: 'p1', deal_id: dealId, offer_id: offerId, kind: 'contract', number: 1, state: 'executed', version: 1, locale: 'en', currency: 'EUR', total_minor: '9007199254740993', drafted_name: 'Noor Vantil', executed_at: AT, created_at: AT, updated_at: AT }],
    ['paper_version', { paper_id: 'p1', version: 1, content: {}, sha256: files.paper, bytes: 8, ...by }],
    ['paper_file', { paper_id: 'p1', kind: 'evidence', sha256: files.paper, bytes: 8, media_type: 'application/pdf', file_name: 'signed.pdf', ...by }],
    ['paper_approval', { paper_id: 'p1', seq: 1, version: 1, decision: 'approved', ...by }],
    ['signing_link', { id: 's1', paper_id: 'p1', token_hash: HASH, name: 'Ana', email: 'ana@kanal.example', created_at: AT, expires_at: AT }],
    ['paper_signature', { paper_id: 'p1', side: 'buyer', version: 1, sha256: files.paper, name: 'Ana', consent: 'I sign.', at: AT }],
    ['deal_amendment', { deal_id: dealId, number: 1, effective: '2027-01-01', licences: [], price: { currency: 'EUR', before: 1, after: 2, lines: [], instalments: [] }, ...by }],
    ['deliverable', { id: 'b1', deal_id: dealId, position: 90, title_id: titleId, kind: 'cut', state: 'accepted', at: AT }],
    ['deliverable_file', { id: 'f1', deliverable_id: 'b1', file_name: 'list.pdf', media_type: 'application/pdf', bytes: 8, sha256: files.document, ...by }],
    ['billing', { company_id: companyId, detail: {}, updated_at: AT }],
    ['exchange_rate', { currency: 'USD', day: '2026-11-20', rate: '1.0831' }],
    // The credit note before what it credits, and the second number before the first.
    ['invoice', { id: 'i1', year: 2026, seq: 2, number: '2026-0002', kind: 'credit-note', state: 'issued', deal_id: dealId, company_id: companyId, credits_id: 'i2', issued_on: '2026-11-21', due_on: '2026-11-21', currency: 'EUR', net_minor: 100, vat_minor: 20, total_minor: 120, content: {}, ...by }],
    ['invoice', { id: 'i2', year: 2026, seq: 1, number: '2026-0001', kind: 'invoice', state: 'credited', deal_id: dealId, company_id: companyId, issued_on: '2026-11-20', due_on: '2026-12-20', currency: 'EUR', net_minor: 100, vat_minor: 20, total_minor: 120, content: {}, ...by }],
    ['invoice_paper', { invoice_id: 'i2', sha256: files.invoice, at: AT }],
    ['instalment', { id: 'j1', deal_id: dealId, position: 90, share: 5000, event: 'signature', days: 30, currency: 'EUR', minor: 120, lines: [], state: 'paid', due_on: '2026-12-20', invoice_id: 'i2', at: AT }],
    ['payment', { id: 'y1', invoice_id: 'i2', received_on: '2026-12-01', minor: 120, ...by }],
    ['payment_reminder', { id: 'r1', invoice_id: 'i2', level: 1, ...by }],
    ['mail_address', { email: 'ana@kanal.example', token: 'stop-token', since: AT }],
    ['mail_in', { id: 'e1', hash: HASH, was: 'reply', text: 'Yes!', deal_id: dealId, at: AT }],
    ['mail_template', { name: 'offer', locale: 'en', version: 1, subject: 'An offer', body: 'Dear', ...by }],
    ['letter', { id: 'o1', kind: 'offer', locale: 'en', about: 'Offer', about_id: 'x', to_email: 'ana@kanal.example', subject: 'Sent', state: 'waiting', due_at: AT, at: AT }],
    ['master', { id: 'a1', title_id: titleId, cut: '52', file_name: 'quarz.mov', size: '9007199254740993', checksum: HASH, uploaded_at: AT, uploaded_by: 'Noor Vantil', taken_by: 'worker', taken_until: AT }],
    ['reel', { id: 'z1', title_id: titleId, master_id: 'a1', cut: '52', languages: ['fra'], marked: true, sealed_key: 'sealed', state: 'packaging', state_since: AT, taken_by: 'worker', taken_until: AT, ordered_at: AT, ordered_by: 'Noor Vantil', updated_at: AT }],
    ['screener', { id: 'w1', secret_hash: HASH, audience: 'company', company_id: companyId, to_name: 'Ana', to_email: 'ana@kanal.example', locale: 'en', message: 'For you', expires_at: '2026-11-21T10:00:00Z', viewings_allowed: 1, devices_at_once: 1, countries: ['PL'], visible_mark: true, download: 'watermarked', request_id: 'q1', market_id: 'k1', owner_id: userId, made_at: AT, made_by: 'Noor Vantil', revoked_at: AT, revoked_by: 'Noor Vantil', shared_at: AT, shared: { devices: 3, places: 3, countries: [] } }],
    ['screener_film', { screener_id: 'w1', position: 0, reel_id: 'z1' }],
    ['viewing', { id: 'w2', screener_id: 'w1', reel_id: 'z1', name: 'Ana', email: 'ana@kanal.example', device: 'tablet', device_hash: HASH, country: 'PL', sealed_key: 'sealed', length_ms: 3120000, started_at: AT, heard_at: AT, position_ms: 61000, language: 'fra', seen_ms: 60000, ran_ms: 120000 }],
    ['watched', { viewing_id: 'w2', seq: 0, from_ms: 0, to_ms: 60000, speed: 125, language: 'fra', at: AT }],
    ['served', { viewing_id: 'w2', segments: '0-29,40', bytes: '9007199254740993', at: AT }],
    ['viewing', { id: 'w3', kind: 'copy', screener_id: 'w1', reel_id: 'z1', name: 'Ana', email: 'ana@kanal.example', device: 'tablet', device_hash: HASH, country: 'PL', sealed_key: 'sealed', length_ms: 3120000, started_at: AT, heard_at: AT, left_at: AT }],
    ['marked_copy', { id: 'w3', sound: 'fra', subtitles: 'eng', asked_at: AT, state: 'ready', state_since: AT, progress: 1000, bytes: '9007199254740993', fetched_at: AT, updated_at: AT }],
    ['trace', { id: 't1', title_id: titleId, file_name: 'leak.mp4', size: '9007199254740993', checksum: HASH, found_where: 'a forum', handed_in_at: AT, handed_in_by: 'Noor Vantil', state: 'tracing', state_since: AT, taken_by: 'worker', taken_until: AT, updated_at: AT }],
    ['subtitles', { id: 'v1', title_id: titleId, cut: '52', language: 'eng', sdh: false, file_name: 'quarz.srt', format: 'srt', content_hash: files.document, cues: 3, findings: [], webvtt: 'WEBVTT\n', added_at: AT, added_by: 'Noor Vantil' }],
  ] // prettier-ignore
  await db.transaction().execute(async (trx) => {
    // As when a house moves in: rows in the states they had.
    await sql`select set_config('vitrine.moving_in', ${house.id}, true)`.execute(trx)
    await sql`set constraints all deferred`.execute(trx)
    for (const [table, row] of rows) {
      const names = Object.keys(row).map((name) => sql.ref(name))
      await sql`insert into ${sql.table(table)} (house_id, ${sql.join(names)})
        select ${house.id}, ${sql.join(names)} from json_populate_record(null::${sql.table(table)}, ${JSON.stringify(row)}::text::json)`.execute(trx) // prettier-ignore
    }
  })
}
