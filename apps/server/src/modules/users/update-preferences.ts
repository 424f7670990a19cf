import { Injectable } from '@nestjs/common';
import { type Preferences, type RouteInput, streamId } from '@parvis/contracts';
import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '../../platform/http/actor.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { PreferencesReader } from './preferences-reader.ts';

@Injectable()
export class UpdatePreferences {
  constructor(
    private readonly streams: Streams,
    private readonly preferences: PreferencesReader,
  ) {}

  /** Changes what is given of one's own preferences and tells one's devices. */
  run(actor: Actor, changes: RouteInput<'updatePreferences'>['body']): Promise<Preferences> {
    const stream = streamId('user', actor.userId);
    return this.streams.transaction(async (tx) => {
      await tx.lock(stream);
      const before = await this.preferences.readFor(tx, actor.userId);
      const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<Preferences>;
      const preferences: Preferences = { ...before, ...given };
      if (isDeepStrictEqual(preferences, before)) return before;
      await tx.query('UPDATE app_user SET preferences = preferences || $2::jsonb WHERE id = $1', [actor.userId, JSON.stringify(given)]);
      await tx.append(stream, 'preferences.updated', { preferences }, { author: actor.userId });
      return preferences;
    });
  }
}
