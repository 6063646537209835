/**
 * The text of a quotation as it stands between quotation marks: what it quotes itself stands in the other kind of them.
 *
 * English sets single marks inside double ones where the outer ones are double, as here (The Chicago Manual of Style, 17th edition, 13.30),
 * French sets “…” inside « … » (Lexique des règles typographiques en usage à l’Imprimerie nationale, “Guillemets”).
 *
 * @param language of the quotation, BCP 47
 * @example
 * innerQuotes('en', 'You will never again say “the cloud”.') // 'You will never again say ‘the cloud’.'
 * innerQuotes('fr', 'On ne dira plus « le nuage ».') // 'On ne dira plus “le nuage”.'
 */
export function innerQuotes(language: string, text: string): string {
  return language.split('-')[0] === 'fr' ? text.replaceAll(/«\s*([^«»]*?)\s*»/g, '“$1”') : text.replaceAll(/“([^“”]*)”/g, '‘$1’')
}
