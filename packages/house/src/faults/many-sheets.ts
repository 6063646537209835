/** Sheets of invented films, no two alike, in order: for imports that are stopped. */
export async function* manySheets(count: number): AsyncGenerator<{ path: string; bytes: Uint8Array }> {
  const encoder = new TextEncoder()
  for (let n = 0; n < count; n++) {
    const text = `The Kiln Number ${n}\n\nA film about kiln number ${n}, its fires, and those who feed them through the night.\n\nYear: ${1990 + (n % 30)}\nDuration: 52\nDirector: Rasmus Weyler\nCountry: Norway\n`
    yield { path: `kilns/${n}.txt`, bytes: encoder.encode(text) }
  }
}
