import { useEffect, useRef, useState } from 'react';
import type { ComponentType } from 'react';
import { flushSync } from 'react-dom';
import type { ComposerProps } from './composer-props.ts';
import { ComposerStandIn } from './composer-stand-in.tsx';

interface Ready {
  Composer: ComponentType<ComposerProps>;
  markdown: string;
  focused: boolean;
  /** Nothing else has the focus: whoever went elsewhere meanwhile stays there. */
  mayFocus: boolean;
}

const focusOf = (box: HTMLElement) => ({ focused: document.activeElement === box, mayFocus: document.activeElement === document.body });

let composer: Promise<ComponentType<ComposerProps>> | undefined;
let loaded = false;

/** Milliseconds that an editor may be kept waiting by what is busy. */
const LATEST = 300;
// Safari has no such callback yet.
const whenIdle = (run: () => void) => (window.requestIdleCallback as typeof window.requestIdleCallback | undefined)?.(run, { timeout: LATEST }) ?? setTimeout(run, LATEST / 3);

async function loadComposer(): Promise<ComponentType<ComposerProps>> {
  // The messages first: making the editor takes as long as showing them.
  if (loaded) await new Promise<void>(whenIdle);
  composer ??= import('./composer.tsx').then(
    (module) => {
      loaded = true;
      return module.Composer;
    },
    (error: unknown) => {
      composer = undefined;
      throw error;
    },
  );
  return composer;
}

/**
 * The composer, whose editor is as large as half of the rest: until somebody moves, taps or types, a
 * plain text box stands in for it. What was typed there goes on in the editor; should that not load,
 * the text box still sends.
 */
export function ComposerOnDemand(props: ComposerProps) {
  const initialMarkdown = props.initialMarkdown ?? '';
  const textBox = useRef<HTMLTextAreaElement>(null);
  const composing = useRef(false);
  const [wanted, setWanted] = useState(initialMarkdown !== '' || composer !== undefined);
  const [ready, setReady] = useState<Ready | null>(null);

  useEffect(() => {
    if (wanted) return;
    const events = ['pointermove', 'pointerdown', 'touchstart', 'keydown'] as const;
    const want = () => setWanted(true);
    for (const event of events) window.addEventListener(event, want, { once: true, passive: true });
    return () => {
      for (const event of events) window.removeEventListener(event, want);
    };
  }, [wanted]);

  const { toolBusy = false } = props;
  useEffect(() => {
    if (!wanted || toolBusy) return;
    let current = true;
    const takeOver = (Composer: ComponentType<ComposerProps>) => {
      const box = textBox.current;
      if (!current || !box) return;
      // Markdown knows no space at the end: the next letter would stand beside the word before.
      if (/\s$/u.test(box.value) && document.activeElement === box) {
        const later = new AbortController();
        const again = () => {
          later.abort();
          setTimeout(takeOver, 0, Composer);
        };
        for (const event of ['input', 'blur']) box.addEventListener(event, again, { signal: later.signal });
      }
      // In the middle of an input method's word the text box must stay.
      else if (composing.current) box.addEventListener('compositionend', () => setTimeout(takeOver, 0, Composer), { once: true });
      // At once: what is typed between reading the text box and replacing it would be lost.
      else flushSync(() => setReady({ Composer, markdown: box.value, ...focusOf(box) }));
    };
    loadComposer().then(takeOver, () => undefined);
    return () => {
      current = false;
    };
  }, [wanted, toolBusy]);

  if (!ready) return <ComposerStandIn {...props} textBox={textBox} onComposing={(now) => (composing.current = now)} />;
  return <ready.Composer {...props} initialMarkdown={ready.markdown} autoFocus={ready.focused || (ready.mayFocus && (props.autoFocus ?? false))} />;
}
