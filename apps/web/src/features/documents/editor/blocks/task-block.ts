import { defaultBlockSpecs } from '@blocknote/core';
import i18next from 'i18next';

const spec = defaultBlockSpecs.checkListItem;

/** A task: its box says what it is. */
export const taskBlockSpec: typeof spec = {
  ...spec,
  implementation: {
    ...spec.implementation,
    render(block, editor) {
      const made = spec.implementation.render.call(this, block, editor);
      made.dom.querySelector('input')?.setAttribute('aria-label', i18next.t('document:task'));
      return made;
    },
  },
};
