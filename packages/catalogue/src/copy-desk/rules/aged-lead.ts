import type { Mark } from '../finding.ts'

/** After half a year, words that point at a day point at the wrong one. */
const FRESH_DAYS = 180

/** Words that lean on the day of writing. Kept to those that only news uses: “now” and “new” age well. */
const DATED: Record<string, RegExp> = {
  en: /\b(?:today|yesterday|tomorrow|tonight|currently|recently|recent(?= (?:report|news|event|attack|election|month|week|day|poll|study|studies|vote|war|strike|protest|decision|arrest|death))|(?:this|last|next|past|coming) (?:week|month|year|spring|summer|autumn|winter|weekend|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|(?:in|over) (?:recent|the past|the last|the coming) (?:days|weeks|months|few days|few weeks|few months)|according to (?:\p{L}+ ){0,2}(?:news )?reports?|(?:days|weeks|months) ago|breaking news|upcoming (?:election|vote|summit|referendum|trial)s?)\b/giu,
  fr: /(?<!\p{L})(?:hier|demain|aujourd['’]hui|actuellement|récemment|(?:cette|la) (?:semaine|année) (?:dernière|prochaine|passée)|cette semaine|cette année|ce mois-ci|cet (?:été|automne|hiver)|ce printemps|le mois (?:dernier|prochain)|l['’]an (?:dernier|prochain)|ces derniers (?:jours|mois|temps)|ces dernières (?:semaines|années)|il y a quelques (?:jours|semaines|mois)|selon (?:\p{L}+ ){0,3}(?:médias|agences|presse)|vient de|viennent de)(?!\p{L})/giu,
  de: /(?<!\p{L})(?:heute|gestern|morgen früh|kürzlich|neulich|derzeit|(?:letzte|vergangene|nächste|kommende|diese)[nrs]? (?:Woche|Monat|Jahr|Monate|Wochen)|(?:diese[nsm]|letzte[ns]|kommende[ns]) (?:Frühling|Frühjahr|Sommer|Herbst|Winter)|vor (?:wenigen|einigen) (?:Tagen|Wochen|Monaten)|nach (?:\p{L}+ ){0,2}Berichten)(?!\p{L})/giu,
  es: /(?<!\p{L})(?:hoy|ayer|recientemente|actualmente|(?:la semana|el mes|el año) (?:pasad[oa]|próxim[oa])|esta semana|este (?:mes|año)|según (?:\p{L}+ ){0,2}(?:informes|medios))(?!\p{L})/giu,
  it: /(?<!\p{L})(?:oggi|ieri|recentemente|attualmente|(?:la settimana|il mese|l['’]anno) (?:scors[oa]|prossim[oa])|questa settimana|quest['’]anno)(?!\p{L})/giu,
  pt: /(?<!\p{L})(?:hoje|ontem|recentemente|atualmente|(?:na semana|no mês|no ano) passad[oa]|esta semana|este (?:mês|ano))(?!\p{L})/giu,
}

/**
 * Dated words in a lead. With the day of writing and the current day: a warning once the lead is old; without: a hint.
 *
 * @param lead `start` is where the lead stands in the text that was checked
 */
export function agedLead(
  lead: { text: string; start: number; language: string | null; writtenOn: string | null },
  today: string | null,
): Mark[] {
  const days =
    lead.writtenOn !== null && today !== null ? Math.round((Date.parse(today) - Date.parse(lead.writtenOn)) / 86_400_000) : 0
  if (lead.writtenOn !== null && today !== null && days < FRESH_DAYS) return []
  const dated = DATED[lead.language ?? 'en']
  if (!dated) return []
  return [...lead.text.matchAll(dated)].map((match): Mark => ({
    code: 'aged-lead',
    severity: days > 0 ? 'warning' : 'hint',
    start: lead.start + match.index,
    end: lead.start + match.index + match[0].length,
    suggestion: null,
    params: { found: match[0], days },
  }))
}
