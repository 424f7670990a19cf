import { create } from 'zustand';

const KEY = 'parvis-collapsed-sections';

function stored(): Record<string, boolean> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Record<string, boolean>;
  } catch {
    return {};
  }
}

const useStore = create<Record<string, boolean>>(stored);

/** Whether a section of the list is closed, kept on this device. */
export function useCollapsed(): { isCollapsed: (key: string) => boolean; toggle: (key: string) => void } {
  const state = useStore();
  return {
    isCollapsed: (key) => state[key] ?? false,
    toggle: (key) => {
      useStore.setState({ [key]: !state[key] });
      localStorage.setItem(KEY, JSON.stringify(useStore.getState()));
    },
  };
}
