/**
 * Everything that can go wrong with a verb, as one closed list. A verb fails with a `HouseError` of this list or with a
 * programming mistake; there is no third kind. The words a person reads are in packages/messages/src/errors.ts by code.
 * docs/errors.md is held against this list by a test.
 */

export interface ErrorEntry {
  status: number // HTTP status that the API answers with
  why: string // why this code exists
  recover: string // what a caller does next
}

export const ERRORS = {
  'not-found': {
    status: 404,
    why: 'There is nothing under this id or address, or the asker may not know that there is: a draft is not found by a buyer.',
    recover: 'Check the id or address; sign in with an account that may see it.',
  },
  'sign-in-needed': {
    status: 401,
    why: 'The verb is for people of the house or for buyers, and nobody is signed in.',
    recover: 'Sign in, or send an API key, and ask again.',
  },
  'not-allowed': {
    status: 403,
    why: 'The policy table gives this role, or this key with its scopes, no such verb.',
    recover: 'Ask an owner for the role, or issue a key with the scope named in `details.scope`.',
  },
  'invalid-input': {
    status: 422,
    why: 'What was sent does not have the shape the verb takes; `details.issues` names each path and what is wrong there.',
    recover: 'Correct the named fields and send again. Nothing was stored.',
  },
  'revision-changed': {
    status: 409,
    why: 'The title, or the entry of the rights book, was saved by somebody else after the revision that the asker had in view; publishing, signing or ending it blindly would be about something nobody has read.',
    recover: 'Open it again (`details.revision` is the current one), look, and repeat.',
  },
  'slug-taken': {
    status: 409,
    why: 'The address asked for belongs to another title, or did once: a former address always leads to its film.',
    recover: 'Choose another address.',
  },
  'user-exists': {
    status: 409,
    why: 'A member of the house has this e-mail address already.',
    recover: 'Change that member instead of adding one.',
  },
  'still-needed': {
    status: 409,
    why: 'Something points to what was to be removed; `details.by` names the tables. Taking it away would tear a hole.',
    recover: 'Remove or move what points to it first; a duplicate is merged, a person is erased.',
  },
  'last-owner': {
    status: 409,
    why: 'The change would leave the house without an owner, and nobody could let anybody in again.',
    recover: 'Make somebody else an owner first.',
  },
  'rights-conflict': {
    status: 409,
    why: 'The entry contradicts the rights book: what it covers is sold, held, held back, or not the house’s to sell. `details.objections` names each reason and the entries in the way.',
    recover: 'Look at the entries named, change the territories, media, languages or dates, and sign again.',
  },
  'rights-warnings': {
    status: 409,
    why: 'The trade allows the entry, but something about it should be seen first; `details.objections` says what.',
    recover: 'Read the warnings, then send it again with `acceptWarnings`.',
  },
  'entry-settled': {
    status: 409,
    why: 'The entry is in a state that this verb is not for: a signed entry is amended, not drafted again; what has ended stays ended. `details.status` is its state.',
    recover: 'Amend or terminate a signed entry; write a new one in place of one that has ended.',
  },
  'wrong-state': {
    status: 409,
    why: 'The deal, offer, paper, deliverable, invoice, master or reel is in a state from which this does not follow (docs/deals.md and docs/screening.md draw them). `details.state` is its state.',
    recover: 'Open it again: somebody may have been quicker. Do what its state allows.',
  },
  'house-not-empty': {
    status: 409,
    why: 'A whole house moves only into one where nobody has worked yet; `details.table` names the first table that has rows.',
    recover: 'Start an empty house (another data folder or database) and import there.',
  },
  'other-version': {
    status: 422,
    why: 'The file of a house was made by a version whose rows this one does not read: a newer one, or one too old. `details` holds the steps of the schema: `theirs`, `ours`, and `from`, the oldest that is read.',
    recover: 'Bring both houses to the same version, export again, import that.',
  },
  'undo-over': {
    status: 409,
    why: 'A decision on an offer can no longer be taken back: too late, something followed, or it was the other side’s. `details.reason` says which: `nothing`, `theirs`, `late`, `followed`, `expired`.',
    recover: 'Go on from what stands: offer anew, or speak with the other side.',
  },
  'link-over': {
    status: 410,
    why: 'A link to sign a paper has run out, was replaced by another, or its paper was taken back or declined.',
    recover: 'Ask the house for a new link.',
  },
  'screener-over': {
    status: 410,
    why: 'A screener lets nobody in: `details.reason` says why: `revoked`, `expired`, `used` (as often as was allowed), `country` (not from here, or from where the server cannot tell), `rights` (the house may not show the film there, or has taken it back).',
    recover: 'Ask whoever sent the link for another.',
  },
  'too-many-devices': {
    status: 409,
    why: 'As many devices as the screener allows watch by it at this moment.',
    recover: 'Close the film there; it can be watched here a minute later at the latest.',
  },
  'wrong-code': {
    status: 403,
    why: 'The code for a signature is not the one that was mailed, has run out, or was tried too often; `details.left` says how many tries are left.',
    recover: 'Read the newest mail, or ask for another code.',
  },
  'file-changed': {
    status: 409,
    why: 'A stored file is no longer the one that was recorded: its SHA-256 differs, or it is gone. Nothing is signed on it.',
    recover: 'Restore the file from a backup; `verifyPaper` says which one it is.',
  },
  'already-accepted': {
    status: 409,
    why: 'The dropped sheet became a title already; accepting it again would make a second one.',
    recover: 'Open the title named in `details.titleId`.',
  },
  'wrong-edit-key': {
    status: 403,
    why: 'A shortlist is changed only with the secret that was handed out when it was started; its link alone shows it.',
    recover: 'Open it in the browser that started it, or start a copy.',
  },
  'limit-reached': {
    status: 422,
    why: 'The house keeps no more of this (`details.limit`), so that one asker cannot fill it.',
    recover: 'Remove something first, or start another.',
  },
  'too-large': {
    status: 413,
    why: 'The file is larger than `details.limit` bytes (or pixels) and was not read.',
    recover: 'Send a smaller file, or split it.',
  },
  'unsupported-file': {
    status: 415,
    why: 'The bytes are of a kind that is not taken here, whatever the name says: a picture that is not JPEG, PNG, WebP or AVIF, a sheet that is no text, HTML, DOCX or PDF.',
    recover: 'Convert the file and send it again.',
  },
  'unreadable-file': {
    status: 422,
    why: 'The file is of a kind that is taken, but damaged, encrypted, or built to exhaust the reader.',
    recover: 'Open it in the program it came from, save it again, send that.',
  },
  'no-film-found': {
    status: 422,
    why: 'The text was read, and nothing in it can be a title.',
    recover: 'Check that the file is a title sheet; put the title on its first line.',
  },
  'database-down': {
    status: 503,
    why: 'The database does not answer. What was acknowledged is stored; what was not is not.',
    recover: 'Try again in a moment: the house reconnects by itself.',
  },
  'database-behind': {
    status: 503,
    why: 'The database has not the tables this version needs.',
    recover: 'Run `vitrine migrate`.',
  },
  'key-in-use': {
    status: 422,
    why: 'The asker used this `Idempotency-Key` for another request within a day (another method, address, body or `If-Match`).',
    recover: 'Make a new key for each new request; send the old one only to repeat what was sent under it.',
  },
  'still-running': {
    status: 409,
    why: 'The request that was first sent under this `Idempotency-Key` is not answered yet.',
    recover: 'Wait for the seconds in `Retry-After`, then send it again as it was.',
  },
  'answer-lost': {
    status: 409,
    why: 'All that was asked under this `Idempotency-Key` was done, and its answer is not kept: it was longer than 4 MB, or the server’s secret is another since. `details.done` names what was changed, as the trail has it.',
    recover: 'Do not send it under another key: it is done. Read what `details.done` names.',
  },
  'outcome-unknown': {
    status: 409,
    why: 'What was asked under this `Idempotency-Key` has changed something and then broke off: the server was stopped before it could answer, or failed. Most requests change all or nothing, some in several steps; nobody can say whether it was all. `details.done` names what was changed, as the trail has it.',
    recover: 'Read what `details.done` names. What is missing ask for under a new key.',
  },
  'too-many-keys': {
    status: 429,
    why: 'The API key, or the person of the session, has sent as many requests with an `Idempotency-Key` within a day as are remembered for one (`details.limit`), or their answers are as long as is kept (`details.megabytes`).',
    recover:
      'Send it without the header, or wait for the seconds in `Retry-After`. What was sent before can still be repeated under its keys.',
  },
  busy: {
    status: 503,
    why: 'Several writers wanted the same rows again and again, and the verb gave up before it had written anything.',
    recover: 'Try again.',
  },
  'disk-full': {
    status: 507,
    why: 'The disk that holds the files is full. Nothing was half-written.',
    recover: 'Make room, then try again.',
  },
  'files-down': {
    status: 503,
    why: 'The folder of files cannot be read or written.',
    recover: 'Check that it is mounted and writable, then try again.',
  },
  'films-down': {
    status: 503,
    why: 'The bucket of films does not answer (`details.reason`: `no-answer`), takes neither the key nor the request (`refused`), or is not there (`no-bucket`); `details.status` and `details.code` are what its S3 said.',
    recover:
      'With `no-answer`, try again in a moment. Else an administrator checks the settings `VITRINE_FILMS_S3_*` and what the key may do.',
  },
  'program-fault': {
    status: 500,
    why: 'A mistake in the program kept an export that repeats from being made; the log has it. The export itself is as it was.',
    recover: 'Look at the log and report it; the export is tried again at its next time.',
  },
  'printing-down': {
    status: 503,
    why: 'The printing room is not there or could not set the page.',
    recover: 'Try again; read the page on screen meanwhile.',
  },
} as const satisfies Record<string, ErrorEntry>

export type ErrorCode = keyof typeof ERRORS

/**
 * A failure of the closed list. `details` is safe to show: ids, limits, paths of fields; never a secret, never SQL.
 *
 * @example
 * throw new HouseError('not-found', { subject: 'Title' })
 */
export class HouseError extends Error {
  readonly code: ErrorCode
  readonly status: number
  readonly details: Record<string, unknown>

  constructor(code: ErrorCode, details: Record<string, unknown> = {}, cause?: unknown) {
    super(`${code}: ${ERRORS[code].why}`, cause === undefined ? undefined : { cause })
    this.name = 'HouseError'
    this.code = code
    this.status = ERRORS[code].status
    this.details = details
  }
}

/** Whether a thrown value is a failure of the list (also across two copies of this module). */
export function isHouseError(thrown: unknown): thrown is HouseError {
  return thrown instanceof Error && thrown.name === 'HouseError' && 'code' in thrown && String(thrown.code) in ERRORS
}
