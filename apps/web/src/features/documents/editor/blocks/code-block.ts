import { createCodeBlockSpec } from '@blocknote/core';
import i18next from 'i18next';
import { codeLanguages, offeredLanguage } from '../../../rich-content/index.ts';

const PLAIN = 'text';
const offered = Object.fromEntries([[PLAIN, 'Text'] as const, ...codeLanguages].map(([name, label]) => [name, { name: label }]));
const spec = createCodeBlockSpec({ defaultLanguage: PLAIN, supportedLanguages: offered });

/** Code in a language that one can choose; one that isn't offered is kept as it is, though BlockNote refuses to show it. */
export const codeBlockSpec: typeof spec = {
  ...spec,
  implementation: {
    ...spec.implementation,
    render(block, editor) {
      const { language } = block.props;
      const known = offeredLanguage(language);
      const isOffered = known in offered;
      const made = spec.implementation.render.call(this, { ...block, props: { ...block.props, language: isOffered ? known : PLAIN } }, editor);
      const select = (made.dom as HTMLElement).querySelector('select');
      if (!select) return made;
      select.setAttribute('aria-label', i18next.t('document:codeLanguage'));
      const [first] = select.options;
      if (first) first.text = i18next.t('document:plainText');
      if (!isOffered) select.add(new Option(language, language, true, true));
      return made;
    },
  },
};
