import { LIMITS } from '@parvis/contracts/limits';
import type { TFunction } from 'i18next';
import { api } from '../../../sync/index.ts';
import type { AnyBlock } from './any-block.ts';
import { allBlocks, allInlines } from './any-block.ts';
import { loadPicture } from './load-picture.ts';
import type { OutPicture } from './out-document.ts';
import type { OutKnown } from './to-out.ts';

/** At the same time; more would only wait for one another. */
const TOGETHER = 4;

export interface LookedUp {
  known: OutKnown;
  /** Pictures that couldn't be had. */
  missing: number;
}

/** What the blocks of a document refer to, as far as whoever downloads it may see it. */
export async function lookUp(blocks: readonly AnyBlock[], t: TFunction<['transfer', 'documents']>): Promise<LookedUp> {
  const inlines = [...allInlines(blocks)];
  const idsOf = (type: string, prop: string) => [...new Set(inlines.filter((piece) => piece.type === type).map(({ props }) => String(props?.[prop] ?? '')))].filter((id) => id !== '');
  const embeds = [...allBlocks(blocks)].filter(({ type }) => type === 'embed');
  const [people, documents, pictures] = await Promise.all([
    namesOf([...idsOf('mention', 'userId'), ...refsOf(embeds, 'person')], async (ids) => (await api.call('listUsers', { query: { ids: ids.join(), deactivated: 'true', limit: 100 } })).users.map(({ id, name }) => [id, name])),
    namesOf([...idsOf('documentLink', 'documentId'), ...refsOf(embeds, 'document')], async (ids) => (await api.call('lookUpDocuments', { body: { ids } })).documents.map(({ id, title }) => [id, title || t('documents:untitled')])),
    picturesOf(blocks),
  ]);
  const origin = window.location.origin;
  const document = (id: string) => ({ title: documents.get(id) ?? t('documents:page.notForMe'), href: `${origin}/docs/${id}` });
  const known: OutKnown = {
    personName: (id) => people.get(id) ?? t('documents:page.somebody'),
    document,
    embed: (kind, id) => {
      if (kind === 'document') return { label: document(id).title, href: document(id).href };
      if (kind === 'person') return { label: people.get(id) ?? t('documents:page.somebody'), href: `${origin}/` };
      const [channelId = '', messageId = ''] = id.split('/');
      const place = kind === 'meeting' ? `/meet/${id}` : kind === 'file' ? `/api/v1/files/${id}/content` : `/c/${channelId}?message=${messageId}`;
      return { label: t(`transfer:out.embed.${kind as 'message' | 'file' | 'meeting' | 'poll'}`), href: `${origin}${place}` };
    },
    picture: (blockId) => pictures.get(blockId) ?? null,
    absolute: (url) => (URL.canParse(url, origin) ? new URL(url, origin).href : ''),
  };
  return { known, missing: [...pictures.values()].filter((picture) => picture === null).length };
}

const refsOf = (embeds: readonly AnyBlock[], kind: string): string[] => embeds.filter(({ props }) => props.kind === kind).map(({ props }) => String(props.refId));

/** A name that can't be had now is one that isn't known: the document comes all the same. */
async function namesOf(ids: readonly string[], ask: (ids: string[]) => Promise<[string, string][]>): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  const size = Math.min(100, LIMITS.idsPerLookup);
  for (let at = 0; at < ids.length; at += size) for (const [id, name] of await ask(ids.slice(at, at + size)).catch(() => [])) names.set(id, name);
  return names;
}

async function picturesOf(blocks: readonly AnyBlock[]): Promise<Map<string, OutPicture | null>> {
  const waiting = [...allBlocks(blocks)].filter(({ type, props }) => type === 'image' && String(props.url ?? '') !== '');
  const pictures = new Map<string, OutPicture | null>();
  const work = async () => {
    for (let block = waiting.pop(); block; block = waiting.pop()) pictures.set(block.id, await loadPicture(String(block.props.url)));
  };
  await Promise.all(Array.from({ length: TOGETHER }, work));
  return pictures;
}
