/** For so many days the file of a copy to keep is there. */
export const DAYS_KEPT = 7
