/** "Version anglaise", "deutsche Fassung", "sottotitoli greci": names of languages bent to the word that they go with. */

type Ending = readonly [ending: RegExp, forms: readonly string[]]

/** By the language that is written in: of the first ending that fits, what stands in its place. */
const ENDINGS: Readonly<Record<string, readonly Ending[]>> = {
  de: [[/sch$/, ['sche', 'schen', 'scher', 'sches', 'schem']]],
  fr: [
    [/(?<=[ao])is$/, ['ise', 'ises']],
    [/en$/, ['ens', 'enne', 'ennes']],
    [/c$/, ['cs', 'cque', 'cques', 'que', 'ques']],
    [/(?<=(?:an|ol|and|ain))$/, ['s', 'e', 'es']],
    [/e$/, ['es']],
  ],
  // "indonesia", "estonia", "bosnia" are countries
  es: [
    [/io$/, ['ios', 'ias']],
    [/ego$/, ['egos', 'egas']],
    [/o$/, ['a', 'os', 'as']],
    [/és$/, ['esa', 'eses', 'esas']],
    [/án$/, ['ana', 'anes', 'anas']],
    [/ol$/, ['ola', 'oles', 'olas']],
  ],
  it: [
    [/(?<=gre)co$/, ['ca', 'ci', 'che']],
    [/co$/, ['ca', 'chi', 'che']],
    [/o$/, ['a', 'i', 'e']],
    [/ese$/, ['esi']],
  ],
  pt: [[/ês$/, ['esa', 'eses', 'esas']]],
}

/** The other forms of a name; none where it does not bend, or is more than a word. */
export function inflected(locale: string, name: string): string[] {
  if (name.includes(' ')) return []
  const found = ENDINGS[locale]?.find(([ending]) => ending.test(name))
  return found ? found[1].map((form) => name.replace(found[0], form)) : []
}
