import type { Channel } from '@parvis/contracts';

type Titled = Pick<Channel, 'kind' | 'name' | 'memberIds'>;

/** The people that a direct or group conversation is named after: everybody but me; me when I write to myself. */
export function counterparts(channel: Pick<Channel, 'memberIds'>, meId: string): string[] {
  const others = channel.memberIds.filter((id) => id !== meId);
  return others.length > 0 ? others : channel.memberIds.slice(0, 1);
}

/**
 * What a conversation is called on screen: its name, or the names of its people in the reader's language.
 *
 * @param nameOf undefined while a person is not loaded yet: they are left out until then
 */
export function conversationTitle(channel: Titled, meId: string, nameOf: (userId: string) => string | undefined, locale: string): string {
  if (channel.name !== null) return channel.name;
  const people = counterparts(channel, meId);
  const names = people.map(nameOf).filter((name) => name !== undefined);
  if (people.length === 1) return names[0] ?? '…';
  const first = names.map((name) => name.split(' ')[0] ?? name).sort((a, b) => a.localeCompare(b, locale));
  return new Intl.ListFormat(locale, { type: 'conjunction', style: 'narrow' }).format(first) || '…';
}
