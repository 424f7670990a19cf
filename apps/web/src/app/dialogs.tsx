import { Suspense } from 'react';
import { create } from 'zustand';
import { dialogs, type DialogName } from './screens.ts';

const useDialogs = create<{ open: DialogName | null }>(() => ({ open: null }));

export const openDialog = (name: DialogName): void => useDialogs.setState({ open: name });
const closeDialog = (): void => useDialogs.setState({ open: null });

export function DialogHost() {
  const open = useDialogs((state) => state.open);
  if (!open) return null;
  const Dialog = dialogs[open];
  return (
    <Suspense fallback={null}>
      <Dialog onClose={closeDialog} />
    </Suspense>
  );
}
