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
