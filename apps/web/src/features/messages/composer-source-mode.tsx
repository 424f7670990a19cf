import { useState } from 'react';
import type { ComponentType } from 'react';
import type { ComposerProps } from './composer-props.ts';

const KEY = 'parvis-composer-source';

export interface SourceModeProps {
  /** Whether the Markdown source is being written. */
  source: boolean;
  /** Goes on in the other mode with this Markdown. */
  onToggleSource: (markdown: string) => void;
}

/** Either of the two editors; which one is remembered on this device. */
export function ComposerWithSourceMode({ Body, ...props }: ComposerProps & { Body: ComponentType<ComposerProps & SourceModeProps> }) {
  const [state, setState] = useState(() => ({ source: localStorage.getItem(KEY) === 'source', markdown: props.initialMarkdown, switched: false }));
  const toggle = (markdown: string) => {
    localStorage.setItem(KEY, state.source ? 'rich' : 'source');
    setState({ source: !state.source, markdown, switched: true });
  };
  const initial = state.markdown === undefined ? {} : { initialMarkdown: state.markdown };
  const focus = state.switched ? { autoFocus: true } : {};
  return <Body key={state.source ? 'source' : 'rich'} {...props} {...initial} {...focus} source={state.source} onToggleSource={toggle} />;
}
