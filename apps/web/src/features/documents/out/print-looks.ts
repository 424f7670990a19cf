import type { CalloutKind } from '@parvis/rich-text';

export const INK = '#1d1e26';
export const MUTED = '#5d5f70';
export const LINK = '#3d3bb0';
export const LINE = '#d5d6e0';
export const SUNKEN = '#f4f4f7';

export const CALLOUT_LOOKS: Record<CalloutKind, { line: string; fill: string }> = {
  note: { line: '#4b49cf', fill: '#f4f4fd' }, tip: { line: '#1f7a45', fill: '#f0f8f3' }, important: { line: '#4b49cf', fill: '#f4f4fd' }, warning: { line: '#a15c00', fill: '#fdf6ea' }, caution: { line: '#b3261e', fill: '#fdf1f0' },
};
