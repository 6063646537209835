/**
 * What is said of masters and subtitles that are handed in: one sentence a rule, and why a film could not be packaged. The rules are named by
 * `packages/screening`.
 */
import { formatNumber } from './format.ts'
import type { Locale } from './locale.ts'
import { formatShare } from './money.ts'
import { inBoth } from './typeset.ts'

type Values = Readonly<Record<string, string | number>>
type Sentence = Record<Locale, (values: Values) => string>

type Value = number | string | undefined

/** A place in a film: `0:12:03.5`; in French the tenth stands behind a comma. */
function place(seconds: Value, point: '.' | ','): string {
  const tenths = Math.max(0, Math.round(Number(seconds ?? 0) * 10)) || 0
  const [hours, minutes, rest] = [Math.floor(tenths / 36_000), Math.floor(tenths / 600) % 60, tenths % 600]
  return `${hours}:${String(minutes).padStart(2, '0')}:${String(Math.floor(rest / 10)).padStart(2, '0')}${point}${rest % 10}`
}
const clock = (seconds: Value) => place(seconds, '.')
const clockFr = (seconds: Value) => place(seconds, ',')

const en = (value: string | number | undefined) => formatNumber('en', Number(value ?? 0))
const fr = (value: string | number | undefined) => formatNumber('fr', Number(value ?? 0))

const MORE: Sentence = inBoth({
  en: ({ listed }) => `Only the first ${en(listed)} findings are listed.`,
  fr: ({ listed }) => `Seules les ${fr(listed)} premières remarques figurent ici.`,
})

const REPORT: Record<string, Sentence> = inBoth({
  bars: {
    en: ({ top, bottom, left, right }) =>
      `Black bars are burnt into the picture: ${en(top)} rows above, ${en(bottom)} below, ${en(left)} columns on the left, ${en(right)} on the right.`,
    fr: ({ top, bottom, left, right }) =>
      `Des bandes noires sont incrustées dans l’image : ${fr(top)} lignes en haut, ${fr(bottom)} en bas, ${fr(left)} colonnes à gauche, ${fr(right)} à droite.`,
  },
  black: {
    en: ({ from, to }) => `The picture is black from ${clock(from)} to ${clock(to)}.`,
    fr: ({ from, to }) => `L’image est noire de ${clockFr(from)} à ${clockFr(to)}.`,
  },
  'black-throughout': {
    en: () => 'The picture is black nearly throughout.',
    fr: () => 'L’image est noire presque partout.',
  },
  channels: {
    en: ({ track, channels }) => `Sound track ${track} has ${en(channels)} channels; viewers hear them in stereo.`,
    fr: ({ track, channels }) => `La piste son ${track} a ${fr(channels)} canaux ; on l’entendra en stéréo.`,
  },
  'colours-unsaid': {
    en: ({ shown }) =>
      `The file does not say how its colours are written; they are shown as ${shown}, which is usual at this size. Compare a red and a green with the master.`,
    fr: ({ shown }) =>
      `Le fichier ne dit pas comment ses couleurs sont écrites ; on les montre en ${shown}, comme il est d’usage à cette taille. Comparez un rouge et un vert avec le master.`,
  },
  'colours-unusual': {
    en: ({ shown, usual }) =>
      `The file says that its colours are written as ${shown}, and they are shown so; at this size ${usual} is usual. If reds look orange and greens pale, or the other way round, the file was labelled wrongly: have it labelled ${usual} and sent again.`,
    fr: ({ shown, usual }) =>
      `Le fichier dit ses couleurs écrites en ${shown}, et on les montre ainsi ; à cette taille, ${usual} est d’usage. Si les rouges tirent vers l’orange et les verts pâlissent, ou l’inverse, le fichier est mal étiqueté : faites-le étiqueter ${usual} et renvoyer.`,
  },
  'cut-off': {
    en: ({ ends, lasts }) =>
      `The film breaks off at ${clock(ends)}; the file says that it lasts ${clock(lasts)}. It did not come whole: have it sent again.`,
    fr: ({ ends, lasts }) =>
      `Le film s’interrompt à ${clockFr(ends)} ; le fichier dit qu’il dure ${clockFr(lasts)}. Il n’est pas arrivé entier : faites-le renvoyer.`,
  },
  'full-range': {
    en: () =>
      'The picture is written in full range (0 to 255); screeners show it in that of television (16 to 235), with the same black and white.',
    fr: () =>
      'L’image est écrite en pleine échelle (0 à 255) ; le visionnage la montre dans celle de la télévision (16 à 235), avec les mêmes noirs et blancs.',
  },
  hdr: {
    en: ({ transfer }) =>
      `The master is in high dynamic range (${transfer === 'PQ' ? 'HDR10, PQ' : transfer}); screeners show it in standard range (SDR): its light and colours are mapped, and highlights above 1,000 cd/m² become white. The grading for SDR may differ.`,
    fr: ({ transfer }) =>
      `Le master est en HDR (${transfer === 'PQ' ? 'HDR10, PQ' : transfer}) ; le visionnage le montre en SDR : lumière et couleurs sont converties, et les hautes lumières au-delà de 1 000 cd/m² deviennent blanches. Un étalonnage SDR peut être différent.`,
  },
  interlaced: {
    en: () => 'The picture is interlaced; screeners are made progressive.',
    fr: () => 'L’image est entrelacée ; elle est désentrelacée pour le visionnage.',
  },
  'language-missing': {
    en: ({ track }) => `The file does not say the language of sound track ${track}.`,
    fr: ({ track }) => `Le fichier ne dit pas la langue de la piste son ${track}.`,
  },
  loudness: {
    en: ({ track, loudness, wanted }) =>
      `Sound track ${track} is at ${en(loudness)} LUFS; broadcasters ask for ${en(wanted)} (EBU R 128).`,
    fr: ({ track, loudness, wanted }) =>
      `La piste son ${track} est à ${fr(loudness)} LUFS ; les diffuseurs demandent ${fr(wanted)} (EBU R 128).`,
  },
  more: MORE,
  'no-sound': { en: () => 'The film has no sound.', fr: () => 'Le film n’a pas de son.' },
  'pixels-not-square': {
    en: ({ width, height }) => `Its pixels are not square; it is shown at ${en(width)} × ${en(height)}.`,
    fr: ({ width, height }) => `Ses pixels ne sont pas carrés ; on le montre en ${fr(width)} × ${fr(height)}.`,
  },
  mono: {
    en: ({ track }) => `Sound track ${track} is mono; viewers hear it on both sides.`,
    fr: ({ track }) => `La piste son ${track} est en mono ; on l’entendra des deux côtés.`,
  },
  'one-sided': {
    en: ({ track, side }) => `Sound track ${track} has nothing on the ${side}: viewers hear it on one side.`,
    fr: ({ track, side }) =>
      `La piste son ${track} est muette ${side === 'left' ? 'à gauche' : 'à droite'} : on ne l’entendra que d’un côté.`,
  },
  peak: {
    en: ({ track, peak }) => `Sound track ${track} peaks at ${en(peak)} dBTP and may crackle; −1 is the most.`,
    fr: ({ track, peak }) => `La piste son ${track} culmine à ${fr(peak)} dBTP et peut grésiller ; −1 est le maximum.`,
  },
  'range-doubtful': {
    en: ({ said }) =>
      said === 'full'
        ? 'The file says that its picture is in full range (0 to 255), and its samples never leave 16 to 235: it is shown as the file says, and looks pale if that is wrong. Have it labelled as limited range and sent again.'
        : `${said === 'limited' ? 'The file says that its picture is in limited range (16 to 235)' : 'The file does not say its range'}, and its samples go far beyond 16 to 235: it is shown in limited range, and shadows and highlights are lost if it was meant in full. Have it labelled as full range and sent again.`,
    fr: ({ said }) =>
      said === 'full'
        ? 'Le fichier dit son image en pleine échelle (0 à 255), et ses valeurs ne quittent jamais 16 à 235 : on la montre comme le dit le fichier, et elle sera pâle s’il se trompe. Faites-le étiqueter en échelle limitée et renvoyer.'
        : `${said === 'limited' ? 'Le fichier dit son image en échelle limitée (16 à 235)' : 'Le fichier ne dit pas son échelle'}, et ses valeurs vont bien au-delà de 16 à 235 : on la montre en échelle limitée, et les ombres et les hautes lumières sont perdues si elle est en pleine échelle. Faites-le étiqueter en pleine échelle et renvoyer.`,
  },
  'rate-varies': {
    en: ({ average, constant }) => `Frames come unevenly, ${en(average)} a second on average; screeners play at ${en(constant)}.`,
    fr: ({ average, constant }) =>
      `Les images viennent irrégulièrement, ${fr(average)} par seconde en moyenne ; le visionnage en montre ${fr(constant)}.`,
  },
  'rate-unusual': {
    en: ({ rate, constant }) => `A rate of ${en(rate)} frames a second is unusual; screeners play at ${en(constant)}.`,
    fr: ({ rate, constant }) =>
      `Une cadence de ${fr(rate)} images par seconde est inhabituelle ; le visionnage en montre ${fr(constant)}.`,
  },
  silence: {
    en: ({ track, from, to }) => `Sound track ${track} is silent from ${clock(from)} to ${clock(to)}.`,
    fr: ({ track, from, to }) => `La piste son ${track} est muette de ${clockFr(from)} à ${clockFr(to)}.`,
  },
  'silent-track': {
    en: ({ track }) => `Sound track ${track} is silent throughout.`,
    fr: ({ track }) => `La piste son ${track} est entièrement muette.`,
  },
  'sound-ends': {
    en: ({ track, ends, lasts }) => `Sound track ${track} ends at ${clock(ends)}; the picture goes on until ${clock(lasts)}.`,
    fr: ({ track, ends, lasts }) =>
      `La piste son ${track} s’arrête à ${clockFr(ends)} ; l’image continue jusqu’à ${clockFr(lasts)}.`,
  },
  small: {
    en: ({ width, height }) => `The picture is only ${en(width)} × ${en(height)}; buyers expect 720 rows or more.`,
    fr: ({ width, height }) => `L’image ne fait que ${fr(width)} × ${fr(height)} ; les acheteurs attendent 720 lignes ou plus.`,
  },
  sampled: {
    en: ({ share }) =>
      `Black, bars and interlacing were looked for in samples, ${formatShare('en', Number(share) * 100)} of the film.`,
    fr: ({ share }) =>
      `Le noir, les bandes et l’entrelacement ont été cherchés dans des extraits, ${formatShare('fr', Number(share) * 100)} du film.`,
  },
  turned: {
    en: ({ degrees }) => `The file says to turn the picture by ${en(degrees)}°; it is.`,
    fr: ({ degrees }) => `Le fichier demande de tourner l’image de ${fr(degrees)}° ; c’est fait.`,
  },
  'wide-gamut': {
    en: ({ gamut }) => `The colours of the master go beyond a usual screen (${gamut}); screeners show them in BT.709.`,
    fr: ({ gamut }) =>
      `Les couleurs du master dépassent celles d’un écran courant (${gamut}) ; le visionnage les montre en BT.709.`,
  },
})

const SUBTITLES: Record<string, Sentence> = inBoth({
  'not-subtitles': {
    en: () => 'This is no subtitle file that is read here: SRT, WebVTT, EBU STL and TTML are.',
    fr: () => 'Ce n’est pas un fichier de sous-titres lisible ici : SRT, WebVTT, EBU STL et TTML le sont.',
  },
  'no-cues': { en: () => 'The file holds no subtitle.', fr: () => 'Le fichier ne contient aucun sous-titre.' },
  'too-large': {
    en: () => 'The file is larger than any subtitles are.',
    fr: () => 'Le fichier est plus gros qu’aucun sous-titrage.',
  },
  'not-read': {
    en: ({ line, said }) => `Line ${line} is not understood and was left out: “${said}”.`,
    fr: ({ line, said }) => `La ligne ${line} n’est pas comprise et a été omise : « ${said} ».`,
  },
  encoding: {
    en: ({ encoding }) => `The file is not in UTF-8; it was read as ${encoding}. Check the accents.`,
    fr: ({ encoding }) => `Le fichier n’est pas en UTF-8 ; il a été lu comme du ${encoding}. Vérifiez les accents.`,
  },
  backwards: {
    en: ({ number, at }) => `Subtitle ${number} (${clock(at)}) ends before it begins.`,
    fr: ({ number, at }) => `Le sous-titre ${number} (${clockFr(at)}) finit avant de commencer.`,
  },
  overlap: {
    en: ({ number, at, by }) => `Subtitle ${number} (${clock(at)}) begins ${en(by)} s before the one before has gone.`,
    fr: ({ number, at, by }) => `Le sous-titre ${number} (${clockFr(at)}) commence ${fr(by)} s avant la fin du précédent.`,
  },
  'too-short': {
    en: ({ number, at, seconds }) => `Subtitle ${number} (${clock(at)}) stands only ${en(seconds)} s.`,
    fr: ({ number, at, seconds }) => `Le sous-titre ${number} (${clockFr(at)}) ne reste que ${fr(seconds)} s.`,
  },
  'too-long': {
    en: ({ number, at, seconds }) => `Subtitle ${number} (${clock(at)}) stands for ${en(seconds)} s.`,
    fr: ({ number, at, seconds }) => `Le sous-titre ${number} (${clockFr(at)}) reste ${fr(seconds)} s.`,
  },
  'too-fast': {
    en: ({ number, at, speed, most }) =>
      `Subtitle ${number} (${clock(at)}) must be read at ${en(speed)} characters a second; ${en(most)} is comfortable.`,
    fr: ({ number, at, speed, most }) =>
      `Le sous-titre ${number} (${clockFr(at)}) demande ${fr(speed)} caractères par seconde ; ${fr(most)} se lisent bien.`,
  },
  'line-long': {
    en: ({ number, at, length, most }) =>
      `Subtitle ${number} (${clock(at)}) has a line of ${en(length)} characters; ${en(most)} is the most.`,
    fr: ({ number, at, length, most }) =>
      `Le sous-titre ${number} (${clockFr(at)}) a une ligne de ${fr(length)} caractères ; ${fr(most)} est le maximum.`,
  },
  'lines-many': {
    en: ({ number, at, lines }) => `Subtitle ${number} (${clock(at)}) has ${en(lines)} lines; two are read at a glance.`,
    fr: ({ number, at, lines }) =>
      `Le sous-titre ${number} (${clockFr(at)}) a ${fr(lines)} lignes ; deux se lisent d’un coup d’œil.`,
  },
  'past-end': {
    en: ({ number, at }) => `Subtitle ${number} (${clock(at)}) stands beyond the end of the film.`,
    fr: ({ number, at }) => `Le sous-titre ${number} (${clockFr(at)}) tombe après la fin du film.`,
  },
  more: MORE,
})

const FAILURES: Record<string, Record<Locale, string>> = inBoth({
  'no-engine': {
    en: 'Neither ffmpeg nor node-av is on this machine: films cannot be packaged here. Install ffmpeg, or add the npm package node-av.',
    fr: 'Ni ffmpeg ni node-av ne sont sur cette machine : on ne peut pas y préparer de film. Installez ffmpeg, ou le paquet npm node-av.',
  },
  empty: { en: 'The file is empty. Send it again.', fr: 'Le fichier est vide. Envoyez-le de nouveau.' },
  'not-a-film': {
    en: 'This is no film in a format that is read here: MP4, QuickTime, Matroska, MXF, MPEG, AVI, Ogg and Windows Media are.',
    fr: 'Ce n’est pas un film dans un format lu ici : MP4, QuickTime, Matroska, MXF, MPEG, AVI, Ogg et Windows Media le sont.',
  },
  playlist: {
    en: 'This is a playlist or a script that points at other files, not a film. It was not opened. Send the film itself.',
    fr: 'C’est une liste de lecture ou un script qui renvoie à d’autres fichiers, pas un film. Elle n’a pas été ouverte. Envoyez le film lui-même.',
  },
  broken: {
    en: 'The file is damaged or was cut off on its way. Compare its size with the original, and send it again.',
    fr: 'Le fichier est abîmé ou a été coupé en route. Comparez sa taille à l’original, et envoyez-le de nouveau.',
  },
  'no-picture': { en: 'There is no picture in this file.', fr: 'Il n’y a pas d’image dans ce fichier.' },
  'dolby-vision': {
    en: 'The picture is in Dolby Vision profile 5 (or another without a picture in HDR10, HLG or SDR below it). Without Dolby’s own decoder its colours come out green and violet, so no screener was made of it. Deliver the grading in SDR (BT.709; ProRes or H.264), in HDR10 or HLG, or as Dolby Vision profile 8.',
    fr: 'L’image est en Dolby Vision profil 5 (ou un autre sans image HDR10, HLG ou SDR en dessous). Sans le décodeur de Dolby, ses couleurs virent au vert et au violet : aucun visionnage n’en a été fait. Livrez l’étalonnage SDR (BT.709 ; ProRes ou H.264), en HDR10 ou HLG, ou en Dolby Vision profil 8.',
  },
  'too-large': {
    en: 'The picture claims more pixels than any film has. It was not decoded.',
    fr: 'L’image prétend à plus de pixels qu’aucun film. Elle n’a pas été décodée.',
  },
  'too-long': {
    en: 'The file is longer than any film.',
    fr: 'La durée du fichier dépasse celle de tout film.',
  },
  'no-space': {
    en: 'The disk is full. Nothing half done was kept. Make room, and start again.',
    fr: 'Le disque est plein. Rien d’inachevé n’a été gardé. Faites de la place, et recommencez.',
  },
  'cannot-write': {
    en: 'The folder for packaged films refuses to be written. Ask who looks after the server.',
    fr: 'Le dossier des films préparés refuse l’écriture. Voyez avec qui s’occupe du serveur.',
  },
  'timed-out': {
    en: 'The work made no progress, and was given up. Start it again; if it stops at the same place, the file is damaged there.',
    fr: 'Le travail n’avançait plus et a été abandonné. Relancez-le ; s’il s’arrête au même endroit, le fichier y est abîmé.',
  },
  'too-much-memory': {
    en: 'The film takes more memory to decode than is allowed here.',
    fr: 'Ce film demande plus de mémoire à décoder qu’il n’est permis ici.',
  },
  cancelled: { en: 'The work was cancelled.', fr: 'Le travail a été annulé.' },
  killed: {
    en: 'The program that worked on the film was ended from outside, as systems do that run out of memory. Start it again.',
    fr: 'Le programme qui traitait le film a été arrêté de l’extérieur, comme le fait un système à court de mémoire. Relancez-le.',
  },
  'not-as-asked': {
    en: 'What was packaged is not what it should be, and was thrown away. The log says what was found. Start it again.',
    fr: 'Le résultat n’est pas ce qu’il devait être, et a été jeté. Le journal dit ce qui a été trouvé. Relancez.',
  },
  failed: {
    en: 'The film could not be packaged. The log has the last words of the program.',
    fr: 'Le film n’a pas pu être préparé. Le journal a les derniers mots du programme.',
  },
})

/** A finding of a technical report as a sentence. */
export const reportSentence = (locale: Locale, { rule, values }: { rule: string; values: Values }): string =>
  REPORT[rule]?.[locale](values) ?? rule

/** A finding about subtitles as a sentence. */
export const subtitleSentence = (locale: Locale, { rule, values }: { rule: string; values: Values }): string =>
  SUBTITLES[rule]?.[locale](values) ?? rule

/** Why a film could not be read or packaged, and what to do. */
export const engineFailureSentence = (locale: Locale, reason: string): string => (FAILURES[reason] ?? FAILURES.failed!)[locale]
