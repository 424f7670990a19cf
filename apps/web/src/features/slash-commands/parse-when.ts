import type { Chrono, ParsedResult } from 'chrono-node';

export interface When {
  at: Date;
  /** The text without the words that said when. */
  rest: string;
}

/** A day without a time means its morning. */
const MORNING = 9;
/** Words that lead to a moment without being part of it. */
const BEFORE = /(?:\b(?:on|at|by|until|till|for|le|à|a|avant|pendant|jusqu['’]?(?:à|au|a)?)\s*)$/iu;

const parsers = {
  en: async () => (await import('chrono-node/en')).casual,
  fr: async () => (await import('chrono-node/fr')).casual,
};

/**
 * The moment that a text names, as "in 3 hours", "tomorrow 9:00", "dans 2 heures" or "demain 9h", by
 * this device's clock; in either language, rather in the person's. Null when it names none.
 */
export async function parseWhen(text: string, language: string, now = new Date()): Promise<When | null> {
  const order = language.startsWith('fr') ? (['fr', 'en'] as const) : (['en', 'fr'] as const);
  let best: ParsedResult | undefined;
  for (const code of order) {
    const found = first(await parsers[code](), text, now);
    // Whoever understands more of it understands it right.
    if (found && found.text.length > (best?.text.length ?? 0)) best = found;
  }
  return best ? { at: momentOf(best, now), rest: without(text, best) } : null;
}

/** The same for a text that is only a span: "30 minutes", "2 heures". */
export async function parseSpan(text: string, language: string, now = new Date()): Promise<Date | null> {
  const bare = text.replace(/^(?:for|pendant|until|till|jusqu['’]?(?:à|au)?)\s*/iu, '');
  for (const attempt of [bare, `in ${bare}`, `dans ${bare}`]) {
    const when = await parseWhen(attempt, language, now);
    if (when && when.rest === '') return when.at;
  }
  return null;
}

function first(parser: Chrono, text: string, now: Date): ParsedResult | undefined {
  return parser.parse(text, now, { forwardDate: true })[0];
}

function momentOf({ start }: ParsedResult, now: Date): Date {
  const at = start.date();
  // "In two days" takes the time of now for certain; "on Friday" supposes noon.
  const said = start.isCertain('hour') || start.isCertain('minute') || start.isCertain('second');
  if (!said && !start.tags().has('result/relativeDateAndTime')) at.setHours(MORNING, 0, 0, 0);
  else if (said && !start.isCertain('second') && at.getTime() - now.getTime() > 3_600_000) at.setSeconds(0, 0);
  return at;
}

function without(text: string, { index, text: words }: ParsedResult): string {
  const before = text.slice(0, index).replace(BEFORE, '').trim();
  const after = text.slice(index + words.length).trim();
  return [before, after].filter(Boolean).join(' ').replace(/^[\s,:;-]+|[\s,:;-]+$/gu, '');
}
