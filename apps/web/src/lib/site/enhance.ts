/** What a page does beyond links and forms. Everything here improves something that works without it. */
console.debug('site')
