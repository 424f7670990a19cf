import { Injectable } from '@nestjs/common';
import { type Message, type RouteInput, streamId } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { lockForPosting, requireMessage, touchMessage } from '../messages/index.ts';
import { isClosed, type PollState, replaceVotes, requirePoll, votesOf } from './poll.repository.ts';

@Injectable()
export class VotePoll {
  constructor(private readonly streams: Streams) {}

  /**
   * My vote instead of an earlier one; none takes it back. The channel is told the counts, my own
   * devices what I chose. Voting and closing wait for each other: a vote is either counted before
   * the poll closes, or refused.
   * @throws ApiError not_found, channel_archived, poll_closed, poll_option_invalid
   */
  run(actor: Actor, { params, body }: RouteInput<'votePoll'>): Promise<Message> {
    const { channelId, messageId } = params;
    return this.streams.transaction(async (tx) => {
      const posting = await lockForPosting(tx, channelId, actor.userId);
      const poll = await requirePoll(tx, channelId, messageId);
      if (!can(actor, 'poll.vote', posting)) throw new ApiError('channel_archived');
      // Not the transaction's moment: it may have waited for the lock.
      if (isClosed(poll, new Date())) throw new ApiError('poll_closed');
      const chosen = requireOptions(poll, body.optionIds);
      if (isDeepStrictEqual(await votesOf(tx, messageId, actor.userId), chosen)) return requireMessage(tx, channelId, messageId);
      await replaceVotes(tx, messageId, actor.userId, chosen, tx.at);
      // The log must not tell either whose event changed which count.
      const message = await touchMessage(tx, channelId, messageId, poll.anonymous ? null : actor.userId);
      await tx.append(streamId('user', actor.userId), 'poll.voted', { messageId, optionIds: chosen });
      return message;
    });
  }
}

/** Each once, in order. */
function requireOptions(poll: PollState, optionIds: readonly number[]): number[] {
  const chosen = [...new Set(optionIds)].sort((a, b) => a - b);
  const exist = chosen.every((option) => option >= 0 && option < poll.optionCount);
  if (!exist || (!poll.multiple && chosen.length > 1)) throw new ApiError('poll_option_invalid');
  return chosen;
}
