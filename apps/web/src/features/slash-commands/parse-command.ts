export interface TypedCommand {
  /** Lower case, without the slash. */
  name: string;
  /** Markdown; empty without any. */
  argument: string;
}

/** What a message that begins with `/word` asks for; null for any other, as a path is. */
export function parseCommand(markdown: string): TypedCommand | null {
  const match = /^\/([a-z]+)(?:\s+([\s\S]*))?$/iu.exec(markdown.trim());
  return match ? { name: match[1]!.toLowerCase(), argument: match[2]?.trim() ?? '' } : null;
}
