import { hash } from '@node-rs/argon2';
import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { SeedWriter } from './seed-writer.ts';

export interface ScaleSize {
  people: number;
  channels: number;
  messages: number;
}
export const SCALE: ScaleSize = { people: 1_000, channels: 200, messages: 1_000_000 };

/** Share of all messages that the first channel holds. */
const FIRST_CHANNEL_SHARE = 0.1;
/** Of the people, who is in an ordinary channel: every so-manieth, from an offset of its own. */
const MEMBER_STRIDE = 7;

const SENTENCES = [
  'Le devis est parti ce matin.', 'The review is done, two remarks inside.', 'On se retrouve à 14 h ?', 'Shipping **tomorrow**, weather permitting.',
  'J’ai mis à jour le `README`.', 'Could somebody look at the failing build?', 'Merci, c’est parfait !', '- one\n- two\n- three',
  'La réunion est décalée à jeudi.', 'Numbers look good: +4% on last month.', '> as discussed\n\nAgreed.', 'Qui a les clés de la salle ?',
];

/**
 * A large organisation for benchmarks, made inside PostgreSQL: the first channel holds a tenth of
 * all messages and everybody, the others share the rest.
 * @throws Error when there are people already
 */
export async function seedScale(database: DataSource, size: ScaleSize = SCALE): Promise<{ email: string; password: string }> {
  const password = randomBytes(9).toString('base64url');
  const passwordHash = await hash(password);
  await database.transaction(async (manager) => {
    const [existing] = await manager.query<unknown[]>('SELECT 1 FROM app_user LIMIT 1');
    if (existing) throw new Error('a large organisation is made in an empty database only');
    await new SeedWriter(manager).organisation('Scale', 'en');
    const run = (sql: string, parameters: unknown[] = []): Promise<unknown> => manager.query(sql, parameters);
    await run(
      `INSERT INTO app_user (id, email, name, role, language, password_hash)
       SELECT gen_random_uuid(), 'person' || n || '@scale.example', 'Person ' || lpad(n::text, 4, '0'),
         CASE WHEN n = 1 THEN 'owner' ELSE 'member' END, CASE WHEN n % 2 = 0 THEN 'fr' ELSE 'en' END, $2
       FROM generate_series(1, $1::int) AS n`,
      [size.people, passwordHash],
    );
    await run(`CREATE TEMP TABLE person ON COMMIT DROP AS SELECT row_number() OVER (ORDER BY email) AS n, id FROM app_user`);
    await run(`INSERT INTO team (id, name, created_by) SELECT gen_random_uuid(), 'Everybody', id FROM person WHERE n = 1`);
    await run(`INSERT INTO team_member (team_id, user_id, role) SELECT team.id, person.id, CASE WHEN n = 1 THEN 'owner' ELSE 'member' END FROM team, person`);
    await run(`CREATE TEMP TABLE place ON COMMIT DROP AS SELECT n, gen_random_uuid() AS id FROM generate_series(1, $1::int) AS n`, [size.channels]);
    await run(
      `INSERT INTO channel (id, kind, team_id, name, is_general)
       SELECT place.id, 'public', team.id, CASE WHEN n = 1 THEN 'general' ELSE 'channel-' || lpad(n::text, 3, '0') END, n = 1 FROM place, team`,
    );
    await run(
      `INSERT INTO channel_member (channel_id, user_id, role) SELECT place.id, person.id, CASE WHEN person.n = 1 THEN 'owner' ELSE 'member' END
       FROM place, person WHERE place.n = 1 OR person.n = 1 OR (person.n + place.n) % $1 = 0`,
      [MEMBER_STRIDE],
    );
    await run(`UPDATE channel SET member_count = (SELECT count(*) FROM channel_member WHERE channel_id = channel.id)`);
    await writeMessages(run, size);
  });
  await database.query('ANALYZE');
  return { email: 'person1@scale.example', password };
}

async function writeMessages(run: (sql: string, parameters?: unknown[]) => Promise<unknown>, size: ScaleSize): Promise<void> {
  const first = Math.round(size.messages * FIRST_CHANNEL_SHARE);
  const each = Math.floor((size.messages - first) / Math.max(1, size.channels - 1));
  await run(
    `CREATE TEMP TABLE author ON COMMIT DROP AS
     SELECT channel_id, user_id, row_number() OVER (PARTITION BY channel_id ORDER BY user_id) AS n, count(*) OVER (PARTITION BY channel_id) AS people FROM channel_member`,
  );
  await run('CREATE INDEX ON author (channel_id, n)');
  await run(
    `INSERT INTO message (id, channel_id, author_id, text, seq, version, created_at)
     SELECT gen_random_uuid(), place.id, author.user_id, ($3::text[])[1 + (seq * 7 + place.n) % cardinality($3::text[])] || ' (' || seq || ')',
       seq, seq, now() - (numbered.total - seq) * interval '97 seconds'
     FROM place
     CROSS JOIN LATERAL (SELECT CASE WHEN place.n = 1 THEN $1::int ELSE $2::int END AS total) AS numbered
     CROSS JOIN LATERAL generate_series(1, numbered.total) AS seq
     JOIN LATERAL (SELECT people FROM author WHERE author.channel_id = place.id AND author.n = 1) AS size ON true
     JOIN author ON author.channel_id = place.id AND author.n = 1 + ((seq / 3) * 31) % size.people`,
    [first, each, SENTENCES],
  );
  await run(
    `INSERT INTO stream_event (stream, seq, type, payload, at, author)
     SELECT 'channel:' || channel_id, seq, 'message.created', jsonb_build_object('message', jsonb_build_object(
       'id', id, 'channelId', channel_id, 'authorId', author_id, 'text', text, 'seq', seq, 'version', seq, 'clientId', NULL,
       'createdAt', to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'editedAt', NULL, 'deletedAt', NULL,
       'mentions', jsonb_build_object('userIds', '[]'::jsonb, 'everyone', false))), created_at, author_id FROM message`,
  );
  await run(`INSERT INTO stream (id, head) SELECT 'channel:' || channel_id, max(seq) FROM message GROUP BY channel_id`);
  await run(`UPDATE channel_member SET read_seq = greatest(0, head - 20) FROM stream WHERE stream.id = 'channel:' || channel_id`);
}
