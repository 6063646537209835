/**
 * Below these stand the secrets of links that open something for whoever has them: films to watch, papers to sign, lists, the end of letters.
 * No log and no page writes down what follows.
 *
 * @example
 * `/en/${SECRET_LINKS[0]}/8NwqT3…` // a film to watch
 */
export const SECRET_LINKS = ['watch', 'shortlist', 'availabilities', 'sign', 'letters/stop', 'rights-calendar'] as const
