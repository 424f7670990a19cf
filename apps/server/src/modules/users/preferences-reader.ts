import { Injectable } from '@nestjs/common';
import type { Preferences } from '@parvis/contracts';
import type { Query } from '../../platform/database/query.ts';

/** How things are until a person wants them otherwise. */
export const DEFAULT_PREFERENCES: Preferences = {
  threads: 'beside', readReceipts: true, desktopNotifications: 'mentions', notificationSound: true, skinTone: 0,
  unreadOnly: false,
};

/** Reads how a person wants things. */
@Injectable()
export class PreferencesReader {
  async readFor(query: Query, userId: string): Promise<Preferences> {
    const [row] = await query.query<{ preferences: Partial<Preferences> }>('SELECT preferences FROM app_user WHERE id = $1', [userId]);
    return { ...DEFAULT_PREFERENCES, ...row?.preferences };
  }
}
