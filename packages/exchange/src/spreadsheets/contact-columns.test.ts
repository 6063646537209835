import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ContactColumn } from '@vitrine/deals/company/contact-row'
import { guessContactColumns } from './contact-columns.ts'

test('headings of lists of contacts are understood in seven languages', () => {
  const meant: ContactColumn[] = [
    'company',
    'kinds',
    'country',
    'firstName',
    'lastName',
    'role',
    'email',
    'phone',
    'languages',
    'note',
  ]
  for (const headings of [
    ['Company', 'Type', 'Country', 'First name', 'Last name', 'Job title', 'E-mail', 'Phone', 'Languages', 'Notes'],
    ['Société', 'Catégorie', 'Pays', 'Prénom', 'Nom', 'Fonction', 'Courriel', 'Téléphone', 'Langues', 'Remarques'],
    ['Firma', 'Branche', 'Land', 'Vorname', 'Nachname', 'Funktion', 'E-Mail-Adresse', 'Telefon', 'Sprachen', 'Bemerkungen'],
    ['Empresa', 'Tipo', 'País', 'Nombre', 'Apellidos', 'Cargo', 'Correo electrónico', 'Teléfono', 'Idiomas', 'Observaciones'],
    ['Azienda', 'Categoria', 'Paese', 'Nome', 'Cognome', 'Ruolo', 'Posta elettronica', 'Telefono', 'Lingue', 'Commenti'],
    ['Empresa', 'Ramo', 'País', 'Nome próprio', 'Apelido', 'Função', 'Correio eletrónico', 'Telemóvel', 'Línguas', 'Observações'],
    [
      'Companhia',
      'Tipo de empresa',
      'País',
      'Primeiro nome',
      'Sobrenome',
      'Cargo',
      'E-mail',
      'Celular',
      'Idiomas',
      'Comentários',
    ],
    ['Companyia', 'Tipus', 'País', 'Nom', 'Cognoms', 'Càrrec', 'Correu electrònic', 'Telèfon', 'Llengües', 'Comentaris'],
  ])
    // prettier-ignore
    assert.deepEqual(guessContactColumns(headings), meant, headings.join())
})

test('what a company buys and where it sits, in seven languages', () => {
  const meant: ContactColumn[] = ['company', 'channels', 'territory', 'media', 'slots', 'address', 'web', 'name', 'consent']
  for (const headings of [
    ['Buyer', 'Channels', 'Territories', 'Media', 'Looking for', 'Address', 'Website', 'Contact person', 'Consent'],
    ['Entreprise', 'Chaînes', 'Territoires', 'Droits', 'Recherche', 'Adresse', 'Site internet', 'Interlocuteur', 'Consentement'],
    ['Unternehmen', 'Sender', 'Gebiete', 'Rechte', 'Sucht', 'Anschrift', 'Webseite', 'Ansprechpartner', 'Einwilligung'],
    ['Empresa', 'Canales', 'Territorios', 'Derechos', 'Busca', 'Dirección', 'Página web', 'Nombre y apellidos', 'Consentimiento'],
    ['Ditta', 'Canali', 'Territori', 'Diritti', 'Cerca', 'Indirizzo', 'Sito web', 'Nome e cognome', 'Consenso'],
    ['Sociedade', 'Canais', 'Territórios', 'Direitos', 'Procura', 'Morada', 'Sítio web', 'Pessoa de contacto', 'Consentimento'],
    ['Societat', 'Canals', 'Territoris', 'Drets', 'Interessos', 'Adreça', 'Lloc web', 'Nom i cognoms', 'Consentiment'],
  ])
    // prettier-ignore
    assert.deepEqual(guessContactColumns(headings), meant, headings.join())
})

test('“Nom” is a family name in French and, beside “Cognoms”, a first name', () => {
  assert.deepEqual(guessContactColumns(['Nom', 'Prénom']), ['lastName', 'firstName'])
  assert.deepEqual(guessContactColumns(['Nom', 'Cognom']), ['firstName', 'lastName'])
})

test('what mail programs give out: the name, the address and what somebody is, and nothing that only stands beside them', () => {
  const known = (headings: string) => {
    const list = headings.split(',')
    return Object.fromEntries(
      guessContactColumns(list).flatMap((column, at) => (column === 'ignore' ? [] : [[column, list[at]]])),
    )
  }
  assert.deepEqual(known('Civilité,Prénom,Deuxième prénom,Nom,Suffixe,Société,Service,Titre,Pays/Région (bureau),Téléphone (bureau),Adresse de messagerie,Type de messagerie,Nom complet de l’adresse de messagerie,Adresse de messagerie 2,Notes'), {
    firstName: 'Prénom', lastName: 'Nom', company: 'Société', role: 'Titre', country: 'Pays/Région (bureau)', phone: 'Téléphone (bureau)', email: 'Adresse de messagerie', note: 'Notes',
  }) // prettier-ignore
  assert.deepEqual(known('Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Country/Region,E-mail Address,E-mail Type,E-mail Display Name,E-mail 2 Address,E-mail 2 Type,Manager’s Name,Assistant’s Name,Business Phone'), {
    firstName: 'First Name', lastName: 'Last Name', company: 'Company', role: 'Job Title', country: 'Business Country/Region', email: 'E-mail Address', phone: 'Business Phone',
  }) // prettier-ignore
  assert.deepEqual(known('First Name,Middle Name,Last Name,Phonetic First Name,Name Prefix,File As,Organization Name,Organization Title,Organization Department,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Label,Address 1 - Country'), {
    firstName: 'First Name', lastName: 'Last Name', company: 'Organization Name', role: 'Organization Title', email: 'E-mail 1 - Value', phone: 'Phone 1 - Value', country: 'Address 1 - Country',
  }) // prettier-ignore
})
