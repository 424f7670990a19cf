import { execute, type TestAccount, type TestServer } from '@parvis/testing';

/** A conversation, and the text by which its latest message is found. */
export interface Place {
  channelId: string;
  latest: string;
}

export interface Seeded {
  owner: TestAccount;
  other: TestAccount;
  places: Place[];
  /** With as many messages as asked for. */
  large: Place;
}

const PLACES = 20;
const MESSAGES_EACH = 60;

/** A team with many conversations, everything read. The messages are written straight into the database. */
export async function seedPlaces(server: TestServer, largest: number): Promise<Seeded> {
  const owner = await server.setUp();
  const other = await server.createUser('Bilal Haddad');
  const { team } = await owner.api.call('createTeam', { body: { name: 'Bench' } });
  await owner.api.call('addTeamMember', { params: { id: team.id }, body: { userId: other.user.id } });
  const authors = [owner.user.id, other.user.id];
  const make = async (name: string, count: number): Promise<Place> => {
    const { channel } = await owner.api.call('createChannel', { body: { teamId: team.id, kind: 'public', name, memberIds: [other.user.id] } });
    await fill(server.databaseUrl, channel.id, name, count, authors);
    return { channelId: channel.id, latest: `${name} line ${count} ` };
  };
  const places: Place[] = [];
  for (let index = 1; index <= PLACES; index += 1) places.push(await make(`place-${index}`, MESSAGES_EACH));
  const large = await make('large', largest);
  await execute(server.databaseUrl, 'ANALYZE');
  return { owner, other, places, large };
}

/** Of what people write: mostly short lines, some with marks and links, a few lists and blocks of code. */
async function fill(databaseUrl: string, channelId: string, name: string, count: number, authors: string[]): Promise<void> {
  await execute(
    databaseUrl,
    `WITH head AS (UPDATE stream SET head = head + $3 WHERE id = 'channel:' || $1 RETURNING head - $3 AS before)
     INSERT INTO message (id, channel_id, author_id, text, seq, version, created_at)
     SELECT gen_random_uuid(), $1::uuid, ($4::uuid[])[1 + (n / 3) % 2], $2 || ' line ' || n || ' ' || CASE
         WHEN n % 17 = 0 THEN E'in code:\\n\\n\`\`\`ts\\nconst answer = await api.call("listMessages");\\nfor (const message of answer.messages) show(message);\\n\`\`\`'
         WHEN n % 11 = 0 THEN E'to do:\\n\\n- look at **all** of it\\n- write it _down_\\n- tell [the others](https://example.org/)'
         WHEN n % 5 = 0 THEN 'with **bold**, \`code\` and a longer sentence that goes on for a while, as people do when they explain something to each other 🎉'
         ELSE 'the quick brown fox jumps over the lazy dog' END,
       before + n, before + n, now() - ($3 - n) * interval '1 minute'
     FROM head, generate_series(1, $3::bigint) AS n`,
    [channelId, name, count, authors],
  );
  await execute(databaseUrl, `UPDATE channel_member SET read_seq = (SELECT head FROM stream WHERE id = 'channel:' || $1) WHERE channel_id = $1::uuid`, [channelId]);
}
