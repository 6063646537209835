import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SYSTEM, VISITOR } from '../../actors.ts'
import { isHouseError } from '../../errors.ts'
import { eachHouse, type TestHouse } from '../../testing/house-for-tests.ts'

const refused = (code: string) => (thrown: unknown) => isHouseError(thrown) && thrown.code === code

async function twice({ house, member }: TestHouse) {
  const sales = await member('sales')
  const one = await house.addCompany(sales, { company: { name: 'Kanal Ost', kinds: ['broadcaster'], country: 'DE' } })
  const other = await house.addCompany(sales, { company: { name: 'KANAL OST GmbH', kinds: ['platform'], phone: '+49 1', country: 'AT' } }) // prettier-ignore
  const ana = await house.addContact(sales, { contact: { name: 'Ana Nowak', companyId: other.id, email: 'ana@kanal-ost.example' } }) // prettier-ignore
  return { sales, one, other, ana }
}

eachHouse('duplicates', (open) => {
  test('found with why; two that are two are not shown again', async () => {
    const tested = await open()
    const { house } = tested
    const { sales, one, other } = await twice(tested)
    const found = await house.findDuplicates(sales)
    assert.deepEqual(found.pairs.map(({ kind, reasons }) => [kind, reasons[0]?.reason]), [['company', 'same-name']]) // prettier-ignore
    await house.keepApart(sales, { kind: 'company', oneId: other.id, otherId: one.id, apart: true })
    assert.equal((await house.findDuplicates(sales)).total, 0)
    await house.keepApart(sales, { kind: 'company', oneId: one.id, otherId: other.id, apart: false })
    assert.equal((await house.findDuplicates(sales)).total, 1)
  })

  test('what was found once follows each name, address and company that becomes another', async () => {
    const tested = await open()
    const { house } = tested
    const { sales, one } = await twice(tested)
    const told = async () => (await house.findDuplicates(sales)).pairs.map((pair) => `${pair.one.name} / ${pair.other.name}: ${pair.reasons.map(({ reason }) => reason).join('+')}`) // prettier-ignore
    assert.deepEqual(await told(), ['Kanal Ost / KANAL OST GmbH: same-name'])
    assert.deepEqual(await told(), await told())
    await house.changeCompany(sales, { id: one.id, from: { name: 'Kanal Ost' }, to: { name: 'Fjordflix' } })
    assert.deepEqual(await told(), [])
    const second = await house.addContact(sales, {
      contact: { name: 'A. Novak', companyId: one.id, email: 'ana@kanal-ost.example' },
    })
    assert.deepEqual(await told(), ['Fjordflix / KANAL OST GmbH: same-domain', 'Ana Nowak / A. Novak: same-email'])
    await house.erasePerson(await tested.member('owner'), { id: second.id, revision: second.revision })
    assert.deepEqual(await told(), [])
  })

  test('merged: fields as they were shown, everything points to the survivor, the old id leads on, the other name still finds what was bought', async () => {
    const tested = await open()
    const { house, database } = tested
    const { sales, one, other, ana } = await twice(tested)
    const buyer = await tested.member('buyer')
    await database.session((session) => session.query('update member set company_id = $1, company_role = $2 where house_id = $3 and user_id = $4', [other.id, 'lead', house.id, buyer.userId])) // prettier-ignore
    const note = await house.addNote(sales, { subject: { kind: 'company', id: other.id }, text: 'Wants rivers.' })
    await house.addTask(sales, { subject: { kind: 'company', id: other.id }, text: 'Call' })
    await house.sendRequest(VISITOR, { kind: 'other', titleIds: [], name: 'A', email: 'a@elsewhere.example', company: 'Kanal Ost GmbH', message: 'x', locale: 'en' }) // prettier-ignore

    const asked = { kind: 'company' as const, survivorId: one.id, mergedId: other.id, chosen: { country: 'merged' as const } }
    const preview = await house.previewMerge(sales, asked)
    const wins = Object.fromEntries(preview.fields.map(({ field, wins }) => [field, wins]))
    assert.deepEqual([wins['name'], wins['kinds'], wins['phone'], wins['country']], ['survivor', 'both', 'merged', 'merged'])
    const revisions = { survivorRevision: preview.survivor.revision, mergedRevision: preview.merged.revision }
    await assert.rejects(house.mergeDuplicates(sales, { ...asked, ...revisions, mergedRevision: 9 }), refused('revision-changed'))
    const { mergeId } = await house.mergeDuplicates(sales, { ...asked, ...revisions })

    const page = await house.openCompany(sales, { id: other.id })
    assert.deepEqual([page.company.id, page.movedFrom], [one.id, other.id])
    assert.deepEqual([page.company.name, page.company.kinds, page.company.phone, page.company.country], ['Kanal Ost', ['broadcaster', 'platform'], '+49 1', 'AT']) // prettier-ignore
    assert.deepEqual(page.people?.map(({ id }) => id), [ana.id]) // prettier-ignore
    assert.deepEqual(page.notes?.map(({ id }) => id), [note.id]) // prettier-ignore
    assert.equal(page.tasks?.length, 1)
    assert.equal(page.dealings?.asked.length, 1, 'the merged name is still one of its names')
    const [seat] = await database.session((session) => session.query<{ company_id: string }>('select company_id from member where house_id = $1 and user_id = $2', [house.id, buyer.userId])) // prettier-ignore
    assert.equal(seat?.company_id, one.id)
    assert.equal((await house.listCompanies(sales, {})).total, 1)
    await assert.rejects(house.changeCompany(sales, { id: other.id, from: {}, to: { phone: 'x' } }), refused('not-found'))

    // somebody changes a field meanwhile; undoing leaves it to them
    await house.changeCompany(sales, { id: one.id, from: { phone: '+49 1' }, to: { phone: '+49 2' } })
    await house.undoMerge(sales, { id: mergeId })
    const [back, again] = [await house.openCompany(sales, { id: one.id }), await house.openCompany(sales, { id: other.id })]
    assert.deepEqual([back.company.kinds, back.company.country, back.company.phone], [['broadcaster'], 'DE', '+49 2'])
    assert.equal(again.movedFrom, null)
    assert.deepEqual(again.people?.map(({ id }) => id), [ana.id]) // prettier-ignore
    assert.equal(again.notes?.length, 1)
    assert.equal(back.notes?.length, 0)
    await assert.rejects(house.undoMerge(sales, { id: mergeId }), refused('not-found'))
  })

  test('people merged: notes that name them and whoever signs in as them follow, and come back', async () => {
    const { house, member, database } = await open()
    const sales = await member('sales')
    const company = await house.addCompany(sales, { company: { name: 'Kanal Ost' } })
    const one = await house.addContact(sales, { contact: { name: 'Ana Nowak', companyId: company.id } })
    const other = await house.addContact(sales, { contact: { name: 'Nowak Ana', email: 'ana@kanal-ost.example', role: 'Acquisitions' } }) // prettier-ignore
    const buyer = await member('buyer')
    await database.session((session) => session.query('update contact set user_id = $1 where house_id = $2 and id = $3', [buyer.userId, house.id, other.id])) // prettier-ignore
    await house.addNote(sales, { subject: { kind: 'company', id: company.id }, text: 'Both were there.', contactIds: [one.id, other.id] }) // prettier-ignore
    const { mergeId } = await house.mergeDuplicates(sales, { kind: 'contact', survivorId: one.id, mergedId: other.id, survivorRevision: 1, mergedRevision: 1 }) // prettier-ignore
    const now = await house.openContact(sales, { id: other.id })
    assert.deepEqual([now.contact.id, now.contact.email, now.contact.role, now.contact.userId], [one.id, 'ana@kanal-ost.example', 'Acquisitions', buyer.userId]) // prettier-ignore
    assert.deepEqual(now.notes[0]?.contactIds, [one.id])
    await house.undoMerge(sales, { id: mergeId })
    const back = await house.openContact(sales, { id: other.id })
    assert.deepEqual([back.contact.email, back.contact.userId, back.movedFrom], ['ana@kanal-ost.example', buyer.userId, null])
    assert.deepEqual(back.notes[0]?.contactIds, [one.id, other.id])
    assert.equal((await house.openContact(sales, { id: one.id })).contact.email, null)
  })

  test('duplicates of duplicates lead on to the last', async () => {
    const { house } = await open()
    const ids: string[] = []
    for (let n = 0; n < 3; n++) ids.push((await house.addCompany(SYSTEM, { company: { name: 'Kanal Ost' } })).id)
    const merge = async (survivorId: string, mergedId: string) => {
      const { survivor, merged } = await house.previewMerge(SYSTEM, { kind: 'company', survivorId, mergedId })
      return house.mergeDuplicates(SYSTEM, { kind: 'company', survivorId, mergedId, survivorRevision: survivor.revision, mergedRevision: merged.revision }) // prettier-ignore
    }
    await merge(ids[1]!, ids[0]!)
    await merge(ids[2]!, ids[1]!)
    assert.equal((await house.openCompany(SYSTEM, { id: ids[0]! })).company.id, ids[2])
    await assert.rejects(merge(ids[2]!, ids[2]!), refused('not-found'))
  })
})
