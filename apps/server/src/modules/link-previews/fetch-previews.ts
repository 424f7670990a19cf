import { Injectable, type OnModuleInit } from '@nestjs/common';
import { streamId } from '@parvis/contracts';
import { DataSource } from 'typeorm';
import { Config } from '../../platform/config/config.ts';
import type { Query } from '../../platform/database/query.ts';
import type { JobPayload } from '../../platform/jobs/job-catalogue.ts';
import { JobHandlers } from '../../platform/jobs/job-handlers.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { linksOf, touchMessage } from '../messages/index.ts';
import { OrganisationReader } from '../organisation/index.ts';
import { FetchPage } from './fetch-page.ts';
import { LinkPreviewRepository, showPreviews } from './link-preview.repository.ts';

/** After a message was written or changed: asks the pages that it links to, and shows what they say. */
@Injectable()
export class FetchPreviews implements OnModuleInit {
  constructor(
    private readonly database: DataSource,
    private readonly streams: Streams,
    private readonly handlers: JobHandlers,
    private readonly organisations: OrganisationReader,
    private readonly config: Config,
    private readonly previews: LinkPreviewRepository,
    private readonly fetchPage: FetchPage,
  ) {}

  onModuleInit(): void {
    this.handlers.register('link-previews.fetch', (payload, { signal }) => this.run(payload, signal));
    this.handlers.register('link-previews.sweep', () => this.previews.sweep());
  }

  async run({ channelId, messageId }: JobPayload<'link-previews.fetch'>, signal: AbortSignal): Promise<void> {
    // Switched off since: nothing goes out any more.
    if (!(await this.organisations.read(this.database)).linkPreviews) return;
    const urls = await this.urlsOf(this.database, messageId);
    if (urls.length === 0) return;
    const stale = await this.previews.stale(urls);
    await Promise.all(stale.map(async (url) => this.previews.keep(url, await this.fetchPage.run(url, signal))));
    await this.streams.transaction(async (tx) => {
      if (!(await tx.lockExisting(streamId('channel', channelId)))) return;
      // It may have been changed or deleted meanwhile; what it links to now counts.
      const now = await this.urlsOf(tx, messageId);
      if (await showPreviews(tx, messageId, now)) await touchMessage(tx, channelId, messageId, null);
    });
  }

  private async urlsOf(query: Query, messageId: string): Promise<string[]> {
    const [message] = await query.query<{ text: string }>('SELECT text FROM message WHERE id = $1 AND deleted_at IS NULL', [messageId]);
    return message ? linksOf(message.text, this.config.publicUrl) : [];
  }
}
