import type { CalloutKind } from '@parvis/rich-text';
import { IconAlertTriangle, IconBulb, IconInfoCircle, IconMessageReport, IconUrgent } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { calloutClasses as classes } from '../rich-content/index.ts';

const icons = { note: IconInfoCircle, tip: IconBulb, important: IconMessageReport, warning: IconAlertTriangle, caution: IconUrgent };

export function Callout({ kind, children }: { kind: CalloutKind; children: ReactNode }) {
  const { t } = useTranslation('composer');
  const Icon = icons[kind];
  return (
    <div className={classes.callout} data-callout={kind} role="note">
      <div className={classes.title}>
        <Icon size="1.15em" aria-hidden />
        {t(`callout.${kind}`)}
      </div>
      {children}
    </div>
  );
}
