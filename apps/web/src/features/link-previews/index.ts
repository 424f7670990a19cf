/** The only door to this feature for others. */
export { LinkPreviews } from './link-previews-on-demand.tsx';
