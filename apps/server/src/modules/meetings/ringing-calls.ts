import type { Call } from '@parvis/contracts';
import type { Query } from '../../platform/database/query.ts';
import { type CallRow, CALLS, toCall } from './meeting-events.ts';

/** The calls that ring for somebody now. */
export async function readRingingCalls(query: Query, userId: string): Promise<Call[]> {
  const rows = await query.query<CallRow>(`${CALLS} WHERE k.user_id = $1 AND k.state = 'ringing' AND k.expires_at > now() ORDER BY k.expires_at`, [userId]);
  return rows.map(toCall);
}
