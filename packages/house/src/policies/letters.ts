import { allow, POLICY_ROLES } from './policy.ts'

const SELLING = ['owner', 'rights', 'sales', 'system'] as const

/**
 * Letters are written by the verbs that owe them; only the server takes them out. Whoever sells sees how they fare and how they are
 * worded; the words bind the house, as its clauses do. Whoever has the link ends them.
 */
export const letterPolicy = [
  ...allow('system', ['takeLetters', 'noteLetter', 'noteMailPlace'], 'Letter'),
  ...allow(SELLING, ['listLetters', 'retryLetter', 'giveUpLetter', 'viewMailAddress', 'clearMailAddress'], 'Letter'),
  ...allow(
    SELLING,
    ['listMailTemplates', 'viewMailTemplate', 'checkMailTemplate', 'compareMailTemplate', 'testMailTemplate'],
    'MailTemplate',
  ),
  ...allow(['owner', 'rights', 'system'], 'saveMailTemplate', 'MailTemplate'),
  ...allow(POLICY_ROLES, ['viewStop', 'stopLetters'], 'Letter'),
]
