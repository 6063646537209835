import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSheet } from './read-sheet.ts'

test('the furniture of a page is known by its first word, by what parts it or by its cookies, and is left for the editor', () => {
  for (const line of [
    'Skip to main content', 'Teilen auf Facebook', 'Share: Facebook', "S'inscrire", 'Réserver', 'Retour à la liste', 'Zurück', 'Datenschutzerklärung', 'POLÍTICA DE PRIVACIDAD',
    'Accessibilité', 'You may also like', 'Vous aimerez aussi', 'Das könnte Sie auch interessieren', 'Também pode gostar de', 'Veja também', 'Start › Filme › Unter dem Asphalt',
    'Home | About us | Catalogue', '© 2024 Salt Films. All rights reserved', 'We use cookies',
  ]) {
    const { unread, synopsis, warnings } = readSheet(`The Salt Road\n\nYear: 2020\n\n${line}\n\nDuration: 52'\n`)
    assert.deepEqual({ unread, synopsis, warnings }, { unread: [line], synopsis: null, warnings: [] }, line)
  } // prettier-ignore
})
