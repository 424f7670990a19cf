import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const indigo: MantineColorsTuple = [
  '#eef0ff', '#e2e4fd', '#c6caff', '#a9aefc', '#878cf3', '#686be6', '#4b49cf', '#403eb4', '#34338f', '#26265f',
];
/** Kept for mentions and live things. */
const accent: MantineColorsTuple = [
  '#fff4ed', '#ffe6d5', '#fecbaa', '#fdaf7e', '#fb9a5c', '#f2702a', '#d9541a', '#b8430d', '#8f350a', '#742f10',
];
/** For what destroys or went wrong: holds 4.5:1 below white and on our surfaces. */
const red: MantineColorsTuple = [
  '#fdecee', '#fbd5da', '#f6a9b3', '#ff8a95', '#f0616f', '#dd3f51', '#c2263a', '#a81e30', '#8d1828', '#721420',
];
const gray: MantineColorsTuple = [
  '#f8f9fc', '#f1f3f8', '#e6e9f1', '#d5dae5', '#b4bbcb', '#848da3', '#626b80', '#475066', '#2e3548', '#1a1f2e',
];
const dark: MantineColorsTuple = [
  '#e6e9f2', '#c9cfdd', '#a5adc1', '#8089a0', '#4a5269', '#2b3144', '#232838', '#1a1e2b', '#141722', '#0e1019',
];

export const theme = createTheme({
  primaryColor: 'indigo',
  primaryShade: { light: 6, dark: 6 },
  colors: { indigo, accent, red, gray, dark },
  fontFamily: "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif",
  fontFamilyMonospace: "'JetBrains Mono Variable', ui-monospace, 'Cascadia Mono', Menlo, monospace",
  headings: { fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  autoContrast: true,
  components: {
    // The shell never scrolls the body: no scroll lock, so no style element is injected.
    Modal: { defaultProps: { lockScroll: false, centered: true, transitionProps: { duration: 120 }, overlayProps: { backgroundOpacity: 0.45 } } },
    Drawer: { defaultProps: { lockScroll: false, transitionProps: { duration: 140 } } },
    Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 90 }, withinPortal: true } },
    Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 90 } } },
    Tooltip: { defaultProps: { openDelay: 350, transitionProps: { duration: 90 } } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
  },
});

/** Puts Mantine's own roles onto our surfaces, so that its components sit on them in both schemes. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {
    '--mantine-color-body': 'var(--pv-main)',
    '--mantine-color-text': 'var(--pv-text)',
    '--mantine-color-dimmed': 'var(--pv-text-dim)',
    '--mantine-color-anchor': 'var(--pv-link)',
    '--mantine-color-default': 'var(--pv-raised)',
    '--mantine-color-default-hover': 'var(--pv-sunken)',
    '--mantine-color-default-border': 'var(--pv-border-strong)',
    '--mantine-color-default-color': 'var(--pv-text)',
    '--mantine-color-placeholder': 'var(--pv-text-dim)',
    '--mantine-color-error': 'var(--pv-danger)',
  },
  light: {},
  // Mantine's own are darker than our dark surfaces: a hole instead of a button.
  dark: {
    '--mantine-color-indigo-light': 'var(--pv-selected)',
    '--mantine-color-indigo-light-hover': 'var(--mantine-color-indigo-8)',
    '--mantine-color-indigo-light-color': 'var(--pv-selected-text)',
  },
});
