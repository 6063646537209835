/** Why a film is suggested to a buyer, and the words of the room where that is asked. */
import type { FitReason } from '@vitrine/deals/match/fit'
import { formatNumber, languageName } from './format.ts'
import { inEveryLocale, type Locale, plural } from './locale.ts'
import { nameOf, vocabulary } from './vocabulary.ts'

const films = (locale: Locale, n: number, one: string, other: string) => `${formatNumber(locale, n)} ${plural(locale, n, { one, other })}` // prettier-ignore

export const match = inEveryLocale(
  {
    match: 'Match',
    forBuyer: (name: string) => `For ${name}`,
    forTitle: (title: string) => `Buyers for ${title}`,
    chooseBuyer: 'What shall we show whom?',
    chooseBuyerHelp: 'Choose a company: the films that fit its slots, languages and history and that can be had for it stand here, each with why. Or choose a film: the companies it suits.', // prettier-ignore
    company: 'Company',
    film: 'Film',
    show: 'Show',
    other: 'Somebody else',
    from: 'From',
    months: 'Months',
    exclusive: 'Exclusive',
    fit: 'Fit',
    why: 'Why',
    canBeHad: 'Can be had',
    all: 'All of it',
    part: (percent: string) => `${percent} of it`,
    talked: 'Already spoken of',
    offer: 'Offer it',
    offerTo: (film: string, company: string) => `Offer it: ${film}, ${company}`,
    noFilms: 'No film fits that can be had.',
    noFilmsHelp: 'A wider window, or more in the profile (slots, territories, media, languages), finds more.',
    noBuyers: 'No company fits.',
    noBuyersHelp: 'Companies are found by their profile: write their slots, territories and languages on their page.',
    leftOut: (bought: number, refused: number, gone: number) =>
      `Left out: ${films('en', bought, 'film bought', 'films bought')}, ${films('en', refused, 'refused', 'refused')}, ${films('en', gone, 'not to be had', 'not to be had')}.`,
    leftOutBuyers: (bought: number, refused: number, gone: number) =>
      `Left out: ${films('en', bought, 'company has bought it', 'companies have bought it')}, ${films('en', refused, 'has refused it', 'have refused it')}, for ${formatNumber('en', gone)} it cannot be had.`,
    missing: (what: string) => `The profile does not say: ${what}. Suggestions are better with it.`,
    'missing.territory': 'territories',
    'missing.media': 'media',
    'missing.slots': 'slots',
    'missing.languages': 'languages',
    'reason.slot': (slot: string, minutes: number) => `${minutes}’ for “${slot}”`,
    'reason.slot-subject': (slot: string, subjects: string) => `${subjects}: what “${slot}” is about`,
    'reason.language': (languages: string) => `On offer in ${languages}`,
    'reason.liked': (subjects: string, n: number) =>
      `${subjects}: like ${films('en', n, 'film', 'films')} they bought or asked for`,
    'reason.new': (year: number) => `New (${year})`,
  },
  {
    match: 'Suggestions',
    forBuyer: (name: string) => `Pour ${name}`,
    forTitle: (title: string) => `Acheteurs pour ${title}`,
    chooseBuyer: 'Que montrer, et à qui ?',
    chooseBuyerHelp: 'Choisissez une société : les films qui conviennent à ses cases, à ses langues et à son histoire et qui sont disponibles pour elle s’affichent ici, chacun avec ses raisons. Ou choisissez un film : les sociétés auxquelles il convient.', // prettier-ignore
    company: 'Société',
    film: 'Film',
    show: 'Afficher',
    other: 'Un autre choix',
    from: 'À partir du',
    months: 'Mois',
    exclusive: 'Exclusif',
    fit: 'Accord',
    why: 'Pourquoi',
    canBeHad: 'Disponible',
    all: 'En entier',
    part: (percent: string) => `À ${percent}`,
    talked: 'Déjà évoqué',
    offer: 'L’offrir',
    offerTo: (film: string, company: string) => `L’offrir : ${film}, ${company}`,
    noFilms: 'Aucun film disponible ne convient.',
    noFilmsHelp:
      'Une période plus large, ou un profil plus complet (cases, territoires, médias, langues), en trouvera davantage.',
    noBuyers: 'Aucune société ne convient.',
    noBuyersHelp:
      'Les sociétés se trouvent par leur profil : notez sur leur page leurs cases, leurs territoires et leurs langues.',
    leftOut: (bought: number, refused: number, gone: number) =>
      `Écartés : ${films('fr', bought, 'film acheté', 'films achetés')}, ${films('fr', refused, 'refusé', 'refusés')}, ${films('fr', gone, 'indisponible', 'indisponibles')}.`,
    leftOutBuyers: (bought: number, refused: number, gone: number) =>
      `Écartées : ${films('fr', bought, 'société l’a acheté', 'sociétés l’ont acheté')}, ${films('fr', refused, 'l’a refusé', 'l’ont refusé')}, pour ${formatNumber('fr', gone)} il n’est pas disponible.`,
    missing: (what: string) => `Le profil ne dit rien sur : ${what}. Les suggestions n’en seraient que meilleures.`,
    'missing.territory': 'les territoires',
    'missing.media': 'les médias',
    'missing.slots': 'les cases',
    'missing.languages': 'les langues',
    'reason.slot': (slot: string, minutes: number) => `${minutes}’ pour « ${slot} »`,
    'reason.slot-subject': (slot: string, subjects: string) => `${subjects} : le sujet de « ${slot} »`,
    'reason.language': (languages: string) => `Proposé en ${languages}`,
    'reason.liked': (subjects: string, n: number) =>
      `${subjects} : comme ${films('fr', n, 'film acheté ou demandé', 'films achetés ou demandés')}`,
    'reason.new': (year: number) => `Nouveau (${year})`,
  },
)

/**
 * @example
 * reasonInWords({ code: 'new', year: 2026 }, 'fr') // 'Nouveau (2026)'
 */
export function reasonInWords(reason: FitReason, locale: Locale): string {
  const words = match[locale]
  switch (reason.code) {
    case 'slot':
      return words['reason.slot'](reason.slot, reason.minutes)
    case 'slot-subject':
      return words['reason.slot-subject'](reason.slot, subjectsIn(reason.subjects, locale))
    case 'language':
      return words['reason.language'](listed(reason.languages.map((language) => languageName(locale, language)), locale)) // prettier-ignore
    case 'liked':
      return words['reason.liked'](subjectsIn(reason.subjects, locale), reason.films)
    default:
      return words['reason.new'](reason.year)
  }
}

/** A subject is the code of a theme or of a genre; any other is said as it was written. */
const subjectsIn = (subjects: readonly string[], locale: Locale): string =>
  listed(subjects.map((code) => nameOf(locale, Object.hasOwn(vocabulary[locale].genre, code) ? 'genre' : 'theme', code)), locale) // prettier-ignore
const listed = (items: readonly string[], locale: Locale): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(items)
