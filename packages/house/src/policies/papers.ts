import { allow } from './policy.ts'

/**
 * Papers of deals. Sales draw them up and send them; what binds the house is the head of rights' or an owner's to approve and
 * to sign. A buyer sees their own company's papers once they were sent, and whoever has a signing link signs by it.
 */
export const paperPolicy = [
  ...allow(
    ['owner', 'rights', 'sales', 'system'],
    ['listClauses', 'viewClause', 'checkClause', 'draftPaper', 'redraftPaper', 'submitPaper', 'simulatePaper', 'redlinePaper', 'printRedline', 'sendPaper', 'voidPaper', 'listPapers', 'viewPaper', 'openPaperFile', 'verifyPaper'],
    'Paper',
  ), // prettier-ignore
  ...allow(
    ['owner', 'rights', 'system'],
    ['saveClause', 'retireClause', 'approvePaper', 'returnPaper', 'countersignPaper', 'uploadPaper'],
    'Paper',
  ),
  ...allow('buyer', ['listPapers', 'viewPaper', 'openPaperFile', 'verifyPaper'], 'Paper', 'own company'),
  ...allow('buyer', 'openOwnSigning', 'Paper', 'own company'), // and of it nobody but whom the paper waits for by name
  ...allow(
    ['visitor', 'owner', 'rights', 'sales', 'editor', 'buyer', 'producer', 'system'],
    ['openSigning', 'openSigningFile', 'sendSigningCode', 'signPaper', 'declinePaper'],
    'Paper',
  ), // the address is the secret
]
