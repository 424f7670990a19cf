import { BlockNoteContext, useBlockNoteContext } from '@blocknote/react';
import { useMemo } from 'react';
import type { ReactNode } from 'react';

type Attributes = Record<string, unknown>;

/** Lets the menus below tell the text which item is chosen, without the attributes that a text box can't have. */
export function TextAttributes({ children }: { children: ReactNode }) {
  const context = useBlockNoteContext();
  const value = useMemo(() => {
    const set = context?.setContentEditableProps;
    if (!context || !set) return context;
    const allowed = ({ 'aria-expanded': _expanded, ...attributes }: Attributes) => attributes;
    return { ...context, setContentEditableProps: (change: Attributes | ((before?: Attributes) => Attributes | undefined)) => set((before) => allowed((typeof change === 'function' ? change(before) : change) ?? {})) };
  }, [context]);
  return <BlockNoteContext value={value as typeof context}>{children}</BlockNoteContext>;
}
