import assert from 'node:assert/strict'
import { test } from 'node:test'
import { auditSubjects, auditVerbs } from '@vitrine/messages/audit-verbs'
import { LOCALES } from '@vitrine/messages'
import { SCOPE_FOR, VERBS } from './policies/table.ts'

/** Verbs that may write and leave no line, each with why. Whatever else may write is worded. */
const WITHOUT_A_LINE: Record<string, string> = {
  turnTitles: 'leaves a line a title: publishTitle, withdrawTitle',
  notePresence: 'who has a page open is forgotten in a minute',
  listUnsavedDrafts: 'looks',
  viewInterest: 'looks',
  viewStop: 'looks',
  takeDeliveries: 'the house’s own work',
  noteDelivery: 'the house’s own work',
  takeLetters: 'the house’s own work',
  noteLetter: 'the house’s own work',
  noteMailPlace: 'the house’s own work',
  writeRightsDigest: 'the house’s own work',
  writeTaskLetters: 'the house’s own work',
  takeMaster: 'the house’s own work',
  keepMaster: 'the house’s own work',
  noteMaster: 'the house’s own work',
  takeReel: 'the house’s own work',
  keepReel: 'the house’s own work',
  readyFolder: 'the house’s own work',
  settleReel: 'the house’s own work',
  tidyReels: 'the house’s own work',
  tidyFilms: 'the house’s own work',
  takeTrace: 'the house’s own work',
  fetchReels: 'the house’s own work',
  fetchHandedIn: 'the house’s own work',
  letGoHandedIn: 'the house’s own work',
  keepTrace: 'the house’s own work',
  tidyTraces: 'the house’s own work',
  viewMarkedCopy: 'looks',
  takeMarkedCopy: 'the house’s own work',
  keepMarkedCopy: 'the house’s own work',
  settleMarkedCopy: 'the house’s own work: that a copy was asked for and sent stands in the trail',
  tidyMarkedCopies: 'the house’s own work',
  runDueExports: 'leaves a line an export: runExport',
  openSigning: 'that the link was opened stands with the paper',
  openSigningFile: 'looks',
  openScreener: 'that the link was opened stands with the screener',
  viewOwnViewing: 'looks',
  takeViewing: 'the house’s own work',
  readSubtitleText: 'looks',
  endedViewings: 'looks',
  reportViewings: 'what somebody watched stands with their viewing',
  followViewings: 'leaves a line a task: addTask',
  forgetViewers: 'the house’s own work',
  forgetVisitors: 'the house’s own work',
}
/** Lines that no verb is named after: what others lead to. */
const OF_OTHERS = ['keepUnsavedDraft', 'signDeal', 'completeDeal', 'sealPaper', 'noticeShared']

const mayWrite = VERBS.filter((verb) => !SCOPE_FOR[verb]?.endsWith(':read'))

test('every verb that may write has its sentence in the trail, or a reason why it leaves no line', () => {
  const wordless = mayWrite.filter((verb) => !(verb in auditVerbs.en) && !(verb in WITHOUT_A_LINE))
  assert.deepEqual(wordless, [], 'say in packages/messages/src/audit-verbs.ts what was done')
})

test('every sentence is of a verb that there is, says something in each language, and no verb’s bare name', () => {
  for (const verb of Object.keys(auditVerbs.en) as (keyof typeof auditVerbs.en)[]) {
    assert.ok(OF_OTHERS.includes(verb) || (VERBS as string[]).includes(verb), verb)
    assert.notEqual(auditVerbs.en[verb], auditVerbs.fr[verb])
    for (const locale of LOCALES) assert.match(auditVerbs[locale][verb], /^\p{Ll}.* /u, verb)
  }
  for (const verb of Object.keys(WITHOUT_A_LINE))
    assert.ok((mayWrite as string[]).includes(verb) && !(verb in auditVerbs.en), verb)
  assert.deepEqual(Object.keys(auditSubjects.en), Object.keys(auditSubjects.fr))
})
