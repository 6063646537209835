/** The report of a trace: which copy a leak is, and how it is known. A lawyer reads it; so does the person it names. */
import { formatNumber } from './format.ts'
import { inEveryLocale, plural } from './locale.ts'

const count = (locale: 'en' | 'fr', n: number, one: string, other: string) =>
  `${formatNumber(locale, n)} ${plural(locale, n, { one, other })}`

/** A probability as people read one: one in so many, rounded down to what is surely held. */
const oneIn = (locale: 'en' | 'fr', probability: number) => {
  const times = 1 / probability
  const power = 10 ** Math.floor(Math.log10(times))
  return times >= 1e12 ? '10¹²' : formatNumber(locale, Math.floor(times / power) * power)
}

export const traceWords = inEveryLocale(
  {
    title: 'Trace of a copy',
    'verdict.named': (n: number) => `This copy comes from ${count('en', n, 'viewing', 'viewings')} of this reel.`,
    'verdict.nobody': 'This copy is traced to nobody.',
    'because.nothing read': 'No segment could be read: the clip was not found in the film, or shows too little of it.',
    'because.no mark':
      'The clip is of this film, but carries no mark of this reel: it comes from the master, or from a copy that was made elsewhere.',
    'because.thin evidence': 'There is a mark, but it fits no viewing well enough to name anybody.',
    oneIn: (probability: number) => oneIn('en', probability),
    bound: (probability: number) =>
      `If nobody who is named had a part in this copy, a result like this would come about less than once in ${oneIn('en', probability)} traces.`,
    promised: (probability: number) =>
      `Nobody is named unless that is less than once in ${oneIn('en', probability)}, all viewings taken together.`,
    share: (draws: number, above: number) =>
      above === 0
        ? `Of ${formatNumber('en', draws)} invented viewings, drawn as the real ones are, none fitted as well.`
        : `Of ${formatNumber('en', draws)} invented viewings, drawn as the real ones are, ${formatNumber('en', above)} fitted as well.`,
    agrees: (agrees: number, of: number) =>
      `Same variant in ${formatNumber('en', agrees)} of ${formatNumber('en', of)} clear segments`,
    candidates: (n: number) => `${count('en', n, 'viewing', 'viewings')} weighed`,
    segments: (n: number) => `${count('en', n, 'segment', 'segments')} read`,
    nearest: 'Nearest viewings that are not named',
    'story.one': 'one copy',
    'story.two-switching': 'two copies, now one, now the other',
    'story.two-averaging': 'two copies, averaged',
    'story.three-switching': 'three copies in turns',
    'story.three-averaging': 'three copies, averaged',
    'story.five-switching': 'five copies in turns',
    'story.five-averaging': 'five copies, averaged',
    'story.symmetric': 'whatever was done (symmetric score)',
    viewing: 'Viewing',
    story: 'Fits best as',
    score: 'Score',
    overall: 'Bound over all viewings',
    round: 'Named in round',
    files: 'Files',
    'file.clip': 'The copy',
    'file.film': 'The master of the reel it was held against',
    bytesOf: (bytes: number) => count('en', bytes, 'byte', 'bytes'),
    sha256: 'SHA-256',
    custody: 'Chain of custody',
    'custody.received': 'received',
    'custody.uploaded': 'uploaded',
    'custody.traced': 'traced',
    'custody.printed': 'printed',
    'custody.handed over': 'handed over',
    'custody.deleted': 'deleted',
    found: 'Where the copy lies in the film',
    'found.in the film': 'found in the film, in time and in the picture',
    'found.not in time': 'not found in the film',
    'found.not in the picture': 'a passage of the film moves alike, but the picture is another',
    piece: (from: string, to: string, at: string) => `${from} to ${to} of the copy is the film from ${at}`,
    mirrored: 'mirrored',
    speed: (percent: string) => `at ${percent} of the film’s speed`,
    scale: (across: string, down: string) => `picture enlarged to ${across} across and ${down} down`,
    turned: (degrees: string) => `turned by ${degrees}°`,
    pictures: (read: number, strange: number) =>
      `${count('en', read, 'picture', 'pictures')} compared, ${formatNumber('en', strange)} of them not the film’s`,
    method: 'Method',
    'method.mark':
      'Each two seconds of picture exist in two variants that differ by a faint secret pattern. Each viewing gets its own sequence of variants, drawn by a key of its own.',
    'method.read':
      'The copy is laid over the film, what the film explains is taken away, and what is left is held against the secret pattern of each segment.',
    'method.weigh':
      'An innocent viewing’s sequence is independent of whatever was leaked. So how often chance makes one fit as well can be reckoned exactly, whatever was done to the copy.',
    versions: 'Versions',
    limits: 'What this does not say',
    'limit.a viewing is not a person':
      'A viewing is a link that was opened on a device. Who sat before it, and who had the device or the link, is not known from the picture.',
    'limit.keys were secret':
      'The figures hold as long as nobody but the house could read the keys of the reel and of the viewings.',
    'limit.nearest is not named': 'Viewings that come near without being named are no suspects: somebody always comes nearest.',
    'limit.nobody clears nobody': 'That nobody is named clears nobody.',
    'limit.short': 'Little was read: less than a minute and a half of marked picture seldom names anybody.',
    'limit.there may be others': 'Several copies were put together. Others than those named may have had a part.',
    'limit.read in part': 'Only a part of the copy was read.',
    'limit.other pictures in it': 'Some pictures in the copy are not the film’s; they were left out.',
  },
  {
    title: 'Origine d’une copie',
    'verdict.named': (n: number) => `Cette copie provient de ${count('fr', n, 'visionnage', 'visionnages')} de cette bobine.`,
    'verdict.nobody': 'L’origine de cette copie n’est attribuée à personne.',
    'because.nothing read': 'Aucun segment n’a pu être lu : l’extrait n’a pas été retrouvé dans le film, ou en montre trop peu.',
    'because.no mark':
      'L’extrait est bien de ce film, mais ne porte aucune marque de cette bobine : il vient du master, ou d’une copie faite ailleurs.',
    'because.thin evidence': 'Il y a une marque, mais elle ne correspond assez bien à aucun visionnage pour désigner quelqu’un.',
    oneIn: (probability: number) => oneIn('fr', probability),
    bound: (probability: number) =>
      `Si aucune des personnes désignées n’avait eu part à cette copie, un tel résultat se produirait moins d’une fois sur ${oneIn('fr', probability)} recherches.`,
    promised: (probability: number) =>
      `Personne n’est désigné à moins que ce soit moins d’une fois sur ${oneIn('fr', probability)}, tous visionnages confondus.`,
    share: (draws: number, above: number) =>
      above === 0
        ? `Sur ${formatNumber('fr', draws)} visionnages inventés, tirés comme les vrais, aucun ne correspondait aussi bien.`
        : `Sur ${formatNumber('fr', draws)} visionnages inventés, tirés comme les vrais, ${formatNumber('fr', above)} correspondaient aussi bien.`,
    agrees: (agrees: number, of: number) =>
      `Même variante dans ${formatNumber('fr', agrees)} des ${formatNumber('fr', of)} segments nets`,
    candidates: (n: number) => `${count('fr', n, 'visionnage examiné', 'visionnages examinés')}`,
    segments: (n: number) => `${count('fr', n, 'segment lu', 'segments lus')}`,
    nearest: 'Visionnages les plus proches, non désignés',
    'story.one': 'une seule copie',
    'story.two-switching': 'deux copies, tantôt l’une, tantôt l’autre',
    'story.two-averaging': 'deux copies, en moyenne',
    'story.three-switching': 'trois copies à tour de rôle',
    'story.three-averaging': 'trois copies, en moyenne',
    'story.five-switching': 'cinq copies à tour de rôle',
    'story.five-averaging': 'cinq copies, en moyenne',
    'story.symmetric': 'quoi qu’on ait fait (score symétrique)',
    viewing: 'Visionnage',
    story: 'Correspond le mieux à',
    score: 'Score',
    overall: 'Borne, tous visionnages confondus',
    round: 'Désigné au tour',
    files: 'Fichiers',
    'file.clip': 'La copie',
    'file.film': 'Le master de la bobine à laquelle elle est comparée',
    bytesOf: (bytes: number) => count('fr', bytes, 'octet', 'octets'),
    sha256: 'SHA-256',
    custody: 'Chaîne de conservation',
    'custody.received': 'reçu',
    'custody.uploaded': 'déposé',
    'custody.traced': 'analysé',
    'custody.printed': 'imprimé',
    'custody.handed over': 'remis',
    'custody.deleted': 'supprimé',
    found: 'Place de la copie dans le film',
    'found.in the film': 'retrouvée dans le film, dans le temps et dans l’image',
    'found.not in time': 'non retrouvée dans le film',
    'found.not in the picture': 'un passage du film bouge de même, mais l’image est autre',
    piece: (from: string, to: string, at: string) => `de ${from} à ${to}, la copie est le film à partir de ${at}`,
    mirrored: 'en miroir',
    speed: (percent: string) => `à ${percent} de la vitesse du film`,
    scale: (across: string, down: string) => `image agrandie à ${across} en largeur et ${down} en hauteur`,
    turned: (degrees: string) => `tournée de ${degrees}°`,
    pictures: (read: number, strange: number) =>
      `${count('fr', read, 'image comparée', 'images comparées')}, dont ${formatNumber('fr', strange)} étrangères au film`,
    method: 'Méthode',
    'method.mark':
      'Chaque tranche de deux secondes d’image existe en deux variantes, qui diffèrent par un motif secret très léger. Chaque visionnage reçoit sa propre suite de variantes, tirée par une clé qui lui est propre.',
    'method.read':
      'La copie est superposée au film, ce que le film explique en est retiré, et le reste est comparé au motif secret de chaque segment.',
    'method.weigh':
      'La suite d’un visionnage innocent est indépendante de ce qui a fuité. On peut donc calculer exactement à quelle fréquence le hasard en ferait correspondre une aussi bien, quoi qu’on ait fait de la copie.',
    versions: 'Versions',
    limits: 'Ce que ceci ne dit pas',
    'limit.a viewing is not a person':
      'Un visionnage est un lien ouvert sur un appareil. L’image ne dit pas qui était devant, ni qui avait l’appareil ou le lien.',
    'limit.keys were secret':
      'Les chiffres valent tant que personne d’autre que la maison ne pouvait lire les clés de la bobine et des visionnages.',
    'limit.nearest is not named':
      'Les visionnages proches mais non désignés ne sont pas des suspects : il y a toujours quelqu’un de plus proche.',
    'limit.nobody clears nobody': 'Que personne ne soit désigné n’innocente personne.',
    'limit.short': 'Peu a été lu : moins d’une minute et demie d’image marquée désigne rarement quelqu’un.',
    'limit.there may be others':
      'Plusieurs copies ont été réunies. D’autres personnes que celles désignées peuvent y avoir eu part.',
    'limit.read in part': 'Une partie seulement de la copie a été lue.',
    'limit.other pictures in it': 'Certaines images de la copie ne sont pas du film ; elles ont été écartées.',
  },
)
