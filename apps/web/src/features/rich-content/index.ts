/** What messages and documents have in common: colours of code, math, callouts, and what is pasted. */
export { default as calloutClasses } from './callout.module.css';
export { default as codeColours } from './code-colours.module.css';
export type { CodeToken } from './code-highlighter.tsx';
export { codeLanguages, languageLabel, offeredLanguage } from './code-languages.ts';
export { cleanHtml } from './paste-html.ts';

/** Large: loads when there is code to colour. */
export const loadCodeHighlighter = () => import('./code-highlighter.tsx');

/** Large: loads when there is math to set. */
export const loadMathRenderer = () => import('./math-renderer.ts');
