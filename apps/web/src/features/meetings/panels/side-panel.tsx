import { CloseButton } from '@mantine/core';
import { Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { setPanel, useStageChoice, type Panel } from '../stage/stage-choice.ts';
import { ChatPanel } from './chat-panel.tsx';
import { DevicesPanel } from './devices-panel.tsx';
import { HostPanel } from './host-panel.tsx';
import { PeoplePanel } from './people-panel.tsx';
import classes from './side-panel.module.css';

const PANELS: Readonly<Record<Panel, () => React.ReactNode>> = { people: PeoplePanel, chat: ChatPanel, devices: DevicesPanel, host: HostPanel };

/** Beside the stage; on a phone, over it. Escape closes it. */
export function SidePanel() {
  const panel = useStageChoice((state) => state.panel);
  return panel && <OpenPanel key={panel} panel={panel} />;
}

function OpenPanel({ panel }: { panel: Panel }) {
  const { t } = useTranslation(['meetings', 'common']);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    heading.current?.focus();
    // Back to the button that opened it, if nothing else took the focus.
    return () => { if (opener instanceof HTMLElement && opener.isConnected) opener.focus(); };
  }, []);
  const Content = PANELS[panel];
  return (
    <aside className={classes.panel} aria-label={t(`${panel}.title`)} onKeyDown={(event) => { if (event.key === 'Escape' && !event.defaultPrevented) setPanel(null); }}>
      <header className={classes.header}>
        <h2 ref={heading} className={classes.title} tabIndex={-1}>{t(`${panel}.title`)}</h2>
        <CloseButton size="lg" aria-label={t('common:close')} onClick={() => setPanel(null)} />
      </header>
      <div className={classes.content}><Suspense fallback={null}><Content /></Suspense></div>
    </aside>
  );
}
