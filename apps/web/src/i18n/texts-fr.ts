/** All French texts, by namespace: one file of the build. */
export const texts = import.meta.glob<Record<string, unknown>>('./fr/*.json', { eager: true, import: 'default' });
