/**
 * The words of every letter as the house is born with them, and what stands open in them as `{{name}}`. A house may put its own
 * words in their place (docs/mail.md); the foot is never part of them.
 */
import type { LetterKind } from './letter-kinds.ts'
import type { Locale } from './locale.ts'

/**
 * What may stand open in a letter. `words` stand within a line, a `part` alone in its paragraph. A letter says every one that is
 * `needed`; one that `mayBeEmpty` takes its whole paragraph with it when there is nothing to say.
 */
export interface LetterVariable {
  readonly kind: 'words' | 'part'
  readonly needed?: true
  readonly mayBeEmpty?: true
}
export interface LetterWords {
  readonly subject: string
  readonly text: string
}
export interface LetterTemplate {
  readonly kind: LetterKind
  readonly variables: Readonly<Record<string, LetterVariable>>
  readonly words: Readonly<Record<Locale, LetterWords>>
}

const WORDS = { kind: 'words' } as const
const MAYBE = { kind: 'words', mayBeEmpty: true } as const
const NEEDED = { kind: 'words', needed: true } as const
const PART = { kind: 'part' } as const
const MAYBE_PART = { kind: 'part', mayBeEmpty: true } as const
const NEEDED_PART = { kind: 'part', needed: true } as const

const template = <const V extends Record<string, LetterVariable>>(kind: LetterKind, variables: V, en: readonly [string, ...string[]], fr: readonly [string, ...string[]]) => {
  const worded = ([subject, ...paragraphs]: readonly [string, ...string[]]): LetterWords => ({ subject, text: `${paragraphs.join('\n\n')}\n` })
  return { kind, variables, words: { en: worded(en), fr: worded(fr) } }
} // prettier-ignore

const reminder = (en: readonly [subject: string, text: string], fr: readonly [subject: string, text: string]) =>
  template(
    'reminder',
    { house: WORDS, invoice: NEEDED, issued: WORDS, due: WORDS, amount: NEEDED, account: MAYBE },
    [
      en[0],
      'Dear Madam, dear Sir,',
      en[1],
      'Account: {{account}}\nReference: {{invoice}}',
      'If your payment is on its way, please take this letter as done with.',
      'With kind regards\n{{house}}',
    ],
    [
      fr[0],
      'Madame, Monsieur,',
      fr[1],
      'Compte : {{account}}\nRéférence : {{invoice}}',
      'Si votre paiement est en route, merci de ne pas tenir compte de cette lettre.',
      'Avec nos salutations distinguées\n{{house}}',
    ],
  )

/** By what brings them about. Each subject, then each paragraph, in English and French. */
export const LETTER_TEMPLATES = {
  'sent-list': template(
    'sent-list',
    { to: WORDS, by: WORDS, house: WORDS, films: WORDS, message: MAYBE_PART, link: NEEDED },
    [
      'Availabilities from {{house}}',
      'Dear {{to}},',
      '{{message}}',
      '{{by}} of {{house}} has drawn up a list of availabilities for you ({{films}}):',
      '{{link}}',
      'The page stays as it was sent; it prints, and can be saved as PDF, Excel or CSV.',
    ],
    [
      'Disponibilités de {{house}}',
      'Bonjour {{to}},',
      '{{message}}',
      '{{by}}, de {{house}}, a établi pour vous une liste de disponibilités ({{films}}) :',
      '{{link}}',
      'La page reste telle qu’elle a été envoyée ; elle s’imprime et s’enregistre en PDF, Excel ou CSV.',
    ],
  ),
  screener: template(
    'screener',
    { to: WORDS, by: WORDS, house: WORDS, film: WORDS, expires: WORDS, message: MAYBE_PART, link: NEEDED },
    [
      'To watch: {{film}}',
      'Dear {{to}},',
      '{{message}}',
      '{{by}} of {{house}} invites you to watch {{film}}:',
      '{{link}}',
      'The link is yours alone and works through {{expires}}, on any device. Its page says what is recorded of a viewing.',
    ],
    [
      'À voir : {{film}}',
      'Bonjour {{to}},',
      '{{message}}',
      '{{by}}, de {{house}}, vous invite à regarder {{film}} :',
      '{{link}}',
      'Le lien est à vous seul et fonctionne jusqu’au {{expires}} inclus, sur tout appareil. Sa page dit ce qui est enregistré d’un visionnage.',
    ],
  ),
  // Prices stand on the page alone: a letter is read by others.
  offer: template(
    'offer',
    { to: WORDS, by: WORDS, house: WORDS, reference: WORDS, film: WORDS, films: PART, expires: MAYBE, message: MAYBE_PART, link: NEEDED }, // prettier-ignore
    [
      'Our offer {{reference}}: {{film}}',
      'Dear {{to}},',
      '{{message}}',
      '{{by}} of {{house}} makes you an offer for:',
      '{{films}}',
      'It stands until {{expires}}, and the rights are held for you until then.',
      'Read it, accept it, decline it or answer with other terms here:',
      '{{link}}',
    ],
    [
      'Notre offre {{reference}} : {{film}}',
      'Bonjour {{to}},',
      '{{message}}',
      '{{by}}, de {{house}}, vous fait une offre pour :',
      '{{films}}',
      'Elle tient jusqu’au {{expires}}, et les droits vous sont réservés jusque-là.',
      'Vous pouvez la lire, l’accepter, la refuser ou y répondre par d’autres conditions ici :',
      '{{link}}',
    ],
  ),
  'offer-answer': template(
    'offer-answer',
    { company: WORDS, answer: NEEDED, reference: WORDS, deal: WORDS, link: NEEDED },
    ['{{company}} {{answer}} ({{reference}})', '{{company}} {{answer}}: {{reference}}, {{deal}}.', '{{link}}'],
    ['{{company}} {{answer}} ({{reference}})', '{{company}} {{answer}} : {{reference}}, {{deal}}.', '{{link}}'],
  ),
  'sign-paper': template(
    'sign-paper',
    { to: WORDS, house: WORDS, paper: NEEDED, reference: WORDS, expires: WORDS, message: MAYBE_PART, link: NEEDED },
    [
      '{{house}}: {{reference}} for your signature',
      'Dear {{to}},',
      '{{message}}',
      '{{house}} asks you to sign {{paper}}:',
      '{{link}}',
      'You can read it there. To sign it you are sent a code to this address. The link is yours alone, please do not pass it on; it works until {{expires}}.',
    ],
    [
      '{{house}} : {{reference}} à signer',
      'Bonjour {{to}},',
      '{{message}}',
      '{{house}} vous invite à signer {{paper}} :',
      '{{link}}',
      'Vous pouvez le lire à cette adresse. Pour signer, un code vous est envoyé à cette même adresse électronique. Ce lien vous est personnel, ne le transmettez pas ; il fonctionne jusqu’au {{expires}}.',
    ],
  ),
  'signing-code': template(
    'signing-code',
    { house: WORDS, paper: NEEDED, code: NEEDED_PART },
    [
      '{{house}}: your code',
      'Your code to sign {{paper}}:',
      '{{code}}',
      'It works for ten minutes, on the page that you have open. If you did not ask for it, nothing happens without it.',
    ],
    [
      '{{house}} : votre code',
      'Votre code pour signer {{paper}} :',
      '{{code}}',
      'Il fonctionne dix minutes, sur la page que vous avez ouverte. Si vous ne l’avez pas demandé, rien ne se passe sans lui.',
    ],
  ),
  'paper-done': template(
    'paper-done',
    { to: WORDS, house: WORDS, paper: NEEDED, reference: WORDS },
    [
      '{{house}}: {{reference}} is signed by both',
      'Dear {{to}},',
      '{{paper}} is signed by both parties. The signed file, with the record of signatures, stands behind the link by which you signed.',
    ],
    [
      '{{house}} : {{reference}} est signé par les deux parties',
      'Bonjour {{to}},',
      '{{paper}} est signé par les deux parties. Le fichier signé, avec le relevé des signatures, se trouve derrière le lien par lequel vous avez signé.',
    ],
  ),
  seat: template(
    'seat',
    { to: WORDS, by: WORDS, house: WORDS, company: WORDS, email: NEEDED, link: NEEDED },
    [
      'Your room at {{house}}',
      'Dear {{to}},',
      '{{by}} has opened the room of {{company}} at {{house}} to you: what can be had, offers, contracts, deliverables and invoices.',
      'Go to',
      '{{link}}',
      'and enter this address ({{email}}). You are then sent a link that signs you in; there is no password.',
    ],
    [
      'Votre espace chez {{house}}',
      'Bonjour {{to}},',
      '{{by}} vous ouvre l’espace de {{company}} chez {{house}} : les disponibilités, les offres, les contrats, les livraisons et les factures.',
      'Rendez-vous à l’adresse',
      '{{link}}',
      'et indiquez cette adresse ({{email}}). Vous recevrez un lien qui vous connecte ; il n’y a pas de mot de passe.',
    ],
  ),
  welcome: template(
    'welcome',
    { to: WORDS, by: WORDS, house: WORDS, email: NEEDED, link: NEEDED },
    [
      '{{by}} has let you in at {{house}}',
      'Dear {{to}},',
      '{{by}} has given you access to {{house}}.',
      'Go to',
      '{{link}}',
      'and enter this address ({{email}}). You are then sent a link that signs you in; there is no password.',
    ],
    [
      '{{by}} vous ouvre la porte de {{house}}',
      'Bonjour {{to}},',
      '{{by}} vous a donné accès à {{house}}.',
      'Rendez-vous à l’adresse',
      '{{link}}',
      'et indiquez cette adresse ({{email}}). Vous recevrez un lien qui vous connecte ; il n’y a pas de mot de passe.',
    ],
  ),
  'reminder-1': reminder(
    [
      'Invoice {{invoice}} of {{house}}: has it escaped you?',
      'our invoice {{invoice}} of {{issued}} was payable by {{due}}, and {{amount}} of it has not reached us yet. Perhaps it has escaped your attention: may we ask you to look?',
    ],
    [
      'Facture {{invoice}} de {{house}} : un oubli ?',
      'notre facture {{invoice}} du {{issued}} était à payer avant le {{due}}, et {{amount}} ne nous sont pas encore parvenus. Il s’agit sans doute d’un oubli : pouvons-nous vous demander de vérifier ?',
    ],
  ),
  'reminder-2': reminder(
    [
      'Second reminder: invoice {{invoice}} of {{house}}',
      'we wrote to you about our invoice {{invoice}} of {{issued}}, which was payable by {{due}}. {{amount}} is still open. Please pay it within the next ten days, or tell us what keeps you from it.',
    ],
    [
      'Deuxième rappel : facture {{invoice}} de {{house}}',
      'nous vous avons écrit au sujet de notre facture {{invoice}} du {{issued}}, à payer avant le {{due}}. {{amount}} restent dus. Merci de les régler sous dix jours, ou de nous dire ce qui vous en empêche.',
    ],
  ),
  'reminder-3': reminder(
    [
      'Last reminder: invoice {{invoice}} of {{house}}',
      'in spite of two reminders {{amount}} of our invoice {{invoice}} of {{issued}}, payable by {{due}}, is open. Please pay it within eight days. Otherwise we must claim the interest and costs that the law allows for, and hold back further deliveries.',
    ],
    [
      'Dernier rappel : facture {{invoice}} de {{house}}',
      'malgré deux rappels, {{amount}} de notre facture {{invoice}} du {{issued}}, à payer avant le {{due}}, restent dus. Merci de les régler sous huit jours. À défaut nous devrons réclamer les intérêts et frais prévus par la loi et suspendre nos livraisons.',
    ],
  ),
  digest: template(
    'digest',
    { house: WORDS, things: WORDS, rights: MAYBE_PART, deals: MAYBE_PART, link: NEEDED },
    [
      '{{house}}: {{things}} to look at in the rights book and the deals',
      '{{rights}}',
      '{{deals}}',
      'All of it: {{link}}',
      'This letter goes once a week to owners and heads of rights. An owner sets the day, or ends it, in the settings of the house.',
    ],
    [
      '{{house}} : {{things}} à voir dans le registre des droits et les ventes',
      '{{rights}}',
      '{{deals}}',
      'Tout voir : {{link}}',
      'Cette lettre part une fois par semaine aux propriétaires et responsables des droits. Un propriétaire en choisit le jour, ou y met fin, dans les réglages de la maison.',
    ],
  ),
  tasks: template(
    'tasks',
    { to: WORDS, house: WORDS, things: WORDS, today: MAYBE_PART, late: MAYBE_PART, unowned: MAYBE, link: NEEDED },
    [
      '{{house}}: {{things}} to be done',
      'Dear {{to}},',
      '{{today}}',
      '{{late}}',
      '{{unowned}}',
      'Tick them off, put them off or hand them on: {{link}}',
      'This letter comes in the morning of a day on which something of yours is due or late. Whether you get it is chosen on that page.',
    ],
    [
      '{{house}} : {{things}} à faire',
      'Bonjour {{to}},',
      '{{today}}',
      '{{late}}',
      '{{unowned}}',
      'Les cocher, les reporter ou les confier : {{link}}',
      'Cette lettre arrive le matin d’un jour où une de vos tâches est à faire ou en retard. Vous choisissez sur cette page si vous la recevez.',
    ],
  ),
} satisfies Record<string, LetterTemplate>

export type TemplateName = keyof typeof LETTER_TEMPLATES
export const TEMPLATE_NAMES = Object.keys(LETTER_TEMPLATES) as readonly TemplateName[]
export const isTemplateName = (name: string): name is TemplateName => Object.hasOwn(LETTER_TEMPLATES, name)

type VariablesOf<T extends TemplateName> = (typeof LETTER_TEMPLATES)[T]['variables']
/** What the house puts in for a letter: something for every variable, null only where there may be nothing to say. */
export type LetterValues<T extends TemplateName> = {
  readonly [V in keyof VariablesOf<T>]: VariablesOf<T>[V] extends { mayBeEmpty: true } ? string | null : string
}
