import type { UserRole } from '@parvis/contracts';
import type { Query } from '../../platform/database/query.ts';
import { visibleAmong } from '../../platform/people/visible-people.ts';
import { rolesIn } from './document-access.ts';
import { type Digest, EXCERPT, type Words } from './worker/digest.ts';

type Mention = Digest['mentions'][number];
interface Person {
  id: string;
  name: string;
  role: UserRole;
}
interface Told {
  userId: string;
  excerpt: string;
}

/** Keeps the mentions in a text. Answers those of people who may see the document and were not told yet; nobody is told of their own. */
export async function keepTextMentions(query: Query, documentId: string, found: readonly Mention[], authorId: string | null): Promise<Told[]> {
  const fresh = await freshAmong(query, documentId, found);
  if (fresh.length === 0) return [];
  const roles = await rolesIn(query, documentId, [...new Set(fresh.map(({ userId }) => userId))]);
  const mentions = fresh.filter(({ userId }) => roles.has(userId));
  const excerpts = await excerptsOf(query, mentions);
  const added = await query.query<Told>(
    `INSERT INTO document_mention (document_id, key, user_id, mentioned_by, at, excerpt)
     SELECT $1, key, user_id, $5, now(), excerpt FROM unnest($2::uuid[], $3::uuid[], $4::text[]) AS m (key, user_id, excerpt)
     ON CONFLICT DO NOTHING RETURNING user_id AS "userId", excerpt`,
    [documentId, mentions.map(({ key }) => key), mentions.map(({ userId }) => userId), excerpts, authorId],
  );
  return added.filter(({ userId }) => userId !== authorId);
}

/** Each once, without those that are kept. */
async function freshAmong(query: Query, documentId: string, found: readonly Mention[]): Promise<Mention[]> {
  if (found.length === 0) return [];
  const fresh = new Map(found.map((mention) => [`${mention.key} ${mention.userId}`, mention]));
  const kept = await query.query<{ key: string; userId: string }>('SELECT key, user_id AS "userId" FROM document_mention WHERE document_id = $1', [documentId]);
  for (const { key, userId } of kept) fresh.delete(`${key} ${userId}`);
  return [...fresh.values()];
}

/** Each with the names that the person who is mentioned may know. */
async function excerptsOf(query: Query, mentions: readonly Mention[]): Promise<string[]> {
  const ids = new Set(mentions.flatMap(({ userId, words }) => [userId, ...peopleIn(words)]));
  const rows = await query.query<Person>('SELECT id, name, role FROM app_user WHERE id = ANY($1)', [[...ids]]);
  const people = new Map(rows.map((person) => [person.id, person]));
  const excerpts: string[] = [];
  for (const { userId, words } of mentions) {
    const visible = await visibleAmong(query, { userId, role: people.get(userId)!.role }, peopleIn(words));
    excerpts.push(asText(words, new Map(visible.map((id) => [id, people.get(id)?.name ?? '']))));
  }
  return excerpts;
}

const peopleIn = (words: Words): string[] => words.flatMap((piece) => (typeof piece === 'string' ? [] : piece.userId));

/** PostgreSQL stores no NUL, which a hostile update may hold. */
const asText = (words: Words, names: ReadonlyMap<string, string>): string =>
  words.map((piece) => (typeof piece === 'string' ? piece : `@${names.get(piece.userId) ?? '…'}`)).join('').trim().slice(0, EXCERPT).replaceAll('\0', '');
