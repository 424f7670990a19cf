import { create } from 'zustand';

/** Stays as it is from conversation to conversation, until the page is closed. */
const useStore = create<{ open: boolean; addingTo: string | null }>(() => ({ open: false, addingTo: null }));

interface DetailsOpen {
  open: boolean;
  /** Conversation whose details were opened to add people to it. */
  addingTo: string | null;
  setOpen: (open: boolean) => void;
  openToAdd: (channelId: string) => void;
}

export function useDetailsOpen(): DetailsOpen {
  return {
    ...useStore(),
    setOpen: (open) => useStore.setState({ open, addingTo: null }),
    openToAdd: (addingTo) => useStore.setState({ open: true, addingTo }),
  };
}
