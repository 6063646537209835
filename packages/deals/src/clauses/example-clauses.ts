/**
 * Clauses that a new house begins with: an example in plain words, to be read and changed by a lawyer before anybody signs
 * anything. Each paper says so until the house has saved clauses of its own.
 */
import type { ClauseCondition, ClauseTerms, PaperKind } from './clause.ts'

const BOTH: readonly PaperKind[] = ['memo', 'contract']
const LONG: readonly PaperKind[] = ['contract']
const ALL: readonly PaperKind[] = ['memo', 'contract', 'amendment']

type Words = readonly [heading: string, text: string]
const clause = (kinds: readonly PaperKind[], when: ClauseCondition, en: Words, fr: Words) => ({ kinds, when, en: { heading: en[0], text: en[1] }, fr: { heading: fr[0], text: fr[1] } }) // prettier-ignore

export const EXAMPLE_CLAUSES: readonly ClauseTerms[] = [
  clause(
    BOTH,
    'always',
    ['The parties', '{{house}} ({{house_address}}), the Licensor, and {{buyer}} ({{buyer_address}}), the Licensee, agree on what follows for {{films}}. The Licensor declares that it may grant the rights named here.'],
    ['Les parties', '{{house}} ({{house_address}}), le Concédant, et {{buyer}} ({{buyer_address}}), le Licencié, conviennent de ce qui suit pour {{films}}. Le Concédant déclare pouvoir accorder les droits désignés ici.'],
  ),
  clause(
    ['amendment'],
    'always',
    ['What changes', 'The parties change their agreement {{agreement}} as follows. Whatever is not named here stays as it was agreed.\n\n{{changes}}\n\nThe rights granted are therefore these.\n\n{{schedule}}'],
    ['Ce qui change', 'Les parties modifient leur accord {{agreement}} comme suit. Tout ce qui n’est pas désigné ici demeure tel que convenu.\n\n{{changes}}\n\nLes droits concédés sont donc les suivants.\n\n{{schedule}}'],
  ),
  clause(
    BOTH,
    'always',
    ['Rights granted', 'The Licensor grants the Licensee the following rights, film by film, and no others. Days are calendar days; the first and the last are included.\n\n{{schedule}}\n\nAll rights that are not named stay with the Licensor.'],
    ['Droits concédés', 'Le Concédant accorde au Licencié, film par film, les droits suivants et aucun autre. Les jours sont des jours calendaires, le premier et le dernier compris.\n\n{{schedule}}\n\nTous les droits qui ne sont pas désignés restent au Concédant.'],
  ),
  clause(
    LONG,
    'exclusive',
    ['Exclusivity', 'Where rights are granted exclusively, the Licensor neither uses them itself nor grants them to anybody else for the same territory, media, languages and term.'],
    ['Exclusivité', 'Lorsque des droits sont accordés à titre exclusif, le Concédant ne les exploite pas lui-même et ne les accorde à personne d’autre pour les mêmes territoire, médias, langues et durée.'],
  ),
  clause(
    LONG,
    'non-exclusive',
    ['Other licensees', 'Where rights are granted without exclusivity, the Licensor may grant the same rights to others.'],
    ['Autres licenciés', 'Lorsque des droits sont accordés sans exclusivité, le Concédant peut accorder les mêmes droits à d’autres.'],
  ),
  clause(
    LONG,
    'holdbacks',
    ['Holdbacks', 'During the days named in the schedule the Licensor keeps the rights held back free of any use, its own included.'],
    ['Réserves', 'Pendant les jours indiqués au tableau, le Concédant garde les droits réservés libres de toute exploitation, y compris la sienne.'],
  ),
  clause(
    LONG,
    'runs',
    ['Runs', 'A run is one broadcast on one channel. The Licensee tells the Licensor the day of each run within thirty days. Runs that were not used by the last day of the term lapse.'],
    ['Passages', 'Un passage est une diffusion sur une chaîne. Le Licencié communique au Concédant le jour de chaque passage dans les trente jours. Les passages non utilisés au dernier jour de la durée sont perdus.'],
  ),
  clause(
    LONG,
    'event',
    ['Beginning of the term', 'Where the term begins with an event, the party that knows its day tells the other in writing without delay. Until then no use may begin.'],
    ['Début de la durée', 'Lorsque la durée commence par un événement, la partie qui en connaît le jour l’indique à l’autre par écrit sans délai. Aucune exploitation ne commence avant.'],
  ),
  clause(
    BOTH,
    'always',
    ['Price', 'The Licensee pays {{price}}, value added tax not included.\n\n{{prices}}'],
    ['Prix', 'Le Licencié paie {{price}}, hors taxe sur la valeur ajoutée.\n\n{{prices}}'],
  ),
  clause(
    BOTH,
    'always',
    ['Payment', 'The price is due as follows, each time against an invoice.\n\n{{payments}}'],
    ['Paiement', 'Le prix est exigible comme suit, à chaque fois sur facture.\n\n{{payments}}'],
  ),
  clause(
    BOTH,
    'withholding',
    ['Withholding tax', 'The Licensee keeps back {{withholding}} as withholding tax where the law of its country demands it, and hands the Licensor a certificate for each payment.'],
    ['Retenue à la source', 'Le Licencié retient {{withholding}} à la source lorsque la loi de son pays l’exige et remet au Concédant une attestation pour chaque paiement.'],
  ),
  clause(
    BOTH,
    'materials',
    ['Delivery', 'The Licensor delivers the following materials.\n\n{{materials}}\n\nThe Licensee examines them within fifteen days and says in writing what is wrong with them; after that they are accepted.'],
    ['Livraison', 'Le Concédant livre le matériel suivant.\n\n{{materials}}\n\nLe Licencié l’examine dans les quinze jours et signale par écrit ce qui n’est pas conforme ; ensuite, il est accepté.'],
  ),
  clause(
    LONG,
    'always',
    ['The films', 'The Licensee shows the films whole, with their credits, and changes nothing in them beyond what the law or the adaptation of language demands. It may use up to three minutes of each film to announce it.'],
    ['Les films', 'Le Licencié diffuse les films en entier, avec leurs génériques, et n’y change rien au-delà de ce qu’exigent la loi ou l’adaptation linguistique. Il peut utiliser jusqu’à trois minutes de chaque film pour l’annoncer.'],
  ),
  clause(
    LONG,
    'always',
    ['End', 'A party that does not do what it promised, and has not put it right within thirty days after it was asked to in writing, gives the other the right to end the agreement. Rights that were paid for and used until then stay settled.'],
    ['Fin', 'La partie qui manque à ses engagements et n’y remédie pas dans les trente jours suivant une demande écrite donne à l’autre le droit de mettre fin à l’accord. Ce qui a été payé et exploité jusque-là reste acquis.'],
  ),
  clause(
    ALL,
    'always',
    ['Law and courts', 'The law of {{law}} applies. Disputes go to the courts of {{court}}.'],
    ['Droit et tribunaux', 'Le droit applicable est celui de : {{law}}. Les litiges relèvent des tribunaux de : {{court}}.'],
  ),
  clause(
    ALL,
    'always',
    ['Signature', 'This document binds the parties once both have signed it, on paper or electronically. It was drawn up on {{date}} for signature by {{house_signatory}} for the Licensor and {{buyer_signatory}} for the Licensee.'],
    ['Signature', 'Le présent document engage les parties dès que toutes deux l’ont signé, sur papier ou par voie électronique. Il a été établi le {{date}} pour être signé par {{house_signatory}} pour le Concédant et par {{buyer_signatory}} pour le Licencié.'],
  ),
].map((each, at) => ({ ...each, place: (at + 1) * 10 })) // prettier-ignore
