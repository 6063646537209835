import { allow, POLICY_ROLES } from './policy.ts'

const SELLING = ['owner', 'rights', 'sales', 'system'] as const

/**
 * Deals and offers are for those who sell and those who answer for the rights. A buyer sees their company's and nobody else's;
 * only who answers for the company may bind it.
 */
export const dealPolicy = [
  ...allow(POLICY_ROLES, 'sendRequest', 'Request'),
  ...allow(
    SELLING,
    ['enterRequest', 'listRequests', 'exportRequests', 'viewRequest', 'stepRequest', 'matchRequest', 'changeRequest'],
    'Request',
  ),
  ...allow(SELLING, ['takeMail', 'viewInbox'], 'Request'),
  ...allow('system', ['noteRefusedMail', 'closeStaleRequests', 'forgetVisitors'], 'Request'),
  ...allow(
    SELLING,
    ['openDeal', 'viewDeal', 'changeDeal', 'listDeals', 'exportDeals', 'countDeals', 'loseDeal', 'reopenDeal'],
    'Deal',
  ),
  ...allow(SELLING, ['viewOffer', 'checkOffer', 'draftOffer', 'redraftOffer', 'sendOffer', 'compareOffers'], 'Offer'),
  ...allow(SELLING, ['withdrawOffer', 'declineOffer', 'acceptOffer', 'undoOffer', 'counterOffer'], 'Offer'), // their own, or noted for the buyer
  ...allow('buyer', ['viewDeal', 'listDeals'], 'Deal', 'own company'),
  ...allow('buyer', ['viewOffer', 'compareOffers'], 'Offer', 'own company'),
  ...allow(
    'buyer',
    ['withdrawOffer', 'declineOffer', 'acceptOffer', 'undoOffer', 'counterOffer'],
    'Offer',
    'own company, for it',
  ),
  ...allow('system', 'expireOffers', 'Offer'),
]
