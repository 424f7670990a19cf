import { type Attachment, LIMITS, type LinkPreview, type Message, type MessageMeeting, type Poll, type PollOption, type Quote, type Reaction } from '@parvis/contracts';
import { messageExcerpt } from '@parvis/rich-text';
import type { Query } from '../../platform/database/query.ts';
import { FILE_COLUMNS, type FileRow, toAttachment } from '../files/index.ts';

/** What other tables say of a message; what there is none of is left out. */
export type MessageExtras = Pick<Message, 'reactions' | 'attachments' | 'quote' | 'poll' | 'meeting' | 'previews'>;

interface QuotedRow {
  messageId: string;
  authorId: string;
  text: string;
  forwarded: { text: string } | null;
  question: string | null;
  files: string[] | null;
}
interface PollRow extends Pick<Poll, 'question' | 'multiple' | 'anonymous' | 'voters'> {
  options: string[];
  closesAt: string | null;
  closedAt: string | null;
  votes: { option: number; votes: number; userIds: string[] }[];
}
type ExtraRow = { messageId: string } & (
  | { kind: 'reaction'; data: Reaction }
  | { kind: 'file'; data: FileRow }
  | { kind: 'quote'; data: QuotedRow }
  | { kind: 'poll'; data: PollRow }
  | { kind: 'meeting'; data: MessageMeeting }
  | { kind: 'preview'; data: LinkPreview }
);

/** One statement for a whole page: each part is a look-up by the messages' ids in an index. */
const EXTRAS = `
  SELECT reaction.message_id AS "messageId", 'reaction' AS kind, min(reaction.emoji_seq) AS place,
    jsonb_build_object('emoji', reaction.emoji, 'userIds', jsonb_agg(reaction.user_id ORDER BY reaction.seq, reaction.user_id)) AS data
  FROM reaction WHERE reaction.message_id = ANY($1) GROUP BY reaction.message_id, reaction.emoji
  UNION ALL
  SELECT file.message_id, 'file', file.position, to_jsonb(attachment)
  FROM file CROSS JOIN LATERAL (SELECT ${FILE_COLUMNS}) attachment WHERE file.message_id = ANY($1)
  UNION ALL
  SELECT message.id, 'quote', 0, jsonb_build_object('messageId', quoted.id, 'authorId', quoted.author_id, 'text', quoted.text,
    'forwarded', quoted.forwarded, 'question', coalesce((SELECT poll.question FROM poll WHERE poll.message_id = quoted.id), (SELECT meeting.title FROM meeting WHERE meeting.message_id = quoted.id)),
    'files', (SELECT jsonb_agg(file.name ORDER BY file.position) FROM file WHERE file.message_id = quoted.id))
  FROM message JOIN message quoted ON quoted.id = message.quoted_message_id
  WHERE message.id = ANY($1) AND message.quoted_message_id IS NOT NULL
  UNION ALL
  SELECT poll.message_id, 'poll', 0, jsonb_build_object(
    'question', poll.question, 'options', poll.options, 'multiple', poll.multiple, 'anonymous', poll.anonymous,
    'closesAt', poll.closes_at, 'closedAt', poll.closed_at,
    'voters', (SELECT count(DISTINCT vote.user_id) FROM poll_vote vote WHERE vote.message_id = poll.message_id),
    'votes', (
      SELECT coalesce(jsonb_agg(jsonb_build_object('option', tally.option, 'votes', tally.votes, 'userIds', tally.user_ids)), '[]') FROM (
        SELECT vote.option, count(*) AS votes, (array_agg(vote.user_id ORDER BY vote.at, vote.user_id))[1:${LIMITS.pollVotersTold}] AS user_ids
        FROM poll_vote vote WHERE vote.message_id = poll.message_id GROUP BY vote.option
      ) tally
    ))
  FROM poll WHERE poll.message_id = ANY($1)
  UNION ALL
  SELECT meeting.message_id, 'meeting', 0, jsonb_build_object(
    'id', meeting.id, 'kind', meeting.kind, 'title', meeting.title, 'startedAt', meeting.started_at, 'endedAt', meeting.ended_at, 'outcome', meeting.outcome,
    'participantCount', (
      SELECT count(DISTINCT participant.user_id) FROM meeting_participant participant JOIN meeting_stay stay ON stay.participant_id = participant.id
      WHERE participant.meeting_id = meeting.id
    ))
  FROM meeting WHERE meeting.message_id = ANY($1)
  UNION ALL
  SELECT shown.message_id, 'preview', shown.position, jsonb_build_object(
    'id', preview.id, 'url', preview.url, 'title', preview.title, 'description', preview.description, 'siteName', preview.site_name,
    'image', preview.image_blob_id IS NOT NULL)
  FROM message_link_preview shown JOIN link_preview preview ON preview.id = shown.link_preview_id
  WHERE shown.message_id = ANY($1) AND NOT shown.removed AND preview.title IS NOT NULL
  ORDER BY "messageId", kind, place`;

/** Extras of these messages by their id; messages without any have no entry. */
export async function readExtras(query: Query, messageIds: readonly string[]): Promise<Map<string, MessageExtras>> {
  const found = new Map<string, MessageExtras>();
  if (messageIds.length === 0) return found;
  for (const row of await query.query<ExtraRow>(EXTRAS, [messageIds])) {
    const extras = found.get(row.messageId) ?? {};
    found.set(row.messageId, extras);
    addTo(extras, row);
  }
  return found;
}

function addTo(extras: MessageExtras, row: ExtraRow): void {
  switch (row.kind) {
    case 'reaction':
      (extras.reactions ??= []).push(row.data);
      break;
    case 'file':
      (extras.attachments ??= [] as Attachment[]).push(toAttachment(row.data));
      break;
    case 'preview':
      (extras.previews ??= []).push(row.data);
      break;
    case 'quote':
      extras.quote = toQuote(row.data);
      break;
    case 'poll':
      extras.poll = toPoll(row.data);
      break;
    case 'meeting':
      extras.meeting = { ...row.data, startedAt: new Date(row.data.startedAt).toISOString(), endedAt: instantOf(row.data.endedAt) };
      break;
  }
}

/** A deleted message has no words any more: its quote is empty. */
const toQuote = ({ messageId, authorId, text, forwarded, question, files }: QuotedRow): Quote => ({
  messageId,
  authorId,
  text: messageExcerpt({
    text,
    ...(forwarded && { forwarded }),
    ...(question !== null && { poll: { question } }),
    ...(files && { attachments: files.map((name) => ({ name })) }),
  }, LIMITS.excerpt),
});

function toPoll({ options, votes, closesAt, closedAt, ...poll }: PollRow): Poll {
  const tally = new Map(votes.map((one) => [one.option, one]));
  return {
    ...poll,
    options: options.map((text, id): PollOption => {
      const one = tally.get(id);
      return { id, text, votes: one?.votes ?? 0, userIds: poll.anonymous ? [] : (one?.userIds ?? []) };
    }),
    closesAt: instantOf(closesAt),
    closedAt: instantOf(closedAt),
  };
}

const instantOf = (value: string | null): string | null => (value === null ? null : new Date(value).toISOString());
