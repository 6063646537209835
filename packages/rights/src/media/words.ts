/** What contracts and price lists call media, by the leaves they mean; and what they say that means too many things. */
import type { Advice } from '../expression-error.ts'
import { ALL_MEDIA, type MediaSet, mediaOf, mediaOfBranch } from './media-set.ts'
import { MEDIA, MEDIA_TREE } from './tree.ts'

/** Synonyms by codes of leaves or branches. "Linear" is what a channel sends out; not what goes with it on the web. */
const SYNONYMS: Record<string, readonly string[]> = {
  all: ['All', 'All rights', 'All media', 'All media rights', 'All exploitation rights', 'Tous droits', 'Tous les droits', 'Tous médias', 'Tous les médias', 'Tout', 'Tous supports', 'Alle Rechte', 'Alle Medien', 'Todos los derechos', 'Todos los medios', 'Tutti i diritti', 'Tutti i media'],
  theatrical: ['Cinema', 'Theatres', 'Theaters', 'Cinéma', 'Cinémas', 'Salle', 'Salles de cinéma', 'En salles', 'En salle', 'Au cinéma', 'In cinemas', 'In theatres', 'In theaters', 'Exploitation en salles', 'Kino', 'Kinorechte', 'Kinoauswertung', 'Cine', 'Cines', 'Salas de cine', 'En salas', 'Salas', 'Sale cinematografiche', 'Derechos cinematográficos', 'Diritti cinematografici', 'Exploitation cinématographique', 'Explotación cinematográfica', 'Sfruttamento cinematografico'],
  'non-theatrical': ['Non theatrical', 'Nontheatrical', 'Non-theatric', 'Non-theatre', 'NT', 'Non-commercial', 'Non-commercial use', 'All non-theatrical', 'Nichtgewerblich'],
  festival: ['Festival', 'Film festivals', 'Festivals de cinéma'],
  educational: ['Education', 'Schools', 'School', 'Universities', 'Libraries', 'Schools & universities', 'Éducation', 'Éducatifs', 'Scolaire', 'Écoles', 'Universités', 'Bibliothèques', 'Médiathèques', 'Bildung', 'Schulen', 'Bibliotheken', 'Universitäten', 'Hochschulen', 'Escuelas', 'Bibliotecas', 'Universidades', 'Scuole', 'Biblioteche', 'Università'],
  'public-screening': ['Public screening', 'Public performance', 'PPR', 'Community screenings', 'Projection publique', 'Séances publiques', 'Public viewing'],
  institutional: ['Institutions', 'Corporate', 'Museums', 'Institutionnels', 'Musées'],
  travel: ['Travel', 'Hospitality', 'Transports & hôtels', 'Transport & hotels', 'Transports', 'All travel'],
  inflight: ['In flight', 'IFE', 'Airline', 'Airlines', 'In-flight entertainment', 'Inflight/Airlines', 'Avion', 'Compagnies aériennes', 'À bord des avions'],
  ship: ['Ship', 'Cruise ships', 'Cruise', 'Maritime', 'Ferries', 'Bateaux', 'Navire', 'Croisières'],
  hotel: ['Hotel', 'Hotel TV', 'Hôtellerie', 'Hôtel'],
  rail: ['Trains', 'Train', 'Railways'],
  tv: ['TV', 'All TV', 'Television', 'All television', 'TV rights', 'Television rights', 'Broadcast', 'Broadcasting', 'Télé', 'Droits TV', 'Toute TV', 'Toutes TV', 'Toute télévision', 'Télédiffusion', 'Télévisuel', 'Télévisuelle', 'Télévisuels', 'Télévisuelles', 'Diffusion télévisuelle', 'Diffusion télévisée', 'Fernsehen', 'Televisione', 'All forms of television'],
  'free-tv': ['Free television', 'FTA', 'FTV', 'Free', 'Free-to-air', 'Free-to-air TV', 'Free to air television', 'Free-to-view', 'Terrestrial', 'Terrestrial TV', 'Terrestrial free TV', 'TV abierta', 'Televisión abierta', 'TV en abierto', 'Televisión en abierto', 'TV gratuita', 'Televisione gratuita', 'TV in chiaro', 'Televisione in chiaro', 'DTT', 'TNT', 'Télévision gratuite', 'Télédiffusion gratuite', 'TV gratuite', 'Télé gratuite', 'TV en clair', 'Télévision en clair', 'En clair', 'En abierto', 'In chiaro', 'Gratuite', 'Gratuita', 'Hertzien', 'Hertzienne', 'TV hertzienne', 'Télévision hertzienne', 'Frei empfangbar', 'Frei empfangbares Fernsehen'],
  'basic-tv': ['Basic', 'Basic cable', 'Basic cable & satellite', 'Basic pay TV', 'Basic television', 'Basic cable TV', 'Cable & satellite', 'Câble & satellite', 'Câble et satellite de base', 'TV de base', 'Télévision de base'],
  'pay-tv': ['Pay', 'PTV', 'PayTV', 'Pay television', 'Premium pay TV', 'Premium TV', 'Subscription TV', 'Payante', 'TV à péage', 'Télévision payante', 'Télédiffusion payante', 'Télé payante', 'TV cryptée', 'Bezahlfernsehen', 'TV de pago', 'Televisión de pago', 'TV a pagamento', 'Televisione a pagamento', 'A pagamento', 'De pago'],
  ppv: ['Pay per view TV', 'PPV TV', 'Télévision à la séance', 'À la séance'],
  'catch-up': ['Catchup', 'Catch-up TV', 'Catch-up rights', 'Replay', 'TV de rattrapage', 'Télévision de rattrapage', 'CUTV', 'Mediathek', 'Droits de rattrapage'],
  simulcast: ['Simulcasting', 'Simulcast streaming', 'Diffusion simultanée', 'Simultané'],
  'free-tv basic-tv pay-tv': ['Linear', 'Linear TV', 'Linear television', 'Linéaire', 'TV linéaire', 'Télévision linéaire', 'Free, basic & pay TV', 'Free, pay & basic TV'],
  'free-tv pay-tv': ['Free & pay TV', 'Free & pay television', 'Free/Pay TV', 'Pay & free TV', 'Free + pay TV', 'Free TV/Pay TV', 'TV gratuite & payante', 'Télévision gratuite & payante'],
  'basic-tv pay-tv': ['Basic & pay TV', 'Basic & premium pay TV', 'All pay TV'],
  'free-tv basic-tv': ['Free & basic TV'],
  vod: ['VOD', 'All VOD', 'V.O.D.', 'VàD', 'VAD', 'Toute VOD', 'Toute la VOD', 'Toute VàD', 'Vidéo à la demande', 'Vídeo bajo demanda', 'Vídeo a la carta', 'Video-on-Demand', 'On demand', 'À la demande', 'VOD rights'],
  tvod: ['T-VOD', 'DTR', 'Download to rent', 'Rental VOD', 'Digital rental', 'Electronic rental', 'Transactional VOD', 'PVOD', 'P-VOD', 'Premium VOD', 'Rental', 'VOD locative', 'Location', 'Location VOD', 'VàD à l’acte', 'iVOD', 'Pay VOD'],
  est: ['E-ST', 'EST VOD', 'DTO', 'D2O', 'Electronic sell-through', 'Download', 'Digital purchase', 'Achat définitif', 'VOD définitive', 'VOD achat', 'Téléchargement'],
  'tvod est': ['DTO/DTR', 'DTR/DTO', 'TVOD/EST', 'EST/TVOD', 'Transactional'],
  svod: ['S-VOD', 'Subscription VOD', 'Subscription video on demand', 'VàDA', 'VADA', 'VàD par abonnement', 'VAD par abonnement', 'Vidéo à la demande par abonnement', 'Abo-VOD', 'Vídeo bajo demanda por suscripción', 'SVOD por suscripción'],
  avod: ['A-VOD', 'Ad-supported VOD', 'Advertising VOD', 'Advertising-supported VOD', 'VàD avec publicité', 'VOD avec publicité', 'VOD avec pub', 'VOD gratuite avec publicité', 'VOD gratuite avec pub', 'VàD gratuite avec publicité', 'VOD financée par la publicité', 'Gratuite financée par la publicité', 'Financée par la publicité', 'Vidéo à la demande financée par la publicité', 'Vidéo à la demande gratuite financée par la publicité'],
  fast: ['F.A.S.T.', 'FAST channel', 'FAST channels', 'FAST TV', 'Free ad-supported streaming TV', 'Chaîne FAST'],
  fvod: ['F-VOD', 'VàD gratuite', 'Free video on demand'],
  'dvd-blu-ray': ['DVD', 'Blu-ray', 'Bluray', 'DVD/Blu-ray', 'Home video', 'Homevideo', 'Videogram', 'Videograms', 'Video cassettes', 'Physical', 'Physical home video', 'Physical video', 'Vidéogrammes', 'Vidéogramme', 'Support physique', 'Supports physiques', 'Édition vidéo', 'Vidéo physique'],
  derived: ['Derived', 'Derivative rights', 'Derivatives', 'Droits dérivés', 'Dérivés', 'Nebenrechte'],
  clips: ['Clip', 'Clip rights', 'Clip sales', 'Extracts', 'Excerpts', 'Footage', 'Stock footage', 'Stock', 'Extrait', 'Stock-shots', 'Archive use', 'Archive footage', 'Archive rights', 'Vente d’extraits'],
  format: ['Format rights', 'Formats', 'Remake', 'Remakes', 'Remake rights', 'Droit de remake', 'Droits de format'],
  merchandising: ['Merchandise', 'Licensing & merchandising'],
  publishing: ['Publication', 'Book', 'Books', 'Edition', 'Print publishing', 'Livre', 'Livres', 'Droits d’édition'],
} // prettier-ignore

const which = (en: string, fr: string): Advice => ({ en: `Say which: ${en}.`, fr: `Précisez : ${fr}.` })

/** Words that deals use for quite different media: to guess would be to sell what was not sold. */
export const REFUSED: readonly { phrases: readonly string[]; advice: Advice }[] = [
  {
    phrases: ['Digital', 'Digital rights', 'Numérique', 'Droits numériques', 'Internet', 'Internet rights', 'Online', 'On-line', 'En ligne', 'Web', 'Streaming', 'OTT', 'New media', 'Nouveaux médias', 'Mobile', 'Non-linear', 'Nonlinear', 'Non-linéaire', 'IPTV'],
    advice: which('“VOD” (all of it), “SVOD”, “TVOD”, “AVOD”, “FAST”, “catch-up”, “simulcast”', '« VOD » (toute), « SVOD », « TVOD », « AVOD », « FAST », « rattrapage », « diffusion simultanée »'),
  },
  { phrases: ['Cable', 'Satellite', 'Câble', 'DTH', 'Cable TV', 'Satellite TV', 'Premium'], advice: which('“basic TV” or “pay TV”', '« TV de base » ou « TV payante »') },
  { phrases: ['Video', 'Vidéo', 'Videos'], advice: which('“DVD & Blu-ray” or “VOD”', '« DVD et Blu-ray » ou « VOD »') },
  { phrases: ['Home entertainment', 'Sell-through'], advice: which('“DVD & Blu-ray”, “TVOD”, “download to own”', '« DVD et Blu-ray », « VOD à l’acte », « téléchargement définitif »') },
  { phrases: ['Ancillary', 'Ancillary rights', 'Ancillaries', 'Droits annexes', 'Other rights', 'Autres droits'], advice: which('“travel”, “non-theatrical”, “derived rights”', '« transports et hôtels », « non commercial », « droits dérivés »') },
  { phrases: ['Audiovisual', 'Audiovisual rights', 'Droits audiovisuels'], advice: which('“all” or “TV & VOD”', '« tous droits » ou « TV et VOD »') },
] // prettier-ignore

/** Every phrase with the media it means: codes first, then the names of the tree, then synonyms. */
export function* mediaPhrases(): Generator<readonly [phrase: string, set: MediaSet]> {
  for (const { code, en, fr } of MEDIA) for (const name of [code, en, fr]) yield [name, mediaOf([code])]
  for (const { code, en, fr } of MEDIA_TREE) for (const name of [code, en, fr, `all-${code}`]) yield [name, mediaOfBranch(code)!]
  for (const [codes, names] of Object.entries(SYNONYMS)) {
    const set = codes.split(' ').reduce((sum, code) => sum | setOf(code), 0) // prettier-ignore
    for (const name of names) yield [name, set]
  }
}

const setOf = (code: string): MediaSet => (code === 'all' ? ALL_MEDIA : (mediaOfBranch(code) ?? mediaOf([code])))
