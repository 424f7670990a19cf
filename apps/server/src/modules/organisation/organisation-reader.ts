import { Injectable } from '@nestjs/common';
import { type Organisation, type StreamId, streamId } from '@parvis/contracts';
import type { Query } from '../../platform/database/query.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { Mailer } from '../../platform/mail/mailer.ts';

/** Reads the one organisation of this instance. */
@Injectable()
export class OrganisationReader {
  constructor(private readonly mailer: Mailer) {}

  /** Null until set-up is done. */
  async find(query: Query): Promise<Organisation | null> {
    const [row] = await query.query<Omit<Organisation, 'mailEnabled'>>(
      `SELECT id, name, language, link_previews AS "linkPreviews", read_receipts AS "readReceipts", custom_emoji_by AS "customEmojiBy",
         edit_history AS "editHistory" FROM organisation`,
    );
    return row ? { ...row, mailEnabled: this.mailer.enabled } : null;
  }

  /** @throws ApiError unavailable until set-up is done */
  async read(query: Query): Promise<Organisation> {
    const organisation = await this.find(query);
    if (!organisation) throw new ApiError('unavailable', 'set-up is not done yet');
    return organisation;
  }

  /** The stream that tells everybody about people and the organisation. */
  async stream(query: Query): Promise<StreamId> {
    return streamId('organisation', (await this.read(query)).id);
  }
}
