import { create } from 'zustand';

const KEY = 'parvis-unread-only';
const useStore = create<{ on: boolean }>(() => ({ on: localStorage.getItem(KEY) === '1' }));

/** Whether the list shows only what is unread, kept on this device. */
export function useUnreadFilter(): { on: boolean; toggle: () => void } {
  const on = useStore((state) => state.on);
  return {
    on,
    toggle: () => {
      useStore.setState({ on: !on });
      localStorage.setItem(KEY, on ? '0' : '1');
    },
  };
}
