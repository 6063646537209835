/** Why a deal did not come about: a closed list, so that it can be counted. */
export const LOST_REASONS = ['price', 'rights-gone', 'went-elsewhere', 'no-slot', 'no-answer', 'other'] as const
export type LostReason = (typeof LOST_REASONS)[number]
