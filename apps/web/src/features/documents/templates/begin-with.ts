import type { Language } from '@parvis/contracts';

/** Those that come with Parvis, in the order that they are offered. */
export const TEMPLATES = [
  { name: 'minutes', icon: '📝' }, { name: 'decision', icon: '⚖️' }, { name: 'project', icon: '🎯' }, { name: 'oneToOne', icon: '💬' }, { name: 'onboarding', icon: '👋' },
] as const;
export type TemplateName = (typeof TEMPLATES)[number]['name'];

const texts = import.meta.glob<string>('./built-in/*/*.md', { query: '?raw', import: 'default' });

/** Made here a moment ago, and not opened yet. */
const begun = new Map<string, TemplateName>();

/** Has a document filled with a template when it is opened here for the first time. */
export const beginWith = (documentId: string, template: TemplateName): void => void begun.set(documentId, template);

/** What a document is to begin with, as Markdown; null but for the first time that it is opened. */
export async function takeBeginning(documentId: string, language: Language): Promise<string | null> {
  const template = begun.get(documentId);
  begun.delete(documentId);
  return template === undefined ? null : ((await texts[`./built-in/${language}/${template}.md`]?.()) ?? null);
}
