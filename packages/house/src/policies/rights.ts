import { allow } from './policy.ts'

/**
 * The rights book. Owners and the head of rights write it. Sales ask it, draft what they have agreed and send lists, but what
 * is signed is the head of rights' business. Editors look. A buyer sees of a public film what can be had, and nothing of why;
 * whoever has the link of a sent list sees that list.
 */
export const rightsPolicy = [
  ...allow(
    ['owner', 'rights', 'sales', 'editor', 'system'],
    [
      'askAvailabilities',
      'readRightsQuestion',
      'answerAvailabilities',
      'viewAvailability',
      'exportAvailability',
      'listEntries',
      'viewEntry',
      'watchRights',
    ],
    'Entry',
  ),
  ...allow(
    ['owner', 'rights', 'sales', 'system'],
    ['draftEntry', 'redraftEntry', 'checkRights', 'simulateRights', 'readClause', 'openEntryDocument'],
    'Entry',
  ),
  ...allow(
    ['owner', 'rights', 'system'],
    ['signEntry', 'enterEntry', 'amendEntry', 'terminateEntry', 'dateEntry', 'addEntryDocument', 'removeEntryDocument', 'previewRightsImport', 'importRights'],
    'Entry',
  ), // prettier-ignore
  ...allow(['owner', 'rights', 'sales', 'system'], 'exportRights', 'Entry'),
  ...allow(['owner', 'rights', 'sales', 'editor'], 'startRightsCalendar', 'Calendar'),
  ...allow(['visitor', 'owner', 'rights', 'sales', 'editor', 'buyer', 'producer', 'system'], 'rightsCalendar', 'Calendar'), // the address is the secret
  ...allow(
    ['owner', 'rights', 'sales', 'system'],
    ['previewAvailabilities', 'sendAvailabilities', 'listSentLists', 'compareSentList', 'recallSentList'],
    'AvailabilityList',
  ),
  ...allow(
    ['visitor', 'owner', 'rights', 'sales', 'editor', 'buyer', 'producer', 'system'],
    ['viewSentList', 'printSentList', 'exportSentList'],
    'AvailabilityList',
  ), // the address is the secret
  ...allow(['buyer', 'owner', 'rights', 'sales', 'editor', 'system'], 'viewPublicAvailability', 'Title', 'public'),
  ...allow(
    ['owner', 'system'],
    [
      'listWebhooks',
      'addWebhook',
      'viewWebhook',
      'changeWebhook',
      'renewWebhookSecret',
      'removeWebhook',
      'listDeliveries',
      'testWebhook',
    ],
    'Webhook',
  ),
  ...allow('system', 'writeRightsDigest', 'Entry'),
  ...allow(['buyer', 'owner', 'rights', 'sales', 'editor'], ['viewInterest', 'changeInterest'], 'Member'), // their own, and nobody else's
  ...allow('system', ['takeDeliveries', 'noteDelivery'], 'Webhook'),
]
