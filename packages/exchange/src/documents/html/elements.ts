// What the elements of a page mean to its words.
const words = (names: string): ReadonlySet<string> => new Set(names.split(' '))

/** Nobody reads what stands in them. */
export const SKIPPED = words(
  'script style nav template svg math head noscript iframe object embed canvas audio video select button datalist dialog map',
)
/** They have no end, and no words. */
export const VOID = words('area base br col embed hr img input link meta param source track wbr')
/** An empty line before and after. */
export const PARAGRAPHS = words(
  'p h1 h2 h3 h4 h5 h6 blockquote ul ol table dl section article aside header footer main pre figure hr fieldset form',
)
/** A line of their own. */
export const LINES = words(
  'div li dt dd tr address caption figcaption center legend summary details body html thead tbody tfoot option td th title',
)
/** Elements that a second one of their kind closes: `<li>…<li>`. */
export const CLOSED_BY_THEIR_LIKE = words('p li td th tr dt dd option')
