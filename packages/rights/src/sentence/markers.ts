/** The words of a deal that are neither territory, medium nor language, in English and French (and the German that agents write). */
import { phraseKey, PhraseTable } from '../expression/tokens.ts'
import type { EventKind } from '../book/entry.ts'

export type Marker =
  | 'from' | 'until' | 'between' | 'after' | 'before' | 'within' | 'latest' | 'earliest' | 'latest-start'
  | 'today' | 'perpetuity' | 'exclusive' | 'non-exclusive'
  | 'theme' | 'themes' | 'produced' | 'available'
  | 'runs' | 'unlimited' | 'holdback' | 'no' | 'reserved' | 'option' | 'licensing' | 'granting' | 'yes' | 'not'
  | 'territory-label' | 'media-label' | 'language-label' | 'exclusivity-label' | 'name' | 'series' | 'noise'
  | `event:${EventKind}` // prettier-ignore

const split = (text: string): string[] => text.split(' | ')

const WRITTEN: readonly (readonly [Marker, readonly string[]])[] = [
  ['from', split("from | from the | starting | starting on | starting from | starts | start | start date | start : | début : | date de début | beginning | beginning on | begins | commencing | commencing on | commences | as from | as from the | as of | as of the | effective | effective from | with effect from | counted from | calculated from | running from | upon | since | à partir de | à partir du | à partir d’ | à partir de la | à compter de | à compter du | à compter de la | à compter d’ | à dater de | à dater du | dès | dès le | dès la | depuis | depuis le | début | débutant le | commençant le | prenant effet le | du | dated from | ab | ab dem")],
  ['until', split('until | until the | till | til | to | to the | through | thru | up to | up until | ending | ending on | ends | end date | expiring | expiring on | expires | expires on | expiry | and ending on | end : | end date : | term end | term ends | fin : | date de fin | jusqu’à | jusqu’au | jusqu’en | jusqu’à la | au | à | se terminant le | expirant le | prenant fin le | et jusqu’au | bis | bis zum')],
  ['after', split('after | following | after the | following the | post | après | après la | après le | suivant | suivant la | à l’issue de | nach')],
  ['before', split('before | before the | prior to | prior to the | avant | avant le | avant la | avant un délai de | vor')],
  ['within', split('within | within a period of | over | over a period of | during | during a period of | in the course of | sur une durée de | sur une période de | pendant | pendant une durée de | pendant une période de | dans un délai de | dans une période de | au cours de | innerhalb von')],
  ['between', split('between | between the | entre | entre le | zwischen')],
  ['latest', split('no later than | not later than | but not later than | and not later than | but at the latest | at the latest | at the latest on | at the latest by | latest | but no later than | and no later than | in any event no later than | and in any event no later than | outer date | long-stop date | longstop date | au plus tard | au plus tard le | et au plus tard le | mais au plus tard le | en tout état de cause au plus tard le')],
  ['latest-start', split('starting no later than | starting at the latest | commencing no later than | to commence no later than | to start no later than | beginning no later than | latest start | latest start date | débutant au plus tard le | commençant au plus tard le | démarrage au plus tard le')],
  ['earliest', split('not before | but not before | no earlier than | not earlier than | but no earlier than | earliest | at the earliest | earliest start | au plus tôt | au plus tôt le | et au plus tôt le | mais pas avant le | pas avant le | pas avant')],
  ['today', split('now | right now | asap | a.s.a.p. | immediately | immediate | straight away | right away | today | at once | starting now | tout de suite | immédiatement | dès maintenant | de suite | maintenant | aujourd’hui | dès que possible | sofort | ab sofort')],
  ['perpetuity', split('in perpetuity | perpetuity | perpetual | perpetually | forever | for ever | indefinite | indefinitely | without end | without an end | without end date | unlimited term | without limit of time | for the full term of copyright | for the full duration of copyright | à perpétuité | perpétuité | perpétuel | perpétuelle | perpétuels | perpétuelles | indéfiniment | sans limitation dans le temps | sans limite dans le temps | sans fin | sans limite de durée | sans limitation de durée | pour la durée légale de protection | pour toute la durée de la propriété littéraire et artistique')],
  ['exclusive', split('exclusive | exclusively | exclusive basis | on an exclusive basis | excl | exclu | exclusif | exclusifs | exclusive rights | exclusivity | exclusivité | en exclusivité | à titre exclusif | exclusivement | exclusives | de façon exclusive | exklusiv | sole | sole and exclusive')],
  ['non-exclusive', split('non-exclusive | non exclusive | nonexclusive | non-exclusively | non-excl | non excl | non-ex | non ex | nonexcl | n/excl | not exclusive | non-exclusive basis | on a non-exclusive basis | without exclusivity | no exclusivity | non-exclusif | non exclusif | non-exclusifs | non exclusifs | non-exclu | sans exclusivité | à titre non exclusif | non-exclusivité | nicht exklusiv | nicht-exklusiv')],
  ['theme', split('about | on the subject of | on the topic of | dealing with | anything on | something on | films on | documentaries on | docs on | titles on | programmes on | got on | have on | on | regarding | à propos de | au sujet de | concernant | qui parle de | qui parlent de | autour de | sur')],
  ['themes', split('theme | themes | topic | topics | subject | subjects | keyword | keywords | thème | thèmes | thématique | thématiques | sujet | sujets | mots-clés')],
  ['produced', split('produced | produced in | produced after | production year | year of production | completed | completed in | made in | released in | produit en | produits en | année de production | sorti en | sortis en | terminé en')],
  ['available', split('free for | free in | free from | free on | free to sell | still free | are free | is free | available | available for | available in | available from | avails | avail | availability | open for | still open | libre | libres | disponible | disponibles | dispo | dispos | encore libre | encore libres | encore disponibles | libre pour | libres pour | frei für')],
  ['runs', split('run | runs | broadcast runs | transmission | transmissions | airing | airings | plays | play | showing | showings | telecast | telecasts | broadcasts | passage | passages | diffusion | diffusions | multidiffusion | multidiffusions | jours de diffusion | ausstrahlung | ausstrahlungen')],
  ['unlimited', split('unlimited | unlimited number of | an unlimited number of | illimité | illimités | illimitées | illimitée | nombre illimité de | un nombre illimité de | unbegrenzt')],
  ['holdback', split('holdback | holdbacks | hold-back | hold back | hold-backs | held back | black-out | blackout | holdback on | holdback against | holdback period | gel | gel des droits | période de gel | période de réserve | réserve | fenêtre d’exclusivité | sperrfrist')],
  ['no', split('no | none | none of the | not exploit | not license | not licence | not authorise | not authorize | not sell | not to exploit | not to license | not to licence | not to authorise | not to authorize | not to sell | refrain from | shall not exploit | shall not license | shall not authorise | shall not authorize | aucun | aucune | aucune exploitation | aucune diffusion | aucune exploitation en | ne pas exploiter | à ne pas exploiter | s’interdit | s’interdit d’exploiter | s’interdit toute exploitation | pas de | pas d’exploitation')],
  ['reserved', split('reserves | reserve | reserved | reserved by | reserved to | retains | retained by | withheld | se réserve | se réserve les | réservé | réservés | réservé au | réservés au | conserve | conserve les')],
  ['option', split('option | options | an option | first option | a first option | option on | has an option | first refusal | right of first refusal | first negotiation | hold until | on hold | on hold until | option jusqu’au | en option | droit de premier refus | droit de préférence')],
  ['licensing', split('licensor | licensee | licence | license | licences | licenses | licensed | sublicense | broadcaster | buyer | acquirer | concède | concession | le diffuseur | diffuseur | acheteur | acquéreur | cessionnaire | licencié | concédant')],
  ['granting', split('sales agent | sales company | sales mandate | sales agency | agency agreement | mandate | mandates | distribution agreement | world sales | the distributor | appoints | vendeur | mandat | mandat de vente | mandate de vente | mandataire | agent de vente | agent commercial | ventes internationales | right to distribute | droit de distribuer')],
  ['territory-label', split('territory | territories | terr | terrs | licensed territory | territoire | territoires | country | countries | pays | gebiet')],
  ['media-label', split('rights | media | licensed rights | right | medias | droits | droits cédés | droits concédés | média | médias | supports | mode d’exploitation | modes d’exploitation | rechte')],
  ['language-label', split('language | languages | lang | langs | lng | language versions | licensed languages | authorised languages | authorized languages | langue | langues | versions linguistiques | versions autorisées | sprache | sprachen')],
  ['exclusivity-label', split('exclusivity : | exclusive : | exclusivité : | exclusif :')],
  ['yes', split('yes | oui | ja')],
  // "on" is nobody here, and announces no subject; "est" is a verb, and no medium
  ['noise', split('qu’est-ce que | qu’est-ce qu’ | qu’est-ce qui | est-ce que | est-ce qu’ | c’est | on cherche | on recherche | on aurait | on voudrait | on veut | on a')],
  ['noise', split('option to extend | option to renew | options to extend | renewal option | extension option | option de renouvellement | option de prolongation')],
  ['not', split('nein | non')],
  ['series', split('series | mini-series | miniseries | série | séries | mini-série')],
  ['name', split('France Télévisions | France TV | France 2 | France 3 | France 4 | France 5 | France 24 | Arte France | Arte Deutschland | BBC World | BBC World News | TV5 Monde | Canal Plus | Canal + | Rai Italia | Al Jazeera English | Discovery World | Viasat World | National Geographic')],
  ['event:delivery', split('delivery | the delivery | delivery date | date of delivery | the date of delivery | delivery of the materials | delivery of materials | delivery of the film | delivery of the programme | delivery of the master | full delivery | complete delivery | livraison | la livraison | date de livraison | la date de livraison | livraison du matériel | livraison du master | livraison du film | livraison des éléments | lieferung')],
  ['event:acceptance', split('acceptance | technical acceptance | acceptance of the materials | acceptance of materials | acceptance of delivery | date of acceptance | acceptance of the master | acceptation | l’acceptation | acceptation technique | acceptation du matériel | date d’acceptation | réception du matériel | abnahme')],
  ['event:signature', split('signature | the signature | signature of this agreement | signature of the agreement | signature of the contract | signature hereof | signing | signing of this agreement | date of signature | execution of this agreement | date of this agreement | the date of this agreement | the date hereof | date hereof | signature des présentes | la signature des présentes | signature du contrat | la signature du contrat | la signature | date de signature | la date de signature | signature du présent contrat | vertragsunterzeichnung')],
  ['event:first-broadcast', split('first broadcast | the first broadcast | first transmission | first telecast | first airing | first run | first tx | tx | date of first broadcast | the date of first broadcast | initial broadcast | licensee’s first broadcast | its first broadcast | première diffusion | la première diffusion | 1ère diffusion | premier passage | le premier passage | date de première diffusion | la date de première diffusion | sa première diffusion | erstausstrahlung | premiere | linear premiere | tv premiere | première')],
  ['event:release', split('release | first release | theatrical release | the theatrical release | local theatrical release | cinema release | local release | release date | release in the territory | sortie | sortie en salles | la sortie en salles | sortie salles | sortie nationale | sortie en salle | date de sortie | la date de sortie | kinostart')],
  ['event:payment', split('payment | full payment | payment of the licence fee | payment of the license fee | receipt of payment | payment in full | paiement | le paiement | complet paiement | paiement du prix | zahlung')],
] // prettier-ignore

/** Words that carry no term of their own. */
const NOISE =
  'a an the this that these those and or of in on at by for with into its it is are be been being was will shall may can do does did we you i us our your their they he she who what which where when how any some all such each every both either than then there here hereby herein hereof hereto thereof said as if so not also only but per via has have had got get give given need needs needed want wants wanted looking look looks searching search find show me please thanks hello hi hey dear would could should like love ask asks asking interested interest after something anything nothing everything else more most very still left open sell sold sale sales buy buying buyer buyers client clients deal deals offer offers request query film films movie movies documentary documentaries doc docs title titles programme programmes program programs one ones two version versions cut cuts length duration durations term terms period periods license-period window windows licence-period years year months month weeks week days day minutes minute min mins mn hour hours agreement contract party parties right rights grants grant granted granting granted-to grantee grantor producer producers licensor licensee distributor territory territories respect regard following throughout entire whole including include included includes without limitation limited licensed exploit exploitation exploited use distribute distribution authorised authorized hereinafter accordance subject provided however whichever occurs earlier later sooner first last date dates upon between during under pursuant number times time maximum max up broadcast broadcasting transmit transmission basis language languages format rights-granted date-of holder commence commences commencing start starts end ends total consecutive calendar fee fees ' +
  'qu auriez aurait auriez-vous le la les l un une des du de d au aux à a ce cet cette ces et ou en dans pour par avec sans sur sous que qui quoi dont où quel quelle quels quelles est sont être sera seront ont avez avons avez-vous ai as t il elle ils elles on nous vous je tu me te se s n y ne pas plus tout tous toute toutes chaque son sa ses leur leurs notre nos votre vos reste restent reste-t-il cherche cherchons recherche voudrais voudrait veut veulent besoin intéressé intéressée bonjour merci quelque chose encore aussi film films documentaire documentaires docu docus titre titres programme programmes version versions montage montages durée terme période périodes fenêtre fenêtres ans an année années mois semaines jours jour minutes contrat accord partie parties droit droits concède cède confie accorde donne distributeur producteur diffuseur bénéficiaire territoire territoires ainsi savoir soit dit dite exploitation exploiter diffuser diffusion maximum nombre langue langues date compris y-compris ' +
  'der die das und oder für im'

let table: PhraseTable<Marker> | undefined

export function markers(): PhraseTable<Marker> {
  if (table) return table
  table = new PhraseTable()
  for (const [marker, phrases] of WRITTEN) {
    for (const phrase of phrases) {
      const key = phraseKey(phrase)
      if (table.get(key) === undefined) table.set(key, marker)
    }
  }
  for (const word of NOISE.split(' ')) {
    const key = phraseKey(word)
    if (key !== '' && table.get(key) === undefined) table.set(key, 'noise')
  }
  return table
}
