import { Mark, markInputRule } from '@tiptap/core';

/** What readers see only when they want to: `||text||` typed makes it. */
export const SpoilerMark = Mark.create({
  name: 'spoiler',
  parseHTML() {
    return [{ tag: 'span[data-spoiler]' }];
  },
  renderHTML() {
    return ['span', { 'data-spoiler': '' }, 0];
  },
  addInputRules() {
    return [markInputRule({ find: /(?:^|[^|\\])(\|\|([^\s|](?:[^|]*[^\s|])?)\|\|)$/u, type: this.type })];
  },
});
