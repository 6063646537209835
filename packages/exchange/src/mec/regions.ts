/** Countries as MovieLabs' rules take them: ISO 3166-1, so not XK, under which the trade sells Kosovo. */
export const isMecCountry = (country: string | null): country is string => country !== null && country !== 'XK'
