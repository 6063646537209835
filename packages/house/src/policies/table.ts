/** The whole table: every role, every verb, every condition, in one value that can be printed and tested. */
import type { Actor } from '../contract.ts'
import { afterPolicy } from './after.ts'
import { housePolicy } from './house.ts'
import { CONDITIONS, type PolicyRole, type Rule, type ScopeTable, type SubjectFacts, type Verb } from './policy.ts'
import { contactPolicy } from './contacts.ts'
import { dealPolicy } from './deals.ts'
import { letterPolicy } from './letters.ts'
import { matchPolicy } from './match.ts'
import { paperPolicy } from './papers.ts'
import { rightsPolicy } from './rights.ts'
import { roomPolicy } from './room.ts'
import { sheetPolicy } from './sheet.ts'
import { sitePolicy } from './site.ts'
import { titlePolicy } from './title.ts'

export const POLICY: readonly Rule[] = [
  ...titlePolicy,
  ...sitePolicy,
  ...sheetPolicy,
  ...housePolicy,
  ...rightsPolicy,
  ...matchPolicy,
  ...letterPolicy,
  ...contactPolicy,
  ...paperPolicy,
  ...afterPolicy,
  ...dealPolicy,
  ...roomPolicy,
]

/** The scope that a key needs for each verb, beyond the role of its owner. `null`: only a person may. */
export const SCOPE_FOR: ScopeTable = {
  home: 'titles:read',
  browse: 'titles:read',
  suggest: 'titles:read',
  viewTitle: 'titles:read',
  viewPerson: 'titles:read',
  viewCompany: 'titles:read',
  viewFestival: 'titles:read',
  listCollections: 'titles:read',
  viewCollection: 'titles:read',
  listNames: 'titles:read',
  listForSitemap: 'titles:read',
  printOneSheet: 'titles:read',
  printShortlist: 'titles:read',
  describeTitle: 'titles:read',
  startShortlist: 'titles:read',
  viewShortlist: 'titles:read',
  listKept: 'titles:read',
  changeShortlist: 'titles:read',
  listTitles: 'titles:read',
  openTitle: 'titles:read',
  createTitle: 'titles:write',
  editTitle: 'titles:write',
  publishTitle: 'titles:write',
  withdrawTitle: 'titles:write',
  turnTitles: 'titles:write',
  turnTitlesBack: 'titles:write',
  renameSlug: 'titles:write',
  listRevisions: 'titles:read',
  viewRevision: 'titles:read',
  compareRevisions: 'titles:read',
  restoreRevision: 'titles:write',
  notePresence: null,
  listUnsavedDrafts: 'titles:write',
  discardUnsavedDraft: 'titles:write',
  listProducers: 'titles:read',
  listProducerMembers: 'titles:read',
  assignProducer: 'titles:write',
  addPicture: 'titles:write',
  checkSheet: 'sheets:read',
  readSheetFile: 'sheets:read',
  checkSheetFile: 'sheets:read',
  dropSheet: 'titles:write',
  openDroppedSheet: 'sheets:read',
  listDroppedSheets: 'sheets:read',
  acceptDroppedSheet: 'titles:write',
  discardDroppedSheet: 'titles:write',
  restoreDroppedSheet: 'titles:write',
  writeSheet: 'titles:read',
  importSheets: 'titles:write',
  exportTitles: 'titles:read',
  viewSettings: 'house:read',
  changeSettings: 'house:write',
  storeLogo: 'house:write',
  saveCollection: 'house:write',
  deleteCollection: 'house:write',
  listUsers: 'house:read',
  addUser: null, // a key that leaks must not be able to let people in, nor to make more keys
  changeUser: null,
  renameMyself: null,
  listKeys: 'house:read',
  issueKey: null,
  revokeKey: null,
  readAudit: 'audit:read',
  verifyAudit: 'audit:read',
  openPicture: 'titles:read',
  seedDemonstration: null,
  askAvailabilities: 'rights:read',
  answerAvailabilities: 'rights:read',
  readRightsQuestion: 'rights:read',
  readClause: 'rights:read',
  viewAvailability: 'rights:read',
  exportAvailability: 'rights:read',
  viewPublicAvailability: 'rights:read',
  listEntries: 'rights:read',
  viewEntry: 'rights:read',
  draftEntry: 'rights:write',
  redraftEntry: 'rights:write',
  signEntry: 'rights:write',
  enterEntry: 'rights:write',
  amendEntry: 'rights:write',
  terminateEntry: 'rights:write',
  dateEntry: 'rights:write',
  addEntryDocument: 'rights:write',
  openEntryDocument: 'rights:read',
  removeEntryDocument: 'rights:write',
  checkRights: 'rights:read',
  simulateRights: 'rights:read',
  previewRightsImport: 'rights:read',
  importRights: 'rights:write',
  exportRights: 'rights:read',
  watchRights: 'rights:read',
  startRightsCalendar: null, // a key has no calendar of its own
  rightsCalendar: 'rights:read',
  writeRightsDigest: null,
  viewInterest: null,
  changeInterest: null,
  previewAvailabilities: 'rights:read',
  sendAvailabilities: 'rights:write',
  listSentLists: 'rights:read',
  viewSentList: 'rights:read',
  printSentList: 'rights:read',
  exportSentList: 'rights:read',
  compareSentList: 'rights:read',
  recallSentList: 'rights:write',
  listWebhooks: 'house:read',
  addWebhook: null, // whoever holds a leaked key must not be able to have changes sent elsewhere
  viewWebhook: 'house:read',
  changeWebhook: null,
  renewWebhookSecret: null,
  removeWebhook: null,
  listDeliveries: 'house:read',
  testWebhook: 'house:write',
  takeDeliveries: null,
  noteDelivery: null,
  matchTitles: 'deals:read',
  matchBuyers: 'deals:read',
  takeLetters: null,
  noteLetter: null,
  noteMailPlace: null,
  listLetters: 'deals:read',
  retryLetter: 'deals:write',
  giveUpLetter: 'deals:write',
  viewMailAddress: 'contacts:read',
  clearMailAddress: 'contacts:write',
  viewStop: null, // the link is for the person who has it
  stopLetters: null,
  listCompanies: 'contacts:read',
  openCompany: 'contacts:read',
  addCompany: 'contacts:write',
  changeCompany: 'contacts:write',
  removeCompany: 'contacts:write',
  listContacts: 'contacts:read',
  openContact: 'contacts:read',
  addContact: 'contacts:write',
  changeContact: 'contacts:write',
  removeContact: 'contacts:write',
  addNote: 'contacts:write',
  changeNote: 'contacts:write',
  removeNote: 'contacts:write',
  addTask: 'contacts:write',
  changeTask: 'contacts:write',
  removeTask: 'contacts:write',
  listTasks: 'contacts:read',
  previewContacts: 'contacts:read',
  importContacts: 'contacts:write',
  exportContacts: 'contacts:read',
  exportPerson: 'contacts:write', // it leaves a line in the trail
  erasePerson: 'contacts:write',
  listMarkets: 'contacts:read',
  openMarket: 'contacts:read',
  saveMarket: 'contacts:write',
  removeMarket: 'contacts:write',
  openMeeting: 'contacts:read',
  saveMeeting: 'contacts:write',
  removeMeeting: 'contacts:write',
  noteMeeting: 'contacts:write',
  printMeetings: 'contacts:read',
  findDuplicates: 'contacts:read',
  previewMerge: 'contacts:read',
  mergeDuplicates: 'contacts:write',
  undoMerge: 'contacts:write',
  keepApart: 'contacts:write',
  listClauses: 'deals:read',
  viewClause: 'deals:read',
  checkClause: 'deals:read',
  saveClause: 'deals:write',
  retireClause: 'deals:write',
  listPapers: 'deals:read',
  viewPaper: 'deals:read',
  draftPaper: 'deals:write',
  redraftPaper: 'deals:write',
  submitPaper: 'deals:write',
  approvePaper: null, // a second person, not a second key
  returnPaper: 'deals:write',
  simulatePaper: 'deals:read',
  redlinePaper: 'deals:read',
  printRedline: 'deals:read',
  openPaperFile: 'deals:read',
  sendPaper: 'deals:write',
  voidPaper: 'deals:write',
  countersignPaper: null, // a person signs
  uploadPaper: null,
  verifyPaper: 'deals:read',
  openSigning: null, // the link is for the person who has it
  openSigningFile: null,
  sendSigningCode: null,
  signPaper: null,
  viewAccounts: 'deals:read',
  viewBilling: 'deals:read',
  viewDeliverables: 'deals:read',
  listDeliverables: 'deals:read',
  openDeliverableFile: 'deals:read',
  viewMoney: 'deals:read',
  previewInvoice: 'deals:read',
  viewInvoice: 'deals:read',
  listInvoices: 'deals:read',
  exportInvoices: 'deals:read',
  printInvoice: 'deals:read',
  openInvoiceXml: 'deals:read',
  draftReminder: 'deals:read',
  watchDeals: 'deals:read',
  viewRates: 'deals:read',
  viewFigures: 'deals:read',
  exportFigures: 'deals:read',
  changeBilling: 'deals:write',
  addDeliverable: 'deals:write',
  stepDeliverables: 'deals:write',
  answerDeliverable: 'deals:write',
  changeDeliverable: 'deals:write',
  addDeliverableFile: 'deals:write',
  removeDeliverableFile: 'deals:write',
  dateInstalment: 'deals:write',
  issueInvoice: 'deals:write',
  creditInvoice: 'deals:write',
  notePayment: 'deals:write',
  undoPayment: 'deals:write',
  terminateDeal: 'deals:write',
  amendDeal: 'deals:write',
  renewDeal: 'deals:write',
  importRates: 'deals:write',
  sendReminder: null, // a leaked key must not be able to write to buyers
  changeAccounts: null, // nor say where they are to pay
  sendRequest: null,
  enterRequest: 'deals:write',
  listRequests: 'deals:read',
  viewRequest: 'deals:read',
  stepRequest: 'deals:write',
  matchRequest: 'deals:write',
  openDeal: 'deals:write',
  viewDeal: 'deals:read',
  changeDeal: 'deals:write',
  listDeals: 'deals:read',
  countDeals: 'deals:read',
  loseDeal: 'deals:write',
  reopenDeal: 'deals:write',
  viewOffer: 'deals:read',
  checkOffer: 'deals:read',
  draftOffer: 'deals:write',
  redraftOffer: 'deals:write',
  sendOffer: 'deals:write',
  withdrawOffer: 'deals:write',
  declineOffer: 'deals:write',
  acceptOffer: 'deals:write',
  counterOffer: 'deals:write',
  expireOffers: null,
  compareOffers: 'deals:read',
  listSeats: 'contacts:read',
  seatBuyer: null, // a key that leaks must not be able to let people in
  unseatBuyer: null,
  browseRoom: 'rights:read',
  listOwnShortlists: 'titles:read',
}

export const VERBS = Object.keys(SCOPE_FOR) as Verb[]

const rulesOf = new Map<string, Rule[]>()
for (const rule of POLICY) {
  const key = `${rule.role} ${rule.verb}`
  rulesOf.set(key, [...(rulesOf.get(key) ?? []), rule])
}

/** The rows that speak of a role and a verb; none means never. */
export function rulesFor(role: PolicyRole, verb: Verb): readonly Rule[] {
  return rulesOf.get(`${role} ${verb}`) ?? []
}

/** Whether a key's scopes reach a verb. An actor without scopes (a person, a visitor, the system) is not narrowed. */
export function withinScopes(actor: Actor, verb: Verb): boolean {
  if (actor.scopes === null) return true
  const scope = SCOPE_FOR[verb]
  return scope !== null && actor.scopes.includes(scope)
}

/**
 * Whether the actor may do the verb to the subject whose facts are given. Without facts only a row without condition allows.
 *
 * @example
 * can(visitor, 'viewTitle', { draft: true }) // false
 * can(editor, 'publishTitle')                // true
 */
export function can(actor: Actor, verb: Verb, facts: SubjectFacts = {}): boolean {
  if (!withinScopes(actor, verb)) return false
  return rulesFor(actor.role, verb).some((rule) => rule.when === null || CONDITIONS[rule.when](actor, facts))
}

/** Whether some subject exists to which the actor may do the verb: what a menu or a route asks before there is a subject. */
export function mayEver(actor: Actor, verb: Verb): boolean {
  return withinScopes(actor, verb) && rulesFor(actor.role, verb).length > 0
}
