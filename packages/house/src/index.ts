export * from './contract.ts'
export * from './contract-contacts.ts'
export * from './contract-deals.ts'
export * from './contract-letters.ts'
export * from './contract-match.ts'
export * from './contract-room.ts'
export * from './contract-papers.ts'
export * from './contract-rights.ts'
export * from './contract-after.ts'
export { SYSTEM, VISITOR } from './actors.ts'
export { createHouse, type HouseParts } from './house.ts'
export type { Print } from './context.ts'
export { type ErrorCode, ERRORS, HouseError, isHouseError } from './errors.ts'
export type { FileStore } from './files/file-store.ts'
export { openFiles } from './files/open-files.ts'
export { compareSheets } from './editing/compare.ts'
export { compareThree, mergeSheets, type ThreeWay } from './editing/merge.ts'
export { can, mayEver, POLICY, rulesFor, SCOPE_FOR, VERBS, withinScopes } from './policies/table.ts'
export {
  CONDITIONS,
  type Condition,
  POLICY_ROLES,
  type PolicyRole,
  type Rule,
  type SubjectFacts,
  type Verb,
} from './policies/policy.ts'
export { RIGHTS_COLUMNS } from '@vitrine/exchange/spreadsheets/rights-columns'
export { ENTRY_STATUSES, type EntryTerms, EVENTS, type TermBox } from '@vitrine/rights/book/entry'
export { ENTRY_KINDS, STATUSES } from '@vitrine/rights/book/line'
export { OBJECTIONS, type ObjectionCode } from '@vitrine/rights/check/check-entry'
