/** The media of the trade: a tree of two floors, whose leaves are bits. Source: docs/rights.md. */

export interface Branch {
  code: string
  en: string
  fr: string
  leaves: readonly Leaf[]
}
export interface Leaf {
  code: string
  en: string
  fr: string
}

const leaf = (code: string, en: string, fr: string): Leaf => ({ code, en, fr })

/** In the order in which a price list names them. A branch with one leaf of its own code is that leaf. */
export const MEDIA_TREE: readonly Branch[] = [
  { code: 'theatrical', en: 'Theatrical', fr: 'Salles', leaves: [leaf('theatrical', 'Theatrical', 'Salles')] },
  {
    code: 'non-theatrical',
    en: 'Non-theatrical',
    fr: 'Non commercial',
    leaves: [
      leaf('festival', 'Festivals', 'Festivals'),
      leaf('educational', 'Educational', 'Éducatif'),
      leaf('public-screening', 'Public screenings', 'Projections publiques'),
      leaf('institutional', 'Institutional', 'Institutionnel'),
    ],
  },
  {
    code: 'travel',
    en: 'Travel & hospitality',
    fr: 'Transports et hôtels',
    leaves: [
      leaf('inflight', 'In-flight', 'Avions'),
      leaf('ship', 'Ships', 'Navires'),
      leaf('hotel', 'Hotels', 'Hôtels'),
      leaf('rail', 'Rail', 'Trains'),
    ],
  },
  {
    code: 'tv',
    en: 'Television',
    fr: 'Télévision',
    leaves: [
      leaf('free-tv', 'Free TV', 'TV gratuite'),
      leaf('basic-tv', 'Basic TV', 'TV de base (câble et satellite)'),
      leaf('pay-tv', 'Pay TV', 'TV payante'),
      leaf('ppv', 'Pay-per-view', 'Paiement à la séance'),
      leaf('catch-up', 'Catch-up', 'Rattrapage'),
      leaf('simulcast', 'Simulcast', 'Diffusion simultanée'),
    ],
  },
  {
    code: 'vod',
    en: 'Video on demand',
    fr: 'Vidéo à la demande',
    leaves: [
      leaf('tvod', 'TVOD', 'VOD à l’acte'),
      leaf('est', 'Download to own', 'Téléchargement définitif'),
      leaf('svod', 'SVOD', 'VOD par abonnement'),
      leaf('avod', 'AVOD', 'VOD avec publicité'),
      leaf('fast', 'FAST', 'Chaînes FAST'),
      leaf('fvod', 'Free VOD', 'VOD gratuite'),
    ],
  },
  {
    code: 'physical',
    en: 'Physical media',
    fr: 'Vidéo physique',
    leaves: [leaf('dvd-blu-ray', 'DVD & Blu-ray', 'DVD et Blu-ray')],
  },
  {
    code: 'derived',
    en: 'Derived rights',
    fr: 'Droits dérivés',
    leaves: [
      leaf('clips', 'Clips', 'Extraits'),
      leaf('format', 'Format & remake', 'Format et remake'),
      leaf('merchandising', 'Merchandising', 'Produits dérivés'),
      leaf('publishing', 'Publishing', 'Édition'),
    ],
  },
]

/** Every leaf in tree order; a leaf's place is its bit in a media set. */
export const MEDIA: readonly Leaf[] = MEDIA_TREE.flatMap((branch) => branch.leaves)
