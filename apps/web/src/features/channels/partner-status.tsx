import type { Channel } from '@parvis/contracts';
import { useWorkspace } from '../../sync/index.ts';
import { StatusEmoji } from '../status/index.ts';
import { counterparts } from './conversation-title.ts';

/** What the other person of a direct conversation says of themselves. */
export function PartnerStatus({ channel }: { channel: Channel }) {
  const user = useWorkspace((state) => (channel.kind === 'direct' ? state.users[counterparts(channel, state.me.id)[0] ?? state.me.id] : undefined), Object.is);
  return <StatusEmoji user={user} />;
}
