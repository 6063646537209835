/** What the command line says of formats: films out, files in, one format into another. */
import { LIST_FILES } from './list-import.ts'
import { inEveryLocale } from './locale.ts'

export const cliExchange = inEveryLocale(
  {
    exportFormat: 'json, text, markdown, html or csv: the catalogue as this house keeps it; or a format of the trade: ',
    exportVersion: 'of the format, where it has several (default: its newest)',
    exportId: 'only this title, by its id; may be given several times',
    list: 'write a list as a file: deals, requests, tasks, deliverables, screeners, viewings, markets, meetings, invoices or figures',
    listFormat: 'csv or xlsx',
    listTable: 'of the figures: which table',
    chosenColumns: 'which columns of a spreadsheet, in which order, parted by commas (otherwise all of them)',
    exportColumn:
      'of a list (titles-csv, titles-xlsx), a column by its key (title, year, lengths…), in the order given; may be given several times',
    packOne: 'Name the film, one, with --id.',
    packed: (path: string, missing: number) =>
      missing === 0
        ? `${path}: everything that entry forms ask for is there.`
        : `${path}: ${missing} things that entry forms ask for are missing; entry.txt names them.`,
    lost: (title: string, fields: string) => `${title}: no place for ${fields}`,
    lostCount: (films: number) => (films === 1 ? '1 film lost something:' : `${films} films lost something:`),
    nothingLost: 'Nothing was lost.',
    written: (films: number, path: string) => `${films === 1 ? '1 film' : `${films} films`} written to ${path}.`,
    licensee: 'of avails: only the licences of this platform',
    unsaid: (count: number) => `What avails have no word for (${count}):`,
    availsWritten: (avails: number, path: string) => `${avails === 1 ? '1 avail' : `${avails} avails`} written to ${path}.`,
    outNeeded: 'This format is one file: name it with --out.',
    catalogue: 'print a catalogue for a market, as PDF: 1 to 200 titles',
    catalogueOut: 'file to write',
    catalogueMarket: 'the market, or whatever it is called after',
    catalogueWhere: 'where and when, as it stands on the cover',
    catalogueYear: 'default: this year',
    catalogueCollection: 'the published titles of this collection',
    catalogueTheme: 'the published titles of this theme; may be given several times',
    cataloguePaper: 'a4 or letter',
    cataloguePerPage: 'titles on a page: 1 or 2',
    catalogueLocale: 'the language it is in (default: yours)',
    cataloguePrinters: 'for a printing works: bleed, crop marks, inks',
    print: 'print a paper of the house as PDF: a one-sheet, a shortlist, an availability list, contact cards',
    printWhich:
      'of a one-sheet the film’s address, of a shortlist or an availability list the secret of its link, of cards the market’s id',
    printEach: 'of cards: how many of each',
    printed: (path: string) => `Printed to ${path}.`,
    convert: 'turn a file of one format into another; says what could not be carried',
    convertTo: 'the format to write: ',
    convertOut: 'file to write (otherwise standard output)',
    notRead: (file: string) => `${file} is of no format that comes in.`,
    notWritten: (format: string) => `Films do not go out as ${format}.`,
    noFilm: (file: string) => `${file} has no film in it.`,
    noLicence: (file: string) => `${file} says nothing of licences, and Avails are nothing else.`,
    noVersion: (versions: string) => `One of these versions: ${versions}.`,
    staged: (file: string, films: number, format: string) =>
      `${file}: ${films === 1 ? '1 film' : `${films} films`} (${format}) waiting at the desk under “What comes in”.`,
    takenIn: (file: string, created: number, changed: number, unchanged: number, left: number) =>
      `${file}: ${created} new, ${changed} changed, ${unchanged} with nothing new, ${left} left to be decided at the desk.`,
    licencesWait: (count: number) =>
      `  ${count === 1 ? '1 avail' : `${count} avails`} of it can be looked at beside the rights book.`,
    licencesEntered: (count: number) =>
      `  ${count === 1 ? '1 licence' : `${count} licences`} entered into the rights book; what is doubtful or against it waits at the desk.`,
    licences: 'of Avails, enter the licences that are new and plain into the rights book: as draft or as signed',
    take: 'of what waits (lists, standard files, and with --stage sheets), take at once what is plain; what is doubtful waits at the desk either way',
    stage:
      'all sheets wait at the desk under “What comes in”, new films too, where they are looked through, taken and taken back',
    update:
      'sheets of titles that are in the catalogue change them at once, where nobody edited them by hand; without it they wait at the desk beside their titles',
    importRules: `What lands where:
  a sheet of a film that is new         becomes a draft at once (--publish: public, where it was read without doubts)
  a sheet that would change a title     waits at the desk under “Drop a sheet”, field by field beside it (--update: changes it, unless
                                        somebody edited it by hand)
  a sheet that is called nearly as one  waits at the desk beside it
  lists (${LIST_FILES}) and files of the trade (MEC, Avails, EBUCore, JSON-LD, TMDB, Wikidata, another Vitrine)
                                        wait at the desk under “What comes in” (--take: what is plain is taken)
The whole of it is taken back by one command, which is said at the end.`,
    'waits.changes-title': 'would change its title: waits at the desk beside it',
    'waits.alike': 'may be a title that is there already: waits at the desk beside it',
    'waits.edited-by-hand': 'somebody edited its title by hand: waits at the desk beside it',
    'waits.published': 'its title is public: waits at the desk beside it',
    stageStopped: 'Stopped. What was handed in waits; run it again to go on: no file waits twice.',
    takeBack: (id: string) => `  To take it back: vitrine import-undo ${id}`,
    undoAbout: 'take back what was taken of a file that came in, by the id that the import said; what somebody did since stays',
    importUndone: (removed: number, restored: number, withdrawn: number, waiting: number) =>
      `Taken back: ${removed} new titles are gone, ${withdrawn} that it had published are withdrawn, ${restored} say again what they said; ${waiting} sheets wait no longer.`,
    undone: (removed: number, restored: number, withdrawn: number) =>
      `${removed} new ${removed === 1 ? 'title' : 'titles'} gone again, ${restored} as before, ${withdrawn} ${withdrawn === 1 ? 'licence' : 'licences'} withdrawn. The films wait as they did.`,
    keptInUse: 'kept: something rests on it now',
    keptPublished: 'kept: it is public',
    keptChanged: 'what somebody changed since is kept',
  },
  {
    exportFormat: 'json, text, markdown, html ou csv : le catalogue tel que la maison le tient ; ou un format du métier : ',
    exportVersion: 'du format, quand il en a plusieurs (par défaut : la plus récente)',
    exportId: 'ce titre seulement, par son identifiant ; peut être répété',
    list: 'écrire une liste dans un fichier : deals, requests, tasks, deliverables, screeners, viewings, markets, meetings, invoices ou figures',
    listFormat: 'csv ou xlsx',
    listTable: 'des chiffres : quel tableau',
    chosenColumns: 'quelles colonnes d’un tableau, dans quel ordre, séparées par des virgules (sinon toutes)',
    exportColumn:
      'd’une liste (titles-csv, titles-xlsx), une colonne par sa clé (title, year, lengths…), dans l’ordre donné ; peut être répété',
    packOne: 'Nommez le film, un seul, par --id.',
    packed: (path, missing) =>
      missing === 0
        ? `${path} : tout ce que demandent les formulaires y est.`
        : `${path} : il manque ${missing} choses que demandent les formulaires ; entry.txt les nomme.`,
    lost: (title, fields) => `${title} : pas de place pour ${fields}`,
    lostCount: (films) => (films === 1 ? '1 film a perdu quelque chose :' : `${films} films ont perdu quelque chose :`),
    nothingLost: 'Rien n’a été perdu.',
    written: (films, path) => `${films === 1 ? '1 film écrit' : `${films} films écrits`} dans ${path}.`,
    licensee: 'des avails : seulement les licences de cette plateforme',
    unsaid: (count) => `Ce que les avails ne savent pas dire (${count}) :`,
    availsWritten: (avails, path) => `${avails === 1 ? '1 avail écrit' : `${avails} avails écrits`} dans ${path}.`,
    outNeeded: 'Ce format tient en un fichier : nommez-le avec --out.',
    catalogue: 'imprimer un catalogue pour un marché, en PDF : de 1 à 200 titres',
    catalogueOut: 'fichier à écrire',
    catalogueMarket: 'le marché, ou ce qui donne son nom au catalogue',
    catalogueWhere: 'où et quand, tel que la couverture le dit',
    catalogueYear: 'par défaut : cette année',
    catalogueCollection: 'les titres publiés de cette collection',
    catalogueTheme: 'les titres publiés de ce thème ; peut être répété',
    cataloguePaper: 'a4 ou letter',
    cataloguePerPage: 'titres par page : 1 ou 2',
    catalogueLocale: 'la langue du catalogue (par défaut : la vôtre)',
    cataloguePrinters: 'pour un imprimeur : fonds perdus, traits de coupe, encres',
    print: 'imprimer un papier de la maison en PDF : fiche, sélection, liste de disponibilités, cartes de contact',
    printWhich:
      'd’une fiche l’adresse du film, d’une sélection ou d’une liste de disponibilités le secret de son lien, de cartes l’identifiant du marché',
    printEach: 'de cartes : combien de chacune',
    printed: (path) => `Imprimé dans ${path}.`,
    convert: 'transformer un fichier d’un format dans un autre ; dit ce qui n’a pas pu être repris',
    convertTo: 'le format à écrire : ',
    convertOut: 'fichier à écrire (sinon la sortie standard)',
    notRead: (file) => `${file} n’est d’aucun format que la maison lit.`,
    notWritten: (format) => `Les films ne sortent pas en ${format}.`,
    noFilm: (file) => `${file} ne contient aucun film.`,
    noLicence: (file) => `${file} ne dit rien de licences, et des Avails ne sont rien d’autre.`,
    noVersion: (versions) => `L’une de ces versions : ${versions}.`,
    staged: (file, films, format) =>
      `${file} : ${films === 1 ? '1 film' : `${films} films`} (${format}) en attente au bureau, sous « Ce qui arrive ».`,
    takenIn: (file, created, changed, unchanged, left) =>
      `${file} : ${created} nouveaux, ${changed} modifiés, ${unchanged} sans rien de neuf, ${left} à décider au bureau.`,
    licencesWait: (count) => `  ${count === 1 ? '1 avail se voit' : `${count} avails se voient`} à côté du registre des droits.`,
    licencesEntered: (count) =>
      `  ${count === 1 ? '1 licence saisie' : `${count} licences saisies`} au registre des droits ; ce qui est douteux ou s’y oppose attend au bureau.`,
    licences:
      'pour les Avails, saisir au registre des droits les licences nouvelles et claires : en projet (draft) ou signées (signed)',
    take: 'de ce qui attend (listes, fichiers standard, et avec --stage les fiches), reprendre aussitôt ce qui est clair ; ce qui est douteux attend au bureau dans tous les cas',
    stage:
      'toutes les fiches attendent au bureau sous « Ce qui arrive », les nouveaux films aussi, où on les regarde, les prend et les retire',
    update:
      'les fiches de titres déjà au catalogue les modifient aussitôt, là où personne ne les a modifiés à la main ; sans cela elles attendent au bureau à côté de leurs titres',
    importRules: `Ce qui va où :
  la fiche d’un film nouveau            devient aussitôt un brouillon (--publish : public, si elle a été lue sans doute)
  la fiche qui changerait un titre      attend au bureau sous « Déposer une fiche », champ par champ à côté de lui (--update : le
                                        change, sauf si quelqu’un l’a modifié à la main)
  la fiche au nom presque pareil        attend au bureau à côté du titre
  listes (${LIST_FILES}) et fichiers du métier (MEC, Avails, EBUCore, JSON-LD, TMDB, Wikidata, une autre Vitrine)
                                        attendent au bureau sous « Ce qui arrive » (--take : ce qui est clair est pris)
Le tout se retire par une commande, dite à la fin.`,
    'waits.changes-title': 'changerait son titre : attend au bureau à côté de lui',
    'waits.alike': 'peut-être un titre déjà là : attend au bureau à côté de lui',
    'waits.edited-by-hand': 'son titre a été modifié à la main : attend au bureau à côté de lui',
    'waits.published': 'son titre est public : attend au bureau à côté de lui',
    stageStopped: 'Arrêté. Ce qui a été remis attend ; relancez pour continuer : aucun fichier n’attend deux fois.',
    takeBack: (id) => `  Pour l’annuler : vitrine import-undo ${id}`,
    undoAbout:
      'annuler ce qui a été repris d’un fichier arrivé, par l’identifiant que l’import a dit ; ce qui a été fait depuis reste',
    importUndone: (removed, restored, withdrawn, waiting) =>
      `Annulé : ${removed} nouveaux titres ont disparu, ${withdrawn} qu’il avait publiés sont retirés, ${restored} disent de nouveau ce qu’ils disaient ; ${waiting} fiches n’attendent plus.`,
    undone: (removed, restored, withdrawn) =>
      `${removed} ${removed > 1 ? 'nouveaux titres retirés' : 'nouveau titre retiré'}, ${restored} comme avant, ${withdrawn} ${withdrawn > 1 ? 'licences retirées' : 'licence retirée'}. Les films attendent comme avant.`,
    keptInUse: 'gardé : quelque chose en dépend maintenant',
    keptPublished: 'gardé : il est public',
    keptChanged: 'ce qui a été modifié depuis est gardé',
  },
)
