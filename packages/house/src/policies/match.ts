import { allow } from './policy.ts'

/** Who should be shown what is asked by those who sell. */
export const matchPolicy = [...allow(['owner', 'rights', 'sales', 'system'], ['matchTitles', 'matchBuyers'], 'Company')]
