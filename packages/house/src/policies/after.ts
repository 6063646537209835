import { allow } from './policy.ts'

/**
 * What follows from a signed sale. Everybody of the house sees what is to be delivered and marks it; money is written by owners
 * and the head of rights, and seen by sales too. A buyer sees what their own company gets and owes; whoever answers for the
 * company says whether what came is accepted.
 */
export const afterPolicy = [
  ...allow(
    ['owner', 'rights', 'sales', 'editor', 'system'],
    [
      'viewDeliverables',
      'listDeliverables',
      'exportDeliverables',
      'addDeliverable',
      'stepDeliverables',
      'changeDeliverable',
      'addDeliverableFile',
      'openDeliverableFile',
      'removeDeliverableFile',
    ],
    'Deliverable',
  ),
  ...allow(['owner', 'rights', 'sales', 'system'], 'answerDeliverable', 'Deliverable'),
  ...allow('buyer', ['viewDeliverables', 'listDeliverables', 'openDeliverableFile'], 'Deliverable', 'own company'),
  ...allow('buyer', 'answerDeliverable', 'Deliverable', 'own company, for it'),
  ...allow(
    ['owner', 'rights', 'sales', 'system'],
    [
      'viewMoney',
      'viewInvoice',
      'listInvoices',
      'exportInvoices',
      'printInvoice',
      'openInvoiceXml',
      'viewBilling',
      'previewInvoice',
    ],
    'Invoice',
  ),
  ...allow('buyer', ['viewInvoice', 'listInvoices', 'printInvoice', 'openInvoiceXml'], 'Invoice', 'own company'),
  ...allow(
    ['owner', 'rights', 'system'],
    [
      'issueInvoice',
      'creditInvoice',
      'notePayment',
      'undoPayment',
      'draftReminder',
      'sendReminder',
      'dateInstalment',
      'changeBilling',
    ],
    'Invoice',
  ),
  ...allow(['owner', 'rights', 'system'], ['terminateDeal', 'amendDeal'], 'Deal'),
  ...allow(['owner', 'rights', 'sales', 'system'], ['renewDeal', 'watchDeals', 'listAmendments'], 'Deal'),
  ...allow('buyer', 'listAmendments', 'Deal', 'own company'),
  ...allow(['owner', 'rights', 'sales', 'system'], ['viewFigures', 'exportFigures', 'viewRates'], 'Figures'),
  ...allow(['owner', 'rights', 'system'], 'importRates', 'Figures'),
  ...allow(['owner', 'rights', 'sales', 'system'], 'viewAccounts', 'Settings'),
  ...allow(['owner', 'system'], 'changeAccounts', 'Settings'),
]
