import type { Participant } from '@parvis/contracts';

/** Raised hands in the order they went up, then myself, then the others by name. */
export function inOrder(participants: readonly Participant[], meId: string | undefined): Participant[] {
  const rank = ({ id, handRaisedAt }: Participant) => (handRaisedAt !== null ? 0 : id === meId ? 1 : 2);
  return [...participants].sort((a, b) => rank(a) - rank(b) || (a.handRaisedAt ?? '').localeCompare(b.handRaisedAt ?? '') || a.name.localeCompare(b.name));
}
