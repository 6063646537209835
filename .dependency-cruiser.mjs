/**
 * Arrows point one way: apps → house → (store, press, exchange, screening) → (catalogue, deals → rights, ledger). A domain package knows nothing of what uses it.
 * `@vitrine/messages` (the words of the house) may be used by everything but the catalogue, the rights, the deals and the ledger.
 * @type {import('dependency-cruiser').IConfiguration}
 */
const packages = {
  catalogue: [],
  rights: [], // usable alone: it has its own small tables of names
  ledger: [],
  deals: ['rights', 'ledger'], // what is offered is rights at a price
  messages: ['catalogue', 'deals'], // names of themes, genres and states are typed by their vocabularies
  store: ['catalogue', 'rights', 'ledger', 'deals', 'messages'],
  exchange: ['catalogue', 'rights', 'ledger', 'deals', 'messages'],
  screening: [], // keys, segments and frames: it knows no film and no buyer
  press: ['catalogue', 'rights', 'ledger', 'deals', 'messages'],
  house: ['catalogue', 'rights', 'ledger', 'deals', 'messages', 'store', 'exchange', 'press', 'screening'],
}

const arrows = Object.entries(packages).map(([name, may]) => ({
  name: `${name}-knows-only-${may.join('-') || 'itself'}`,
  comment: `packages/${name} may import ${may.length === 0 ? 'no other package' : may.map((one) => `packages/${one}`).join(', ')}.`,
  severity: 'error',
  from: { path: `^packages/${name}/src`, pathNot: '[.]test[.]ts$' },
  to: { path: '^(packages|apps|demonstration)/', pathNot: `^packages/(${[name, ...may].join('|')})/` },
}))

export default {
  forbidden: [
    ...arrows,
    {
      name: 'catalogue-is-pure',
      comment: 'The title sheet is values in, values out: no files, no network, no clock, no framework.',
      severity: 'error',
      from: { path: '^packages/catalogue/src', pathNot: '[.]test[.]ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'rights-are-pure',
      comment: 'The rights book is values in, values out: no files, no network, no clock, no framework.',
      severity: 'error',
      from: { path: '^packages/rights/src', pathNot: '[.]test[.]ts$|/testing/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'deals-and-money-are-pure',
      comment: 'Offers, states and sums are values in, values out: no files, no network, no clock, no framework.',
      severity: 'error',
      from: { path: '^packages/(deals|ledger)/src', pathNot: '[.]test[.]ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'demonstration-knows-only-catalogue',
      comment: 'Invented films are values; of the house they know the shapes alone.',
      severity: 'error',
      from: { path: '^demonstration/src', pathNot: '[.]test[.]ts$' },
      to: { path: '^(packages|apps)/', pathNot: '^packages/(catalogue|messages)/|^packages/house/src/contract[.]ts$' },
    },
    {
      name: 'site-reaches-the-house-through-its-context',
      comment: 'apps/web may import types of the house and the server, the words and the catalogue; never the store.',
      severity: 'error',
      from: { path: '^apps/web/src' },
      to: { path: '^packages/(store|exchange|press)/' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    {
      name: 'no-tests-in-the-program',
      severity: 'error',
      from: { pathNot: '([.]test[.]ts$|/test/|/testing/|^bench/)' },
      to: { path: '[.]test[.]ts$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(node_modules|/build/|/[.]svelte-kit/|[.]tmp[.])' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.mjs', '.js', '.svelte'],
    },
  },
}
