/** Findings as SARIF 2.1.0 (OASIS), which code hosts and editors show in their place. */
import { findingMessage } from '@vitrine/messages/findings'
import type { Locale } from '@vitrine/messages/locale'
import type { Finding, Severity } from '../formats/finding.ts'
import type { Validation } from './validation.ts'

const LEVELS: Record<Severity, 'error' | 'warning' | 'note'> = {
  fatal: 'error',
  error: 'error',
  warning: 'warning',
  notice: 'note',
}

/**
 * One run over all files.
 *
 * @example
 * sarif([{ file: 'film.xml', validation }], { locale: 'en', version: '1.0.0' })
 */
export function sarif(
  files: readonly { file: string; validation: Validation }[],
  { locale, version }: { locale: Locale; version: string },
): object {
  const rules = new Map<string, number>()
  const numberOf = (rule: string): number => {
    if (!rules.has(rule)) rules.set(rule, rules.size)
    return rules.get(rule)!
  }
  const results = files.flatMap(({ file, validation }) =>
    validation.findings.map((finding) => ({
      ruleId: finding.rule,
      ruleIndex: numberOf(finding.rule),
      level: LEVELS[finding.severity],
      message: { text: findingMessage(locale, finding) },
      locations: [location(file, finding)],
      properties: { severity: finding.severity },
    })),
  )
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'vitrine validate', version, language: locale, rules: [...rules.keys()].map((id) => ({ id })) } },
        columnKind: 'utf16CodeUnits',
        results,
      },
    ],
  }
}

function location(file: string, { line, path }: Finding): object {
  return {
    physicalLocation: {
      artifactLocation: { uri: file.split(/[\\/]/).map(encodeURIComponent).join('/') },
      ...(line === null ? {} : { region: { startLine: line } }),
    },
    ...(path === null ? {} : { logicalLocations: [{ fullyQualifiedName: path }] }),
  }
}
