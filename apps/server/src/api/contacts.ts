/** Companies, the people in them, what is noted and due about them, duplicates, and lists in and out. */
import { ColumnsOf, fileOf, taken } from './bodies.ts'
import { SPREADSHEETS } from './kinds.ts'
import * as of from './contact-shapes.ts'
import { endpoint } from './define.ts'
import { plain } from './plain.ts'
import * as shape from './shapes.ts'

const { z } = shape
const tag = 'Contacts'

const Found = shape.CursorQuery.extend({
  q: z.string().max(200).optional().describe('Name, person, mail address, country; accents and case do not matter.'),
  kind: of.Kind.optional(),
  limit: shape.whole(1, 500).optional(),
})
const removed = z.object({ removed: z.boolean().default(true).describe('`false` brings it back.') })
const columns = z
  .string()
  .max(2_000)
  .transform((text) => (text === '' ? [] : text.split(',').map((column) => column.trim())))
  .pipe(z.array(of.Column))
  .describe(
    `What each column means, parted by commas: ${of.Column.options.map((one) => `\`${one}\``).join(', ')}; empty for cards`,
  )
const file = 'The list: CSV or XLSX with a line of headings, or cards (vCard 3.0 or 4.0; of 2.1 what is still seen).'

export const contacts = [
  endpoint('get', '/desk/companies', {
    verb: 'listCompanies',
    tag,
    summary: 'Companies by name',
    query: Found.extend({ country: z.string().length(2).optional() }),
    gives: shape.pageOf(of.CompanyLine).extend({ total: z.int() }),
    run: async ({ house, actor, query: { q, ...query } }) => ({
      value: await house.listCompanies(actor, plain({ ...query, text: q })),
    }),
  }),
  endpoint('post', '/desk/companies', {
    verb: 'addCompany',
    tag,
    summary: 'Add a company; what is not said of it is empty',
    body: of.CompanyFields.partial().required({ name: true }),
    status: 201,
    gives: of.Company,
    run: async ({ house, actor, body }) => ({ status: 201, value: await house.addCompany(actor, { company: plain(body) }) }),
  }),
  endpoint('get', '/desk/companies/{id}', {
    verb: 'openCompany',
    tag,
    summary: 'A company with its people, notes, tasks and dealings, as far as the asker may see them',
    params: shape.Id,
    gives: of.CompanyRecord,
    run: async ({ house, actor, params }) => ({ value: await house.openCompany(actor, params) }),
  }),
  endpoint('patch', '/desk/companies/{id}', {
    verb: 'changeCompany',
    tag,
    summary: 'Change fields of a company',
    description: '`from` is what was read of the fields in `to`. If one of them stands otherwise now, nothing is written and the answer says what stands there.', // prettier-ignore
    params: shape.Id,
    body: z.object({ from: of.CompanyFields.partial(), to: of.CompanyFields.partial() }),
    gives: of.changed(of.Company),
    run: async ({ house, actor, params, body }) => ({ value: await house.changeCompany(actor, { ...params, from: plain(body.from), to: plain(body.to) }) }), // prettier-ignore
  }),
  endpoint('delete', '/desk/companies/{id}', {
    verb: 'removeCompany',
    tag,
    summary: 'Take back a company that nothing points to',
    params: shape.Id,
    status: 204,
    run: async ({ house, actor, params }) => {
      await house.removeCompany(actor, params)
      return null
    },
  }),
  endpoint('post', '/contacts/import/preview', {
    verb: 'previewContacts',
    tag,
    summary: 'What every line of a list of contacts would become; writes nothing',
    query: z.object({ mapping: columns.optional() }),
    file,
    gives: of.ListPreview,
    run: async ({ house, actor, locale, query, context }) => ({ value: await house.previewContacts(actor, { bytes: (await fileOf(context)).bytes, ...plain(query), locale }) }), // prettier-ignore
  }),
  endpoint('post', '/contacts/import', {
    verb: 'importContacts',
    tag,
    summary: 'Take in a list of contacts: all of it or nothing',
    query: z.object({ mapping: columns, acceptDoubtful: z.enum(['true', 'false']).default('false') }),
    file,
    gives: of.TakenIn,
    run: async ({ house, actor, locale, query, context }) => ({
      value: await house.importContacts(actor, { bytes: (await fileOf(context)).bytes, mapping: query.mapping, acceptDoubtful: query.acceptDoubtful === 'true', locale }), // prettier-ignore
    }),
  }),
  endpoint('get', '/contacts/export', {
    verb: 'exportContacts',
    tag,
    summary: 'Companies with their people as a list that can be brought in again, or the people as cards',
    query: shape.LocaleQuery.extend({
      format: z.enum(['csv', 'xlsx', 'vcf']).default('csv'),
      columns: ColumnsOf,
      q: Found.shape.q,
      kind: of.Kind.optional(),
      country: z.string().length(2).optional(),
      companyId: z.string().max(64).optional(),
      due: z.enum(['true', 'false']).optional().describe('Only those whose last day with the house is past.'),
    }),
    givesType: [...SPREADSHEETS, 'text/vcard'],
    run: async ({ house, actor, locale, query: { format, columns: chosen, q, due, ...query } }) =>
      taken(await house.exportContacts(actor, { format, columns: chosen ?? null, locale, ...plain({ kind: query.kind, country: query.country, companyId: query.companyId, text: q }), due: due === 'true' })), // prettier-ignore
  }),
  endpoint('get', '/contacts', {
    verb: 'listContacts',
    tag,
    summary: 'People by name',
    query: Found.extend({
      companyId: z.string().max(64).optional(),
      due: z.enum(['true', 'false']).optional().describe('Only those whose last day with the house is past.'),
    }),
    gives: shape.pageOf(of.ContactLine).extend({ total: z.int() }),
    run: async ({ house, actor, query: { q, due, ...query } }) => ({
      value: await house.listContacts(actor, plain({ ...query, text: q, due: due === 'true' })),
    }),
  }),
  endpoint('post', '/contacts', {
    verb: 'addContact',
    tag,
    summary: 'Add a person',
    body: of.ContactFields.partial().required({ name: true }),
    status: 201,
    gives: of.Contact,
    run: async ({ house, actor, body }) => ({ status: 201, value: await house.addContact(actor, { contact: plain(body) }) }),
  }),
  endpoint('get', '/contacts/{id}', {
    verb: 'openContact',
    tag,
    summary: 'A person with notes, tasks and meetings',
    params: shape.Id,
    gives: of.ContactRecord,
    run: async ({ house, actor, params }) => ({ value: await house.openContact(actor, params) }),
  }),
  endpoint('patch', '/contacts/{id}', {
    verb: 'changeContact',
    tag,
    summary: 'Change fields of a person, as of a company',
    params: shape.Id,
    body: z.object({ from: of.ContactFields.partial(), to: of.ContactFields.partial() }),
    gives: of.changed(of.Contact),
    run: async ({ house, actor, params, body }) => ({ value: await house.changeContact(actor, { ...params, from: plain(body.from), to: plain(body.to) }) }), // prettier-ignore
  }),
  endpoint('delete', '/contacts/{id}', {
    verb: 'removeContact',
    tag,
    summary: 'Take back a person whom nothing points to',
    params: shape.Id,
    status: 204,
    run: async ({ house, actor, params }) => {
      await house.removeContact(actor, params)
      return null
    },
  }),
  endpoint('get', '/contacts/{id}/everything', {
    verb: 'exportPerson',
    tag,
    summary: 'Everything that the house holds about a person (GDPR, article 15)',
    params: shape.Id,
    givesType: 'application/json',
    run: async ({ house, actor, params }) => taken(await house.exportPerson(actor, params)),
  }),
  endpoint('post', '/contacts/{id}/erase', {
    verb: 'erasePerson',
    tag,
    summary: 'Erase a person (GDPR, article 17); cannot be undone',
    params: shape.Id,
    body: z.object({ revision: z.int() }),
    status: 204,
    run: async ({ house, actor, params, body }) => {
      await house.erasePerson(actor, { ...params, ...body })
      return null
    },
  }),
  endpoint('post', '/notes', {
    verb: 'addNote',
    tag,
    summary: 'Write a note about a company, a person or something else',
    body: z.object({ subject: of.Subject, text: z.string().max(20_000), contactIds: z.array(z.string().max(64)).max(50).optional() }), // prettier-ignore
    status: 201,
    gives: of.Note,
    run: async ({ house, actor, body }) => ({ status: 201, value: await house.addNote(actor, plain(body)) }),
  }),
  endpoint('put', '/notes/{id}', {
    verb: 'changeNote',
    tag,
    summary: 'Write a note anew',
    params: shape.Id,
    body: z.object({ revision: z.int(), text: z.string().max(20_000) }),
    gives: of.Note,
    run: async ({ house, actor, params, body }) => ({ value: await house.changeNote(actor, { ...params, ...body }) }),
  }),
  endpoint('post', '/notes/{id}/removed', {
    verb: 'removeNote',
    tag,
    summary: 'Take a note back, or bring it back',
    params: shape.Id,
    body: removed,
    status: 204,
    run: async ({ house, actor, params, body }) => {
      await house.removeNote(actor, { ...params, ...body })
      return null
    },
  }),
  endpoint('get', '/tasks', {
    verb: 'listTasks',
    tag,
    summary: 'What is due',
    query: z.object({
      whose: z.enum(['mine', 'all']).default('mine'),
      through: z.string().max(10).optional().describe('A day, or `ever`; otherwise today.'),
    }),
    gives: z.object({ today: z.string(), tasks: z.array(of.Task), owners: z.array(z.object({ id: z.string(), name: z.string() })), letters: z.object({ choice: z.enum(['off', 'daily']), stopped: z.enum(['unsubscribed', 'bounced']).nullable() }).nullable() }), // prettier-ignore
    run: async ({ house, actor, query: { whose, through } }) => ({
      value: await house.listTasks(actor, { whose, ...(through === undefined ? {} : { through: through === 'ever' ? null : through }) }), // prettier-ignore
    }),
  }),
  endpoint('put', '/tasks/letters', {
    verb: 'chooseTaskLetters',
    tag,
    summary: 'Hear of one’s tasks by mail, or not',
    description: 'For people who are signed in. `daily`: in the morning of each day on which something of theirs is due or late.',
    body: z.object({ letters: z.enum(['off', 'daily']) }),
    gives: z.object({ letters: z.enum(['off', 'daily']) }),
    run: async ({ house, actor, body }) => ({ value: await house.chooseTaskLetters(actor, body) }),
  }),
  endpoint('post', '/tasks', {
    verb: 'addTask',
    tag,
    summary: 'Note what is to be done',
    body: z.object({ subject: of.Subject.nullable().optional(), text: z.string().max(500), due: z.string().nullable().optional(), ownerId: z.string().max(64).nullable().optional() }), // prettier-ignore
    status: 201,
    gives: of.Task,
    run: async ({ house, actor, body }) => ({ status: 201, value: await house.addTask(actor, plain(body)) }),
  }),
  endpoint('patch', '/tasks/{id}', {
    verb: 'changeTask',
    tag,
    summary: 'Change a task, or say that it is done',
    params: shape.Id,
    body: z.object({ revision: z.int(), text: z.string().max(500).optional(), due: z.string().nullable().optional(), ownerId: z.string().max(64).nullable().optional(), done: z.boolean().optional() }), // prettier-ignore
    gives: of.Task,
    run: async ({ house, actor, params, body }) => ({ value: await house.changeTask(actor, { ...params, ...plain(body) }) }),
  }),
  endpoint('post', '/tasks/{id}/removed', {
    verb: 'removeTask',
    tag,
    summary: 'Take a task back, or bring it back',
    params: shape.Id,
    body: removed,
    status: 204,
    run: async ({ house, actor, params, body }) => {
      await house.removeTask(actor, { ...params, ...body })
      return null
    },
  }),
  endpoint('get', '/duplicates', {
    verb: 'findDuplicates',
    tag,
    summary: 'Companies and people who are probably the same, with why; and what was merged last',
    gives: of.Duplicates,
    run: async ({ house, actor }) => ({ value: await house.findDuplicates(actor) }),
  }),
  endpoint('post', '/duplicates/preview', {
    verb: 'previewMerge',
    tag,
    summary: 'Field by field what would stand if two became one',
    body: of.Merge,
    gives: of.MergePreview,
    run: async ({ house, actor, body }) => ({ value: await house.previewMerge(actor, plain(body)) }),
  }),
  endpoint('post', '/duplicates/merge', {
    verb: 'mergeDuplicates',
    tag,
    summary: 'Make two one: everything that pointed to the other points to the survivor',
    body: of.Merge.extend({ survivorRevision: z.int(), mergedRevision: z.int() }),
    gives: z.object({ mergeId: z.string(), id: z.string() }),
    run: async ({ house, actor, body }) => ({ value: await house.mergeDuplicates(actor, plain(body)) }),
  }),
  endpoint('delete', '/duplicates/merges/{id}', {
    verb: 'undoMerge',
    tag,
    summary: 'Make two again of what was made one',
    params: shape.Id,
    status: 204,
    run: async ({ house, actor, params }) => {
      await house.undoMerge(actor, params)
      return null
    },
  }),
  endpoint('post', '/duplicates/apart', {
    verb: 'keepApart',
    tag,
    summary: 'Say that two are two, or take that back',
    body: z.object({ kind: of.Merge.shape.kind, oneId: z.string().max(64), otherId: z.string().max(64), apart: z.boolean().default(true) }), // prettier-ignore
    status: 204,
    run: async ({ house, actor, body }) => {
      await house.keepApart(actor, body)
      return null
    },
  }),
]
