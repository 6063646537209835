import { ROLES } from '../contract.ts'
import { allow, POLICY_ROLES } from './policy.ts'

/** The house itself: settings, members, keys, the trail. */
export const housePolicy = [
  ...allow(POLICY_ROLES, 'viewSettings', 'Settings'), // the site needs the name and the colours; nothing secret is in them
  ...allow(['owner', 'system'], ['changeSettings', 'storeLogo'], 'Settings'),
  ...allow(['owner', 'system'], ['listUsers', 'addUser', 'changeUser'], 'Member'),
  ...allow(ROLES, ['renameMyself', 'chooseMyLanguage'], 'Member'), // their own, never anybody else's
  ...allow(['owner', 'rights', 'sales', 'editor', 'system'], ['listKeys', 'issueKey'], 'Key'), // their own; an owner lists all
  ...allow(['owner', 'system'], 'revokeKey', 'Key'),
  ...allow(['rights', 'sales', 'editor'], 'revokeKey', 'Key', 'own key'),
  ...allow(['owner', 'rights', 'system'], ['readAudit', 'verifyAudit'], 'Audit'),
  ...allow('system', 'seedDemonstration', 'House'),
  ...allow(['owner', 'system'], ['exportHouse', 'importHouse'], 'House'),
]
