/**
 * How long a one-sheet takes, in the printing room as the server has it: for a film never printed before (new texts, same
 * pictures), once the press is warm.
 */
import { openPrintingRoom } from '@vitrine/press'
import { sampleFilm, sampleHouse } from '@vitrine/press/sample.testing'

const PARAGRAPH =
  'The river comes down from the ice in June, grey with flour of rock, and everyone who lives along it has a word for the sound it makes on the first night. For forty years a hydrologist has walked its length with a stick and a notebook; now the notebook is the only record of a lake that no longer exists.'

export async function bench(): Promise<{ name: string; value: number; unit: string; target: number; ok: boolean }[]> {
  const film = await sampleFilm()
  const room = openPrintingRoom()
  const times: number[] = []
  for (let run = 0; run < 45; run++) {
    const synopsis = Array.from({ length: 5 }, (_, i) => `${PARAGRAPH} (${run}.${i})`).join('\n\n')
    const started = performance.now()
    await room.printOneSheet({
      house: sampleHouse,
      film: { ...film, sheet: { ...film.sheet, title: `The Salt Road ${run}`, titles: {}, synopsis: { en: synopsis } } },
      locale: 'en',
      paper: 'a4',
    })
    if (run >= 5) times.push(performance.now() - started)
  }
  await room.close()
  const sorted = times.sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor(sorted.length * share)]!
  return [
    { name: 'one-sheet PDF, warm, a film never printed before, p50', value: at(0.5), unit: 'ms', target: 50, ok: at(0.5) <= 50 },
    {
      name: 'one-sheet PDF, warm, a film never printed before, p95',
      value: at(0.95),
      unit: 'ms',
      target: 50,
      ok: at(0.95) <= 50,
    },
  ]
}

if (import.meta.main) console.table(await bench())
