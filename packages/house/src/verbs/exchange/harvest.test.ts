import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SYSTEM, VISITOR } from '../../actors.ts'
import { aSheet, eachHouse } from '../../testing/house-for-tests.ts'

eachHouse('archives harvest', (open) => {
  test('what is published goes out; a draft is not heard of; what was withdrawn is a deleted record', async () => {
    const { house, member } = await open()
    const editor = await member('editor')
    await house.saveCollection(editor, { collection: { slug: 'rivers', name: { en: 'Rivers' }, intro: {}, pictureId: null } })
    const make = (title: string, more = {}) => house.createTitle(SYSTEM, { sheet: aSheet(title, more) })
    const [alder, birch, cedar] = [await make('Alder', { collections: ['rivers'] }), await make('Birch'), await make('Cedar')]
    await house.publishTitle(SYSTEM, { id: alder.id, baseRevision: 1 })
    const { revision } = await house.publishTitle(SYSTEM, { id: birch.id, baseRevision: 1 })
    await house.withdrawTitle(SYSTEM, { id: birch.id, baseRevision: revision })
    const ask = (query: string) => house.harvest(VISITOR, { said: [...new URLSearchParams(query)] })

    const all = await ask('verb=ListRecords&metadataPrefix=oai_dc')
    assert.match(all, /<dc:title>Alder<\/dc:title>/)
    assert.equal(all.match(/<record>/g)?.length, 2)
    assert.match(all, new RegExp(`<header status="deleted">\\s*<identifier>oai:[^:]+:${birch.id}<`))
    assert.doesNotMatch(all, new RegExp(`Birch|Cedar|${cedar.id}`))
    const host = /<identifier>oai:([^:]+):/.exec(all)![1]!
    const one = (id: string) => ask(`verb=GetRecord&metadataPrefix=ebucore&identifier=oai:${host}:${id}`)
    assert.match(await one(alder.id), /ebuCoreMain[\s\S]*Alder/)
    assert.match(await one(birch.id), /status="deleted"/)
    assert.match(await one(cedar.id), /code="idDoesNotExist"/)
    assert.match(await ask('verb=ListSets'), /<setSpec>rivers<\/setSpec>\s*<setName>Rivers</)
    const inSet = await ask('verb=ListIdentifiers&metadataPrefix=oai_dc&set=rivers')
    assert.deepEqual([inSet.includes(alder.id), inSet.includes(birch.id)], [true, false])
    const stamp = /<earliestDatestamp>([^<]+)</.exec(await ask('verb=Identify'))![1]!
    assert.match(await ask(`verb=ListIdentifiers&metadataPrefix=oai_dc&from=${stamp}`), new RegExp(alder.id))
    assert.match(await ask('verb=ListIdentifiers&metadataPrefix=oai_dc&until=1990-01-01'), /code="noRecordsMatch"/)
  })

  test('a list of more than a hundred comes in parts, each record once', async () => {
    const { house } = await open()
    for (let n = 0; n < 103; n += 1) {
      const { id } = await house.createTitle(SYSTEM, { sheet: aSheet(`Film ${n}`) })
      await house.publishTitle(SYSTEM, { id, baseRevision: 1 })
    }
    const seen: string[] = []
    let parts = 0
    for (let query = 'verb=ListIdentifiers&metadataPrefix=oai_dc'; query !== ''; parts += 1) {
      const answer = await house.harvest(VISITOR, { said: [...new URLSearchParams(query)] })
      seen.push(...[...answer.matchAll(/<identifier>([^<]+)</g)].map((match) => match[1]!))
      const token = /<resumptionToken>([^<]+)</.exec(answer)?.[1]
      query = token === undefined ? '' : `verb=ListIdentifiers&resumptionToken=${token}`
    }
    assert.deepEqual([parts, seen.length, new Set(seen).size], [2, 103, 103])
  })
})
