import { Injectable } from '@nestjs/common';
import type { Message, RouteInput } from '@parvis/contracts';
import type { Actor } from '../../platform/http/actor.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { PostMessage } from './post-message.ts';

@Injectable()
export class SendMessage {
  constructor(
    private readonly streams: Streams,
    private readonly postMessage: PostMessage,
  ) {}

  /**
   * Stores a message and tells the channel. A client id that this author used here before answers
   * with that first message, for ever; with another body it is refused.
   * @throws ApiError as `PostMessage`
   */
  run(actor: Actor, { params: { channelId }, body }: RouteInput<'sendMessage'>): Promise<Message> {
    return this.streams.transaction((tx) => this.postMessage.post(tx, actor, channelId, body));
  }
}
