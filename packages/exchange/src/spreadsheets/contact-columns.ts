/** How houses head the columns of their lists of contacts. */
import type { ContactColumn } from '@vitrine/deals/company/contact-row'
import { columnGuesser } from './guess-columns.ts'

/** English, French, German, Spanish, Italian; as `plainWords` writes them. */
const HEADINGS: Readonly<Record<Exclude<ContactColumn, 'ignore'>, string>> = {
  company:
    'company, company name, organisation, organization, organisation name, organization name, organization 1 name, firm, channel group, buyer, client, customer, account, societe, entreprise, raison sociale, structure, firma, unternehmen, empresa, compania, azienda, societa, ditta',
  kinds: 'kind, type, company type, category, nature, activity, activite, categorie, type de societe, art, kategorie, branche, tipo, categoria, attivita',
  country: 'country, country code, pays, land, pais, paese, nation, country region',
  channels: 'channel, channels, programme, programmes, strand, strands, chaine, chaines, antenne, sender, kanal, canal, canales, canale, canali',
  territory: 'territory, territories, buys for, licensed territory, territoire, territoires, zone, gebiet, gebiete, territorio, territorios, territori',
  media: 'media, rights, platforms, droits, medias, rechte, medien, derechos, medios, diritti, mezzi',
  rightsLanguages: 'language versions, versions, language rights, versions linguistiques, sprachfassungen, versiones, versioni',
  slots: 'slot, slots, looking for, looks for, needs, acquires, interests, case, cases, besoins, recherche, sendeplatz, sendeplatze, sucht, busca, cerca',
  address: 'address, postal address, mailing address, street, adresse, adresse postale, anschrift, direccion, indirizzo, address 1 formatted',
  companyPhone: 'company phone, switchboard, standard, zentrale, main phone, telephone societe, centralita',
  web: 'web, website, url, homepage, site, site web, site internet, webseite, internet, pagina web, sito, website 1 value',
  name: 'name, full name, contact, contact name, contact person, person, nom complet, nom et prenom, personne, interlocuteur, ansprechpartner, nombre completo, persona, contacto, contatto, referente, nome e cognome, display name',
  firstName: 'first name, firstname, given name, forename, prenom, vorname, nombre, nome',
  lastName: 'last name, lastname, surname, family name, nom, nom de famille, nachname, familienname, apellido, apellidos, cognome',
  email: 'email, e mail, mail, email address, e mail address, e mail 1 value, e mail 1 address, courriel, adresse mail, adresse email, adresse electronique, mailadresse, e mail adresse, correo, correo electronico, posta elettronica',
  phone: 'phone, telephone, tel, mobile, cell, phone number, direct line, phone 1 value, mobile phone, business phone, portable, telefon, handy, mobil, telefono, movil, cellulare, numero de telephone',
  role: 'role, job title, title, function, position, department, organization 1 title, fonction, poste, service, funktion, stelle, abteilung, cargo, puesto, ruolo, funzione, posizione',
  languages: 'languages, language, speaks, spoken languages, langues, langue, langues parlees, sprachen, sprache, idiomas, idioma, lingue, lingua',
  locale: 'correspondence, language of correspondence, write in, langue de correspondance, korrespondenzsprache',
  consent: 'consent, opt in, newsletter, gdpr, rgpd, consentement, dsgvo, einwilligung, consentimiento, consenso',
  note: 'note, notes, remark, remarks, comment, comments, remarque, remarques, commentaire, commentaires, bemerkung, bemerkungen, notiz, notizen, notas, nota, observaciones, commenti',
} // prettier-ignore

/**
 * What each heading of a list of contacts probably means.
 *
 * @example
 * guessContactColumns(['Société', 'Nom', 'Prénom', 'Courriel', 'Chiffre']) // ['company', 'lastName', 'firstName', 'email', 'ignore']
 */
export const guessContactColumns = columnGuesser(HEADINGS)

const NAMING: readonly ContactColumn[] = ['company', 'name', 'firstName', 'lastName', 'email']

/** The same, but that nothing is known under headings that name nobody: "Title, Territory, Media" are those of another list. */
export function guessNamedContacts(headings: readonly string[]): readonly ContactColumn[] {
  const columns = guessContactColumns(headings)
  return columns.some((column) => NAMING.includes(column)) ? columns : []
}
