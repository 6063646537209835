/**
 * A server that is killed (-9) while it countersigns one paper after the other: of each paper either all of it stands (executed, two
 * signatures, the deal signed, the licence in the book) or none of it, and what was acknowledged is never lost.
 */
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { printPaper, printSignatureRecord } from '@vitrine/press/paper'
import { readSeal } from '@vitrine/press/sealed/read-seal'
import { openDatabase } from '@vitrine/store/database/open-database'
import { newPostgresDatabase } from '@vitrine/store/testing/databases'
import { SYSTEM, VISITOR } from '../actors.ts'
import type { Print } from '../context.ts'
import { openFiles } from '../files/open-files.ts'
import { createHouse } from '../house.ts'
import { agreedDeal, codeIn, filmWithGrant, newestLetter, stateOfDeal, tokenIn } from '../testing/agreed-deal.ts'
import { runUntilKilled } from './killed.ts'

const PAPERS = 12
/** After how many acknowledgements, and how many milliseconds later: at different places of a transaction. */
const KILLS = [
  [1, 3],
  [1, 14],
  [2, 31],
] as const

describe('kill -9 between signature and rights entry', { skip: process.env['VITRINE_TEST_DATABASES'] === 'pglite' }, () => {
  const folders: string[] = []
  after(async () => {
    for (const folder of folders) await rm(folder, { recursive: true, force: true })
  })

  test('never one without the other', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'vitrine-countersign-'))
    folders.push(folder)
    const url = await newPostgresDatabase()
    const database = await openDatabase({ url })
    const print = { printPaper, printSignatureRecord } as unknown as Print
    const house = createHouse({ database, files: await openFiles(folder), print })
    try {
      const laid: { id: string; dealId: string }[] = []
      for (let n = 0; n < PAPERS; n++) {
        const email = `buyer-${n}@kanal.example`
        const deal = await agreedDeal({ house, database }, { titleId: await filmWithGrant(house, `Film ${n}`), email })
        const draft = await house.draftPaper(SYSTEM, { dealId: deal.dealId, kind: 'contract' })
        const ready = await house.submitPaper(SYSTEM, { id: draft.id, baseRevision: draft.revision })
        await house.sendPaper(SYSTEM, { id: draft.id, baseRevision: ready.revision, contactId: deal.contactId })
        const token = tokenIn((await newestLetter({ house, database }, email)).body)
        await house.sendSigningCode(VISITOR, { token })
        const code = codeIn((await newestLetter({ house, database }, email)).body)
        await house.signPaper(VISITOR, { token, code, name: 'Jon Arvid', consent: true, sha256: draft.sha256 })
        laid.push({ id: draft.id, dealId: deal.dealId })
      }

      const acknowledged: string[] = []
      for (const [count, later] of KILLS) {
        const waiting = await house.listPapers(SYSTEM, { state: 'countersigning' })
        let heard = 0
        const enough = (line: string) => line.startsWith('executed ') && (heard += 1) === count
        const lines = await runUntilKilled(['countersign', url, folder, waiting.items.map(({ id }) => id).join(',')], enough, later) // prettier-ignore
        acknowledged.push(...lines.filter((line) => line.startsWith('executed ')).map((line) => line.slice(9)))
      }
      assert.ok(acknowledged.length >= KILLS.length)

      const licences = (await house.listEntries(SYSTEM, { kind: 'licence', limit: 100, locale: 'en' })).items
      let executed = 0
      for (const { id, dealId } of laid) {
        const paper = await house.viewPaper(SYSTEM, { id })
        const whole = paper.state === 'executed'
        if (whole) executed += 1
        const reference = paper.reference.split(' / ')[0]
        assert.equal(paper.state, whole ? 'executed' : 'countersigning')
        assert.equal(await stateOfDeal({ house, database }, dealId), whole ? 'signed' : 'contracted', reference)
        assert.equal(paper.signatures.length, whole ? 2 : 1, reference)
        assert.equal(licences.filter(({ contract }) => contract === reference).length, whole ? 1 : 0, reference)
      }
      for (const id of acknowledged) assert.equal((await house.viewPaper(SYSTEM, { id })).state, 'executed', 'acknowledged and gone') // prettier-ignore
      assert.equal(executed, licences.length)

      // The process died before it could make the signed file of the last: it is made when it is asked for.
      for (const id of acknowledged) {
        const seal = readSeal((await house.openPaperFile(SYSTEM, { id, file: 'evidence' })).bytes)
        assert.ok(seal.sealed && seal.whole)
      }
      assert.equal((await house.verifyAudit(SYSTEM)).whole, true)
    } finally {
      await house.close()
    }
  })
})
