/** Prints a list of availabilities as one PDF: for whom, what was asked, then film by film what can be had. */
import { formatDay } from '@vitrine/messages'
import { pressWords } from '@vitrine/messages/press'
import { lengthsInWords, shareText, sentListWords } from '@vitrine/messages/sent-lists'
import { legibleAccent } from './accent.ts'
import { houseView } from './film-view.ts'
import type { SentListInput } from './input.ts'
import { printTemplate } from './typst/printing-press.ts'

/** @throws PrintingError when the template fails */
export async function printSentList({
  house,
  list,
  url,
  filmsUrl,
  locale,
  paper,
  forPrinters = false,
}: SentListInput): Promise<Uint8Array> {
  const words = sentListWords[locale]
  const day = formatDay(locale, list.at.slice(0, 10))
  const { question } = list
  const asked = [
    [words.territory, question.territories.text],
    [words.media, question.media.text],
    [
      words.window,
      `${formatDay(locale, question.from)} – ${question.to === null ? words.perpetuity : formatDay(locale, question.to)}`,
    ],
    [words.exclusivity, question.exclusive ? words.exclusive : words.nonExclusive],
    ...(question.languages.leaves[0] === 'all' ? [] : [[words.languages, question.languages.text]]),
    ...(question.cut === null ? [] : [[words.cut, lengthsInWords(question.cut)]]),
  ]
  return printTemplate(
    'sent-list',
    () => ({
      locale,
      paper,
      forPrinters,
      typeface: house.typeface,
      accent: legibleAccent(house.accent),
      title: words.title,
      head: `${words.asOf(day)} · ${words.films(list.rows.length)}`,
      for: words.for([list.toName, list.toCompany].filter((part) => part !== null).join(', ')),
      message: list.message,
      by: words.sentBy(list.byName, house.name),
      url,
      shortUrl: url.replace(/^https?:\/\//, ''),
      kept: words.kept(day),
      asked: asked.map(([label, text]) => ({ label, text })),
      house: houseView(house, pressWords[locale]),
      films: list.rows.map((row) => ({
        title: row.title,
        url: row.slug === null ? null : `${filmsUrl}/${row.slug}`,
        line: [row.director, row.year, row.minutes === null ? null : lengthsInWords(row.minutes)]
          .filter((part) => part !== null)
          .join(' · '),
        answer: row.answer,
        word: words.answer[row.answer],
        share: row.answer === 'partial' ? words.share(shareText(locale, row.answer, row.share)) : null,
        from: row.answer === 'full' || row.soonestFree === null ? null : words.from(formatDay(locale, row.soonestFree)),
        available: row.available,
      })),
    }),
    'ua-1',
  )
}
