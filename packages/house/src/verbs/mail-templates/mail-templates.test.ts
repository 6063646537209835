/** The words of letters, changed at the desk: checked when they are saved, every version kept, and never in the way of a letter. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LOCALES } from '@vitrine/messages'
import { LETTER_TEMPLATES, TEMPLATE_NAMES } from '@vitrine/messages/letter-templates'
import { mailTemplateWords } from '@vitrine/messages/mail-templates'
import { putTemplate } from '@vitrine/store/mail/templates'
import { SYSTEM } from '../../actors.ts'
import type { HouseError } from '../../errors.ts'
import { aSheet, eachHouse, type TestHouse } from '../../testing/house-for-tests.ts'

const LIST = { name: 'sent-list', locale: 'en' } as const
const OWN = { subject: 'What {{house}} has for you', text: 'Hello {{to}},\n\n{{message}}\n\nsee {{link}}\n' }
const HTML_TAG = /<(?!\/?(?:html|head|meta|title|style|body|main|footer|p|ul|li|br|a)\b|!doctype)/i

async function sentList({ house, member }: TestHouse, message: string | null = null) {
  const title = await house.createTitle(SYSTEM, { sheet: aSheet(`Salt ${Math.random()}`) })
  const sales = await member('sales')
  await house.sendAvailabilities(sales, { question: { territory: 'France', media: 'svod', from: '2027-01-01', to: '2027-12-31', exclusive: true }, titleIds: [title.id], toName: 'Ada', toEmail: 'ada@buyers.example', message, locale: 'en' }) // prettier-ignore
  return (await house.takeLetters(SYSTEM))[0]!
}

eachHouse('words of letters', (open) => {
  test('every letter is listed in both languages, shown with examples, and named at the desk', async () => {
    const { house, member } = await open()
    const sales = await member('sales')
    const all = await house.listMailTemplates(sales)
    assert.deepEqual(
      all.map(({ name, locale, state }) => [name, locale, state]),
      [...TEMPLATE_NAMES.map((name) => [name, 'built-in']), ['sign-in', 'fixed']].flatMap(([name, state]) => LOCALES.map((locale) => [name, locale, state])), // prettier-ignore
    )
    for (const { name, locale } of all) {
      const view = await house.viewMailTemplate(sales, { name, locale })
      assert.deepEqual(view.faults, [])
      assert.ok(mailTemplateWords[locale].name[name] && mailTemplateWords[locale].when[name])
      for (const { name: variable, example } of view.variables) {
        assert.ok(Object.hasOwn(mailTemplateWords[locale].variable, variable), `${variable} has no words`)
        assert.notEqual(example, '', variable)
      }
      assert.doesNotMatch(`${view.preview.subject}${view.preview.text}`, /\{\{|\}\}|undefined|null/)
      assert.doesNotMatch(view.preview.html, HTML_TAG)
    }
  })

  test('words are sent once they are saved, with a foot that is no part of them', async () => {
    const rooms = await open()
    const rights = await rooms.member('rights')
    await rooms.house.changeSettings(SYSTEM, { settings: { name: 'Ferry Films', address: '4 Quay Street\n1000 Harbour' } })
    const before = await sentList(rooms)
    assert.equal(before.subject, 'Availabilities from Ferry Films')
    const saved = await rooms.house.saveMailTemplate(rights, { ...LIST, baseVersion: 0, words: OWN })
    assert.deepEqual([saved.state, saved.version, saved.byName], ['own', 1, rights.name])
    const letter = await sentList(rooms, 'As <b>promised</b> {{link}}')
    assert.equal(letter.subject, 'What Ferry Films has for you')
    assert.match(letter.text, /^Hello Ada,\n\nAs <b>promised<\/b> \{\{link\}\}\n\nsee https:\/\/films\.example\/en\/availabilities\/\S+\n\n-- \nFerry Films\n4 Quay Street\n1000 Harbour\nNo more letters like this: https:\/\/films\.example\/en\/letters\/stop\/\S+\n$/) // prettier-ignore
    assert.match(letter.html, /<p>As &lt;b&gt;promised&lt;\/b&gt; \{\{link\}\}<\/p>/)
    assert.doesNotMatch(letter.html, HTML_TAG)
  })

  test('what is at fault is refused with its place, and nothing is saved', async () => {
    const { house, member } = await open()
    const rights = await member('rights')
    const words = { subject: 'Hello\r\nBcc: all@films.example', text: 'Dear {{too}}, {{link' }
    const refused = (await house.saveMailTemplate(rights, { ...LIST, baseVersion: 0, words }).catch((thrown: unknown) => thrown)) as HouseError // prettier-ignore
    assert.equal(refused.code, 'invalid-input')
    assert.deepEqual(
      (refused.details['issues'] as { path: string; message: string }[]).map(({ path, message }) => [path, message]),
      [
        ['words.subject', 'line-break at 5: \r'],
        ['words.text', 'unknown-variable at 5: {{too}}'],
        ['words.text', 'malformed at 14: {{'],
        ['words.text', 'missing-variable at 20: {{link}}'],
      ],
    )
    const judged = await house.checkMailTemplate(rights, { ...LIST, words })
    assert.equal(judged.faults.length, 4)
    assert.ok(!judged.preview.subject.includes('\n'))
    assert.equal((await house.viewMailTemplate(rights, LIST)).version, 0)
    await assert.rejects(house.saveMailTemplate(await member('sales'), { ...LIST, baseVersion: 0, words: OWN }), { code: 'not-allowed' }) // prettier-ignore
    await assert.rejects(house.listMailTemplates(await member('editor')), { code: 'not-allowed' })
    for (const name of ['sign-in', 'template-test', 'toString', '']) await assert.rejects(house.saveMailTemplate(rights, { ...LIST, name, baseVersion: 0, words: OWN }), { code: 'not-found' }) // prettier-ignore
    await assert.rejects(house.viewMailTemplate(rights, { ...LIST, locale: 'de' as never }), { code: 'invalid-input' })
  })

  test('versions are kept and compared, the built-in words come back, and nobody saves over what they have not read', async () => {
    const { house, member, database } = await open()
    const rights = await member('rights')
    await house.saveMailTemplate(rights, { ...LIST, baseVersion: 0, words: OWN })
    await assert.rejects(house.saveMailTemplate(rights, { ...LIST, baseVersion: 0, words: OWN }), { code: 'revision-changed' })
    const again = await house.saveMailTemplate(rights, { ...LIST, baseVersion: 1, words: OWN })
    assert.equal(again.version, 1, 'what stands is not saved twice')
    await house.saveMailTemplate(rights, { ...LIST, baseVersion: 1, words: { ...OWN, subject: 'What we have for you' } })
    const { subject, text } = await house.compareMailTemplate(rights, { ...LIST, before: 1, after: 2 })
    assert.deepEqual(subject.filter(({ kind }) => kind === 'del').map((part) => part.text), ['{{house}}', 'has']) // prettier-ignore
    assert.ok(text.every(({ kind }) => kind === 'same'))
    assert.ok((await house.compareMailTemplate(rights, { ...LIST, before: 0, after: 2 })).text.some(({ kind }) => kind === 'ins'))
    await assert.rejects(house.compareMailTemplate(rights, { ...LIST, before: 1, after: 9 }), { code: 'not-found' })
    const back = await house.saveMailTemplate(rights, { ...LIST, baseVersion: 2, words: LETTER_TEMPLATES['sent-list'].words.en })
    assert.deepEqual([back.state, back.versions.map(({ version, words }) => [version, words === null])], ['built-in', [[3, true], [2, false], [1, false]]]) // prettier-ignore
    assert.equal((await house.viewMailTemplate(rights, { ...LIST, locale: 'fr' })).version, 0)
    await assert.rejects(database.session((session) => session.query('delete from mail_template')))
    const trail = await house.readAudit(rights, {})
    assert.equal(trail.items.filter(({ verb }) => verb === 'saveMailTemplate').length, 3)
  })

  test('words that an update has made unfit are not sent: the built-in ones are, and the desk says so', async () => {
    const rooms = await open()
    const rights = await rooms.member('rights')
    const words = { subject: 'Ours', text: '{{link}} from {{the_old_name}}' }
    await rooms.database.db.transaction().execute((trx) => putTemplate(trx, rooms.house.id, { ...LIST, version: 1, words, at: '2026-11-22T09:00:00Z', byId: null, byName: 'Ada' })) // prettier-ignore
    assert.match((await sentList(rooms)).text, /has drawn up a list of availabilities for you/)
    const view = await rooms.house.viewMailTemplate(rights, LIST)
    assert.deepEqual([view.state, view.words, view.subject], ['unfit', words, 'Availabilities from {{house}}'])
    assert.deepEqual(view.faults.map(({ code, text }) => [code, text]), [['unknown-variable', '{{the_old_name}}']]) // prettier-ignore
    assert.equal((await rooms.house.listMailTemplates(rights)).find(({ name }) => name === 'sent-list')?.state, 'unfit')
  })

  test('a test goes to whoever asks, with the words that are not saved yet, and not without end', async () => {
    const { house, member } = await open()
    const sales = await member('sales')
    const { to } = await house.testMailTemplate(sales, { ...LIST, words: OWN })
    const [letter] = await house.takeLetters(SYSTEM)
    assert.deepEqual([letter?.to, letter?.kind, letter?.stopUrl], [to, 'template-test', null])
    assert.match(letter!.subject, /^\[Test\] What .* has for you$/)
    assert.match(letter!.text, /^Hello Jon Arvid,.*No more letters like this: https:\/\/films\.example\/en\/letters\/stop\/example\n$/s) // prettier-ignore
    assert.equal((await house.viewMailTemplate(sales, LIST)).version, 0)
    await assert.rejects(house.testMailTemplate(sales, { ...LIST, words: { ...OWN, text: 'x' } }), { code: 'invalid-input' })
    for (let n = 1; n < 20; n++) await house.testMailTemplate(sales, { ...LIST, words: OWN })
    await assert.rejects(house.testMailTemplate(sales, { ...LIST, words: OWN }), { code: 'limit-reached' })
    await assert.rejects(house.testMailTemplate(SYSTEM, { ...LIST, words: OWN }), { code: 'not-found' })
  })
})
