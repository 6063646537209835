/** How houses head the columns of their lists of contacts. */
import type { ContactColumn } from '@vitrine/deals/company/contact-row'
import { columnGuesser, plainWords } from './guess-columns.ts'

/** English, French, German, Spanish, Italian, Portuguese, Catalan; as `plainWords` writes them. */
const HEADINGS: Readonly<Record<Exclude<ContactColumn, 'ignore'>, string>> = {
  company:
    'company, company name, organisation, organization, organisation name, organization name, organization 1 name, firm, channel group, buyer, client, customer, account, societe, entreprise, raison sociale, structure, firma, unternehmen, empresa, compania, azienda, societa, ditta, companhia, organizacao, sociedade, nome da empresa, companyia, organitzacio, societat, nom de l empresa, nombre de la empresa, organizacion, organizzazione, nome azienda',
  kinds: 'kind, type, company type, category, nature, activity, activite, categorie, type de societe, art, kategorie, branche, tipo, categoria, attivita, tipo de empresa, ramo, atividade, actividad, tipus, tipus d empresa, activitat',
  country: 'country, country code, pays, land, pais, paese, nation, country region',
  channels: 'channel, channels, programme, programmes, strand, strands, chaine, chaines, antenne, sender, kanal, canal, canales, canale, canali, canais, canals, cadenas',
  territory: 'territory, territories, buys for, licensed territory, territoire, territoires, zone, gebiet, gebiete, territorio, territorios, territori, compra para, compra per a, territoris',
  media: 'media, rights, platforms, droits, medias, rechte, medien, derechos, medios, diritti, mezzi, direitos, meios, midia, suportes, drets, mitjans, suports',
  rightsLanguages: 'language versions, versions, language rights, versions linguistiques, sprachfassungen, versiones, versioni, versoes, versoes linguisticas, versiones linguisticas, versioni linguistiche',
  slots: 'slot, slots, looking for, looks for, needs, acquires, interests, case, cases, besoins, recherche, sendeplatz, sendeplatze, sucht, busca, cerca, procura, faixas, interesses, franjas, intereses, interessi, franges, interessos',
  address: 'address, postal address, mailing address, street, adresse, adresse postale, anschrift, direccion, indirizzo, address 1 formatted, morada, endereco, endereco postal, domicilio, adreca, adreca postal, direccion postal, indirizzo postale',
  companyPhone: 'company phone, switchboard, standard, zentrale, main phone, telephone societe, centralita, telefone da empresa, telefone geral, telefono de la empresa, telefono azienda, centralino, telefon de l empresa, centraleta',
  web: 'web, website, url, homepage, site, site web, site internet, webseite, internet, pagina web, sito, website 1 value, sitio, sitio web, pagina, lloc web, sito web',
  name: 'name, full name, contact, contact name, contact person, person, nom complet, nom et prenom, personne, interlocuteur, ansprechpartner, nombre completo, persona, contacto, contatto, referente, nome e cognome, display name, pessoa, pessoa de contacto, pessoa de contato, contato, nome e apelido, nombre y apellidos, persona de contacto, nom i cognoms, persona de contacte, contacte, nome completo, nome da pessoa, persona di contatto',
  firstName: 'first name, firstname, given name, forename, prenom, vorname, nombre, nome, nome proprio, primeiro nome, nom de pila, nombre de pila',
  lastName: 'last name, lastname, surname, family name, nom, nom de famille, nachname, familienname, apellido, apellidos, cognome, apelido, apelidos, sobrenome, ultimo nome, cognom, cognoms',
  email: 'email, e mail, mail, email address, e mail address, e mail 1 value, e mail 1 address, courriel, adresse mail, adresse de messagerie, adresse email, adresse electronique, mailadresse, e mail adresse, correo, correo electronico, posta elettronica, correio eletronico, correio electronico, endereco de email, correu, correu electronic, adreca electronica, direccion de correo, indirizzo email',
  phone: 'phone, telephone, tel, mobile, cell, phone number, direct line, phone 1 value, mobile phone, business phone, portable, telefon, handy, mobil, telefono, movil, cellulare, numero de telephone, telefone, telemovel, celular, numero de telefone, numero di telefono, numero de telefon',
  role: 'role, job title, title, function, position, department, organization 1 title, fonction, titre, poste, service, funktion, stelle, abteilung, cargo, puesto, ruolo, funzione, posizione, funcao, departamento, posicao, carrec, funcio, departament, lloc de treball, dipartimento',
  languages: 'languages, language, speaks, spoken languages, langues, langue, langues parlees, sprachen, sprache, idiomas, idioma, lingue, lingua, linguas, idiomes, llengues, llengua',
  locale: 'correspondence, language of correspondence, write in, langue de correspondance, korrespondenzsprache, idioma de correspondencia, lingua de correspondencia, lingua di corrispondenza, llengua de correspondencia, idioma de la correspondencia',
  consent: 'consent, opt in, newsletter, gdpr, rgpd, consentement, dsgvo, einwilligung, consentimiento, consenso, consentimento, consentiment, boletim, butlleti',
  note: 'note, notes, remark, remarks, comment, comments, remarque, remarques, commentaire, commentaires, bemerkung, bemerkungen, notiz, notizen, notas, nota, observaciones, commenti, observacoes, comentarios, observacions, comentaris, osservazioni',
} // prettier-ignore

/**
 * What each heading of a list of contacts probably means.
 *
 * @example
 * guessContactColumns(['Société', 'Nom', 'Prénom', 'Courriel', 'Chiffre']) // ['company', 'lastName', 'firstName', 'email', 'ignore']
 */
export function guessContactColumns(headings: readonly string[]): (ContactColumn | 'ignore')[] {
  const plain = headings.map(plainWords)
  // "Nom" is the family name in French; beside "Cognoms" it is Catalan, and the first name.
  const catalan = plain.some((heading) => /^cognoms?$/.test(heading))
  const titled = plain.some((heading) => WHAT_THEY_ARE.test(heading))
  return guess(
    plain.map((heading) => {
      if (BESIDE.test(heading) || (titled && BESIDE_A_ROLE.test(heading))) return ''
      return catalan && heading === 'nom' ? 'nom de pila' : heading
    }),
  )
}
const guess = columnGuesser(HEADINGS)

/**
 * What mail programs write beside a name or an address, and is neither: middle names, how a name is spoken, of which sort an address is,
 * a second one, the assistant's. By a word in them they would be taken for what they stand beside.
 */
const BESIDE =
  /\b(?:middle|additional|phonetic|yomi|nickname|maiden|spouse|assistants?|manager|deuxieme prenom|responsable de|weitere vornamen|segundo nombre|secondo nome)\b|^(?:file as|labels?|group membership|name (?:prefix|suffix)|suffixe?|photo)$|^nom (?:complet de l adresse|du responsable|de l assistant)|^type de messagerie\b|^e mail (?:adresse )?(?:typ|type|display name|angezeigter name)$|^(?:e mail|address|website|phone|relation|event|custom field) \d (?:label|type)$|^(?:e mail|adresse de messagerie|e mail adresse) [23]\b|\b(?:messagerie|courrier electronique) [23]\b/
/** A column that says what somebody is in their company. */
const WHAT_THEY_ARE = /^(?:job title|titre|fonction|position|organi[sz]ation(?: 1)? title)$/
/** Beside such a one: "Mr", "Dr", and the part of the house. */
const BESIDE_A_ROLE = /^(?:title|service|department|abteilung|organi[sz]ation(?: 1)? department)$/

const NAMING: readonly ContactColumn[] = ['company', 'name', 'firstName', 'lastName', 'email']

/** The same, but that nothing is known under headings that name nobody: "Title, Territory, Media" are those of another list. */
export function guessNamedContacts(headings: readonly string[]): readonly ContactColumn[] {
  const columns = guessContactColumns(headings)
  return columns.some((column) => NAMING.includes(column)) ? columns : []
}
