import { allow, POLICY_ROLES } from './policy.ts'

/** What stands around the titles on the site: names, collections, shortlists, pictures. Their contents are narrowed to what the asker may see. */
export const sitePolicy = [
  ...allow(POLICY_ROLES, ['viewPerson', 'viewCompany', 'viewFestival', 'listNames'], 'Name'),
  ...allow(POLICY_ROLES, ['listCollections', 'viewCollection'], 'Collection'),
  ...allow(['owner', 'editor', 'system'], ['saveCollection', 'deleteCollection'], 'Collection'),
  ...allow(POLICY_ROLES, ['startShortlist', 'viewShortlist', 'listKept', 'changeShortlist', 'printShortlist'], 'Shortlist'), // the token is the right to see, the edit key the right to change
  ...allow(['owner', 'rights', 'sales', 'editor', 'system'], 'printCatalogue', 'Title'),
  ...allow(['visitor', 'buyer', 'producer'], 'openPicture', 'Picture', 'public'), // a draft's picture is as secret as the draft
  ...allow('producer', 'openPicture', 'Picture', 'own film'),
  ...allow(['owner', 'rights', 'sales', 'editor', 'system'], 'openPicture', 'Picture'),
]
