import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { loadMathRenderer } from '../rich-content/index.ts';
import classes from './markdown-view.module.css';

interface MathProps {
  value: string;
  /** Set apart, in the middle of a line of its own. */
  display: boolean;
}

/** Math as MathML, which every browser sets and screen readers speak. Until it is there, and when it is no valid LaTeX, its source. */
export function MathView({ value, display }: MathProps) {
  const { t } = useTranslation('composer');
  const target = useRef<HTMLSpanElement>(null);
  const [state, setState] = useState<'source' | 'shown' | 'invalid'>('source');
  useEffect(() => {
    let current = true;
    loadMathRenderer().then(
      ({ renderMath }) => {
        if (!current || !target.current) return;
        const nodes = renderMath(value, display);
        if (nodes) target.current.replaceChildren(...nodes);
        setState(nodes ? 'shown' : 'invalid');
      },
      // Without the renderer (offline, say) the source is still there.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [value, display]);
  return (
    <span className={display ? classes.mathBlock : classes.math} tabIndex={display ? 0 : undefined} role={display ? 'group' : undefined} aria-label={display ? t('math') : undefined}>
      <span ref={target} hidden={state !== 'shown'} />
      {state !== 'shown' && (
        <code data-invalid={state === 'invalid' || undefined} title={state === 'invalid' ? t('mathInvalid') : undefined}>
          {value}
        </code>
      )}
    </span>
  );
}
