import { Injectable } from '@nestjs/common';
import type { Message } from '@parvis/contracts';
import { Config } from '../../platform/config/config.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { linksOf } from './links-of.ts';

type Written = Pick<Message, 'id' | 'channelId' | 'text'>;

/** What a message leaves to be done later; the jobs exist if and when its transaction commits. */
@Injectable()
export class MessageFollowUps {
  constructor(
    private readonly jobs: Jobs,
    private readonly config: Config,
  ) {}

  async afterPosting(tx: StreamTransaction, message: Written & Pick<Message, 'poll'>): Promise<void> {
    const { id: messageId, channelId, poll } = message;
    if (poll?.closesAt) await this.jobs.add(tx, 'polls.close', { channelId, messageId }, { runAt: new Date(poll.closesAt) });
    await this.previewLinks(tx, message, linksOf(message.text, this.config.publicUrl));
  }

  /** Call it before the new text is told: previews of links that are gone go with them. What the author removed stays noted. */
  async beforeEditing(tx: StreamTransaction, message: Written): Promise<void> {
    const links = linksOf(message.text, this.config.publicUrl);
    await tx.query(
      `DELETE FROM message_link_preview shown USING link_preview preview
       WHERE shown.message_id = $1 AND preview.id = shown.link_preview_id AND NOT shown.removed AND NOT preview.url = ANY($2)`,
      [message.id, links],
    );
    await this.previewLinks(tx, message, links);
  }

  private async previewLinks(tx: StreamTransaction, { id: messageId, channelId }: Written, links: readonly string[]): Promise<void> {
    if (links.length === 0) return;
    const [organisation] = await tx.query<{ on: boolean }>('SELECT link_previews AS "on" FROM organisation');
    if (organisation?.on) await this.jobs.add(tx, 'link-previews.fetch', { channelId, messageId }, { key: `link-previews.fetch:${messageId}` });
  }
}
