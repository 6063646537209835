/** Every verb of the contract, by its name there; the compiler holds the two together. */
import type { HouseContext } from '../context.ts'
import type { Actor, House } from '../contract.ts'
import type { Verb } from '../policies/policy.ts'
import { browse } from './site/browse.ts'
import { describeTitle } from './site/describe-title.ts'
import { home } from './site/home.ts'
import { listCollections } from './site/list-collections.ts'
import { listForSitemap } from './site/list-for-sitemap.ts'
import { listNames } from './site/list-names.ts'
import { printOneSheet } from './site/print-one-sheet.ts'
import { suggest } from './site/suggest.ts'
import { viewCollection } from './site/view-collection.ts'
import { viewCompany } from './site/view-company.ts'
import { viewFestival } from './site/view-festival.ts'
import { viewPerson } from './site/view-person.ts'
import { viewTitle } from './site/view-title.ts'
import { acceptOffer } from './deals/accept-offer.ts'
import { changeDeal } from './deals/change-deal.ts'
import { checkOffer } from './deals/check-offer.ts'
import { compareOffers } from './deals/compare-offers.ts'
import { countDeals } from './deals/count-deals.ts'
import { counterOffer } from './deals/counter-offer.ts'
import { declineOffer } from './deals/decline-offer.ts'
import { draftOffer } from './deals/draft-offer.ts'
import { expireOffers } from './deals/expire-offers.ts'
import { listDeals } from './deals/list-deals.ts'
import { loseDeal } from './deals/lose-deal.ts'
import { openDeal } from './deals/open-deal.ts'
import { redraftOffer } from './deals/redraft-offer.ts'
import { reopenDeal } from './deals/reopen-deal.ts'
import { sendOffer } from './deals/send-offer.ts'
import { viewDeal } from './deals/view-deal.ts'
import { undoOffer } from './deals/undo-offer.ts'
import { viewOffer } from './deals/view-offer.ts'
import { withdrawOffer } from './deals/withdraw-offer.ts'
import { changeRequest } from './requests/change-request.ts'
import { enterRequest } from './requests/enter-request.ts'
import { listRequests } from './requests/list-requests.ts'
import { matchRequest } from './requests/match-request.ts'
import { noteRefusedMail } from './requests/note-refused-mail.ts'
import { sendRequest } from './requests/send-request.ts'
import { closeStaleRequests } from './requests/close-stale-requests.ts'
import { forgetVisitors } from './requests/forget-visitors.ts'
import { stepRequest } from './requests/step-request.ts'
import { takeMail } from './requests/take-mail.ts'
import { viewInbox } from './requests/view-inbox.ts'
import { viewRequest } from './requests/view-request.ts'
import { changeShortlist } from './shortlists/change-shortlist.ts'
import { listKept } from './shortlists/list-kept.ts'
import { printShortlist } from './shortlists/print-shortlist.ts'
import { startShortlist } from './shortlists/start-shortlist.ts'
import { viewShortlist } from './shortlists/view-shortlist.ts'
import { addCompany } from './contacts/add-company.ts'
import { addContact } from './contacts/add-contact.ts'
import { addNote } from './contacts/add-note.ts'
import { addTask } from './contacts/add-task.ts'
import { chooseTaskLetters } from './contacts/choose-task-letters.ts'
import { writeTaskLetters } from './contacts/write-task-letters.ts'
import { changeCompany } from './contacts/change-company.ts'
import { changeContact } from './contacts/change-contact.ts'
import { changeNote } from './contacts/change-note.ts'
import { changeTask } from './contacts/change-task.ts'
import { listCompanies } from './contacts/list-companies.ts'
import { listContacts } from './contacts/list-contacts.ts'
import { listTasks } from './contacts/list-tasks.ts'
import { matchBuyers } from './match/match-buyers.ts'
import { matchTitles } from './match/match-titles.ts'
import { openCompany } from './contacts/open-company.ts'
import { openContact } from './contacts/open-contact.ts'
import { removeCompany } from './contacts/remove-company.ts'
import { removeContact } from './contacts/remove-contact.ts'
import { removeNote } from './contacts/remove-note.ts'
import { removeTask } from './contacts/remove-task.ts'
import { findDuplicates } from './contacts/find-duplicates.ts'
import { previewMerge } from './contacts/preview-merge.ts'
import { mergeDuplicates } from './contacts/merge-duplicates.ts'
import { undoMerge } from './contacts/undo-merge.ts'
import { keepApart } from './contacts/keep-apart.ts'
import { listMarkets } from './contacts/list-markets.ts'
import { openMarket } from './contacts/open-market.ts'
import { saveMarket } from './contacts/save-market.ts'
import { removeMarket } from './contacts/remove-market.ts'
import { openMeeting } from './contacts/open-meeting.ts'
import { saveMeeting } from './contacts/save-meeting.ts'
import { removeMeeting } from './contacts/remove-meeting.ts'
import { noteMeeting } from './contacts/note-meeting.ts'
import { printContactCards } from './contacts/print-contact-cards.ts'
import { printMeetings } from './contacts/print-meetings.ts'
import { exportPerson } from './contacts/export-person.ts'
import { erasePerson } from './contacts/erase-person.ts'
import { previewContacts } from './contacts/preview-contacts.ts'
import { importContacts } from './contacts/import-contacts.ts'
import { printCatalogue } from './catalogue/print-catalogue.ts'
import { harvest } from './exchange/harvest.ts'
import { packFestival } from './exchange/pack-festival.ts'
import { exportFilms } from './exchange/export-films.ts'
import { exportAvails } from './exchange/export-avails.ts'
import { validateFile } from './exchange/validate-file.ts'
import { convertFile } from './exchange/convert-file.ts'
import { listFormats } from './exchange/list-formats.ts'
import { listExportSchedules } from './export-schedules/list-export-schedules.ts'
import { saveExportSchedule } from './export-schedules/save-export-schedule.ts'
import { removeExportSchedule } from './export-schedules/remove-export-schedule.ts'
import { listExportRuns } from './export-schedules/list-export-runs.ts'
import { openExportRun } from './export-schedules/open-export-run.ts'
import { runExport } from './export-schedules/run-export.ts'
import { runDueExports } from './export-schedules/run-due-exports.ts'
import { receiveFile } from './intake/receive-file.ts'
import { listIntakes } from './intake/list-intakes.ts'
import { openIntake } from './intake/open-intake.ts'
import { mapIntake } from './intake/map-intake.ts'
import { decideIntake } from './intake/decide-intake.ts'
import { takeIntake } from './intake/take-intake.ts'
import { undoIntake } from './intake/undo-intake.ts'
import { discardIntake } from './intake/discard-intake.ts'
import { viewIntakeLicences } from './intake/view-intake-licences.ts'
import { takeIntakeLicences } from './intake/take-intake-licences.ts'
import { undoIntakeLicences } from './intake/undo-intake-licences.ts'
import { findTwins } from './intake/find-twins.ts'
import { listReels } from './screening/list-reels.ts'
import { viewReel } from './screening/view-reel.ts'
import { readReport } from './screening/read-report.ts'
import { receiveMaster } from './screening/receive-master.ts'
import { placeMaster } from './screening/place-master.ts'
import { removeMaster } from './screening/remove-master.ts'
import { orderReel } from './screening/order-reel.ts'
import { addSubtitles } from './screening/add-subtitles.ts'
import { removeSubtitles } from './screening/remove-subtitles.ts'
import { cancelReel } from './screening/cancel-reel.ts'
import { retryMaster } from './screening/retry-master.ts'
import { retryReel } from './screening/retry-reel.ts'
import { removeReel } from './screening/remove-reel.ts'
import { restoreReel } from './screening/restore-reel.ts'
import { openReelPicture } from './screening/open-reel-picture.ts'
import { fetchHandedIn, keepMaster, letGoHandedIn, noteMaster, takeMaster } from './screening/work-on-masters.ts'
import { tidyFilms } from './screening/tidy-films.ts'
import { keepReel, readyFolder, settleReel, takeReel, tidyReels } from './screening/work-on-reels.ts'
import { cancelMarkedCopy } from './copies/cancel-marked-copy.ts'
import { orderMarkedCopy } from './copies/order-marked-copy.ts'
import { sendMarkedCopy } from './copies/send-marked-copy.ts'
import { viewMarkedCopy } from './copies/view-marked-copy.ts'
import { keepMarkedCopy, settleMarkedCopy, takeMarkedCopy, tidyMarkedCopies } from './copies/work-on-marked-copies.ts'
import { cancelTrace } from './tracing/cancel-trace.ts'
import { deleteTrace } from './tracing/delete-trace.ts'
import { listTraces } from './tracing/list-traces.ts'
import { startTrace } from './tracing/start-trace.ts'
import { viewTrace } from './tracing/view-trace.ts'
import { fetchReels, keepTrace, settleTrace, takeTrace, tidyTraces } from './tracing/work-on-traces.ts'
import { exportContacts } from './contacts/export-contacts.ts'
import { giveUpLetter } from './letters/give-up-letter.ts'
import { listLetters } from './letters/list-letters.ts'
import { clearMailAddress, viewMailAddress } from './letters/mail-address.ts'
import { noteLetter } from './letters/note-letter.ts'
import { noteMailPlace } from './letters/note-mail-place.ts'
import { retryLetter } from './letters/retry-letter.ts'
import { stopLetters, viewStop } from './letters/stop-letters.ts'
import { takeLetters } from './letters/take-letters.ts'
import { checkMailTemplate } from './mail-templates/check-mail-template.ts'
import { compareMailTemplate } from './mail-templates/compare-mail-template.ts'
import { listMailTemplates } from './mail-templates/list-mail-templates.ts'
import { saveMailTemplate } from './mail-templates/save-mail-template.ts'
import { testMailTemplate } from './mail-templates/test-mail-template.ts'
import { viewMailTemplate } from './mail-templates/view-mail-template.ts'
import { followViewings } from './screening/follow-viewings.ts'
import { forgetViewers } from './screening/forget-viewers.ts'
import { listShowable } from './screening/list-showable.ts'
import { listScreeners, viewScreener } from './screening/list-screeners.ts'
import { exportDeals } from './lists/export-deals.ts'
import { exportRequests } from './lists/export-requests.ts'
import { exportTasks } from './lists/export-tasks.ts'
import { exportDeliverables } from './lists/export-deliverables.ts'
import { exportScreeners } from './lists/export-screeners.ts'
import { exportViewings } from './lists/export-viewings.ts'
import { exportMarkets } from './lists/export-markets.ts'
import { exportMeetings } from './lists/export-meetings.ts'
import { makeScreener } from './screening/make-screener.ts'
import { openScreener } from './screening/open-screener.ts'
import { readViewings } from './screening/read-viewings.ts'
import { moveViewing } from './screening/move-viewing.ts'
import { reportViewings } from './screening/report-viewings.ts'
import { restoreScreener, revokeScreener } from './screening/revoke-screener.ts'
import { endedViewings, readSubtitleText, takeViewing } from './screening/serve-viewing.ts'
import { startViewing } from './screening/start-viewing.ts'
import { viewOwnViewing } from './screening/view-own-viewing.ts'
import { addEntryDocument } from './rights/add-entry-document.ts'
import { addWebhook } from './rights/add-webhook.ts'
import { amendEntry } from './rights/amend-entry.ts'
import { answerAvailabilities } from './rights/answer-availabilities.ts'
import { askAvailabilities } from './rights/ask-availabilities.ts'
import { changeInterest } from './rights/change-interest.ts'
import { checkRights } from './rights/check-rights.ts'
import { compareSentList } from './rights/compare-sent-list.ts'
import { dateEntry } from './rights/date-entry.ts'
import { draftEntry } from './rights/draft-entry.ts'
import { enterEntry } from './rights/enter-entry.ts'
import { exportAvailability } from './rights/export-availability.ts'
import { exportRights } from './rights/export-rights.ts'
import { importRights } from './rights/import-rights.ts'
import { exportSentList } from './rights/export-sent-list.ts'
import { listEntries } from './rights/list-entries.ts'
import { listSentLists } from './rights/list-sent-lists.ts'
import { listWebhooks } from './rights/list-webhooks.ts'
import { noteDelivery } from './rights/note-delivery.ts'
import { openEntryDocument } from './rights/open-entry-document.ts'
import { previewRightsImport } from './rights/preview-rights-import.ts'
import { previewAvailabilities } from './rights/preview-availabilities.ts'
import { printSentList } from './rights/print-sent-list.ts'
import { readClause } from './rights/read-clause.ts'
import { readRightsQuestion } from './rights/read-rights-question.ts'
import { recallSentList } from './rights/recall-sent-list.ts'
import { redraftEntry } from './rights/redraft-entry.ts'
import { removeEntryDocument } from './rights/remove-entry-document.ts'
import { listDeliveries } from './rights/list-deliveries.ts'
import { testWebhook } from './rights/test-webhook.ts'
import { changeWebhook } from './rights/change-webhook.ts'
import { renewWebhookSecret } from './rights/renew-webhook-secret.ts'
import { viewWebhook } from './rights/view-webhook.ts'
import { removeWebhook } from './rights/remove-webhook.ts'
import { rightsCalendar } from './rights/rights-calendar.ts'
import { sendAvailabilities } from './rights/send-availabilities.ts'
import { signEntry } from './rights/sign-entry.ts'
import { simulateRights } from './rights/simulate-rights.ts'
import { startRightsCalendar } from './rights/start-rights-calendar.ts'
import { takeDeliveries } from './rights/take-deliveries.ts'
import { terminateEntry } from './rights/terminate-entry.ts'
import { viewAvailability } from './rights/view-availability.ts'
import { viewEntry } from './rights/view-entry.ts'
import { viewInterest } from './rights/view-interest.ts'
import { viewPublicAvailability } from './rights/view-public-availability.ts'
import { viewSentList } from './rights/view-sent-list.ts'
import { watchRights } from './rights/watch-rights.ts'
import { writeRightsDigest } from './rights/write-rights-digest.ts'
import { addPicture } from './titles/add-picture.ts'
import { assignProducer } from './titles/assign-producer.ts'
import { checkSheet } from './titles/check-sheet.ts'
import { compareRevisions } from './titles/compare-revisions.ts'
import { createTitle } from './titles/create-title.ts'
import { discardUnsavedDraft } from './titles/discard-unsaved-draft.ts'
import { editTitle } from './titles/edit-title.ts'
import { exportTitles } from './titles/export-titles.ts'
import { listProducerMembers } from './titles/list-producer-members.ts'
import { listProducers } from './titles/list-producers.ts'
import { listRevisions } from './titles/list-revisions.ts'
import { listTitles } from './titles/list-titles.ts'
import { listUnsavedDrafts } from './titles/list-unsaved-drafts.ts'
import { notePresence } from './titles/note-presence.ts'
import { openTitle } from './titles/open-title.ts'
import { publishTitle } from './titles/publish-title.ts'
import { renameSlug } from './titles/rename-slug.ts'
import { restoreRevision } from './titles/restore-revision.ts'
import { turnTitlesBack } from './titles/turn-titles-back.ts'
import { turnTitles } from './titles/turn-titles.ts'
import { viewRevision } from './titles/view-revision.ts'
import { withdrawTitle } from './titles/withdraw-title.ts'
import { writeSheet } from './titles/write-sheet.ts'
import { acceptDroppedSheet } from './sheets/accept-dropped-sheet.ts'
import { checkIdentifier } from './sheets/check-identifier.ts'
import { checkSheetFile } from './sheets/check-sheet-file.ts'
import { discardDroppedSheet } from './sheets/discard-dropped-sheet.ts'
import { dropSheet } from './sheets/drop-sheet.ts'
import { importSheets } from './sheets/import-sheets.ts'
import { listImports } from './sheets/list-imports.ts'
import { undoImport } from './sheets/undo-import.ts'
import { listDroppedSheets } from './sheets/list-dropped-sheets.ts'
import { openDroppedSheet } from './sheets/open-dropped-sheet.ts'
import { readSheetFile } from './sheets/read-sheet-file.ts'
import { restoreDroppedSheet } from './sheets/restore-dropped-sheet.ts'
import { actorForKey } from './house/actor-for-key.ts'
import { actorForSession } from './house/actor-for-session.ts'
import { actorForUser } from './house/actor-for-user.ts'
import { addUser } from './house/add-user.ts'
import { changeSettings } from './house/change-settings.ts'
import { changeUser } from './house/change-user.ts'
import { deleteCollection } from './house/delete-collection.ts'
import { health } from './house/health.ts'
import { issueKey } from './house/issue-key.ts'
import { listKeys } from './house/list-keys.ts'
import { listUsers } from './house/list-users.ts'
import { readAudit } from './house/read-audit.ts'
import { chooseMyLanguage } from './house/choose-my-language.ts'
import { renameMyself } from './house/rename-myself.ts'
import { revokeKey } from './house/revoke-key.ts'
import { saveCollection } from './house/save-collection.ts'
import { exportHouse } from './house/export-house.ts'
import { importHouse } from './house/import-house.ts'
import { seedDemonstration } from './house/seed-demonstration.ts'
import { storeLogo } from './house/store-logo.ts'
import { verifyAudit } from './house/verify-audit.ts'
import { viewSettings } from './house/view-settings.ts'
import { openPicture } from './files/open-picture.ts'
import { approvePaper, returnPaper, submitPaper } from './papers/approvals.ts'
import { openSigning, openSigningFile } from './papers/open-signing.ts'
import { printRedline, redlinePaper } from './papers/redline-paper.ts'
import { listClauses } from './papers/list-clauses.ts'
import { viewClause } from './papers/view-clause.ts'
import { checkClause } from './papers/check-clause.ts'
import { saveClause } from './papers/save-clause.ts'
import { retireClause } from './papers/retire-clause.ts'
import { listPapers } from './papers/list-papers.ts'
import { viewPaper } from './papers/view-paper.ts'
import { draftPaper } from './papers/draft-paper.ts'
import { redraftPaper } from './papers/redraft-paper.ts'
import { simulatePaper } from './papers/simulate-paper.ts'
import { openOwnSigning } from './papers/open-own-signing.ts'
import { sendPaper } from './papers/send-paper.ts'
import { voidPaper } from './papers/void-paper.ts'
import { countersignPaper } from './papers/countersign-paper.ts'
import { uploadPaper } from './papers/upload-paper.ts'
import { openPaperFile } from './papers/open-paper-file.ts'
import { verifyPaper } from './papers/verify-paper.ts'
import { sendSigningCode } from './papers/send-signing-code.ts'
import { signPaper } from './papers/sign-paper.ts'
import { declinePaper } from './papers/decline-paper.ts'
import { listCorrections } from './producers/list-corrections.ts'
import { listOwnFilms } from './producers/list-own-films.ts'
import { proposeCorrection } from './producers/propose-correction.ts'
import { settleCorrection } from './producers/settle-correction.ts'
import { viewOwnFilm } from './producers/view-own-film.ts'
import { browseRoom } from './room/browse-room.ts'
import { listOwnShortlists } from './room/list-own-shortlists.ts'
import { listSeats } from './room/list-seats.ts'
import { seatBuyer } from './room/seat-buyer.ts'
import { unseatBuyer } from './room/unseat-buyer.ts'
import { addDeliverable } from './after/add-deliverable.ts'
import { addDeliverableFile } from './after/add-deliverable-file.ts'
import { amendDeal } from './after/amend-deal.ts'
import { answerDeliverable } from './after/answer-deliverable.ts'
import { changeAccounts } from './after/change-accounts.ts'
import { changeBilling } from './after/change-billing.ts'
import { changeDeliverable } from './after/change-deliverable.ts'
import { creditInvoice } from './after/credit-invoice.ts'
import { dateInstalment } from './after/date-instalment.ts'
import { draftReminder } from './after/draft-reminder.ts'
import { exportFigures } from './after/export-figures.ts'
import { exportInvoices } from './after/export-invoices.ts'
import { importRates } from './after/import-rates.ts'
import { issueInvoice } from './after/issue-invoice.ts'
import { listAmendments } from './after/list-amendments.ts'
import { listDeliverables } from './after/list-deliverables.ts'
import { listInvoices } from './after/list-invoices.ts'
import { notePayment } from './after/note-payment.ts'
import { openDeliverableFile } from './after/open-deliverable-file.ts'
import { openInvoiceXml } from './after/open-invoice-xml.ts'
import { previewInvoice } from './after/preview-invoice.ts'
import { printInvoice } from './after/print-invoice.ts'
import { removeDeliverableFile } from './after/remove-deliverable-file.ts'
import { renewDeal } from './after/renew-deal.ts'
import { sendReminder } from './after/send-reminder.ts'
import { stepDeliverables } from './after/step-deliverables.ts'
import { terminateDeal } from './after/terminate-deal.ts'
import { undoPayment } from './after/undo-payment.ts'
import { viewAccounts } from './after/view-accounts.ts'
import { viewBilling } from './after/view-billing.ts'
import { viewDeliverables } from './after/view-deliverables.ts'
import { viewFigures } from './after/view-figures.ts'
import { viewInvoice } from './after/view-invoice.ts'
import { viewMoney } from './after/view-money.ts'
import { viewRates } from './after/view-rates.ts'
import { watchDeals } from './after/watch-deals.ts'

export { actorForKey, actorForSession, actorForUser, exportHouse, exportTitles, health }

/** A verb before it has a house: the contract's function with the house in front. */
type Unbound<V extends Verb> = House[V] extends (actor: Actor, ...rest: infer Rest) => infer Answer
  ? (house: HouseContext, actor: Actor, ...rest: Rest) => Answer
  : never

export const VERBS_OF_HOUSE = {
  browse,
  describeTitle,
  home,
  listCollections,
  listForSitemap,
  listNames,
  printOneSheet,
  suggest,
  viewCollection,
  viewCompany,
  viewFestival,
  viewPerson,
  viewTitle,
  changeShortlist,
  listKept,
  printShortlist,
  startShortlist,
  viewShortlist,
  addPicture,
  assignProducer,
  checkSheet,
  compareRevisions,
  createTitle,
  discardUnsavedDraft,
  editTitle,
  listProducerMembers,
  listProducers,
  listRevisions,
  listTitles,
  listUnsavedDrafts,
  notePresence,
  openTitle,
  publishTitle,
  renameSlug,
  restoreRevision,
  turnTitles,
  turnTitlesBack,
  viewRevision,
  withdrawTitle,
  writeSheet,
  acceptDroppedSheet,
  checkIdentifier,
  checkSheetFile,
  discardDroppedSheet,
  dropSheet,
  importSheets,
  listImports,
  undoImport,
  listDroppedSheets,
  openDroppedSheet,
  readSheetFile,
  restoreDroppedSheet,
  addUser,
  changeSettings,
  changeUser,
  deleteCollection,
  issueKey,
  listKeys,
  listUsers,
  readAudit,
  chooseMyLanguage,
  renameMyself,
  revokeKey,
  saveCollection,
  importHouse,
  seedDemonstration,
  storeLogo,
  verifyAudit,
  viewSettings,
  openPicture,
  addEntryDocument,
  addWebhook,
  amendEntry,
  answerAvailabilities,
  askAvailabilities,
  checkRights,
  changeInterest,
  compareSentList,
  dateEntry,
  draftEntry,
  enterEntry,
  exportAvailability,
  exportRights,
  importRights,
  exportSentList,
  listEntries,
  listSentLists,
  listWebhooks,
  noteDelivery,
  openEntryDocument,
  previewRightsImport,
  previewAvailabilities,
  printSentList,
  readClause,
  readRightsQuestion,
  recallSentList,
  redraftEntry,
  removeEntryDocument,
  viewWebhook,
  changeWebhook,
  renewWebhookSecret,
  removeWebhook,
  listDeliveries,
  testWebhook,
  rightsCalendar,
  sendAvailabilities,
  signEntry,
  simulateRights,
  startRightsCalendar,
  takeDeliveries,
  writeRightsDigest,
  takeLetters,
  noteLetter,
  sendRequest,
  enterRequest,
  listRequests,
  viewRequest,
  stepRequest,
  closeStaleRequests,
  forgetVisitors,
  matchRequest,
  changeRequest,
  takeMail,
  noteRefusedMail,
  viewInbox,
  listLetters,
  retryLetter,
  giveUpLetter,
  viewMailAddress,
  clearMailAddress,
  viewStop,
  stopLetters,
  noteMailPlace,
  checkMailTemplate,
  compareMailTemplate,
  listMailTemplates,
  saveMailTemplate,
  testMailTemplate,
  viewMailTemplate,
  openDeal,
  viewDeal,
  changeDeal,
  listDeals,
  countDeals,
  loseDeal,
  reopenDeal,
  viewOffer,
  checkOffer,
  draftOffer,
  redraftOffer,
  sendOffer,
  withdrawOffer,
  declineOffer,
  acceptOffer,
  undoOffer,
  counterOffer,
  expireOffers,
  compareOffers,
  addCompany,
  addContact,
  addNote,
  addTask,
  changeCompany,
  changeContact,
  changeNote,
  changeTask,
  listCompanies,
  listContacts,
  listTasks,
  matchBuyers,
  matchTitles,
  openCompany,
  openContact,
  removeCompany,
  removeContact,
  removeNote,
  removeTask,
  chooseTaskLetters,
  writeTaskLetters,
  findDuplicates,
  previewMerge,
  mergeDuplicates,
  undoMerge,
  keepApart,
  listMarkets,
  openMarket,
  saveMarket,
  removeMarket,
  openMeeting,
  saveMeeting,
  removeMeeting,
  noteMeeting,
  printMeetings,
  printContactCards,
  exportPerson,
  erasePerson,
  previewContacts,
  importContacts,
  exportContacts,
  exportDeals,
  exportRequests,
  exportTasks,
  exportDeliverables,
  exportScreeners,
  exportViewings,
  exportMarkets,
  exportMeetings,
  terminateEntry,
  viewAvailability,
  viewEntry,
  viewInterest,
  viewPublicAvailability,
  viewSentList,
  watchRights,
  listClauses,
  viewClause,
  checkClause,
  saveClause,
  retireClause,
  listPapers,
  viewPaper,
  draftPaper,
  redraftPaper,
  simulatePaper,
  openOwnSigning,
  sendPaper,
  voidPaper,
  countersignPaper,
  uploadPaper,
  openPaperFile,
  verifyPaper,
  sendSigningCode,
  signPaper,
  declinePaper,
  approvePaper,
  returnPaper,
  submitPaper,
  openSigning,
  openSigningFile,
  printRedline,
  redlinePaper,
  addDeliverable,
  addDeliverableFile,
  amendDeal,
  answerDeliverable,
  changeAccounts,
  changeBilling,
  changeDeliverable,
  creditInvoice,
  dateInstalment,
  draftReminder,
  exportFigures,
  exportInvoices,
  importRates,
  issueInvoice,
  listAmendments,
  listDeliverables,
  listInvoices,
  notePayment,
  openDeliverableFile,
  openInvoiceXml,
  previewInvoice,
  printInvoice,
  removeDeliverableFile,
  renewDeal,
  sendReminder,
  stepDeliverables,
  terminateDeal,
  undoPayment,
  viewAccounts,
  viewBilling,
  viewDeliverables,
  viewFigures,
  viewInvoice,
  viewMoney,
  viewRates,
  watchDeals,
  browseRoom,
  listOwnShortlists,
  listSeats,
  seatBuyer,
  unseatBuyer,
  printCatalogue,
  exportFilms,
  packFestival,
  harvest,
  exportAvails,
  validateFile,
  convertFile,
  listFormats,
  listExportSchedules,
  saveExportSchedule,
  removeExportSchedule,
  listExportRuns,
  openExportRun,
  runExport,
  runDueExports,
  receiveFile,
  listIntakes,
  openIntake,
  mapIntake,
  decideIntake,
  takeIntake,
  undoIntake,
  discardIntake,
  viewIntakeLicences,
  takeIntakeLicences,
  undoIntakeLicences,
  findTwins,
  listCorrections,
  makeScreener,
  listShowable,
  listScreeners,
  viewScreener,
  revokeScreener,
  restoreScreener,
  readViewings,
  openScreener,
  startViewing,
  viewOwnViewing,
  takeViewing,
  readSubtitleText,
  endedViewings,
  reportViewings,
  moveViewing,
  followViewings,
  forgetViewers,
  listOwnFilms,
  proposeCorrection,
  settleCorrection,
  viewOwnFilm,
  listReels,
  viewReel,
  readReport,
  receiveMaster,
  placeMaster,
  removeMaster,
  addSubtitles,
  removeSubtitles,
  orderReel,
  cancelReel,
  retryMaster,
  retryReel,
  removeReel,
  restoreReel,
  openReelPicture,
  keepMaster,
  noteMaster,
  takeMaster,
  keepReel,
  readyFolder,
  settleReel,
  takeReel,
  tidyReels,
  tidyFilms,
  listTraces,
  viewTrace,
  startTrace,
  cancelTrace,
  deleteTrace,
  takeTrace,
  fetchReels,
  fetchHandedIn,
  letGoHandedIn,
  keepTrace,
  settleTrace,
  tidyTraces,
  orderMarkedCopy,
  viewMarkedCopy,
  cancelMarkedCopy,
  takeMarkedCopy,
  keepMarkedCopy,
  settleMarkedCopy,
  tidyMarkedCopies,
  sendMarkedCopy,
} satisfies { [V in Exclude<Verb, 'exportTitles' | 'exportHouse'>]: Unbound<V> }
