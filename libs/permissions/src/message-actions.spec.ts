import { describe, expect, it } from 'vitest';
import { can } from './index.ts';

const member = { role: 'member' } as const;
const guest = { role: 'guest' } as const;
const admin = { role: 'admin' } as const;
const place = { archived: false, channelRole: 'member', teamRole: 'member', own: false } as const;

describe('the history of a message', () => {
  it('is for its author always, for others as the organisation says', () => {
    expect(can(member, 'message.see_history', { ...place, own: true, editHistory: 'nobody' })).toBe(true);
    expect(can(member, 'message.see_history', { ...place, editHistory: 'everyone' })).toBe(true);
    expect(can(member, 'message.see_history', { ...place, editHistory: 'moderators' })).toBe(false);
    expect(can(member, 'message.see_history', { ...place, channelRole: 'moderator', editHistory: 'moderators' })).toBe(true);
    expect(can(member, 'message.see_history', { ...place, teamRole: 'owner', editHistory: 'moderators' })).toBe(true);
    expect(can(admin, 'message.see_history', { ...place, channelRole: 'owner', editHistory: 'nobody' })).toBe(false);
  });
});

describe('own emoji', () => {
  it('are added by everybody but guests, or by admins only', () => {
    expect(can(member, 'emoji.create', { customEmojiBy: 'everyone' })).toBe(true);
    expect(can(guest, 'emoji.create', { customEmojiBy: 'everyone' })).toBe(false);
    expect(can(member, 'emoji.create', { customEmojiBy: 'admins' })).toBe(false);
    expect(can(admin, 'emoji.create', { customEmojiBy: 'admins' })).toBe(true);
  });

  it('are removed by who added them, and by admins', () => {
    expect(can(guest, 'emoji.delete', { own: true })).toBe(true);
    expect(can(member, 'emoji.delete', { own: false })).toBe(false);
    expect(can(admin, 'emoji.delete', { own: false })).toBe(true);
  });
});
