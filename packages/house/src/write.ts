import { appendAudit, type AuditRow } from '@vitrine/store/audit/append-audit'
import { type HouseHead, lockHouse } from '@vitrine/store/audit/lock-house'
import { openHouseRow } from '@vitrine/store/settings/settings'
import type { AuditSubject, AuditVerb } from '@vitrine/messages/audit-verbs'
import type { Asker } from '@vitrine/store/asker'
import { canonical, sha256 } from './canonical.ts'
import type { HouseContext } from './context.ts'
import type { Actor } from './contract.ts'
import { isCollision } from './failures.ts'
import { noteRequest } from './once-only.ts'

/** What a verb says of itself in the trail. */
export interface AuditNote {
  verb: AuditVerb
  subject: AuditSubject
  subjectId: string | null
  detail?: Record<string, unknown>
}

/** A writing transaction in hand. */
export interface Writing {
  trx: Asker
  at: string // the moment of the whole transaction
  changeSeq: number // the number of this change: rows that change carry it
  audit(note: AuditNote): void
}

const ATTEMPTS = 5

/** Subjects whose change can show on a page: they move the change sequence. A shortlist or a key does not make pages stale. */
const SHOWN: ReadonlySet<AuditSubject> = new Set<AuditSubject>(['Title', 'Settings', 'Collection', 'House', 'Entry'])

/**
 * Runs a verb's writes as one transaction that ends with its lines in the audit trail: all of it is stored, or nothing.
 * The house is locked first (see lockHouse). When the database undoes it because of a collision it runs again, so `work`
 * must do nothing outside the transaction that it could not do twice.
 */
export async function write<T>(house: HouseContext, actor: Actor, work: (writing: Writing) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await house.writeTurn(() =>
        house.db.transaction().execute(async (trx) => {
          let head = await lockHouse(trx, house.houseId)
          if (!head) {
            await openHouseRow(trx, house.houseId)
            head = await lockHouse(trx, house.houseId)
            if (!head) throw new Error('the house has no row and takes none')
          }
          const at = house.now().toISOString()
          const changeSeq = head.changeSeq + 1
          const notes: AuditNote[] = []
          const answer = await work({ trx, at, changeSeq, audit: (note) => notes.push(note) })
          const shows = notes.some((note) => SHOWN.has(note.subject))
          await noteRequest(trx, house.houseId, notes.map(({ verb, subject, subjectId }) => ({ verb, subject, subjectId }))) // prettier-ignore
          await appendAudit(trx, house.houseId, sealed(head, notes, actor, at), shows ? changeSeq : head.changeSeq)
          return answer
        }),
      )
    } catch (thrown) {
      if (!isCollision(thrown) || attempt === ATTEMPTS) throw thrown
      await new Promise((resolve) => setTimeout(resolve, 5 * attempt + Math.random() * 20))
    }
  }
}

/** Notes as lines that follow the head of the trail. */
export function sealed(head: HouseHead, notes: readonly AuditNote[], actor: Actor, at: string): AuditRow[] {
  let { auditSeq: seq, auditHash: previous } = head
  return notes.map((note) => {
    seq += 1
    const line = {
      seq,
      at,
      actor: actor.name,
      actorId: actor.userId,
      verb: note.verb,
      subject: note.subject,
      subjectId: note.subjectId,
      detail: note.detail ?? {},
      previous,
    }
    previous = auditHash(head.sealedAs, line)
    return { ...line, hash: previous }
  })
}

/** What a line of the trail is sealed with: SHA-256 over the line and the seal of the line before it, under the id that the house began with. */
export function auditHash(houseId: string, line: Omit<AuditRow, 'hash'>): string {
  const { previous, seq, at, actor, actorId, verb, subject, subjectId, detail } = line
  return sha256(canonical({ houseId, previous, seq, at, actor, actorId, verb, subject, subjectId, detail }))
}
