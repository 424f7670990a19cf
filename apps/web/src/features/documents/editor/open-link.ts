import type { EditorServices } from './editor-services.ts';

/** A link of the text: what is ours opens here, anything else apart. */
export function openLink(event: MouseEvent, { refOfUrl, openLink: open }: Pick<EditorServices, 'refOfUrl' | 'openLink'>): boolean {
  const url = event.target instanceof Element ? event.target.closest('a')?.href : undefined;
  if (!url) return false;
  const ref = refOfUrl(url);
  if (ref?.kind === 'document') open({ kind: 'document', documentId: ref.id });
  else open({ kind: 'url', url });
  return true;
}
