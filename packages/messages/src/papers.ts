/** Deal memos and contracts: what is printed on them, what the signing page says. */
import type { Locale } from './locale.ts'
import { inBoth } from './typeset.ts'

const en = {
  kind: { memo: 'Deal memo', contract: 'Licence agreement', amendment: 'Amendment' },
  short: { memo: 'M', contract: 'C', amendment: 'A' },
  role: { house: 'Licensor', buyer: 'Licensee' },
  reference: 'Reference',
  drawnUp: (day: string) => `Drawn up on ${day}`,
  between: 'Between',
  and: 'and',
  example: 'These clauses are an example: have a lawyer read them before you sign.',
  draft: 'Draft, not for signature',
  note: 'Also agreed',
  price: 'Price',
  total: 'Total',
  packageOf: (films: number) => (films === 1 ? 'Package of 1 film' : `Package of ${films} films`),
  noVat: 'without value added tax',
  share: 'Share',
  amount: 'Amount',
  due: 'Due',
  priceChanges: 'Price and payments',
  was: 'Until now',
  becomes: 'From now on',
  nothing: '–',
  change: (number: number, from: string | null) =>
    from === null ? `Amendment ${number}, from the beginning` : `Amendment ${number}, from ${from}`,
  wholePrice: 'Price',
  payable: 'Payment',
  material: 'Material',
  by: 'By',
  signatures: 'Signatures',
  signedFor: (party: string) => `For ${party}`,
  name: 'Name',
  place: 'Place and day',
  signature: 'Signature',
  page: 'Page',
  films: (titles: string[], more: number) => (more > 0 ? `${titles.join(', ')} and ${more} more` : titles.join(', ')),
  event: {
    signature: 'signature',
    delivery: 'delivery',
    acceptance: 'acceptance of the materials',
    'licence-start': 'the first day of the licence',
    day: '',
  },
  onEvent: (event: string, days: number) => (days === 0 ? `On ${event}` : days === 1 ? `1 day after ${event}` : `${days} days after ${event}`), // prettier-ignore
  onDay: (day: string) => `On ${day}`,
  afterSignature: (days: number) => (days === 0 ? 'on signature' : days === 1 ? '1 day after signature' : `${days} days after signature`), // prettier-ignore
  beforeStart: 'before the licence begins',
  deliverable: {
    cut: 'The film',
    'language-version': 'Language version',
    subtitles: 'Subtitle files',
    'music-and-effects': 'Music and effects',
    'dialogue-list': 'Dialogue list',
    'music-cue-sheet': 'Music cue sheet',
    stills: 'Stills',
    poster: 'Poster',
    trailer: 'Trailer',
    synopsis: 'Synopsis',
    'errors-and-omissions': 'Errors and omissions certificate',
    'chain-of-title': 'Chain of title',
  },
  unnamed: {
    address: 'address to be named',
    signatory: 'a person to be named',
    law: 'a country to be named',
    court: 'a place to be named',
  },
  redline: 'Changes',
  /** A paper by its reference and its day. */
  ofDay: (reference: string, day: string) => `${reference} of ${day}`,
  redlineOf: (before: string, after: string) => (before === '' ? after : `${after} against ${before}`),
  version: (version: number) => `version ${version}`,
  unchanged: 'Nothing changed.',
  nothingBefore: 'This is the first version: there is none before it to compare it with.',
  audit: {
    title: 'Record of signatures',
    lead: 'This page and the files attached to it record how the paper before it was signed. The paper itself, byte by byte as it was shown to those who signed, is attached.',
    document: 'Document',
    hash: 'SHA-256 of the document as shown',
    signed: 'Signed',
    by: 'By',
    mail: 'Mail address, confirmed by a code',
    member: 'Signed in at the house',
    consent: 'Declared',
    opened: 'Link opened',
    codeSent: 'Code sent',
    ip: 'Internet address',
    utc: (instant: string) => `${instant} UTC`,
    level:
      'The file is sealed with the house’s own certificate (PAdES, ETSI EN 319 142). Under Regulation (EU) 910/2014 the signatures are simple electronic signatures, made with a code sent by mail; the seal shows that nothing was changed since.',
    uploaded: 'The countersigned paper was uploaded by the house',
  },
  consent: (house: string, reference: string) =>
    `I have read ${reference} and sign it electronically, with the same intent as by hand, towards ${house}. I may act for the party named.`,
  sign: {
    title: (what: string) => `Sign ${what}`,
    from: (house: string, name: string) => `${house} asks ${name} to sign this paper.`,
    read: 'Read',
    readHelp: 'This is the whole paper. What you sign is exactly this file.',
    open: 'Open the paper (PDF)',
    hash: 'Its fingerprint (SHA-256)',
    until: (day: string) => `The link works until ${day}.`,
    confirm: 'Confirm your address',
    confirmHelp: (email: string) => `A code of six digits is sent to ${email}.`,
    send: 'Send me a code',
    sendAgain: 'Send another code',
    sent: 'The code is on its way. It works for ten minutes.',
    code: 'Code',
    name: 'Your full name',
    nameHelp: 'As you sign by hand.',
    sign: 'Sign',
    mustConsent: 'Tick the declaration to sign.',
    mustName: 'Write your full name.',
    done: 'You have signed. The house signs next; you will get the file by mail when it has.',
    executed: 'Both have signed. The signed file is yours to keep.',
    file: 'Signed file (PDF)',
    wrongCode: (left: number) => (left === 0 ? 'That is not the code, and it was tried too often. Ask for another.' : left === 1 ? 'That is not the code. You can try once more.' : `That is not the code. You can try ${left} more times.`), // prettier-ignore
    tooOften: 'A code was just sent. Wait half a minute before you ask for another; after ten, ask the house for a new link.',
    over: 'This link no longer works: it has run out, or it was replaced by another. Ask the house.',
    withdrawn:
      'This paper was withdrawn: the house has taken it back, and it can no longer be signed. If you expected to sign, ask the house.',
    changed: 'The stored file is no longer the one that was sent. Do not sign; tell the house.',
    moved: 'The paper was signed or taken back meanwhile. Open the link again.',
    decline: 'I do not sign',
    declineHelp: 'The paper can then no longer be signed, and the house is told. It can send you another.',
    declineWhy: 'What should be different? (optional)',
    declineNow: 'Decline to sign',
    declined: 'You have declined to sign. The house has your answer.',
  },
}

const fr: typeof en = {
  kind: { memo: 'Lettre d’accord', contract: 'Contrat de licence', amendment: 'Avenant' },
  short: { memo: 'M', contract: 'C', amendment: 'A' },
  role: { house: 'Concédant', buyer: 'Licencié' },
  reference: 'Référence',
  drawnUp: (day) => `Établi le ${day}`,
  between: 'Entre',
  and: 'et',
  example: 'Ces clauses sont un exemple : faites-les lire par un juriste avant de signer.',
  draft: 'Brouillon, ne pas signer',
  note: 'Convenu en outre',
  price: 'Prix',
  total: 'Total',
  packageOf: (films) => (films === 1 ? 'Lot de 1 film' : `Lot de ${films} films`),
  noVat: 'hors taxe sur la valeur ajoutée',
  share: 'Part',
  amount: 'Montant',
  due: 'Exigible',
  priceChanges: 'Prix et paiements',
  was: 'Jusqu’ici',
  becomes: 'Désormais',
  nothing: '–',
  change: (number: number, from: string | null) =>
    from === null ? `Avenant ${number}, depuis l’origine` : `Avenant ${number}, à partir du ${from}`,
  wholePrice: 'Prix',
  payable: 'Paiement',
  material: 'Matériel',
  by: 'Délai',
  signatures: 'Signatures',
  signedFor: (party) => `Pour ${party}`,
  name: 'Nom',
  place: 'Lieu et date',
  signature: 'Signature',
  page: 'Page',
  films: (titles, more) => (more > 0 ? `${titles.join(', ')} et ${more} autres` : titles.join(', ')),
  event: {
    signature: 'la signature',
    delivery: 'la livraison',
    acceptance: 'l’acceptation du matériel',
    'licence-start': 'le premier jour de la licence',
    day: '',
  },
  onEvent: (event, days) => (days === 0 ? `À : ${event}` : days === 1 ? `1 jour après ${event}` : `${days} jours après ${event}`),
  onDay: (day) => `Le ${day}`,
  afterSignature: (days) => (days === 0 ? 'à la signature' : days === 1 ? '1 jour après la signature' : `${days} jours après la signature`), // prettier-ignore
  beforeStart: 'avant le début de la licence',
  deliverable: {
    cut: 'Le film',
    'language-version': 'Version linguistique',
    subtitles: 'Fichiers de sous-titres',
    'music-and-effects': 'Version internationale',
    'dialogue-list': 'Liste des dialogues',
    'music-cue-sheet': 'Relevé musical',
    stills: 'Photographies',
    poster: 'Affiche',
    trailer: 'Bande-annonce',
    synopsis: 'Synopsis',
    'errors-and-omissions': 'Attestation d’assurance erreurs et omissions',
    'chain-of-title': 'Chaîne des droits',
  },
  unnamed: {
    address: 'adresse à indiquer',
    signatory: 'une personne à désigner',
    law: 'pays à indiquer',
    court: 'lieu à indiquer',
  },
  redline: 'Modifications',
  ofDay: (reference, day) => `${reference} du ${day}`,
  redlineOf: (before, after) => (before === '' ? after : `${after} par rapport à ${before}`),
  version: (version) => `version ${version}`,
  unchanged: 'Rien n’a changé.',
  nothingBefore: 'C’est la première version : il n’y en a aucune avant elle à laquelle la comparer.',
  audit: {
    title: 'Relevé des signatures',
    lead: 'Cette page et les fichiers qui y sont joints attestent comment l’acte qui précède a été signé. L’acte lui-même, octet par octet tel qu’il a été présenté aux signataires, est joint.',
    document: 'Document',
    hash: 'SHA-256 du document présenté',
    signed: 'Signé',
    by: 'Par',
    mail: 'Adresse électronique, confirmée par un code',
    member: 'Membre de la maison, identifié',
    consent: 'Déclaration',
    opened: 'Lien ouvert',
    codeSent: 'Code envoyé',
    ip: 'Adresse internet',
    utc: (instant) => `${instant} UTC`,
    level:
      'Le fichier est scellé avec le certificat de la maison (PAdES, ETSI EN 319 142). Au sens du règlement (UE) 910/2014, les signatures sont des signatures électroniques simples, données à l’aide d’un code envoyé par courriel ; le sceau montre que rien n’a été modifié depuis.',
    uploaded: 'L’acte contresigné a été déposé par la maison',
  },
  consent: (house, reference) =>
    `J’ai lu ${reference} et le signe par voie électronique, avec la même intention qu’à la main, à l’égard de ${house}. J’ai le pouvoir d’agir pour la partie désignée.`,
  sign: {
    title: (what) => `Signer ${what}`,
    from: (house, name) => `${house} invite ${name} à signer cet acte.`,
    read: 'Lire',
    readHelp: 'Voici l’acte entier. Ce que vous signez est exactement ce fichier.',
    open: 'Ouvrir l’acte (PDF)',
    hash: 'Son empreinte (SHA-256)',
    until: (day) => `Le lien fonctionne jusqu’au ${day}.`,
    confirm: 'Confirmer votre adresse',
    confirmHelp: (email) => `Un code à six chiffres est envoyé à ${email}.`,
    send: 'M’envoyer un code',
    sendAgain: 'Envoyer un autre code',
    sent: 'Le code est en route. Il fonctionne dix minutes.',
    code: 'Code',
    name: 'Votre nom complet',
    nameHelp: 'Comme vous signez à la main.',
    sign: 'Signer',
    mustConsent: 'Cochez la déclaration pour signer.',
    mustName: 'Écrivez votre nom complet.',
    done: 'Vous avez signé. La maison signe ensuite ; vous recevrez le fichier par courriel lorsque ce sera fait.',
    executed: 'Les deux parties ont signé. Le fichier signé est à vous.',
    file: 'Fichier signé (PDF)',
    wrongCode: (left) => (left === 0 ? 'Ce n’est pas le code, et il a été essayé trop souvent. Demandez-en un autre.' : left === 1 ? 'Ce n’est pas le code. Il vous reste un essai.' : `Ce n’est pas le code. Il vous reste ${left} essais.`), // prettier-ignore
    tooOften:
      'Un code vient d’être envoyé. Attendez une demi-minute avant d’en demander un autre ; après dix, demandez un nouveau lien à la maison.',
    over: 'Ce lien ne fonctionne plus : il a expiré, ou un autre l’a remplacé. Adressez-vous à la maison.',
    withdrawn:
      'Cet acte a été retiré : la maison l’a repris et il ne peut plus être signé. Si vous comptiez le signer, adressez-vous à la maison.',
    changed: 'Le fichier conservé n’est plus celui qui a été envoyé. Ne signez pas ; prévenez la maison.',
    moved: 'L’acte a été signé ou repris entre-temps. Rouvrez le lien.',
    decline: 'Je ne signe pas',
    declineHelp: 'L’acte ne pourra plus être signé, et la maison en est avertie. Elle peut vous en envoyer un autre.',
    declineWhy: 'Que faut-il changer ? (facultatif)',
    declineNow: 'Refuser de signer',
    declined: 'Vous avez refusé de signer. La maison a votre réponse.',
  },
}

export const paperWords: Record<Locale, typeof en> = inBoth({ en, fr })
export type PaperWords = typeof en

/** What a buyer did with a paper, as the letter to whoever sees to the deal says it after their name. */
export const paperAnswers: Record<Locale, Record<'signed' | 'declined', Record<keyof typeof en.kind, string>>> = inBoth({
  en: {
    signed: { memo: 'has signed the deal memo', contract: 'has signed the licence agreement', amendment: 'has signed the amendment' }, // prettier-ignore
    declined: { memo: 'declines to sign the deal memo', contract: 'declines to sign the licence agreement', amendment: 'declines to sign the amendment' }, // prettier-ignore
  },
  fr: {
    signed: { memo: 'a signé la lettre d’accord', contract: 'a signé le contrat de licence', amendment: 'a signé l’avenant' },
    declined: { memo: 'refuse de signer la lettre d’accord', contract: 'refuse de signer le contrat de licence', amendment: 'refuse de signer l’avenant' }, // prettier-ignore
  },
})

const tag = { en: 'en-GB', fr: 'fr-FR' } as const

/**
 * An amount of minor units as people write it; `digits` is how many the currency has.
 *
 * @example
 * amountInWords('en', 'EUR', 1_250_000, 2) // "€12,500.00"
 */
export function amountInWords(locale: Locale, currency: string, minor: number, digits: number): string {
  const whole = String(Math.abs(minor)).padStart(digits + 1, '0')
  const decimal = `${minor < 0 ? '-' : ''}${whole.slice(0, whole.length - digits)}${digits === 0 ? '' : `.${whole.slice(-digits)}`}`
  // a decimal text, not a number: no sum is too large to be written exactly
  return new Intl.NumberFormat(tag[locale], { style: 'currency', currency }).format(decimal as `${number}`)
}

/** Hundredths of a percent: `3750` → "37.5 %". */
export const shareInWords = (locale: Locale, hundredths: number): string =>
  new Intl.NumberFormat(tag[locale], { style: 'percent', maximumFractionDigits: 2 }).format(hundredths / 10_000)
