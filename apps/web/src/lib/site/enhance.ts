/**
 * What a page does beyond links and forms. Everything here improves something that works without it: results that follow
 * the typing, films kept without leaving the page, stills at full size, a trailer in its place. No framework, no state but
 * the page's own.
 */
import { combobox } from './enhance/combobox.ts'
import { keep } from './enhance/keep.ts'
import { lightbox } from './enhance/lightbox.ts'
import { passkey } from './enhance/passkey.ts'
import { results } from './enhance/results.ts'
import { small } from './enhance/small.ts'

small()
keep()
results()
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-suggest]')) combobox(form)
for (const list of document.querySelectorAll<HTMLElement>('[data-stills]')) lightbox(list)
for (const box of document.querySelectorAll<HTMLElement>('[data-passkey]')) passkey(box)
