import { PaneResizer, SkeletonRows } from '@parvis/ui';
import { useMatches } from '@tanstack/react-router';
import { Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { lists, type SectionId } from '../screens.ts';
import { useWorkspace } from '../../sync/index.ts';
import { BottomTabs } from './bottom-tabs.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { Rail } from './rail.tsx';
import { RightPaneSlot, useRightPane } from './right-pane.tsx';
import classes from './shell.module.css';
import { TopBar } from './top-bar.tsx';
import { MeetingWatch } from '../../features/meetings/index.ts';
import { isLinkGuest } from '../is-admin.ts';
import { UnreadWatch } from './unread-watch.tsx';
import { LIST_WIDTH, RIGHT_WIDTH, usePaneWidth } from './use-pane-width.ts';
import { useShellKeys } from './use-shell-keys.ts';

export function Shell({ children }: { children: ReactNode }) {
  const { t } = useTranslation('shell');
  useShellKeys();
  const place = useMatches({ select: (matches) => matches.at(-1)?.staticData }) ?? {};
  const section: SectionId = place.section ?? 'chat';
  const List = lists[section];
  const bare = useWorkspace((state) => isLinkGuest(state.me)) && place.wide;
  const rightOpen = useRightPane((state) => state.open > 0);
  const [listWidth, setListWidth] = usePaneWidth(LIST_WIDTH);
  const [rightWidth, setRightWidth] = usePaneWidth(RIGHT_WIDTH);
  const phonePane = rightOpen ? 'right' : place.listFirst ? 'list' : 'main';
  return (
    <div className={classes.shell} data-phone-pane={phonePane} data-wide={place.wide || undefined} data-bare={bare || undefined} data-tabs={place.hidesTabs || rightOpen ? 'hidden' : 'shown'}>
      <a className={classes.skip} href="#main">{t('skipToMain')}</a>
      <Rail section={section} />
      <div className={classes.body}>
        <TopBar />
        <ConnectionBanner />
        <div className={classes.panes}>
          <section id="list-pane" className={classes.list} style={{ '--pane-width': `${listWidth}px` } as React.CSSProperties} aria-label={t(`section.${section}`)}>
            <Suspense fallback={<SkeletonRows rows={9} label={t('loading')} />}>
              <List />
            </Suspense>
          </section>
          <PaneResizer label={t('resizeList')} controls="list-pane" side="before" width={listWidth} {...LIST_WIDTH.range} onChange={setListWidth} />
          <main id="main" className={classes.main} tabIndex={-1}>{children}</main>
          {rightOpen && (
            <PaneResizer label={t('resizeDetails')} controls="right-pane" side="after" width={rightWidth} {...RIGHT_WIDTH.range} onChange={setRightWidth} />
          )}
          <RightPaneSlot width={rightWidth} />
        </div>
      </div>
      <BottomTabs section={section} />
      <UnreadWatch />
      <MeetingWatch />
    </div>
  );
}
