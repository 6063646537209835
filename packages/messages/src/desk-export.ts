/** Words of the panel from which films leave as a file. */
import { inEveryLocale, plural } from './locale.ts'

const n = (locale: 'en' | 'fr', count: number, one: string, other: string) =>
  `${new Intl.NumberFormat(locale).format(count)} ${plural(locale, count, { one, other })}`

export const deskExport = inEveryLocale(
  {
    title: 'Export',
    format: 'Format',
    columns: 'Columns',
    all: 'All',
    none: 'None',
    listed: (count: number) => `Export the ${n('en', count, 'film listed', 'films listed')}`,
    ticked: (count: number) => `Export the ${n('en', count, 'film chosen', 'films chosen')}`,
    take: 'Download',
    table: 'Table',
    screeners: 'Export the screeners',
    allViewings: 'Export everything that was watched',
    pack: 'Festival pack (ZIP)',
  },
  {
    title: 'Exporter',
    format: 'Format',
    columns: 'Colonnes',
    all: 'Toutes',
    none: 'Aucune',
    listed: (count) => `Exporter ${n('fr', count, 'film de la liste', 'films de la liste')}`,
    ticked: (count) => `Exporter ${n('fr', count, 'film choisi', 'films choisis')}`,
    take: 'Télécharger',
    table: 'Tableau',
    screeners: 'Exporter les liens de visionnage',
    allViewings: 'Exporter tout ce qui a été regardé',
    pack: 'Dossier de festival (ZIP)',
  },
)
