/** How long the house keeps what it knows of people, where it forgets by itself. The page of legal notices says the same numbers. */

/** For so long the network that somebody watched from is known again: to notice a shared link takes an hour, to look into it some days. */
export const DAYS_OF_PLACES = 30
/** For so long after they watched last it is known who somebody was who is no contact of the house: as long as a leak may take to turn up. */
export const YEARS_OF_PEOPLE = 3
/** A sign-in lasts so long at most, and what is known of it goes when it has ended. */
export const DAYS_OF_SIGN_INS = 30
