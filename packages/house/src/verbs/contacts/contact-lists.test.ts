import assert from 'node:assert/strict'
import { test } from 'node:test'
import { typesetFrench } from '@vitrine/messages/typeset'
import { isHouseError } from '../../errors.ts'
import { eachHouse } from '../../testing/house-for-tests.ts'

const refused = (code: string) => (thrown: unknown) => isHouseError(thrown) && thrown.code === code
const bytes = (text: string) => new TextEncoder().encode(text)
const locale = 'en' as const
const CSV = `Company;Kind;Country;First name;Last name;E-mail;Chiffre;Remarks
Kanal Ost GmbH;Broadcaster;Germany;Ana;Nowak;ana@kanal-ost.example;12;Likes rivers
Kanal Ost;;;Bo;Ek;bo@kanal-ost.example;13;
Télé Rive;VOD;Belgique;Zoé;Świątek;zoe@tele-rive.example;14;
Fjordflix;;;;;;15;
`

eachHouse('lists of contacts', (open) => {
  test('columns are guessed, companies known by their names are filled, nothing is written before it is looked at', async () => {
    const { house, member } = await open()
    const sales = await member('sales')
    const known = await house.addCompany(sales, { company: { name: 'Kanal Ost', country: 'AT' } })
    const preview = await house.previewContacts(sales, { bytes: bytes(CSV), locale })
    assert.deepEqual(preview.mapping, ['company', 'kinds', 'country', 'firstName', 'lastName', 'email', 'ignore', 'note'])
    assert.deepEqual(preview.rows.map(({ company, person }) => [company?.outcome, person?.outcome]), [['filled', 'new'], ['known', 'new'], ['new', 'new'], ['new', undefined]]) // prettier-ignore
    assert.equal(preview.rows[0]?.company?.id, known.id)
    assert.equal((await house.listCompanies(sales, {})).total, 1)

    const done = await house.importContacts(sales, { bytes: bytes(CSV), mapping: preview.mapping, locale })
    assert.deepEqual(done, { companies: 2, people: 3, filled: 1, unchanged: 0 })
    const page = await house.openCompany(sales, { id: known.id })
    assert.deepEqual([page.company.name, page.company.country, page.company.kinds], ['Kanal Ost', 'AT', ['broadcaster']], 'what is known stands') // prettier-ignore
    assert.deepEqual(page.people?.map(({ name }) => name), ['Ana Nowak', 'Bo Ek']) // prettier-ignore
    assert.equal((await house.openContact(sales, { id: page.people![0]!.id })).notes[0]?.text, 'Likes rivers')

    const again = await house.previewContacts(sales, { bytes: bytes(CSV), locale })
    assert.deepEqual([again.remembered, again.companies, again.people, again.unchanged], [true, { fresh: 0, filled: 0 }, { fresh: 0, filled: 0 }, 4]) // prettier-ignore
    await house.importContacts(sales, { bytes: bytes(CSV), mapping: again.mapping, locale })
    assert.equal((await house.openContact(sales, { id: page.people![0]!.id })).notes.length, 1, 'a note is not brought twice')
  })

  test('all or nothing: one line that cannot be taken, or doubt that nobody accepted, and nothing is written', async () => {
    const { house, member } = await open()
    const sales = await member('sales')
    const mapping = ['company', 'name', 'email']
    const bad = bytes('BEGIN:VCARD\nFN:Ana\nEND:VCARD\nBEGIN:VCARD\nFN:Bo\n')
    await assert.rejects(
      house.importContacts(sales, { bytes: bad, mapping: [], locale, acceptDoubtful: true }),
      refused('invalid-input'),
    )
    // what an address book gives out has addresses without anybody: they hold up nobody else
    const doubtful = bytes('Company,Name,E-mail\nKanal Ost,Ana,no address\n,,b@x.example\n')
    await assert.rejects(house.importContacts(sales, { bytes: doubtful, mapping, locale }), refused('invalid-input'))
    assert.equal((await house.listCompanies(sales, {})).total, 0)
    await house.importContacts(sales, { bytes: doubtful, mapping, locale, acceptDoubtful: true })
    assert.deepEqual((await house.listContacts(sales, {})).items.map(({ name, email }) => [name, email]), [['Ana', null]]) // prettier-ignore
  })

  test('a new name that looks like a known one is doubtful', async () => {
    const { house, member } = await open()
    const sales = await member('sales')
    await house.addCompany(sales, { company: { name: 'Fjordflix' } })
    const { rows } = await house.previewContacts(sales, { bytes: bytes('Company\nFjordfilx\n'), locale: 'fr' })
    assert.deepEqual(rows[0]?.problems.map(({ severity, message }) => [severity, message]), [['doubtful', typesetFrench('Peut-être « Fjordflix », que la maison connaît.')]]) // prettier-ignore
  })

  test('cards come in, and what goes out comes in again without a change, in every format', async () => {
    const { house, member } = await open()
    const sales = await member('sales')
    const cards =
      'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana Nowak\r\nORG:Kanal Ost\r\nEMAIL:ana@kanal-ost.example\r\nTITLE:Buyer\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:=HYPERLINK("x")\r\nEND:VCARD\r\n'
    assert.deepEqual(await house.importContacts(sales, { bytes: bytes(cards), mapping: [], locale }), { companies: 1, people: 2, filled: 0, unchanged: 0 }) // prettier-ignore
    const { id } = (await house.listCompanies(sales, {})).items[0]!
    await house.changeCompany(sales, { id, from: { kinds: [], slots: [], territory: '' }, to: { kinds: ['broadcaster', 'platform'], slots: ["52' history", '90’'], territory: 'DACH' } }) // prettier-ignore
    for (const format of ['csv', 'xlsx', 'vcf'] as const)
      for (const language of ['en', 'fr'] as const) {
        const out = await house.exportContacts(sales, { format, locale: language })
        if (format === 'csv')
          assert.ok(!/[;,]"?=HYPERLINK/.test(new TextDecoder().decode(out.bytes)), 'no text becomes a formula')
        const { counts, companies, people, rows } = await house.previewContacts(sales, { bytes: out.bytes, locale })
        const told = `${format} ${language} ${JSON.stringify(rows)}`
        assert.deepEqual([counts.bad, counts.doubtful, companies, people.fresh], [0, 0, { fresh: 0, filled: 0 }, 0], told) // prettier-ignore
      }
  })

  test('hostile files: no list, too long, too large', async () => {
    const { house, member } = await open()
    const sales = await member('sales')
    await assert.rejects(house.previewContacts(sales, { bytes: new Uint8Array([0x89, 0x50, 0, 0, 0, 0]), locale }), refused('unsupported-file')) // prettier-ignore
    await assert.rejects(house.previewContacts(sales, { bytes: bytes(`Name\n${'x\n'.repeat(6_000)}`), locale }), refused('limit-reached')) // prettier-ignore
    await assert.rejects(house.previewContacts(sales, { bytes: bytes(`BEGIN:VCARD\nNOTE:${'x'.repeat(5_100_000)}`), locale }), refused('too-large')) // prettier-ignore
    await assert.rejects(house.importContacts(sales, { bytes: bytes('Name\nAna\n'), mapping: ['nonsense'], locale }), refused('invalid-input')) // prettier-ignore
  })
})
