/** What the columns of a rights spreadsheet can mean, and how houses head them. */
import { columnGuesser } from './guess-columns.ts'

export const RIGHTS_COLUMNS = ['ignore', 'title', 'id', 'entry', 'kind', 'exclusive', 'status', 'party', 'contract', 'territory', 'media', 'languages', 'cuts', 'from', 'to', 'event', 'event-date', 'event-months', 'expires', 'runs', 'catch-up', 'broadcasts', 'holdbacks', 'price', 'clause', 'note'] as const // prettier-ignore
export type RightsColumn = (typeof RIGHTS_COLUMNS)[number]

/** English, French, German, Spanish, Italian, Portuguese, Catalan; without accents, as `plainWords` writes them. */
const HEADINGS: Readonly<Record<Exclude<RightsColumn, 'ignore'>, string>> = {
  id: 'film reference, title id, film id, title reference, reference film, id film, code film, filmnummer, titelnummer, programme number, programme id, referencia pelicula, codice film, id titolo, referencia do filme, codigo do filme, id do filme, codigo pelicula, id pelicula, referencia de la pel licula, codi de la pel licula, id pel licula',
  title:
    'title, film, film title, programme, program, programme title, titre, titre du film, oeuvre, titel, filmtitel, sendung, werk, titulo, pelicula, obra, titolo, opera, project, production, titulo do filme, filme, programa, titulo de la pelicula, titolo del film, programma, titol, titol de la pel licula, pel licula, documental, documentario',
  entry: 'entry, entry id, entry reference, entree, reference de l entree, eintrag, entrada, voce, registo, registro, registre',
  kind: 'kind, type, nature, entry type, deal type, type of deal, art, vertragsart, tipo, genere di contratto, categorie, rights in out, in out, tipo de contrato, tipo di contratto, tipus, tipus de contracte',
  exclusive:
    'exclusive, exclusivity, excl, exclusif, exclusive rights, exclusivite, exklusiv, exklusivitat, exclusivo, exclusiva, exclusividad, esclusivo, esclusiva, esclusivita, exclusividade, direitos exclusivos, exclusiu, exclusivitat, drets exclusius, derechos exclusivos',
  status: 'status, state, etat, statut, stand, estado, stato, situacao, estat',
  party:
    'party, licensee, licensor, buyer, client, customer, broadcaster, producer, counterparty, partie, licencie, licencie e, acheteur, diffuseur, cessionnaire, cedant, mandant, ayant droit, lizenznehmer, lizenzgeber, kaufer, sender, kunde, vertragspartner, licenciatario, licenciante, comprador, cliente, emisora, licenziatario, licenziante, acquirente, emittente, company, societe, firma, licenciado, emissora, distribuidor, contraparte, llicenciatari, llicenciant, contrapart, controparte',
  contract:
    'contract, contract no, contract number, contract ref, contract reference, deal, deal no, deal number, agreement, contrat, n contrat, no contrat, numero de contrat, reference contrat, reference du contrat, vertrag, vertragsnummer, vertrags nr, vertrag nr, contrato, numero de contrato, contratto, numero contratto, ref, reference, referencia, riferimento, numero do contrato, n do contrato, n contrato, referencia do contrato, n de contrato, contracte, numero de contracte, num contracte, n contracte, n de contracte, referencia del contracte, n contratto',
  territory:
    'territory, territories, country, countries, area, region, licensed territory, territoire, territoires, pays, zone, gebiet, gebiete, lizenzgebiet, land, lander, territorio, territorios, pais, paises, territori, paese, paesi, regiao, paisos, territoris',
  media:
    'media, medium, rights, media rights, licensed rights, rights granted, licensed media, platform, platforms, exploitation, medias, droits, droits cedes, supports, modes d exploitation, medien, rechte, rechtearten, nutzungsrechte, nutzungsarten, medios, derechos, mezzi, diritti, diritti concessi, direitos, direitos cedidos, meios, derechos cedidos, drets, drets cedits, mitjans',
  languages:
    'language, languages, language version, language versions, version, versions, langue, langues, version linguistique, sprache, sprachen, sprachfassung, fassung, idioma, idiomas, lengua, lingua, lingue, versioni, linguas, versao, versoes, versiones, versione, idiomes, llengua, llengues, versio',
  cuts: 'cut, cuts, length, lengths, duration, running time, montage, montages, duree, durees, format, lange, laufzeit, schnittfassung, duracion, montaje, durata, montaggio, duracao, montagem, montagens, montajes, montaggi, durada, duracio, muntatge, muntatges',
  from: 'from, start, start date, begin, begin date, beginning, licence start, license start, term start, window start, starts, du, debut, date de debut, a partir du, debut des droits, von, ab, beginn, startdatum, lizenzbeginn, desde, inicio, fecha de inicio, dal, inizio, data inizio, data di inizio, decorrenza, de, data de inicio, a partir de, inicio dos direitos, inicio de derechos, inizio diritti, des de, inici, data d inici, data inici, inici dels drets',
  to: 'to, until, end, end date, expiry, expiry date, expires, licence end, license end, term end, window end, ends, au, fin, date de fin, jusqu au, echeance, fin des droits, bis, ende, enddatum, lizenzende, hasta, fecha de fin, vencimiento, al, fine, data fine, data di fine, scadenza, ate, fim, termo, data de fim, data final, data de termino, vencimento, fim dos direitos, fin de derechos, fecha fin, fine diritti, fins, fins a, fi, data de fi, venciment, caducitat, fi dels drets',
  event:
    'begins with, begins on event, start event, event, trigger, commence avec, evenement, fait generateur, beginnt mit, ereignis, empieza con, evento, inizia con, comeca com, acontecimento, comenca amb, esdeveniment',
  'event-date':
    'event happened on, event date, date of event, evenement survenu le, date de l evenement, ereignis am, datum des ereignisses, fecha del evento, data dell evento, data do evento, data de l esdeveniment',
  'event-months':
    'months from the event, months, term in months, mois a partir de l evenement, mois, duree en mois, monate, laufzeit in monaten, meses, mesi, meses a partir do evento, duracao em meses, duracion en meses, durata in mesi, mesos, mesos a partir de l esdeveniment, durada en mesos',
  expires:
    'option expires, option expiry, option until, option lives through, option end, option valable jusqu au, fin d option, echeance option, option bis, optionsende, opcion hasta, opzione fino al, opcao ate, fim da opcao, opcao valida ate, fin de la opcion, fine opzione, opcio fins, fi de l opcio, opcio valida fins',
  runs: 'runs, number of runs, run, broadcasts, transmissions, passages, diffusions, nombre de passages, nombre de diffusions, ausstrahlungen, anzahl ausstrahlungen, wiederholungen, pases, numero de pases, emisiones, passaggi, numero passaggi, passagens, numero de passagens, exibicoes, numero de exibicoes, emissoes, passis, nombre de passis, passades, emissions, nombre d emissions',
  'catch-up':
    'catch up days, days of catch up, catch up period, jours de rattrapage, duree de rattrapage, catch up tage, mediathekstage, dias de catch up, giorni di catch up, dias de recuperacao, dies de catch up, dies de recuperacio',
  broadcasts:
    'broadcast on, broadcast dates, transmission dates, dates of runs, diffuse le, dates de diffusion, ausgestrahlt am, sendetermine, fechas de emision, date di messa in onda, datas de emissao, datas de exibicao, emitido em, dates d emissio, emes el',
  holdbacks:
    'imposes holdbacks, holdbacks, imposed holdbacks, reserves imposees, reserves, auferlegte sperren, sperren, bloqueos, blocchi, bloqueios, reservas, bloqueos impuestos, blocchi imposti, bloquejos',
  // a column of plain sums (Price, Prix) is not meant: which price and of which currency it would not say
  price:
    'price terms, platform terms, platform prices, conditions de prix, prix plateforme, conditions plateforme, preisbedingungen, plattformpreise, condiciones de precio, precios de plataforma, condizioni di prezzo, prezzi di piattaforma, condicoes de preco, precos de plataforma, condicions de preu, preus de plataforma',
  clause:
    'clause, rights clause, wording, contract text, clause de droits, texte du contrat, klausel, wortlaut, vertragstext, clausula, clausola, clausula de direitos, texto do contrato, texto del contrato, clausula de derechos, testo del contratto, clausula de drets, text del contracte',
  note: 'note, notes, remark, remarks, comment, comments, remarque, remarques, commentaire, commentaires, bemerkung, bemerkungen, anmerkung, notiz, observaciones, nota, notas, osservazioni, commenti, observacoes, comentarios, observacions, comentaris',
}

/**
 * What each heading probably means.
 *
 * @example
 * guessColumns(['Titre', 'Licencié', 'Territoire', 'Droits', 'Début', 'Fin', 'Prix'])
 * // ['title', 'party', 'territory', 'media', 'from', 'to', 'ignore']
 */
export const guessColumns = columnGuesser(HEADINGS)
