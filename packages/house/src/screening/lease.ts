/** Seconds for which a worker has what it took without being heard of. It says every second that it is still there. */
export const LEASE = 30
/** Workers that a reel or a master may take with it before it fails, or tries that may meet a bucket that does not answer. */
export const MOST_ATTEMPTS = 3
