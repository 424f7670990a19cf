import { createExtension } from '@blocknote/core';
import { createReactBlockSpec } from '@blocknote/react';
import type { ReactCustomBlockRenderProps } from '@blocknote/react';
import { ActionIcon, Menu } from '@mantine/core';
import { CALLOUT_KINDS } from '@parvis/rich-text';
import type { CalloutKind } from '@parvis/rich-text';
import { IconAlertTriangle, IconBulb, IconInfoCircle, IconMessageReport, IconUrgent } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { calloutClasses } from '../../../rich-content/index.ts';
import classes from './blocks.module.css';

const icons = { note: IconInfoCircle, tip: IconBulb, important: IconMessageReport, warning: IconAlertTriangle, caution: IconUrgent };

const config = { type: 'callout', propSchema: { kind: { default: 'note', values: [...CALLOUT_KINDS] } }, content: 'inline' } as const;

const isKind = (value: unknown): value is CalloutKind => CALLOUT_KINDS.some((kind) => kind === value);

function Callout({ block, editor, contentRef }: ReactCustomBlockRenderProps<typeof config>) {
  const { t } = useTranslation('document');
  const { kind } = block.props;
  const Icon = icons[kind];
  return (
    <div className={`${calloutClasses.callout} ${classes.callout}`} data-callout={kind} role="note" aria-label={t(`callout.${kind}`)}>
      <Menu position="bottom-start" disabled={!editor.isEditable}>
        <Menu.Target>
          <ActionIcon className={classes.calloutKind} contentEditable={false} size={26} aria-label={t('calloutKind', { kind: t(`callout.${kind}`) })}>
            <Icon size={19} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown contentEditable={false}>
          {CALLOUT_KINDS.map((each) => {
            const KindIcon = icons[each];
            return (
              <Menu.Item key={each} leftSection={<KindIcon size={17} aria-hidden />} aria-current={each === kind} onClick={() => editor.updateBlock(block, { props: { kind: each } })}>
                {t(`callout.${each}`)}
              </Menu.Item>
            );
          })}
        </Menu.Dropdown>
      </Menu>
      <div className={classes.calloutText} ref={contentRef} />
    </div>
  );
}

/** A remark that stands out. `[!TIP] ` typed at the beginning of a block makes it. */
export const calloutBlockSpec = createReactBlockSpec(
  config,
  {
    render: Callout,
    parse: ({ dataset: { callout } }) => (isKind(callout) ? { kind: callout } : undefined),
    toExternalHTML: ({ block, contentRef }) => <blockquote data-callout={block.props.kind} ref={contentRef} />,
    runsBefore: ['quote'],
  },
  [
    createExtension({
      key: 'calloutShortcuts',
      inputRules: [
        {
          find: /^\[!(note|tip|important|warning|caution)\]\s$/iu,
          replace: ({ match }) => ({ type: 'callout', props: { kind: match[1]?.toLowerCase() } }),
        },
      ],
    }),
  ],
);
