/** Words of the pages where a copy is handed in that turned up, is followed, and is read about. The report’s own are in screening-trace.ts. */
import { formatNumber } from './format.ts'
import { inEveryLocale, plural } from './locale.ts'

export const deskTraces = inEveryLocale(
  {
    title: 'Traces',
    of: (film: string) => `${film}: whose copy is it?`,
    help: 'A copy of the film has turned up where it should not be. Hand it in: it is held against every viewing of the film’s marked screening copies, and is traced to one of them, to several, or to nobody.',
    deleted:
      'The house deletes the copy as soon as its trace is over. Keep the file that you found: its SHA-256 in the report says that it is the same.',
    takes:
      'A minute and a half of the film is needed to name one viewing among two hundred, more where several copies were mixed.',
    viewings: (n: number) =>
      `It is held against ${formatNumber('en', n)} ${plural('en', n, { one: 'viewing', other: 'viewings' })}.`,
    beyond: (n: number) =>
      `${formatNumber('en', n)} ${plural('en', n, { one: 'viewing is', other: 'viewings are' })} beyond reach: no picture of the reel they were of is left.`,
    nobodyWatched: 'Nobody has watched a marked screening copy of this film: there is nobody to whom a copy could be traced.',
    drop: 'Drop the copy here',
    dropHelp: 'MOV, MP4, MKV, MXF or MPEG-TS, up to six hours; a passage will do. It goes on where it broke off.',
    where: 'Where was it found?',
    whereHelp: 'An address, who sent it, when: it goes into the report.',
    arrived: (name: string) => `${name} has arrived whole, and waits to be traced.`,
    none: 'No copy of this film was ever traced.',
    outcome: 'Outcome',
    by: (who: string, when: string) => `${who}, ${when}`,
    'state.waiting': 'waits for a worker',
    'state.tracing': 'being traced',
    'state.done': 'done',
    'state.failed': 'failed',
    'state.cancelled': 'broken off',
    named: (n: number) => `names ${formatNumber('en', n)} ${plural('en', n, { one: 'viewing', other: 'viewings' })}`,
    nobody: 'names nobody',
    attempt: (n: number) => `attempt ${formatNumber('en', n)}`,
    left: (time: string) => `${time} left`,
    read: 'Read the report',
    cancel: 'Break off',
    cancelled: 'It is broken off, and the copy is deleted.',
    delete: 'Delete',
    deleteSure: 'Delete this trace and its report? That there was one stays in the trail.',
    gone: 'The trace is deleted.',
    back: 'Screening',
    backTo: 'All traces of the film',
    print: 'Print',
    data: 'As data (JSON)',
    viewer: 'Who',
    began: 'Began',
    last: 'Last heard of',
    device: 'On',
    watched: 'Watched',
    ofFilm: (seen: string, whole: string) => `${seen} of ${whole}`,
    sentTo: (sent: number, read: number) =>
      `${formatNumber('en', sent)} of the ${formatNumber('en', read)} segments read had been sent to this viewing`,
    lessThan: (times: string) => `less than once in ${times}`,
    colon: ': ',
    scored: (score: string, story: string, round: number) =>
      `Score ${score}, strongest under the story “${story}”; named in round ${formatNumber('en', round)}.`,
    screener: 'The screener',
    cut: 'Screening copy',
    otherReels: 'Other screening copies that it was held against',
    unweighed: (n: number) =>
      `${formatNumber('en', n)} ${plural('en', n, { one: 'viewing could not be weighed', other: 'viewings could not be weighed' })}: nothing of the reel is left, or the key does not open.`,
    segmentsHelp: 'Which variant each segment of two seconds shows, from the first that was read; a point where it is not clear.',
    segmentsFrom: (n: number) => `from segment ${formatNumber('en', n)}`,
    trail: 'The trail of the house holds the SHA-256 of this report, which nobody can rewrite:',
    notYet: 'The report is written when the trace is done.',
  },
  {
    title: 'Origine des copies',
    of: (film: string) => `${film} : à qui est cette copie ?`,
    help: 'Une copie du film est apparue là où elle ne devrait pas être. Remettez-la : elle est comparée à chaque visionnage des copies marquées du film, et attribuée à l’un d’eux, à plusieurs, ou à personne.',
    deleted:
      'La maison supprime la copie dès que la recherche est finie. Gardez le fichier trouvé : son SHA-256, dans le rapport, atteste que c’est le même.',
    takes:
      'Il faut une minute et demie du film pour désigner un visionnage parmi deux cents, davantage si plusieurs copies ont été mêlées.',
    viewings: (n: number) =>
      `Elle est comparée à ${formatNumber('fr', n)} ${plural('fr', n, { one: 'visionnage', other: 'visionnages' })}.`,
    beyond: (n: number) =>
      `${formatNumber('fr', n)} ${plural('fr', n, { one: 'visionnage est hors', other: 'visionnages sont hors' })} d’atteinte : il ne reste aucune image de la copie regardée.`,
    nobodyWatched: 'Personne n’a regardé de copie marquée de ce film : il n’y a personne à qui une copie puisse être attribuée.',
    drop: 'Déposez la copie ici',
    dropHelp: 'MOV, MP4, MKV, MXF ou MPEG-TS, six heures au plus ; un passage suffit. L’envoi reprend où il s’est interrompu.',
    where: 'Où a-t-elle été trouvée ?',
    whereHelp: 'Une adresse, qui l’a transmise, quand : le rapport le reprend.',
    arrived: (name: string) => `${name} est arrivé en entier et attend d’être analysé.`,
    none: 'Aucune copie de ce film n’a jamais été analysée.',
    outcome: 'Résultat',
    by: (who: string, when: string) => `${who}, ${when}`,
    'state.waiting': 'en attente',
    'state.tracing': 'en cours d’analyse',
    'state.done': 'terminée',
    'state.failed': 'échouée',
    'state.cancelled': 'interrompue',
    named: (n: number) => `désigne ${formatNumber('fr', n)} ${plural('fr', n, { one: 'visionnage', other: 'visionnages' })}`,
    nobody: 'ne désigne personne',
    attempt: (n: number) => `essai ${formatNumber('fr', n)}`,
    left: (time: string) => `encore ${time}`,
    read: 'Lire le rapport',
    cancel: 'Interrompre',
    cancelled: 'La recherche est interrompue, la copie est supprimée.',
    delete: 'Supprimer',
    deleteSure: 'Supprimer cette recherche et son rapport ? Le journal garde qu’elle a eu lieu.',
    gone: 'La recherche est supprimée.',
    back: 'Visionnage',
    backTo: 'Toutes les recherches du film',
    print: 'Imprimer',
    data: 'En données (JSON)',
    viewer: 'Qui',
    began: 'Début',
    last: 'Dernier signe',
    device: 'Sur',
    watched: 'Regardé',
    ofFilm: (seen: string, whole: string) => `${seen} sur ${whole}`,
    sentTo: (sent: number, read: number) =>
      `${formatNumber('fr', sent)} des ${formatNumber('fr', read)} segments lus avaient été envoyés à ce visionnage`,
    lessThan: (times: string) => `moins d’une fois sur ${times}`,
    colon: ' : ',
    scored: (score: string, story: string, round: number) =>
      `Score ${score}, le plus fort dans l’hypothèse « ${story} » ; désigné au tour ${formatNumber('fr', round)}.`,
    screener: 'Le lien de visionnage',
    cut: 'Copie de visionnage',
    otherReels: 'Autres copies de visionnage auxquelles elle a été comparée',
    unweighed: (n: number) =>
      `${formatNumber('fr', n)} ${plural('fr', n, { one: 'visionnage n’a pu être examiné', other: 'visionnages n’ont pu être examinés' })} : il ne reste rien de la copie regardée, ou la clé ne s’ouvre pas.`,
    segmentsHelp:
      'La variante que montre chaque segment de deux secondes, à partir du premier lu ; un point là où elle n’est pas nette.',
    segmentsFrom: (n: number) => `à partir du segment ${formatNumber('fr', n)}`,
    trail: 'Le journal de la maison garde le SHA-256 de ce rapport, que personne ne peut réécrire :',
    notYet: 'Le rapport est écrit quand la recherche est terminée.',
  },
)

/** Why a copy could not be traced (REEL_FAILURES of the house), where that is said otherwise than of a master. */
export const traceFailures = inEveryLocale(
  {
    empty: 'The file is empty.',
    'not-a-film': 'This is no film that can be read. Hand it in as MOV, MP4, MKV, MXF or MPEG-TS.',
    playlist: 'This is a list of other files, not a film. Such lists are never followed. Hand in the film itself.',
    broken: 'The file is damaged or cut off. Hand it in again, or save it anew with a program that can still play it.',
    'too-long': 'It is longer than six hours. Hand in a passage of it.',
    'no-space': 'The disk is full. Make room and hand it in again.',
    'cannot-write': 'The disk cannot be written to. Once that is put right, hand it in again.',
    'timed-out': 'It took longer than it may. Hand in a passage of it, or try when the machine has less to do.',
    'too-much-memory': 'It would take more memory than it may have. Hand it in in another format.',
    killed: 'The program that traced it was ended from outside. Hand it in again.',
    failed: 'It did not work; the log says why. Hand it in again.',
    'workers-died': 'Three times the program that traced it was lost with it. Is there enough memory? Hand it in again.',
    'store-down':
      'The bucket of films did not answer for long. The film and its viewings are safe; hand the copy in again once it answers.',
    'store-refuses':
      'The bucket of films does not let this house read. An administrator checks the settings of the S3; then hand it in again.',
    'no-key': 'The keys of the marks were encrypted under another secret (VITRINE_SECRET): nothing can be traced without it.',
  },
  {
    empty: 'Le fichier est vide.',
    'not-a-film': 'Ce n’est pas un film lisible. Remettez-le en MOV, MP4, MKV, MXF ou MPEG-TS.',
    playlist:
      'C’est une liste d’autres fichiers, pas un film. De telles listes ne sont jamais suivies. Remettez le film lui-même.',
    broken: 'Le fichier est abîmé ou tronqué. Remettez-le, ou réenregistrez-le avec un programme qui le lit encore.',
    'too-long': 'Il dure plus de six heures. Remettez-en un passage.',
    'no-space': 'Le disque est plein. Faites de la place et remettez-le.',
    'cannot-write': 'Le disque n’accepte pas d’écriture. Remettez-le une fois cela réparé.',
    'timed-out': 'Cela a pris plus de temps que permis. Remettez-en un passage, ou réessayez quand la machine a moins à faire.',
    'too-much-memory': 'Il faudrait plus de mémoire que permis. Remettez-le dans un autre format.',
    killed: 'Le programme d’analyse a été arrêté de l’extérieur. Remettez-le.',
    failed: 'Cela n’a pas marché ; le journal dit pourquoi. Remettez-le.',
    'workers-died': 'Trois fois, le programme d’analyse s’est perdu avec lui. La mémoire suffit-elle ? Remettez-le.',
    'store-down':
      'L’espace S3 des films n’a pas répondu pendant longtemps. Le film et ses visionnages sont en sécurité ; remettez la copie quand il répondra.',
    'store-refuses': 'L’espace S3 des films refuse la lecture. Un administrateur vérifie les réglages S3 ; remettez-la ensuite.',
    'no-key':
      'Les clés des marques ont été chiffrées sous un autre secret (VITRINE_SECRET) : sans lui, rien ne peut être attribué.',
  },
)
