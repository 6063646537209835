import { readHead } from '@vitrine/store/audit/lock-house'
import { walkAuditLines } from '@vitrine/store/audit/read-audit'
import { findRevision } from '@vitrine/store/titles/revisions'
import { canonical, sha256 } from '../../canonical.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor, AuditVerdict } from '../../contract.ts'
import { authorise } from '../../policies/authorise.ts'
import { auditHash } from '../../write.ts'

const STEP = 500

/**
 * Walks the whole trail: every line must carry the seal of the line before it and its own, none may be missing, the last
 * must be the one the house remembers, and every revision must be the sheet its line was sealed over.
 */
export async function verifyAudit(house: HouseContext, actor: Actor): Promise<AuditVerdict> {
  authorise(actor, 'verifyAudit')
  const head = (await readHead(house.db, house.houseId)) ?? { auditSeq: 0, auditHash: '', sealedAs: house.houseId }
  let seq = 0
  let previous = ''
  const broken = (brokenAt: number, reason: AuditVerdict['reason']): AuditVerdict => ({
    whole: false,
    lines: seq,
    brokenAt,
    reason,
  })
  while (seq < head.auditSeq) {
    const lines = await walkAuditLines(house.db, house.houseId, seq, STEP)
    if (lines.length === 0) return broken(seq + 1, 'cut-off')
    for (const line of lines) {
      if (line.seq > head.auditSeq) break // written while we walked
      if (line.seq !== seq + 1) return broken(seq + 1, 'missing')
      if (line.previous !== previous || line.hash !== auditHash(head.sealedAs, line)) return broken(line.seq, 'changed')
      if (typeof line.detail['sheet'] === 'string' && typeof line.detail['revision'] === 'number' && line.subjectId !== null) {
        const revision = await findRevision(house.db, house.houseId, line.subjectId, line.detail['revision'])
        if (!revision || sha256(canonical(revision.sheet)) !== line.detail['sheet']) return broken(line.seq, 'sheet-changed')
      }
      seq = line.seq
      previous = line.hash
    }
  }
  if (previous !== head.auditHash) return broken(seq, 'cut-off')
  return { whole: true, lines: seq, brokenAt: null, reason: null }
}
