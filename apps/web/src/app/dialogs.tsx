import { Suspense, useEffect, useState, type ComponentProps, type ComponentType, type ReactNode } from 'react';
import { create } from 'zustand';
import { dialogs, type DialogName, type DialogProps } from './screens.ts';

type Subject<Name extends DialogName> = Omit<ComponentProps<(typeof dialogs)[Name]>, keyof DialogProps>;
/** What a dialog is about, besides how it is closed. */
type SubjectOf<Name extends DialogName> = Partial<Subject<Name>> extends Subject<Name> ? [subject?: Subject<Name>] : [subject: Subject<Name>];

const useDialogs = create<{ open: { name: DialogName; subject: object } | null }>(() => ({ open: null }));

/** `openDialog('newTeam')`, or with what it is about: `openDialog('reactors', { message })`. */
export const openDialog = <Name extends DialogName>(name: Name, ...[subject]: SubjectOf<Name>): void =>
  useDialogs.setState({ open: { name, subject: subject ?? {} } });
const closeDialog = (): void => useDialogs.setState({ open: null });

export function DialogHost() {
  const open = useDialogs((state) => state.open);
  if (!open) return null;
  // Each dialog was opened with the props that are its own.
  const Dialog = dialogs[open.name] as ComponentType<DialogProps>;
  return (
    <Suspense fallback={null}>
      <FocusGoesBack>
        <Dialog {...open.subject} onClose={closeDialog} />
      </FocusGoesBack>
    </Suspense>
  );
}

/** Mantine gives the focus back only where a dialog stays mounted. */
function FocusGoesBack({ children }: { children: ReactNode }) {
  const [before] = useState(() => document.activeElement);
  useEffect(() => () => {
    if (document.activeElement === document.body && before instanceof HTMLElement) before.focus({ preventScroll: true });
  }, [before]);
  return children;
}
