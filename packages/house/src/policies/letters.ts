import { allow, POLICY_ROLES } from './policy.ts'

const SELLING = ['owner', 'rights', 'sales', 'system'] as const

/** Letters are written by the verbs that owe them; only the server takes them out. Whoever sells sees how they fare; whoever has the link ends them. */
export const letterPolicy = [
  ...allow('system', ['takeLetters', 'noteLetter', 'noteMailPlace'], 'Letter'),
  ...allow(SELLING, ['listLetters', 'retryLetter', 'giveUpLetter', 'viewMailAddress', 'clearMailAddress'], 'Letter'),
  ...allow(POLICY_ROLES, ['viewStop', 'stopLetters'], 'Letter'),
]
