import { create } from 'zustand';

/** Stays as it is from conversation to conversation, until the page is closed. */
const useStore = create<{ open: boolean }>(() => ({ open: false }));

export function useDetailsOpen(): { open: boolean; setOpen: (open: boolean) => void } {
  return { open: useStore((state) => state.open), setOpen: (open) => useStore.setState({ open }) };
}
