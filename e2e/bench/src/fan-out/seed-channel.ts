import { createHash, randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';

/** A channel of so many people, each with a session, written straight into a migrated database. */
export async function seedChannel(databaseUrl: string, members: number): Promise<{ channelId: string; tokens: string[] }> {
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  try {
    const people = Array.from({ length: members }, () => randomUUID());
    const tokens = people.map(() => randomBytes(32).toString('base64url'));
    const hashes = tokens.map((token) => createHash('sha256').update(token).digest());
    const [teamId, channelId] = [randomUUID(), randomUUID()];
    await database.query(
      `INSERT INTO app_user (id, email, name, role, language) SELECT id, id || '@example.org', 'Bench ' || id, 'member', 'en' FROM unnest($1::uuid[]) AS id`,
      [people],
    );
    await database.query(
      `INSERT INTO session (id, user_id, token_hash, user_agent, address, expires_at)
       SELECT gen_random_uuid(), person, hash, 'bench', '127.0.0.1', now() + interval '1 day' FROM unnest($1::uuid[], $2::bytea[]) AS given (person, hash)`,
      [people, hashes],
    );
    await database.query(`INSERT INTO team (id, name) VALUES ($1, 'Bench')`, [teamId]);
    await database.query(`INSERT INTO team_member (team_id, user_id, role) SELECT $1, person, 'member' FROM unnest($2::uuid[]) AS person`, [teamId, people]);
    await database.query(`INSERT INTO channel (id, kind, team_id, name, member_count) VALUES ($1, 'public', $2, 'fan-out', $3)`, [channelId, teamId, members]);
    await database.query(`INSERT INTO channel_member (channel_id, user_id, role) SELECT $1, person, 'member' FROM unnest($2::uuid[]) AS person`, [channelId, people]);
    await database.query(`INSERT INTO stream (id) VALUES ('channel:' || $1)`, [channelId]);
    return { channelId, tokens };
  } finally {
    await database.end();
  }
}
