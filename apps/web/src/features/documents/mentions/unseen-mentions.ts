import { useEffect } from 'react';
import { create } from 'zustand';
import { api, useWorkspaceClient, useWorkspaceEvents } from '../../../sync/index.ts';

const useCount = create<{ unseen: number }>(() => ({ unseen: 0 }));

/** Where others mentioned me in documents and I have not looked yet, capped at 100. */
export const useUnseenMentions = (): number => useCount((state) => state.unseen);

async function count(): Promise<void> {
  try {
    const { unseen } = await api.call('listDocumentMentions', { query: { limit: 1 } });
    useCount.setState({ unseen });
  } catch {
    // Offline: counted again with the next connection.
  }
}

/** Keeps the count true. Draws nothing. */
export function useMentionCount(): void {
  const { door } = useWorkspaceClient();
  useWorkspaceEvents(({ type }) => {
    if (type === 'document.mentioned') void count();
    // Only what was unseen can be seen.
    else if (type === 'document.changed' && useCount.getState().unseen > 0) void count();
  });
  useEffect(() => {
    // It may be connected since before this was drawn.
    if (door.isOpen) void count();
    return door.onHello(() => void count());
  }, [door]);
}
