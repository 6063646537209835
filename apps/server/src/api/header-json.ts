/**
 * A value as JSON that a header may hold: headers are ASCII, and words of files that come in are not.
 *
 * @example
 * headerJson({ 価格: 1 }) // '{"\\u4fa1\\u683c":1}'
 */
export const headerJson = (value: unknown): string =>
  // oxlint-disable-next-line no-control-regex -- JSON.stringify leaves 0x7f as it is
  JSON.stringify(value).replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
